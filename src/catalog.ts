/** Everything in content/, loaded once and linked: what the pages ask instead of the collections. */
import { type CollectionEntry, getCollection } from 'astro:content'
import { codeId, eventId, pairId, pathTo } from './kb/addresses.ts'
import { buildTable } from './kb/build-table.ts'
import type { FactSource } from './kb/decoding/build-facts.ts'
import { newestDay } from './kb/newest-day.ts'
import type { SpaceId } from './kb/spaces.ts'
import { SPACES } from './kb/spaces.ts'
import { createLookup, type Lookup } from './kb/table.ts'
import { assemble } from './kb/triage/tree.ts'
import { ARTICLE_KIND, NUMBERED_KINDS, type NumberedKind } from './schemas/index.ts'
import { eventPage, states } from './strings.ts'

type SpaceData = CollectionEntry<'codes'>['data']
type CodeData = SpaceData['codes'][number]
type LogData = CollectionEntry<'events'>['data']
type EventData = LogData['events'][number]
type SourceData = CollectionEntry<'sources'>['data']
export type PairEntry = CollectionEntry<'pairs'>
export type ArticleEntry = CollectionEntry<NumberedKind>

export interface CodeItem {
	id: string
	space: SpaceData
	code: CodeData
	/** The article about the code alone, where somebody wrote one. */
	article?: PairEntry
}
export interface EventItem {
	id: string
	log: LogData
	event: EventData
}
type TriageFile = CollectionEntry<'triage'>['data']
/** A tree with its words, and with what it borrows. */
export type TriageTree = ReturnType<
	typeof assemble<TriageFile['questions'][number], TriageFile['outcomes'][number], TriageFile>
>
/** A question with its words and the tree that owns it. */
export type TriageQuestion = TriageTree['questions'][number]
/** An outcome with its words and the tree that owns it. */
export type TriageOutcome = TriageTree['outcomes'][number]
export interface PairItem {
	id: string
	entry: PairEntry
	error: number
	extended: number
}

export interface Catalog {
	spaces: SpaceData[]
	codes: CodeItem[]
	pairs: PairItem[]
	logs: LogData[]
	events: EventItem[]
	settings: CollectionEntry<'settings'>['data'][]
	/** Decision trees, each with the questions and outcomes that it borrows. */
	trees: TriageTree[]
	/** Every published version of every tree, oldest first. */
	publishedTrees: CollectionEntry<'published-trees'>['data'][]
	/** In the order in which they are used. */
	scripts: CollectionEntry<'scripts'>['data'][]
	sources: Map<string, SourceData>
	/** Articles by number. */
	articles: Map<string, ArticleEntry>
	lookup: Lookup
	messages: ({ id: string } & CollectionEntry<'messages'>['data'])[]
	otherNumbers: CollectionEntry<'other-numbers'>['data'][]
	/** What the decoder knows besides the table. */
	facts: FactSource
	/** The newest day on which something was verified or changed, YYYY-MM-DD. */
	newestDay: string
	code(space: SpaceId, value: number): CodeItem | undefined
	codeById(id: string): CodeItem | undefined
	event(id: string): EventItem | undefined
	ofKind<K extends NumberedKind>(kind: K): CollectionEntry<K>[]
	article<K extends NumberedKind>(kind: K, kb: string): CollectionEntry<K>
}

let loading: Promise<Catalog> | undefined

/** The catalogue. Content was checked before the build began, so what is referred to exists. */
export function getCatalog(): Promise<Catalog> {
	loading ??= load()
	return loading
}

