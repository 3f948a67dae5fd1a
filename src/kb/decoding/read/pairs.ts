/** Reads numbers by the other number of their pair, label or not. */
import { toHex } from '../../numbers.ts'
import { halvesOf, pairOf } from '../../pair-spellings.ts'
import type { SpaceId } from '../../spaces.ts'
import type { Lookup } from '../../table.ts'
import type { Because, FoundCode } from '../findings.ts'
import { runsOn } from '../surroundings.ts'
import type { Token } from '../tokens.ts'
import { type Context, type Found, foundIn } from './context.ts'
import { isErrorSpace, SMALL } from './spaces.ts'

/**
 * A text that is nothing but a pair as addresses have it: `2308-7`. It is read as the address is.
 *
 * @returns the two codes; undefined where the text is anything else, or no known pair
 */
export function readPairAlone(lookup: Lookup, text: string): FoundCode[] | undefined {
	const spelling = text.trim()
	const pair = pairOf(lookup, spelling)
	const [first, second] = halvesOf(spelling) ?? []
	if (!pair || first === undefined || second === undefined) return
	const index = text.indexOf(spelling)
	const found = (space: SpaceId, value: number, text: string, index: number, because: Because): FoundCode => {
		const row = lookup.bySpace(space, value)
		const code = { space, value, hex: toHex(value), text, index, label: 'none', because, sure: 'likely' } as const
		return {
			...code,
			...(row ? { row } : {}),
			others: lookup.byValue(value).filter((other) => other !== row && other.space !== 'event'),
		}
	}
	return [
		found('disconnect', pair.error, first, index, 'alone'),
		found('extended', pair.extended, second, index + first.length + 1, 'beside'),
	]
}

/** The second half of a pair as people shorten it: 904/7. */
const SLASHED = /^\s?[/|]\s?(?:0x)?([0-9a-f]{1,2})(?![\w/.:-])/i

/** The error code of such a pair, where the pair is known. */
export function readSlashedPair({ lookup, text, subject, bare }: Context, token: Token): Found[] {
	if (token.kind === 'hex' || !/^[0-9a-f]{3,4}$/i.test(token.text) || !(subject.remoteDesktop || bare)) return []
	if (/[\w/.:-]/.test(text[token.index - 1] ?? ' ')) return []
	const end = token.index + token.text.length
	const extended = SLASHED.exec(text.slice(end, end + 8))?.[1]
	if (extended === undefined) return []
	const error = token.readings.find(({ value }) => lookup.pair(value, Number.parseInt(extended, 16)))
	const row = error && lookup.bySpace('disconnect', error.value)
	return row ? [foundIn(row, 'none', 'beside', 'likely')] : []
}

/** So much may stand between the two numbers of 904/7. */
const WIDEST_SLASH = 3

/** The second number of a pair that {@link readSlashedPair} began, before it can be taken for a day or a page. */
export function readSlashedSecond(context: Context, token: Token, previous: FoundCode | undefined): Found[] {
	const follows = previous?.because === 'beside' && token.index - previous.index - previous.text.length <= WIDEST_SLASH
	return follows ? readBeside(context, token, previous) : []
}

/** What may stand between the two numbers of a pair. */
const JOINED = /^[\s"'`,;/|&+:()-]{0,4}(?:and|und|et|y|e|i|och|en|и|和|と)?[\s"'`,;/|&+:()-]{0,3}$/i

/**
 * A small number directly behind an error code is its extended code, label or not: `0x904 0x7`, `0x904/0x7`, `904, 7`.
 */
export function readBeside({ lookup, text }: Context, token: Token, previous: FoundCode | undefined): Found[] {
	if (!previous || !isErrorSpace(previous.space) || !SMALL.test(token.text)) return []
	const between = text.slice(previous.index + previous.text.length, token.index)
	if (between === '' || !JOINED.test(between)) return []
	// In the next line a bare number is as likely that line's own.
	if (between.includes('\n') && token.kind !== 'hex') return []
	const end = token.index + token.text.length
	if (runsOn(text, end) || text[end] === '%') return []
	const value = Number.parseInt(token.text.replace(/^(?:0?x ?|&h)/i, ''), 16)
	const row = lookup.bySpace('extended', value)
	return row && lookup.pair(previous.value, value) ? [foundIn(row, 'none', 'beside', 'likely')] : []
}

/** A small number before an extended code is its error code, label or not: `0x3 ext 0x11`. */
export function readBefore(context: Context, token: Token, extended: Found): Found | undefined {
	const value = token.kind === 'hex' ? token.readings[0]?.value : undefined
	const row = value === undefined ? undefined : context.lookup.bySpace('disconnect', value)
	if (!row || !(context.subject.remoteDesktop || context.lookup.pair(row.value, extended.value))) return
	return foundIn(row, 'none', 'beside', 'likely')
}
