/**
 * Reads what somebody typed into the search box: a pair, a code in any spelling, a symbol, or words. Codes are answered
 * exactly or not at all; a number that no list knows is said to be unknown, never replaced by a neighbour.
 */

import { decode } from './decoding/decode.ts'
import { LABEL_WORDS } from './decoding/label-kinds.ts'
import { codesThatBegin, nearest } from './near-codes.ts'
import { type Base, readNumber, toAscii } from './numbers.ts'
import { halvesOf, pairOf } from './pair-spellings.ts'
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

/**
 * @param query whatever stands in the search box; never throws
 * @returns exact hits: articles, pairs, ids and names before single numbers; empty lists for words alone
 */
export function answerQuery(lookup: Lookup, query: string): Answer {
	const text = apart(lookup, mend(lookup, toAscii(query).trim()))
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
	// Between other words only numbers that say 0x are the two of a pair.
	for (const pair of readPairs(lookup, answer.onlyCodes ? numbers : numbers.filter((word) => /^0x/i.test(word))))
		add(pair)
	add(lookup.byId(text.toLowerCase()))
	for (const word of words) for (const row of lookup.bySymbol(word)) add(row)
	for (const { row } of decoded.codes) if (row && !answer.onlyCodes) add(row)
	for (const word of new Set(numbers)) {
		if (!answer.onlyCodes && !standsOut(word)) {
			for (const row of eventsOf(lookup, word, others)) add(row)
			continue
		}
		const readings = readNumber(word)
		const rows = readings.flatMap(({ value, base }) => meanings(lookup, value, base).map((row) => ({ row, base })))
		const rate = ({ row }: { row: CodeRow }) => saidOf(row, others)
		for (const { row, base } of rows.sort((a, b) => rate(b) - rate(a))) add(row, base)
		if (rows.length === 0 && (answer.onlyCodes || /^0x/i.test(word)))
			answer.unknown.push({ text: word, near: nearest(lookup, readings[0]?.value ?? 0) })
	}
	const [only] = words
	if (words.length === 1 && only && answer.hits.length === 0) answer.longer = codesThatBegin(lookup, only)
	return answer
}

/** The two numbers of a pair that was typed as one word: 2308-7. */
const apart = (lookup: Lookup, text: string) => (pairOf(lookup, text) ? (halvesOf(text)?.join(' ') ?? text) : text)

/** Letters that pass for digits, and the space that people put into the number of an article. */
function mend(lookup: Lookup, text: string): string {
	return text
		.replace(/(?<![\p{L}\p{N}_])([0o]?)x([0-9a-fo]{1,8})(?![\p{L}\p{N}_])/giu, (word, zero: string, digits: string) => {
			const hex = `0x${digits.replace(/o/gi, '0')}`
			const known = () => readNumber(hex).some(({ value }) => lookup.byValue(value).length > 0)
			// x64, x86 and X.509 are no codes.
			if (zero === '') return digits.length > 2 && digits !== '509' && known() ? hex : word
			return /\d/.test(digits) ? hex : word
		})
		.replace(/\bkb[\s-]+(?=0*[1-9]\d{0,3}\b)/giu, 'KB')
}

/** How many words of a query a row says: of the meanings of a number the one that is asked for comes first. */
function saidOf(row: CodeRow, words: readonly string[]): number {
	const text = `${row.title} ${row.log ?? ''}`.toLowerCase()
	return words.filter((word) => word.length > 2 && text.includes(word.toLowerCase())).length
}

/** Events with a small number, where the query names their log: LocalSessionManager 40, lsm 40. */
function eventsOf(lookup: Lookup, number: string, words: readonly string[]): CodeRow[] {
	const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
	const said = words.map(letters).filter((word) => word.length > 2)
	const named = ({ id, log }: CodeRow) => {
		const title = letters(log ?? '')
		return said.some((word) => id.startsWith(`event-${word}-`) || (title !== '' && word.includes(title)))
	}
	return /^\d+$/.test(number) ? lookup.byValue(Number(number)).filter((row) => row.space === 'event' && named(row)) : []
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
