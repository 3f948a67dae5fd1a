/**
 * The spaces in which the same number means different things. What each space is stands in content/codes; here is only
 * what the code needs: the id prefix in addresses, and the order in which a bare number is most likely meant.
 *
 * The order follows what people paste: the dialog's two codes first, then values inside sentences, then logs.
 */
export const SPACES = [
	{ id: 'disconnect', prefix: 'mstsc' },
	{ id: 'extended', prefix: 'extended' },
	{ id: 'gateway', prefix: 'gateway' },
	{ id: 'remoteapp', prefix: 'remoteapp' },
	{ id: 'hresult', prefix: 'hresult' },
	{ id: 'gateway-hresult', prefix: 'gateway-hresult' },
	{ id: 'error-info', prefix: 'error-info' },
	{ id: 'negotiation-failure', prefix: 'negotiation-failure' },
	{ id: 'logon-error', prefix: 'logon-error' },
	{ id: 'fatal-error', prefix: 'fatal-error' },
	{ id: 'freerdp-connect', prefix: 'freerdp-connect' },
	{ id: 'tls-alert', prefix: 'tls-alert' },
	{ id: 'ntstatus', prefix: 'ntstatus' },
] as const

export const SPACE_IDS = SPACES.map((space) => space.id) as [SpaceId, ...SpaceId[]]
export type SpaceId = (typeof SPACES)[number]['id']
