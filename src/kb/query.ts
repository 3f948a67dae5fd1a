/**
 * Reads what somebody typed into the search box: a pair, a code in any spelling, a symbol, or words. Codes are answered
 * exactly or not at all; a number that no list knows is said to be unknown, never replaced by a neighbour.
 */

import { decode } from './decode.ts'
import { LABEL_WORDS } from './labels.ts'
import { type Base, readNumber, toAscii, toHex } from './numbers.ts'
import { wordsBegin } from './setting-table.ts'
import { type CodeRow, type Lookup, meanings, type PairRow, type Row } from './table.ts'

export interface Hit {
	row: Row
	/** How the number was read; undefined for symbols and pairs. */
	base?: Base
}

export interface Answer {
	/** Exact hits, the best first. */
	hits: Hit[]
	/** Numbers that look like codes and that no list knows, each with the nearest known ones. */
	unknown: { text: string; near: CodeRow[] }[]
	/** Known codes that go on where such a number stops; somebody may have read out, or typed, only its beginning. */
	longer: CodeRow[]
	/** True where nothing but codes was typed, so that the first hit is the answer. */
	onlyCodes: boolean
}

/** What stands between words, and the hyphen of a pair as addresses write it: 0x904-0x7. */
const SEPARATORS = /[\s,;/|:=()[\]{}<>"'`“”„«»‘’!?…–—*]+|(?<=(?<![\w-])0x[0-9a-f]{1,8})-(?=0x)/i

/** Words that people put around a code and that say nothing else. A number after "Windows" is a version. */
const FILLER: ReadonlySet<string> = new Set([
	...'rdp mstsc remote desktop connection errors codes failure failed event id what is meaning of means mean hresult reason and with und et e y en a the'.split(
		' ',
	),
	...LABEL_WORDS,
])

/** How many known codes to name beside an unknown one. */
const NEAREST = 3

export function answerQuery(lookup: Lookup, query: string): Answer {
	const text = toAscii(query).trim()
	const answer: Answer = { hits: [], unknown: [], longer: [], onlyCodes: false }
	if (text === '') return answer
	const seen = new Set<Row>()
	const add = (row: Row | undefined, base?: Base) => {
		if (!row || seen.has(row)) return
		seen.add(row)
		answer.hits.push(base ? { row, base } : { row })
	}
	const words = text.split(SEPARATORS).flatMap((word) => word.replace(/\.+$/, '') || [])
	const exact = (word: string) => lookup.bySymbol(word).length > 0 || readArticle(lookup, word) !== undefined
	const others = words.filter(
		(word) => !FILLER.has(word.toLowerCase()) && readNumber(word).length === 0 && !exact(word),
	)
	const numbers = words.filter((word) => readNumber(word).length > 0)
	answer.onlyCodes = others.length === 0 && (numbers.length > 0 || words.some(exact))

	for (const word of words) add(readArticle(lookup, word))
	const decoded = decode(lookup, text)
	for (const { row } of decoded.pairs) add(row)
	if (answer.onlyCodes && numbers.length >= 2) for (const pair of readPairs(lookup, numbers)) add(pair)
	add(lookup.byId(text.toLowerCase()))
	for (const word of words) for (const row of lookup.bySymbol(word)) add(row)
	for (const { row } of decoded.codes) if (row && !answer.onlyCodes) add(row)
	for (const word of new Set(numbers)) {
		if (!answer.onlyCodes && !standsOut(word)) continue
		const readings = readNumber(word)
		const rows = readings.flatMap(({ value, base }) => meanings(lookup, value, base).map((row) => ({ row, base })))
		for (const { row, base } of rows) add(row, base)
		if (rows.length === 0 && (answer.onlyCodes || /^0x/i.test(word)))
			answer.unknown.push({ text: word, near: nearest(lookup, readings[0]?.value ?? 0) })
	}
	if (answer.onlyCodes && answer.hits.length === 0) {
		const begun = new Set(
			answer.unknown.flatMap(({ text }) => /^0x0*([0-9a-f]{2,7})$/i.exec(text)?.[1]?.toLowerCase() ?? []),
		)
		const goesOn = (row: CodeRow) => [...begun].some((digits) => row.value.toString(16).startsWith(digits))
		answer.longer = lookup.codes.filter((row) => row.space !== 'event' && goesOn(row)).sort((a, b) => a.value - b.value)
	}
	return answer
}

/** An article by its number: KB0002, kb2. */
function readArticle(lookup: Lookup, word: string) {
	const number = /^kb(\d{1,4})$/i.exec(word)?.[1]
	return number === undefined ? undefined : lookup.article(`KB${number.padStart(4, '0')}`)
}

/** In a sentence only numbers that look like codes count: 0x…, or decimals too long for a version or a count. */
function standsOut(word: string): boolean {
	return /^0x/i.test(word) || /^-\d{9,}$/.test(word) || /^[0-9a-f]{8}$/i.test(word) || /^\d{3,5}$/.test(word)
}

/** Two numbers in a row that are a known pair: `904 7`, `0x904 0x7`, `2308 7`. */
function readPairs(lookup: Lookup, numbers: string[]): PairRow[] {
	return numbers.flatMap((word, i) => {
		const next = numbers[i + 1]
		if (next === undefined) return []
		return readNumber(word).flatMap((error) =>
			readNumber(next).flatMap((extended) => lookup.pair(error.value, extended.value) ?? []),
		)
	})
}

/**
 * The known codes closest to a number that is not known: those that go on where it stops (somebody may still be typing),
 * then those that differ by the fewest digits, then by distance.
 */
function nearest(lookup: Lookup, value: number): CodeRow[] {
	const digits = toHex(value).slice(2)
	const slipsTo = (known: string) => (digits.length > 1 && known.startsWith(digits) ? 0 : slips(digits, known))
	const seen = new Set<number>()
	return [...lookup.codes]
		.filter((row) => row.space !== 'event')
		.map((row) => ({ row, slips: slipsTo(toHex(row.value).slice(2)), gap: Math.abs(row.value - value) }))
		.sort((a, b) => a.slips - b.slips || a.gap - b.gap)
		.filter(({ row }) => !seen.has(row.value) && seen.add(row.value))
		.slice(0, NEAREST)
		.map(({ row }) => row)
}

/** Levenshtein distance of two short strings: how many typing slips lie between them. */
function slips(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i)
	for (let i = 1; i <= a.length; i++) {
		const next = [i]
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1
			next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
		}
		row = next
	}
	return row[b.length] ?? 0
}

/** How many titles to suggest. */
const TITLES = 4

/**
 * Rows that may be meant by what stands in the search box so far, besides its exact hits: the pairs of a code, and
 * articles whose titles hold every word or its beginning. Suggestions, never answers.
 */
export function suggestRows(lookup: Lookup, query: string, hits: readonly Hit[]): Row[] {
	const values = new Set(hits.flatMap(({ row }) => ('space' in row && row.space === 'disconnect' ? [row.value] : [])))
	const pairs = lookup.pairs.filter((pair) => values.has(pair.error))
	const titled = [...lookup.articles, ...lookup.pairs]
		.map((row) => ({ row, rate: wordsBegin(query, row.title) }))
		.filter(({ rate }) => rate > 0)
		.sort((a, b) => b.rate - a.rate)
		.map(({ row }) => row)
	const known = new Set(hits.map(({ row }) => row))
	return [...new Set<Row>([...pairs, ...titled.slice(0, TITLES)])].filter((row) => !known.has(row))
}
