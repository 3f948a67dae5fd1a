/** The table as it is sent to a browser: columns instead of objects, spaces by number. */
import { codeId, eventId, pairId } from './addresses.ts'
import { SPACES } from './spaces.ts'
import { ARTICLE_KINDS, type CodeRow, type Table } from './table.ts'

/**
 * Codes and events by columns, which compress better than rows. Places: the place of the space, or of the log counted down
 * from -1, and how many rows in a row have it, by turns. Steps: the value less the one before it in the same place.
 */
interface PackedCodes {
	places: number[]
	steps: number[]
	titles: string[]
	/** For codes alone: names, separated by spaces. */
	symbols: string[]
}
/** [error, extended, title, tree?, question?] */
type PackedPair = [number, number, string, string?, string?]
/** Numbers, kinds by place, titles. */
type PackedArticles = [number[], number[], string[]]
export interface PackedTable {
	codes: PackedCodes
	pairs: PackedPair[]
	articles: PackedArticles
	/** Names of the spaces, in their order. */
	spaces: string[]
	/** Logs by their slugs: [slug, title]. */
	logs: [string, string][]
}

/** The table as columns; {@link unpackTable} gives the same table back. */
export function packTable(table: Table): PackedTable {
	const logs = new Map(table.codes.flatMap((row) => (row.space === 'event' ? [[slugOf(row.id), row.log ?? '']] : [])))
	const slugs = [...logs.keys()]
	const codes: PackedCodes = { places: [], steps: [], titles: [], symbols: [] }
	const before = new Map<number, number>()
	for (const row of table.codes) {
		const place =
			row.space === 'event' ? -1 - slugs.indexOf(slugOf(row.id)) : SPACES.findIndex(({ id }) => id === row.space)
		if (codes.places.at(-2) === place) codes.places.push((codes.places.pop() ?? 0) + 1)
		else codes.places.push(place, 1)
		codes.steps.push(row.value - (before.get(place) ?? 0))
		before.set(place, row.value)
		codes.titles.push(row.title)
		if (place >= 0) codes.symbols.push(row.symbols.join(' '))
	}
	return {
		codes,
		pairs: table.pairs.map(
			({ error, extended, title, tree }): PackedPair =>
				tree === undefined
					? [error, extended, title]
					: tree.question === undefined
						? [error, extended, title, tree.id]
						: [error, extended, title, tree.id, tree.question],
		),
		articles: [
			table.articles.map(({ kb }) => Number(kb.slice(2))),
			table.articles.map(({ kind }) => ARTICLE_KINDS.indexOf(kind)),
			table.articles.map(({ title }) => title),
		],
		spaces: SPACES.map(({ id }) => table.spaces[id] ?? ''),
		logs: [...logs].map(([slug = '', title = '']) => [slug, title]),
	}
}

/** The table from its columns. Ids are made from space and value; what has no place in this version's lists is left out. */
export function unpackTable(packed: PackedTable): Table {
	const [numbers, kinds, titles] = packed.articles
	return {
		codes: unpackCodes(packed),
		pairs: packed.pairs.map(([error, extended, title, tree, question]) => ({
			id: pairId(error, extended),
			error,
			extended,
			title,
			...(tree === undefined ? {} : { tree: { id: tree, ...(question === undefined ? {} : { question }) } }),
		})),
		articles: numbers.flatMap((number, i) => {
			const kind = ARTICLE_KINDS[kinds[i] ?? -1]
			return kind ? [{ kb: `KB${String(number).padStart(4, '0')}`, kind, title: titles[i] ?? '' }] : []
		}),
		spaces: Object.fromEntries(SPACES.flatMap(({ id }, i) => (packed.spaces[i] ? [[id, packed.spaces[i]]] : []))),
	}
}

function unpackCodes({ codes: { places, steps, titles, symbols }, logs }: PackedTable): CodeRow[] {
	const rows: CodeRow[] = []
	const before = new Map<number, number>()
	let at = 0
	let named = 0
	for (let run = 0; run < places.length; run += 2) {
		const place = places[run] ?? 0
		for (let count = places[run + 1] ?? 0; count > 0; count--) {
			const value = (before.get(place) ?? 0) + (steps[at] ?? 0)
			before.set(place, value)
			const title = titles[at++] ?? ''
			if (place < 0) {
				const [slug, log] = logs[-1 - place] ?? ['', '']
				rows.push({ id: eventId(slug, value), space: 'event', value, title, symbols: [], log })
				continue
			}
			const names = symbols[named++] ?? ''
			const space = SPACES[place]?.id
			if (space)
				rows.push({ id: codeId(space, value), space, value, title, symbols: names === '' ? [] : names.split(' ') })
		}
	}
	return rows
}

/** The log's slug inside an event's id: event-<slug>-<number>. */
const slugOf = (id: string) => id.slice('event-'.length, id.lastIndexOf('-'))
