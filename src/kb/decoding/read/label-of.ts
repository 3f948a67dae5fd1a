/** What a number is called: by the words around it, or by its place in an export. */
import { isEventNumber, nearestSource, sourceBefore } from '../events.ts'
import type { Foreign, Label } from '../label-kinds.ts'
import { labelBefore, labelBehind } from '../labels.ts'
import type { Token } from '../tokens.ts'
import type { Layout } from './context.ts'

/**
 * What the words around a number, or its place in an export, say that it is.
 *
 * @param previous the token before it, and what that one is called
 */
export function labelOf(
	layout: Layout,
	token: Token,
	previous?: Token,
	previousLabel?: Label | Foreign,
): Label | Foreign {
	const { text, typed } = layout
	if (token.kind === 'number') {
		if (isEvent(layout, token)) return 'event'
		if (previous && previousLabel === 'event' && isJoined(text, previous, token)) return 'event'
	}
	// A slip is looked for where something like a label stands: before 0x, a colon or an equals sign.
	const slips =
		typed && (token.kind === 'hex' || /[:=]\s{0,3}$/.test(text.slice(Math.max(0, token.index - 4), token.index)))
	const before = labelBefore(text, token.index, slips)
	if (before === 'reason') return reasonOf(layout, token)
	return before === 'none' && labelBehind(text, token.index + token.text.length) ? 'weak' : before
}

/** Whether a column, the form of an export or the name of a provider says that a number is an event's. */
function isEvent({ text, columns, forms, sources }: Layout, token: Token): boolean {
	if (columns.has(token.index) || isEventNumber(text, token, forms)) return true
	return /^\d{2,5}$/.test(token.text) && sourceBefore(text, token.index, sources())
}

const JOINED = /^(?:s?[\s,/&+]{1,3}|,? ?(?:and|or|und|oder|et|y|e|i|и|和|と) )$/
const LONGEST_JOINT = 8

/** "4779, 4778 and 4634": a number joined to an event is an event. */
function isJoined(text: string, previous: Token, { index }: Token): boolean {
	const from = previous.index + previous.text.length
	return index - from <= LONGEST_JOINT && JOINED.test(text.slice(from, index))
}

/** The session manager of the host gives extended codes as reasons; the client gives error codes. */
function reasonOf({ sources }: Layout, token: Token): Label {
	const source = nearestSource(sources(), token.index)
	if (source?.includes('localsessionmanager')) return 'extended'
	return source?.includes('clientactivexcore') || source?.includes('rdpclient') ? 'error' : 'weak'
}
