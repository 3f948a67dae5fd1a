/** Where to go from what was found: the page that says most about the whole message first. */
import { type Target, targetOfId } from '../addresses.ts'
import type { Decoded, FoundCode } from './findings.ts'

export interface NextStep {
	target: Target
	/** What leads there. */
	from: 'pair' | 'code' | 'message'
	/** Id of the page. */
	id: string
}

/** Spaces by how much they say about why a connection failed. */
const TELLING = [
	'disconnect',
	'gateway',
	'remoteapp',
	'hresult',
	'gateway-hresult',
	'ntstatus',
	'freerdp-connect',
	'negotiation-failure',
	'error-info',
	'extended',
	'logon-error',
	'fatal-error',
	'tls-alert',
	'event',
]

/**
 * @returns pages in the order in which they help, each once: pairs, then messages that are sure, codes, and other messages
 */
export function nextSteps({ codes, pairs, messages }: Decoded): NextStep[] {
	const steps = new Map<string, NextStep>()
	const add = (id: string, from: NextStep['from']) => {
		if (!steps.has(id)) steps.set(id, { id, from, target: targetOfId(id) })
	}
	for (const { row } of pairs) if (row) add(row.id, 'pair')
	const known = codes.filter(({ row }) => row).sort((a, b) => rank(a) - rank(b))
	// 0x0 says that the client has no number for it: the sentence says more.
	const telling = known.filter(({ value, space }) => value !== 0 || space === 'event')
	if (steps.size === 0 && telling.length === 0) for (const found of messages) addMessage(found, add)
	for (const { row } of [...telling, ...known]) if (row) add(row.id, 'code')
	for (const found of messages) addMessage(found, add)
	return [...steps.values()]
}

function addMessage({ row: { to } }: Decoded['messages'][number], add: (id: string, from: NextStep['from']) => void) {
	for (const id of to) add(id, 'message')
}

const SURE = { sure: 0, likely: 1, possible: 2 }
const rank = ({ space, sure }: FoundCode) => SURE[sure] * TELLING.length + TELLING.indexOf(space)
