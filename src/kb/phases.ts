/**
 * The phases on the way to a Remote Desktop session, in order. Codes, causes, events and pages share this one list.
 *
 * Source of the order: MS-RDPBCGR 1.3.1.1 (connection sequence); name lookup and TCP come before the protocol starts.
 */
export const PHASES = [
	{ id: 'name-lookup', name: 'Name lookup', does: 'The client turns the computer name into an address.' },
	{
		id: 'tcp',
		name: 'TCP',
		does: 'The client opens a TCP connection to the host, or to the gateway or relay in front of it.',
	},
	{ id: 'negotiation', name: 'Negotiate', does: 'X.224: both sides agree on TLS, NLA or plain RDP security.' },
	{ id: 'tls', name: 'TLS', does: 'The host presents its certificate and proves that it holds the private key.' },
	{ id: 'sign-in', name: 'Sign-in (NLA)', does: 'CredSSP sends the credentials before a session exists.' },
	{ id: 'settings', name: 'Settings', does: 'Both sides exchange capabilities and open the channels.' },
	{ id: 'licensing', name: 'Licensing', does: 'The host checks the client access licence.' },
	{ id: 'session', name: 'Session', does: 'The desktop is on the screen.' },
] as const

export const PHASE_IDS = PHASES.map((phase) => phase.id) as [PhaseId, ...PhaseId[]]
export type PhaseId = (typeof PHASES)[number]['id']

/** Phases something belongs to; `any` where it is not bound to one. */
export type Phases = 'any' | readonly PhaseId[]

/** What a connection that stops somewhere in a list of phases has to do with one phase. */
export type PhaseState = 'passed' | 'stops' | 'may-stop' | 'ahead'

/**
 * How far a connection got, seen from one phase.
 *
 * @param at the phases where it may stop, in any order
 * @returns undefined for a phase between two of them: whether it was passed depends on where the connection stopped
 */
export function phaseState(at: readonly PhaseId[], id: PhaseId): PhaseState | undefined {
	if (at.includes(id)) return at.length === 1 ? 'stops' : 'may-stop'
	const places = at.map((phase) => PHASE_IDS.indexOf(phase))
	const place = PHASE_IDS.indexOf(id)
	if (place < Math.min(...places)) return 'passed'
	return place > Math.max(...places) ? 'ahead' : undefined
}
