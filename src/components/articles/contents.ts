/** The contents of an article: the headings of its text, between the sections that its kind adds from data. */
import { render } from 'astro:content'
import type { ArticleEntry } from '../../catalog.ts'
import { sections } from '../../strings.ts'

interface Section {
	id: string
	text: string
}

export async function contentsOf(entry: ArticleEntry): Promise<Section[]> {
	const { headings } = await render(entry)
	const own = headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ id: slug, text }))
	const { before, after } = added(entry)
	return [
		...before,
		...own,
		...after,
		{ id: 'sources', text: sections.sources },
		{ id: 'history', text: sections.history },
	]
}

/** Sections made from data, in the order of the page: a cause leads with its checks and fixes. */
function added(entry: ArticleEntry): { before: Section[]; after: Section[] } {
	const has = (items: readonly unknown[], id: string, text: string) => (items.length > 0 ? [{ id, text }] : [])
	switch (entry.collection) {
		case 'causes':
			return {
				before: [
					{ id: 'check', text: sections.check },
					{ id: 'fix', text: sections.fixes },
				],
				after: [
					...has(entry.data.confusedWith, 'confused', sections.confused),
					...has(entry.data.unknown, 'unknown', sections.unknown),
					...has(entry.data.events, 'events', sections.events),
				],
			}
		case 'myths':
			return { before: [], after: has(entry.data.causes, 'causes', sections.causesShort) }
		case 'fixes':
		case 'guides':
			return { before: [], after: [] }
	}
}
