/**
 * The phases on the way to a Remote Desktop session, in order. Codes, causes, events and pages share this one list.
 *
 * Source of the order: MS-RDPBCGR 1.3.1.1 (connection sequence); name lookup and TCP come before the protocol starts.
 */
export const PHASES = [
	{ id: 'name-lookup', name: 'Name lookup' },
	{ id: 'tcp', name: 'TCP' },
	{ id: 'negotiation', name: 'Negotiate' },
	{ id: 'tls', name: 'TLS' },
	{ id: 'sign-in', name: 'Sign-in (NLA)' },
	{ id: 'settings', name: 'Settings' },
	{ id: 'licensing', name: 'Licensing' },
	{ id: 'session', name: 'Session' },
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
