/**
 * A pair with a hyphen between its two numbers: `0x904-0x7` as addresses have it, `2308-7` as a log entry prints the
 * numbers, `904-7` as people shorten it. Addresses, look-ups, search and decoder read it here.
 */
import { readNumber, toHex } from './numbers.ts'
import type { Lookup, PairRow } from './table.ts'

/** A pair as addresses have it: `0x904-0x7`. */
export function pairSpelling(error: number, extended: number): string {
	return `${toHex(error)}-${toHex(extended)}`
}

/** The two halves of such a spelling; undefined where it has another form. A minus sign is no hyphen between numbers. */
export function halvesOf(spelling: string): [error: string, extended: string] | undefined {
	const [, error, extended] = /^(\w{1,10})-(\w{1,10})$/.exec(spelling) ?? []
	return error !== undefined && extended !== undefined ? [error, extended] : undefined
}

/** The known pair that a spelling means; undefined where it means none, or several. */
export function pairOf(lookup: Lookup, spelling: string): PairRow | undefined {
	const [error, extended] = halvesOf(spelling) ?? []
	if (error === undefined || extended === undefined) return
	const rows = readNumber(error).flatMap((first) =>
		readNumber(extended).flatMap((second) => lookup.pair(first.value, second.value) ?? []),
	)
	const [only, ...others] = new Set(rows)
	return others.length === 0 ? only : undefined
}

/**
 * The spellings of a pair that have an address, the one of addresses first: each number in hexadecimal with and without
 * 0x, and in decimal. One that could mean another pair as well is left out; where it was published before, the build stops
 * and somebody has to say where it leads.
 */
export function pairSpellings(lookup: Lookup, { id, error, extended }: PairRow): string[] {
	const forms = (value: number) => [toHex(value), String(value), value.toString(16)]
	const all = forms(error).flatMap((first) => forms(extended).map((second) => `${first}-${second}`))
	return [...new Set(all)].filter((spelling) => pairOf(lookup, spelling)?.id === id)
}
