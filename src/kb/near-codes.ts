/** Codes beside one that is not known: never answers, only what somebody may have been about to type. */
import { readNumber, toHex } from './numbers.ts'
import type { CodeRow, Lookup } from './table.ts'
import { slipsBetween } from './text/slips.ts'

/** How many known codes to name beside an unknown one. */
const NEAREST = 3

/** A beginning shorter than this is the beginning of too much. */
const SHORTEST_SYMBOL = 6

/**
 * Known codes that go on where a word stops: hexadecimal digits after 0x, the decimal digits of a code or an event, or
 * the name of a constant.
 *
 * @param word one word that is no known code itself
 */
export function codesThatBegin(lookup: Lookup, word: string): CodeRow[] {
	const hex = /^0x0*([1-9a-f][0-9a-f]{1,6})$/i.exec(word)?.[1]?.toLowerCase()
	if (hex !== undefined)
		return inOrder(lookup.codes.filter((row) => row.space !== 'event' && row.value.toString(16).startsWith(hex)))
	if (/^[1-9]\d{2,8}$/.test(word)) return inOrder(lookup.codes.filter((row) => String(row.value).startsWith(word)))
	const start = word.toLowerCase()
	const isName = word.length >= SHORTEST_SYMBOL && /^[a-z]\w*$/i.test(word) && /_|[a-z][A-Z]/.test(word)
	if (!isName || readNumber(word).length > 0) return []
	const begins = (symbol: string | undefined) => symbol?.toLowerCase().startsWith(start) === true
	const named = lookup.codes.filter(({ symbols }) => symbols.some(begins))
	// The list that the name is of comes before lists that have it as another name.
	return named.sort((a, b) => Number(begins(b.symbols[0])) - Number(begins(a.symbols[0])))
}

/** The shorter number has less left to type. */
const inOrder = (rows: CodeRow[]) => rows.sort((a, b) => a.value - b.value)

/**
 * The known codes closest to a number that is not known: those that go on where it stops (somebody may still be typing),
 * then those the fewest slips away, then by distance.
 */
export function nearest(lookup: Lookup, value: number): CodeRow[] {
	const digits = toHex(value).slice(2)
	const slipsTo = (known: string) => (digits.length > 1 && known.startsWith(digits) ? 0 : slipsBetween(digits, known))
	const seen = new Set<number>()
	return [...lookup.codes]
		.filter((row) => row.space !== 'event')
		.map((row) => ({ row, slips: slipsTo(toHex(row.value).slice(2)), gap: Math.abs(row.value - value) }))
		.sort((a, b) => a.slips - b.slips || a.gap - b.gap)
		.filter(({ row }) => !seen.has(row.value) && seen.add(row.value))
		.slice(0, NEAREST)
		.map(({ row }) => row)
}
