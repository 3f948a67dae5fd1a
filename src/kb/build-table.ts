/** Makes the table of codes from content, whoever read it: the pages of the site, the terminal, the build. */
import { codeId, eventId, pairId } from './addresses.ts'
import type { SpaceId } from './spaces.ts'
import type { ArticleKind, Table } from './table.ts'

/** What the table needs of the content; the schemas hold more. */
export interface TableSource {
	spaces: readonly {
		space: SpaceId
		title: string
		codes: readonly { value: number; title: string; symbol?: string | undefined; otherSymbols: readonly string[] }[]
	}[]
	logs: readonly { slug: string; title: string; events: readonly { id: number; title: string }[] }[]
	pairs: readonly {
		error: number
		extended?: number | undefined
		title: string
		triage?: string | undefined
		triageAt?: string | undefined
	}[]
	articles: readonly { kb: string; title: string; kind: ArticleKind }[]
}

export function buildTable({ spaces, logs, pairs, articles }: TableSource): Table {
	const codes = spaces.flatMap(({ space, codes }) =>
		codes.map(({ value, title, symbol, otherSymbols }) => ({
			id: codeId(space, value),
			space,
			value,
			title,
			symbols: [...(symbol ? [symbol] : []), ...otherSymbols],
		})),
	)
	const events = logs.flatMap(({ slug, title: log, events }) =>
		events.map(({ id, title }) => ({
			id: eventId(slug, id),
			space: 'event' as const,
			value: id,
			title,
			symbols: [],
			log,
		})),
	)
	return {
		codes: [...codes, ...events],
		pairs: pairs.flatMap(({ error, extended, title, triage, triageAt }) => {
			if (extended === undefined) return []
			const tree = triage ? { tree: { id: triage, ...(triageAt ? { question: triageAt } : {}) } } : {}
			return [{ id: pairId(error, extended), error, extended, title, ...tree }]
		}),
		articles: articles.map(({ kb, title, kind }) => ({ kb, title, kind })),
		spaces: Object.fromEntries(spaces.map(({ space, title }) => [space, title])),
	}
}
