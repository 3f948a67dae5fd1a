/** The table as it is sent to a browser: arrays instead of objects, spaces by number. */
import { codeId, eventId, pairId } from './addresses.ts'
import { SPACES } from './spaces.ts'
import { ARTICLE_KINDS, type CodeRow, type Table } from './table.ts'

/**
 * [space, value, title, symbol…]; an event has its log's slug in place of symbols, and -1 as space. The value is the step
 * from the row of the same space before it: lists are sorted, and small numbers compress better.
 */
type PackedCode = [number, number, string, ...string[]]
/** [error, extended, title, tree?] */
type PackedPair = [number, number, string, string?]
/** [number, kind by place, title] */
type PackedArticle = [number, number, string]
export interface PackedTable {
	codes: PackedCode[]
	pairs: PackedPair[]
	articles: PackedArticle[]
	/** Names of the spaces, in their order. */
	spaces: string[]
	/** Titles of logs by their slugs. */
	logs: Record<string, string>
}

const EVENT = -1

export function packTable(table: Table): PackedTable {
	const before = new Map<number, number>()
	const step = (place: number, value: number) => {
		const from = before.get(place) ?? 0
		before.set(place, value)
		return value - from
	}
	return {
		codes: table.codes.map((row): PackedCode => {
			if (row.space === 'event') return [EVENT, step(EVENT, row.value), row.title, slugOf(row.id)]
			const place = SPACES.findIndex(({ id }) => id === row.space)
			return [place, step(place, row.value), row.title, ...row.symbols]
		}),
		pairs: table.pairs.map(
			({ error, extended, title, tree }): PackedPair =>
				tree === undefined ? [error, extended, title] : [error, extended, title, tree],
		),
		articles: table.articles.map(({ kb, kind, title }) => [Number(kb.slice(2)), ARTICLE_KINDS.indexOf(kind), title]),
		spaces: SPACES.map(({ id }) => table.spaces[id] ?? ''),
		logs: Object.fromEntries(
			table.codes.flatMap((row) => (row.space === 'event' ? [[slugOf(row.id), row.log ?? '']] : [])),
		),
	}
}

export function unpackTable(packed: PackedTable): Table {
	const before = new Map<number, number>()
	return {
		codes: packed.codes.flatMap(([place, step, title, ...rest]): CodeRow[] => {
			const value = (before.get(place) ?? 0) + step
			before.set(place, value)
			if (place === EVENT) {
				const [slug = ''] = rest
				return [{ id: eventId(slug, value), space: 'event', value, title, symbols: [], log: packed.logs[slug] ?? '' }]
			}
			const space = SPACES[place]?.id
			return space ? [{ id: codeId(space, value), space, value, title, symbols: rest }] : []
		}),
		pairs: packed.pairs.map(([error, extended, title, tree]) => ({
			id: pairId(error, extended),
			error,
			extended,
			title,
			...(tree === undefined ? {} : { tree }),
		})),
		articles: packed.articles.flatMap(([number, place, title]) => {
			const kind = ARTICLE_KINDS[place]
			return kind ? [{ kb: `KB${String(number).padStart(4, '0')}`, kind, title }] : []
		}),
		spaces: Object.fromEntries(SPACES.flatMap(({ id }, i) => (packed.spaces[i] ? [[id, packed.spaces[i]]] : []))),
	}
}

/** The log's slug inside an event's id: event-<slug>-<number>. */
const slugOf = (id: string) => id.slice('event-'.length, id.lastIndexOf('-'))
