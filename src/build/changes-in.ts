/** What changed, from content as it was read from disk, for programs outside Astro. */
import { type Change, changesOf } from '../kb/changes.ts'
import { ARTICLE_KIND, NUMBERED_KINDS } from '../schemas/index.ts'
import type { Content, Entry } from './read-content.ts'

/** The changes of all pages, newest first. */
export function changesIn(content: Content): Change[] {
	const data = <T>(entries: readonly { data: T }[]) => entries.map((entry) => entry.data)
	return changesOf({
		spaces: data(content.codes),
		logs: data(content.events),
		pairs: data(content.pairs),
		articles: NUMBERED_KINDS.flatMap((kind) =>
			(content[kind] as Entry<'guides'>[]).map((entry) => ({ ...entry.data, kind: ARTICLE_KIND[kind] })),
		),
		settings: data(content.settings),
		scripts: data(content.scripts),
		trees: data(content.triage),
	})
}
