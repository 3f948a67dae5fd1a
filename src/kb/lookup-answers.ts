/**
 * What a program is told about a spelling: `2308`, `0X904`, `0x904-0x7`, `SSL_ERR_LOGON_FAILURE`, and about an id. A plain
 * file server answers, so every case in which people print a spelling is a file of its own, all with one content.
 */
import { apiOf, pathTo } from './addresses.ts'
import type { Grade } from './evidence.ts'
import { numberPages, numberPath, readingsOf } from './number-pages.ts'
import { type Base, casesOf, toHex, toSigned } from './numbers.ts'
import { halvesOf, pairSpellings } from './pair-spellings.ts'
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
	base: Base | 'symbol' | 'pair' | 'id'
	numbers: PrintedNumber[]
	/** None where the number, read so, is in no list. */
	codes: SpellingMeaning[]
}

export interface LookupAnswer {
	spelling: string
	kind: 'number' | 'pair' | 'symbol' | 'id'
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
 * The answer for every spelling of every code, pair and event, for the name of every constant, and for every id. No
 * spelling has two.
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
		spellings: string[],
		page: string | undefined,
		readings: SpellingReading[],
	): LookupFile => {
		const [only, ...others] = new Map(readings.flatMap(({ codes }) => codes.map((code) => [code.id, code]))).values()
		return {
			spellings,
			answer: {
				spelling: spellings[0] ?? '',
				kind,
				best: only && others.length === 0 ? only : null,
				page: page === undefined ? null : address(page),
				readings,
			},
		}
	}
	const pageOf = ({ id }: CodeRow | PairRow) => pathTo({ kind: 'code', id })
	/** A row that was named and not read as a number. */
	const named = (base: SpellingReading['base'], row: CodeRow | PairRow): SpellingReading => ({
		base,
		numbers: ('space' in row ? [row.value] : [row.error, row.extended]).map(printed),
		codes: [mean(row)],
	})

	const pairs = lookup.pairs.flatMap((row) =>
		pairSpellings(lookup, row).map((spelling) => file('pair', pairCases(spelling), pageOf(row), [named('pair', row)])),
	)
	const { choices, redirects } = numberPages(lookup)
	const numbers = [
		...choices.map(({ spelling }) => ({ from: numberPath(spelling), to: numberPath(spelling) })),
		...redirects,
	]
		.map(({ from, to }) => ({ spelling: from.split('/').at(-2) ?? '', page: to }))
		.filter(({ spelling }) => !halvesOf(spelling))
		.map(({ spelling, page }) =>
			file(
				'number',
				casesOf(spelling),
				page,
				readingsOf(lookup, spelling).map(({ base, value, rows }) => ({
					base,
					numbers: [printed(value)],
					codes: rows.map(mean),
				})),
			),
		)
	const symbols = [...new Set(lookup.codes.flatMap((row) => row.symbols))].map((symbol) => {
		const rows = lookup.bySymbol(symbol)
		const values = [...new Set(rows.map(({ value }) => value))]
		const [only, ...others] = rows
		return file(
			'symbol',
			[...new Set([symbol, symbol.toLowerCase(), symbol.toUpperCase()])],
			only && others.length === 0 ? pageOf(only) : undefined,
			values.map((value) => ({
				base: 'symbol',
				numbers: [printed(value)],
				codes: rows.filter((row) => row.value === value).map(mean),
			})),
		)
	})
	const ids = [...lookup.codes, ...lookup.pairs].map((row) => file('id', [row.id], pageOf(row), [named('id', row)]))
	return [...numbers, ...pairs, ...symbols, ...ids]
}

/** A pair in the cases of each of its numbers. */
function pairCases(spelling: string): string[] {
	const [error = '', extended = ''] = halvesOf(spelling) ?? []
	return casesOf(error).flatMap((first) => casesOf(extended).map((second) => `${first}-${second}`))
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
