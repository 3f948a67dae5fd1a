/**
 * The table of what is answered exactly: codes, pairs and events, and articles by number. Search, decoder, terminal and number pages
 * all look up in it; it is small enough to be sent to a browser.
 */
import type { Target } from './addresses.ts'
import { SPACES, type SpaceId } from './spaces.ts'

/** A code or an event: one number in one space. */
export interface CodeRow {
	id: string
	/** A space of codes, or `event`. */
	space: SpaceId | 'event'
	value: number
	title: string
	/** Names of the constant, where it has any. */
	symbols: readonly string[]
	/** Short name of the log, for events. */
	log?: string
}

/** Two codes that a dialog shows together. */
export interface PairRow {
	id: string
	error: number
	extended: number
	title: string
	/** The tree that starts from it, at which of its questions. */
	tree?: { id: string; question?: string }
}

/** A numbered article. */
export interface ArticleRow {
	kb: string
	title: string
	kind: ArticleKind
}
export const ARTICLE_KINDS = ['cause', 'fix', 'guide', 'myth'] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]

export type Row = CodeRow | PairRow | ArticleRow

export interface Table {
	codes: readonly CodeRow[]
	pairs: readonly PairRow[]
	articles: readonly ArticleRow[]
	/** The name of each space, as the content gives it. */
	spaces: Readonly<Partial<Record<SpaceId, string>>>
}

/** A table with indexes, made once. */
export interface Lookup extends Table {
	/** All codes and events with a value, in the order of the spaces. */
	byValue(value: number): readonly CodeRow[]
	bySpace(space: SpaceId, value: number): CodeRow | undefined
	bySymbol(symbol: string): readonly CodeRow[]
	pair(error: number, extended: number): PairRow | undefined
	byId(id: string): CodeRow | PairRow | undefined
	article(kb: string): ArticleRow | undefined
}

const RANK = new Map<string, number>(SPACES.map((space, i) => [space.id, i]))
const rankOf = (row: CodeRow) => RANK.get(row.space) ?? SPACES.length

const keyOfPair = (error: number, extended: number) => `${error} ${extended}`

/**
 * Indexes a table: every look-up takes the same time however long it is. Rows of one value come in the order of the spaces.
 */
export function createLookup(table: Table): Lookup {
	const values = new Map<number, CodeRow[]>()
	const symbols = new Map<string, CodeRow[]>()
	const ids = new Map<string, CodeRow | PairRow>()
	const spaces = new Map<string, Map<number, CodeRow>>()
	const put = <K>(map: Map<K, CodeRow[]>, key: K, row: CodeRow) => {
		const rows = map.get(key)
		if (rows) rows.push(row)
		else map.set(key, [row])
	}
	for (const row of [...table.codes].sort((a, b) => rankOf(a) - rankOf(b))) {
		put(values, row.value, row)
		for (const symbol of row.symbols) put(symbols, symbol.toLowerCase(), row)
		ids.set(row.id, row)
		const ofSpace = spaces.get(row.space) ?? new Map<number, CodeRow>()
		spaces.set(row.space, ofSpace.set(row.value, row))
	}
	for (const row of table.pairs) ids.set(row.id, row)
	const articles = new Map(table.articles.map((row) => [row.kb, row]))
	const pairs = new Map(table.pairs.map((row) => [keyOfPair(row.error, row.extended), row]))
	return {
		...table,
		byValue: (value) => values.get(value) ?? [],
		bySpace: (space, value) => spaces.get(space)?.get(value),
		bySymbol: (symbol) => symbols.get(symbol.toLowerCase()) ?? [],
		pair: (error, extended) => pairs.get(keyOfPair(error, extended)),
		byId: (id) => ids.get(id),
		article: (kb) => articles.get(kb),
	}
}

/**
 * The rows that a bare number can mean under one reading. Event ids are decimal only, and TLS alerts and other small
 * numbers keep their place behind the codes a dialog shows.
 */
export function meanings(lookup: Lookup, value: number, base: 'hex' | 'decimal' | 'signed'): readonly CodeRow[] {
	const rows = lookup.byValue(value)
	return base === 'decimal' ? rows : rows.filter((row) => row.space !== 'event')
}

/** The page of a row. */
export function targetOf(row: Row): Target {
	return 'kb' in row ? { kind: 'article', kb: row.kb } : { kind: 'code', id: row.id }
}
