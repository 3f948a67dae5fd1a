/**
 * What a program is told about a spelling: `2308`, `0X904`, `0x904-0x7`, `SSL_ERR_LOGON_FAILURE`. A plain file server answers, so every
 * case in which people print a spelling is a file of its own, all with one content.
 */
import { apiOf, pathTo } from './addresses.ts'
import type { Grade } from './evidence.ts'
import { meaningsOf, numberPages, numberPath, pairSpelling } from './number-pages.ts'
import { type Base, casesOf, toHex, toSigned } from './numbers.ts'
import type { SpaceId } from './spaces.ts'
import type { CodeRow, Lookup, PairRow } from './table.ts'

/** What content says about a code, pair or event, besides what the table holds. */
export interface About {
	/** The name of the list of numbers, or of the log. */
	list: string
	meaning: string
	grade: Grade
	verified: string
}

/** One thing that a spelling can mean. `page` and `data` are addresses. */
export interface SpellingMeaning extends About {
	kind: 'code' | 'event' | 'pair'
	id: string
	space: SpaceId | 'event'
	title: string
	symbols: string[]
	page: string
	data: string
}

/** A number in the ways in which it is printed. */
interface PrintedNumber {
	value: number
	hex: string
	decimal: string
	signed: string | null
}

interface SpellingReading {
	base: Base | 'symbol' | 'pair'
	numbers: PrintedNumber[]
	codes: SpellingMeaning[]
}

export interface LookupAnswer {
	spelling: string
	kind: 'number' | 'pair' | 'symbol'
	/** The one meaning where there is just one: where /c/<spelling>/ leads on. */
	best: SpellingMeaning | null
	page: string | null
	readings: SpellingReading[]
}

/** An answer with the spellings that ask for it, which differ in case only. */
export interface LookupFile {
	spellings: string[]
	answer: LookupAnswer
}

/**
 * The answer for every spelling of every code, pair and event, and for the name of every constant. No spelling has two.
 *
 * @param about what content says, by id; everything in the table has an entry
 * @param address the address of a path: below the base, with the origin where there is one
 */
export function lookupAnswers(
	lookup: Lookup,
	about: ReadonlyMap<string, About>,
	address: (path: string) => string,
): LookupFile[] {
	const mean = (row: CodeRow | PairRow): SpellingMeaning => meaningOfRow(row, about, address)
	const file = (
		kind: LookupAnswer['kind'],
		spelling: string,
		page: string | undefined,
		readings: SpellingReading[],
	): LookupFile => {
		const [only, ...others] = new Map(readings.flatMap(({ codes }) => codes.map((code) => [code.id, code]))).values()
		return {
			spellings: kind === 'symbol' ? [spelling] : casesOf(spelling),
			answer: {
				spelling,
				kind,
				best: only && others.length === 0 ? only : null,
				page: page === undefined ? null : address(page),
				readings,
			},
		}
	}

	const pairs = lookup.pairs.map((row) =>
		file('pair', pairSpelling(row.error, row.extended), pathTo({ kind: 'code', id: row.id }), [
			{ base: 'pair', numbers: [printed(row.error), printed(row.extended)], codes: [mean(row)] },
		]),
	)
	const { choices, redirects } = numberPages(lookup)
	const pages = new Map([
		...choices.map(({ spelling }) => [numberPath(spelling), numberPath(spelling)] as const),
		...redirects.map(({ from, to }) => [from, to] as const),
	])
	for (const { error, extended } of lookup.pairs) pages.delete(numberPath(pairSpelling(error, extended)))
	const numbers = [...pages].map(([path, page]) => {
		const spelling = path.split('/').at(-2) ?? ''
		const readings = meaningsOf(lookup, spelling).map(({ base, value, rows }) => ({
			base,
			numbers: [printed(value)],
			codes: rows.map(mean),
		}))
		return file('number', spelling, page, readings)
	})
	const symbols = [...new Set(lookup.codes.flatMap((row) => row.symbols))].map((symbol) => {
		const rows = lookup.bySymbol(symbol)
		const values = [...new Set(rows.map(({ value }) => value))]
		const [only, ...others] = rows
		return file(
			'symbol',
			symbol,
			only && others.length === 0 ? pathTo({ kind: 'code', id: only.id }) : undefined,
			values.map((value) => ({
				base: 'symbol',
				numbers: [printed(value)],
				codes: rows.filter((row) => row.value === value).map(mean),
			})),
		)
	})
	return [...numbers, ...pairs, ...symbols]
}

function meaningOfRow(
	row: CodeRow | PairRow,
	about: ReadonlyMap<string, About>,
	address: (path: string) => string,
): SpellingMeaning {
	const said = about.get(row.id)
	if (!said) throw new Error(`Nothing is said about ${row.id}, which the table holds.`)
	const target = { kind: 'code', id: row.id } as const
	const isCode = 'space' in row
	return {
		kind: !isCode ? 'pair' : row.space === 'event' ? 'event' : 'code',
		id: row.id,
		space: isCode ? row.space : 'disconnect',
		list: said.list,
		title: row.title,
		symbols: isCode ? [...row.symbols] : [],
		meaning: said.meaning,
		grade: said.grade,
		verified: said.verified,
		page: address(pathTo(target)),
		data: address(apiOf(target) ?? ''),
	}
}

function printed(value: number): PrintedNumber {
	const signed = toSigned(value)
	return { value, hex: toHex(value), decimal: String(value), signed: signed === undefined ? null : String(signed) }
}
