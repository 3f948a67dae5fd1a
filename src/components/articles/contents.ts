/** The contents of an article: the headings of its text, then the sections that its kind adds from data. */
import { render } from 'astro:content'
import type { ArticleEntry } from '../../catalog.ts'
import { sections } from '../../strings.ts'

export async function contentsOf(entry: ArticleEntry): Promise<{ id: string; text: string }[]> {
	const { headings } = await render(entry)
	const own = headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ id: slug, text }))
	const has = (items: readonly unknown[], id: string, text: string) => (items.length > 0 ? [{ id, text }] : [])
	const added =
		entry.collection === 'causes'
			? [
					{ id: 'check', text: sections.check },
					{ id: 'fix', text: sections.fixes },
					...has(entry.data.confusedWith, 'confused', sections.confused),
					...has(entry.data.unknown, 'unknown', sections.unknown),
					...has(entry.data.events, 'events', sections.events),
				]
			: entry.collection === 'myths'
				? has(entry.data.causes, 'causes', sections.causesShort)
				: []
	return [...own, ...added, { id: 'sources', text: sections.sources }, { id: 'history', text: sections.history }]
}
