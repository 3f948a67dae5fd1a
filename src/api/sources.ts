/** Answers about sources, and about messages that are recognised by their words. */
import { type Catalog, citations } from '../catalog.ts'
import { absolute } from '../components/href.ts'
import { gradeOfConfidence } from '../kb/evidence.ts'
import type { Answer } from '../schemas/api/index.ts'
import { addressOf, refsOf } from './links.ts'

export function sources(catalog: Catalog): Answer<'sources'> {
	const cited = citations(catalog)
	return {
		sources: [...catalog.sources.values()].map((source) => ({
			...source,
			dated: source.dated ?? null,
			note: source.note ?? null,
			page: absolute({ kind: 'source-page', id: source.id }),
			pages: (cited.get(source.id) ?? []).map(({ title, path }) => ({ title, page: addressOf(path) })),
		})),
	}
}

export const messages = (catalog: Catalog): Answer<'messages'> => ({
	messages: catalog.messages.map(
		({ id, title, meaning, phrases, general, code, to, confidence, note, sources, verified }) => ({
			id,
			title,
			meaning,
			phrases,
			general,
			code: code ?? null,
			to: refsOf(catalog, to),
			grade: gradeOfConfidence(confidence),
			confidence,
			note: note ?? null,
			sources,
			verified,
			page: absolute({ kind: 'index', of: 'messages', section: id }),
		}),
	),
	otherNumbers: catalog.otherNumbers.map(({ from, to, whose, says, sources }) => ({ from, to, whose, says, sources })),
})
