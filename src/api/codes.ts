/** Answers about codes, pairs and events. */
import { type Catalog, type CodeItem, citedIn, type EventItem, type PairEntry, type PairItem } from '../catalog.ts'
import { eventQuery } from '../kb/event-query.ts'
import { gradeOfConfidence } from '../kb/evidence.ts'
import { disconnectLayer } from '../kb/layers.ts'
import { spellingsOf, toHex, toSigned } from '../kb/numbers.ts'
import type { Answer } from '../schemas/api/index.ts'
import { addresses, articleRef, causeRef, markdownOf, refOf, refsOf, stateOf, storyOf, treeRef } from './links.ts'

const target = (id: string) => ({ kind: 'code', id }) as const
const symbolsOf = ({ code }: CodeItem) => [...(code.symbol ? [code.symbol] : []), ...code.otherSymbols]
const both = <T>(first: readonly T[], second: readonly T[]) => [...new Set([...first, ...second])]

const codeEntry = ({ id, space, code }: CodeItem) => ({
	id,
	title: code.title,
	...addresses(target(id)),
	summary: code.meaning,
	verified: code.verified ?? space.verified,
})

export const codes = ({ codes, spaces }: Catalog): Answer<'codes'> => ({
	codes: codes.map((item) => ({
		...codeEntry(item),
		space: item.space.space,
		list: item.space.title,
		value: item.code.value,
		hex: toHex(item.code.value),
		symbols: symbolsOf(item),
		isError: item.code.isError,
		phases: item.code.phases,
		grade: gradeOfConfidence(item.code.confidence),
	})),
	spaces: spaces.map(({ space, title, summary, seen, quality, reference, verified }) => ({
		id: space,
		title,
		summary,
		seen,
		quality,
		reference: reference ?? null,
		verified,
	})),
})

export function code(catalog: Catalog, item: CodeItem): Answer<'code'> {
	const { id, space, code, article } = item
	const signed = toSigned(code.value)
	const causes = catalog.ofKind('causes').filter(({ data }) => data.codes.includes(id))
	const pairs = catalog.pairs.filter(
		({ entry, error, extended }) =>
			(entry.data.space === space.space && error === code.value) ||
			(space.space === 'extended' && extended === code.value),
	)
	const myths = catalog.ofKind('myths').filter(({ data }) => data.codes.includes(id))
	const others = catalog.lookup.byValue(code.value).filter((row) => row.id !== id && row.space !== 'event')
	return {
		...codeEntry(item),
		markdown: markdownOf(target(id)),
		space: space.space,
		list: space.title,
		value: code.value,
		hex: toHex(code.value),
		signed: signed === undefined ? null : String(signed),
		spellings: spellingsOf(code.value),
		symbols: symbolsOf(item),
		meaning: code.meaning,
		isError: code.isError,
		category: code.category,
		phases: code.phases,
		grade: gradeOfConfidence(code.confidence),
		confidence: code.confidence,
		note: code.note ?? null,
		seen: space.seen,
		layer: (space.space === 'disconnect' && disconnectLayer(code.value)) || null,
		contradiction: code.contradiction ?? null,
		article: article ? aloneOf(article) : null,
		triage: article ? triageOf(catalog, article) : null,
		pairs: pairs.map((pair) => refOf(catalog, pair.id)),
		causes: causes.map(({ data }) => causeRef(catalog, data.kb)),
		events: refsOf(catalog, [...new Set(causes.flatMap(({ data }) => data.events))]),
		myths: myths.map(articleRef),
		trees: catalog.trees.filter(({ codes }) => codes.includes(id)).map((tree) => treeRef(catalog, tree.id)),
		others: others.map((row) => refOf(catalog, row.id)),
		sources: both(code.sources, citedIn([code.contradiction, article?.data], catalog.sources)),
	}
}

const aloneOf = ({ data }: PairEntry) => ({
	title: data.title,
	summary: data.summary,
	client: data.client,
	dialog: data.dialog,
	proves: data.proves,
	provesNot: data.provesNot,
	reports: data.reports,
	verified: data.verified,
	...storyOf(data),
})

const triageOf = (catalog: Catalog, { data: { triage, triageAt } }: PairEntry) =>
	triage === undefined ? null : { ...treeRef(catalog, triage), question: triageAt ?? null }

const pairEntry = ({ id, entry: { data } }: PairItem) => ({
	id,
	title: data.title,
	...addresses(target(id)),
	summary: data.summary,
	verified: data.verified,
})

export const pairs = ({ pairs }: Catalog): Answer<'pairs'> => ({
	pairs: pairs.map((item) => ({
		...pairEntry(item),
		error: toHex(item.error),
		extended: toHex(item.extended),
		client: item.entry.data.client,
		grade: item.entry.data.grade,
		...stateOf(item.entry.data),
	})),
})

export function pair(catalog: Catalog, item: PairItem): Answer<'pair'> {
	const { data } = item.entry
	const part = (found: CodeItem | undefined) =>
		found
			? {
					...refOf(catalog, found.id),
					value: found.code.value,
					hex: toHex(found.code.value),
					symbols: symbolsOf(found),
					meaning: found.code.meaning,
				}
			: null
	return {
		...pairEntry(item),
		markdown: markdownOf(target(item.id)),
		client: data.client,
		dialog: data.dialog,
		error: part(catalog.code(data.space, item.error)),
		extended: part(catalog.code('extended', item.extended) ?? catalog.code('error-info', item.extended)),
		phases: data.phases,
		grade: data.grade,
		causes: data.causes.map(({ kb, grade, why }) => ({ ...refOf(catalog, kb), grade, why })),
		proves: data.proves,
		provesNot: data.provesNot,
		reports: data.reports,
		myths: refsOf(catalog, data.myths),
		triage: triageOf(catalog, item.entry),
		...storyOf(data),
		sources: both(data.sources, citedIn(data, catalog.sources)),
	}
}

const eventEntry = ({ id, log, event }: EventItem) => ({
	id,
	title: event.title,
	...addresses(target(id)),
	summary: event.meaning,
	verified: log.verified,
})

export const events = ({ events }: Catalog): Answer<'events'> => ({
	events: events.map((item) => ({
		...eventEntry(item),
		number: item.event.id,
		log: item.log.log,
		provider: item.event.provider,
		level: item.event.level,
		grade: gradeOfConfidence(item.event.confidence),
	})),
})

export function event(catalog: Catalog, item: EventItem): Answer<'event'> {
	const { id, log, event } = item
	const causes = catalog.ofKind('causes').filter(({ data }) => data.events.includes(id) || data.codes.includes(id))
	return {
		...eventEntry(item),
		markdown: markdownOf(target(id)),
		number: event.id,
		log: log.log,
		logTitle: log.title,
		logSays: log.summary,
		side: log.side,
		provider: event.provider,
		level: event.level,
		meaning: event.meaning,
		why: event.why,
		note: event.note ?? null,
		query: eventQuery(log.log, event.provider, event.id),
		phases: event.phases,
		grade: gradeOfConfidence(event.confidence),
		confidence: event.confidence,
		causes: causes.map(({ data }) => causeRef(catalog, data.kb)),
		sources: event.sources,
	}
}
