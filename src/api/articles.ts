/** Answers about numbered articles: causes, fixes, guides and myths. */
import type { CollectionEntry } from 'astro:content'
import { filesOfFix } from '../artefacts.ts'
import { type ArticleEntry, type Catalog, citedIn } from '../catalog.ts'
import { weakestGrade } from '../kb/evidence.ts'
import type { Answer } from '../schemas/api/index.ts'
import { articleRef, causeRef, fixRef, markdownOf, refOf, refsOf, settingRefs, stateOf, storyOf } from './links.ts'
import { fileOf } from './settings.ts'

const entryOf = (entry: ArticleEntry) => ({
	...articleRef(entry),
	summary: entry.data.summary,
	verified: entry.data.verified,
	...stateOf(entry.data),
})

/** What every numbered article carries. */
const bodyOf = (catalog: Catalog, entry: ArticleEntry) => ({
	...entryOf(entry),
	markdown: markdownOf({ kind: 'article', kb: entry.data.kb }),
	phases: entry.data.phases,
	...storyOf(entry.data),
	sources: [...new Set([...entry.data.sources, ...citedIn(entry.data, catalog.sources)])],
})

/** Where one letter must do, it is the weaker of mechanism and tie to the codes. */
const gradeOfCause = ({ data }: CollectionEntry<'causes'>) => weakestGrade(data.grade, data.pairLink.grade)

export const causes = (catalog: Catalog): Answer<'causes'> => ({
	causes: catalog.ofKind('causes').map((entry) => ({
		...entryOf(entry),
		area: entry.data.area,
		said: entry.data.said,
		phases: entry.data.phases,
		grade: gradeOfCause(entry),
	})),
})

export function cause(catalog: Catalog, entry: CollectionEntry<'causes'>): Answer<'cause'> {
	const { data } = entry
	return {
		...bodyOf(catalog, entry),
		area: data.area,
		said: data.said,
		environment: data.environment,
		timing: data.timing,
		grade: gradeOfCause(entry),
		mechanism: data.grade,
		pairLink: data.pairLink,
		whoCanCheck: data.whoCanCheck,
		checks: data.checks.map((check) => ({ ...check, command: check.command?.trim() ?? null })),
		codes: refsOf(catalog, data.codes),
		events: refsOf(catalog, data.events),
		settings: settingRefs(catalog, data.settings),
		fixes: data.fixes.map((kb) => fixRef(catalog, kb)),
		confusedWith: data.confusedWith.map(({ kb, what, tell }) => ({
			what,
			tell,
			article: kb === undefined ? null : refOf(catalog, kb),
		})),
		unknown: data.unknown,
		evidence: data.evidence,
	}
}

export const fixes = (catalog: Catalog): Answer<'fixes'> => ({
	fixes: catalog.ofKind('fixes').map((entry) => ({
		...entryOf(entry),
		risk: entry.data.risk,
		grade: entry.data.grade,
	})),
})

export async function fix(catalog: Catalog, entry: CollectionEntry<'fixes'>): Promise<Answer<'fix'>> {
	const { data } = entry
	const bundle = await filesOfFix(entry)
	return {
		...bodyOf(catalog, entry),
		grade: data.grade,
		risk: data.risk,
		riskSays: data.riskSays,
		where: data.where,
		elevated: data.elevated,
		disconnects: data.disconnects ?? null,
		restart: data.restart ?? null,
		outOfBand: data.outOfBand,
		undo: data.undo,
		settings: settingRefs(catalog, data.settings),
		files: bundle?.downloads.map(fileOf) ?? [],
		causes: catalog
			.ofKind('causes')
			.filter((cause) => cause.data.fixes.includes(data.kb))
			.map((cause) => causeRef(catalog, cause.data.kb)),
	}
}

export const guides = (catalog: Catalog): Answer<'guides'> => ({ guides: catalog.ofKind('guides').map(entryOf) })

export const guide = (catalog: Catalog, entry: CollectionEntry<'guides'>): Answer<'guide'> => bodyOf(catalog, entry)

export const myths = (catalog: Catalog): Answer<'myths'> => ({
	myths: catalog.ofKind('myths').map((entry) => ({
		...entryOf(entry),
		claim: entry.data.claim,
		verdict: entry.data.verdict,
	})),
})

export const myth = (catalog: Catalog, entry: CollectionEntry<'myths'>): Answer<'myth'> => ({
	...bodyOf(catalog, entry),
	claim: entry.data.claim,
	verdict: entry.data.verdict,
	about: entry.data.about,
	instead: entry.data.instead,
	codes: refsOf(catalog, entry.data.codes),
	causes: entry.data.causes.map((kb) => causeRef(catalog, kb)),
})
