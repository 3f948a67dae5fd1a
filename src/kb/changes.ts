/** What changed, by page and day, from the histories that content keeps: for the page of changes and the feeds. */
import { codeId, type IndexName, pairId, pathTo, type Target } from './addresses.ts'
import type { SpaceId } from './spaces.ts'
import type { ArticleKind } from './table.ts'

/** The lists whose pages have a history, and so a feed. */
export const CHANGE_LISTS = [
	'codes',
	'causes',
	'fixes',
	'guides',
	'myths',
	'settings',
	'scripts',
	'events',
	'triage',
] as const satisfies readonly IndexName[]
export type ChangeList = (typeof CHANGE_LISTS)[number]

/** What a changed page is. The codes of a space and the events of a log have one history each. */
export type ChangedKind = ArticleKind | 'pair' | 'code' | 'space' | 'setting' | 'script' | 'log' | 'tree'

/** What happened: a page is new on the first day of its history, and replaced on the day of the line that is marked so. */
export type ChangeSort = 'new' | 'changed' | 'superseded'

/** Everything that changed in one page on one day. */
export interface Change {
	/** Page and day, as in `kb0012-2026-11-22`: its fragment on the page of changes. Permanent. */
	id: string
	/** YYYY-MM-DD */
	day: string
	sort: ChangeSort
	kind: ChangedKind
	list: ChangeList
	/** Of the page, as it is called now. */
	title: string
	/** What the page says, in a sentence or two. */
	summary: string
	/** The path of the page, with a fragment where it is a part of one. */
	path: string
	/** What changed, newest first. */
	says: readonly string[]
	/** What replaced the page: path and title. */
	by?: { path: string; title: string }
}

/** What stands in a history. */
interface Dated {
	summary: string
	history: readonly {
		date: string
		change: string
		/** On the one line that says what replaced the page. */
		replaced?: true | undefined
	}[]
}
interface Replaceable extends Dated {
	title: string
	/** Path of what replaced it. */
	supersededBy?: string | undefined
}

/** What is needed of the content; the schemas hold more. */
export interface ChangeSource {
	spaces: readonly (Dated & { space: SpaceId; title: string })[]
	logs: readonly (Dated & { slug: string; title: string })[]
	pairs: readonly (Replaceable & { space: SpaceId; error: number; extended?: number | undefined })[]
	articles: readonly (Replaceable & { kb: string; kind: ArticleKind })[]
	settings: readonly (Dated & { id: string; name: string })[]
	scripts: readonly (Dated & { id: string; title: string })[]
	trees: readonly (Dated & { id: string; title: string })[]
}

interface Page extends Dated {
	/** What its changes are called by. */
	key: string
	kind: ChangedKind
	list: ChangeList
	title: string
	target: Target
	supersededBy?: string | undefined
}

const LIST_OF = { cause: 'causes', fix: 'fixes', guide: 'guides', myth: 'myths' } as const satisfies Record<
	ArticleKind,
	ChangeList
>

function pagesOf({ spaces, logs, pairs, articles, settings, scripts, trees }: ChangeSource): Page[] {
	const make = (
		kind: ChangedKind,
		list: ChangeList,
		key: string,
		target: Target,
		data: Dated & { title: string; supersededBy?: string | undefined },
	): Page => {
		const { title, summary, history, supersededBy } = data
		return { key, kind, list, target, title, summary, history, supersededBy }
	}
	return [
		...spaces.map((data) => {
			const target: Target = { kind: 'index', of: 'codes', section: data.space }
			return make('space', 'codes', `codes-${data.space}`, target, data)
		}),
		...pairs.map((data) => {
			const alone = data.extended === undefined
			const id = alone ? codeId(data.space, data.error) : pairId(data.error, data.extended ?? 0)
			return make(alone ? 'code' : 'pair', 'codes', id, { kind: 'code', id }, data)
		}),
		...articles.map((data) =>
			make(data.kind, LIST_OF[data.kind], data.kb.toLowerCase(), { kind: 'article', kb: data.kb }, data),
		),
		...settings.map((data) =>
			make(
				'setting',
				'settings',
				`setting-${data.id}`,
				{ kind: 'setting', id: data.id },
				{ ...data, title: data.name },
			),
		),
		...scripts.map((data) => make('script', 'scripts', `script-${data.id}`, { kind: 'script', id: data.id }, data)),
		...logs.map((data) => {
			const target: Target = { kind: 'index', of: 'events', section: data.slug }
			return make('log', 'events', `events-${data.slug}`, target, data)
		}),
		...trees.map((data) => make('tree', 'triage', `triage-${data.id}`, { kind: 'tree', id: data.id }, data)),
	]
}

/**
 * What changed, the newest day first; within a day by list, then by address. The same content gives the same list,
 * whoever read it and in which order.
 */
export function changesOf(source: ChangeSource): Change[] {
	const pages = pagesOf(source)
	const titles = new Map(pages.map(({ target, title }) => [pathTo(target), title]))
	const changes = pages.flatMap(({ key, kind, list, title, summary, target, history, supersededBy }) => {
		const path = pathTo(target)
		const days = [...new Set(history.map(({ date }) => date))].sort()
		return days.map((day): Change => {
			const lines = history.filter(({ date }) => date === day)
			const replaced = lines.some((line) => line.replaced)
			const by = supersededBy ?? ''
			return {
				id: `${key}-${day}`,
				day,
				sort: replaced ? 'superseded' : day === days[0] ? 'new' : 'changed',
				kind,
				list,
				title,
				summary,
				path,
				says: lines.map(({ change }) => change),
				...(replaced && by ? { by: { path: by, title: titles.get(by) ?? by } } : {}),
			}
		})
	})
	const order = ({ list }: Change) => CHANGE_LISTS.indexOf(list)
	return changes.sort((a, b) => compare(b.day, a.day) || order(a) - order(b) || compare(a.path, b.path))
}

/** By code unit, so that the order depends on no locale. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The newest changes, in whole days: who looks once a day misses none.
 *
 * @param changes newest first
 * @param least how many at least, if there are so many
 */
export function newest(changes: readonly Change[], least: number): Change[] {
	const last = changes[Math.min(least, changes.length) - 1]
	return last ? changes.filter(({ day }) => day >= last.day) : []
}
