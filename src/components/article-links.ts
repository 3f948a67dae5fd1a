/** Links to pages of the catalogue, for lists of links. */
import type { ArticleEntry, Catalog } from '../catalog.ts'
import { states } from '../strings.ts'
import { href } from './href.ts'
import type { Link } from './LinkList.astro'

export const articleLink = ({ data }: ArticleEntry): Link => ({
	text: states.titled(data),
	href: href({ kind: 'article', kb: data.kb }),
})

/** The settings that an article names, in the order of the catalogue. */
export function settingLinks(catalog: Catalog, ids: readonly string[]): Link[] {
	return catalog.settings
		.filter(({ id }) => ids.includes(id))
		.map(({ id, name }) => ({ text: name, href: href({ kind: 'setting', id }) }))
}

/** The log entries that an article names, with the log beside each. */
export function eventLinks(catalog: Catalog, ids: readonly string[]): Link[] {
	return ids
		.flatMap((id) => catalog.event(id) ?? [])
		.map(({ id, log, event }) => ({
			text: `${event.id}: ${event.title}`,
			href: href({ kind: 'code', id }),
			note: log.title,
		}))
}
