/** The table of codes and the decoder's facts from content as it was read from disk, for programs outside Astro. */
import { buildTable } from '../kb/build-table.ts'
import { buildFacts } from '../kb/decoding/build-facts.ts'
import { createFacts } from '../kb/decoding/facts.ts'
import { createLookup } from '../kb/table.ts'
import { ARTICLE_KIND, NUMBERED_KINDS } from '../schemas/index.ts'
import { states } from '../strings.ts'
import type { Content, Entry } from './read-content.ts'

/** The table of codes, ready to look up in. */
export function tableOf(content: Content) {
	return createLookup(
		buildTable({
			spaces: content.codes.map(({ data }) => data),
			logs: content.events.map(({ data }) => data),
			pairs: content.pairs.map(({ data }) => data),
			articles: NUMBERED_KINDS.flatMap((kind) =>
				(content[kind] as Entry<'guides'>[]).map(({ data }) => ({
					...data,
					title: states.titled(data),
					kind: ARTICLE_KIND[kind],
				})),
			),
		}),
	)
}

/** The decoder's facts as they are sent to a browser. */
export function factData(content: Content) {
	return buildFacts({
		messages: content.messages.map(({ name, data }) => ({ id: name, ...data })),
		others: content['other-numbers'].flatMap(({ data }) => data),
		logs: content.events.map(({ data }) => data),
	})
}

/** The decoder's facts, ready to decode with: phrases of all scripts. */
export const factsOf = (content: Content) => createFacts(factData(content))