async function load(): Promise<Catalog> {
	const order = (space: SpaceData) => SPACES.findIndex(({ id }) => id === space.space)
	const spaces = (await getCollection('codes')).map(({ data }) => data).sort((a, b) => order(a) - order(b))
	const pairEntries = await getCollection('pairs')
	const logs = (await getCollection('events')).map(({ data }) => data).sort((a, b) => a.title.localeCompare(b.title))
	const settings = (await getCollection('settings')).map(({ data }) => data)
	const treeFiles = (await getCollection('triage')).map(({ data }) => data)
	const publishedTrees = (await getCollection('published-trees')).map(({ data }) => data)
	const trees = treeFiles.map((tree) => assemble(tree, treeFiles))
	const scripts = (await getCollection('scripts')).map(({ data }) => data).sort((a, b) => a.order - b.order)
	const sources = new Map((await getCollection('sources')).map(({ data }) => [data.id, data]))
	const numbered = (await Promise.all(NUMBERED_KINDS.map((kind) => getCollection(kind)))).flat() as ArticleEntry[]
	const articles = new Map(
		numbered.sort((a, b) => a.data.kb.localeCompare(b.data.kb)).map((entry) => [entry.data.kb, entry]),
	)

	const aboutOne = new Map(
		pairEntries
			.filter(({ data }) => data.extended === undefined)
			.map((entry) => [codeId(entry.data.space, entry.data.error), entry]),
	)
	const codes = spaces.flatMap((space) =>
		space.codes.map((code): CodeItem => {
			const id = codeId(space.space, code.value)
			const article = aboutOne.get(id)
			return article ? { id, space, code, article } : { id, space, code }
		}),
	)
	const pairs = pairEntries
		.flatMap((entry) => {
			const { error, extended } = entry.data
			return extended === undefined ? [] : [{ id: pairId(error, extended), entry, error, extended }]
		})
		.sort((a, b) => a.error - b.error)
	const events = logs.flatMap((log) => log.events.map((event) => ({ id: eventId(log.slug, event.id), log, event })))
	const lookup = createLookup(
		buildTable({
			spaces,
			logs,
			pairs: pairEntries.map(({ data }) => data),
			articles: numbered.map(({ data, collection }) => ({
				...data,
				title: states.titled(data),
				kind: ARTICLE_KIND[collection],
			})),
		}),
	)
	const messages = (await getCollection('messages')).map(({ id, data }) => ({ id, ...data }))
	const otherNumbers = (await getCollection('other-numbers')).map(({ data }) => data)
	const byId = new Map(codes.map((item) => [item.id, item]))
	const eventsById = new Map(events.map((item) => [item.id, item]))
	return {
		spaces,
		codes,
		pairs,
		logs,
		events,
		settings,
		trees,
		publishedTrees,
		scripts,
		sources,
		articles,
		lookup,
		messages,
		otherNumbers,
		facts: { messages, others: otherNumbers, logs },
		newestDay: newestDay([spaces, pairEntries, numbered, logs, settings, treeFiles, scripts, messages]),
		code: (space, value) => byId.get(codeId(space, value)),
		codeById: (id) => byId.get(id),
		event: (id) => eventsById.get(id),
		ofKind: <K extends NumberedKind>(kind: K) =>
			[...articles.values()].filter((entry) => entry.collection === kind) as CollectionEntry<K>[],
		article: <K extends NumberedKind>(kind: K, kb: string) => {
			const entry = articles.get(kb)
			if (entry?.collection !== kind)
				throw new Error(`No article ${kb} among the ${kind}: content was not checked before the build.`)
			return entry as CollectionEntry<K>
		},
	}
}

interface PageItem {
	title: string
	path: string
	/** What the page is made from; sources are cited somewhere in it. */
	data: unknown
}

/** Whether a tree is made for a code or pair first of all. */
export const beginsTree = ({ trees }: Catalog, id: string) => trees.some(({ codes }) => codes.includes(id))

/** Every page that is made from content and has sources. */
export function pagesOf(catalog: Catalog): PageItem[] {
	return [
		...catalog.pairs.map(({ id, entry: { data } }) => ({
			title: states.titled(data),
			path: pathTo({ kind: 'code', id }),
			data,
		})),
		...[...catalog.articles.values()].map(({ data }) => ({
			title: states.titled(data),
			path: pathTo({ kind: 'article', kb: data.kb }),
			data,
		})),
		...catalog.settings.map((data) => ({ title: data.name, path: pathTo({ kind: 'setting', id: data.id }), data })),
		...catalog.trees.map((tree) => ({
			title: tree.title,
			path: pathTo({ kind: 'tree', id: tree.id }),
			data: tree.sources,
		})),
		...catalog.scripts.map(({ id, title, sources }) => ({
			title,
			path: pathTo({ kind: 'script', id }),
			data: sources,
		})),
		...catalog.codes.map(({ id, code, article }) => ({
			title: `${id}: ${code.title}`,
			path: pathTo({ kind: 'code', id }),
			data: [code, article?.data],
		})),
		...catalog.messages.map((data) => ({
			title: data.title,
			path: pathTo({ kind: 'index', of: 'messages', section: data.id }),
			data,
		})),
		...catalog.otherNumbers.map((data) => ({
			title: data.whose,
			path: pathTo({ kind: 'index', of: 'messages', section: 'other-numbers' }),
			data,
		})),
		...catalog.events.map(({ id, event }) => ({
			title: eventPage.title(event.id, event.title),
			path: pathTo({ kind: 'code', id }),
			data: event,
		})),
	]
}

/** What rests on each source: the pages that cite it, by source id. */
export function citations(catalog: Catalog): Map<string, PageItem[]> {
	const cited = new Map<string, PageItem[]>()
	for (const page of pagesOf(catalog))
		for (const id of citedIn(page.data, catalog.sources)) {
			const pages = cited.get(id)
			if (pages) pages.push(page)
			else cited.set(id, [page])
		}
	return cited
}

/** Ids of sources that stand anywhere in some data, in order, each once. */
export function citedIn(data: unknown, sources: ReadonlyMap<string, unknown>): string[] {
	const found = new Set<string>()
	const walk = (value: unknown): void => {
		if (typeof value === 'string') {
			if (sources.has(value)) found.add(value)
		} else if (value && typeof value === 'object') Object.values(value).forEach(walk)
	}
	walk(data)
	return [...found]
}
