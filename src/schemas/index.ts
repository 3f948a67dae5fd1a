/** Which files hold which concept: the one list that the site, the checks and the scaffolder share. */
import type { z } from 'astro/zod'
import type { ArticleKind } from '../kb/table.ts'
import { cause, fix, guide, myth } from './articles.ts'
import { codeSpace } from './code.ts'
import { eventLog } from './event.ts'
import { message, otherNumberFile, synonymFile } from './message.ts'
import { pair } from './pair.ts'
import { script } from './script.ts'
import { setting } from './setting.ts'
import { redirectFile, sourceFile } from './source.ts'
import { publishedTreeFile, triage } from './triage.ts'

interface ContentKind {
	/** Folder below content/, or a single file. */
	at: string
	format: 'yaml' | 'mdx'
	schema: z.ZodType
	/** Fragment ids that the body of each article must have. */
	sections?: readonly string[]
}

export const CONTENT = {
	codes: { at: 'codes', format: 'yaml', schema: codeSpace },
	pairs: { at: 'pairs', format: 'mdx', schema: pair, sections: ['summary', 'check'] },
	causes: { at: 'causes', format: 'mdx', schema: cause, sections: ['mechanism'] },
	fixes: { at: 'fixes', format: 'mdx', schema: fix, sections: ['before', 'fix', 'verify', 'undo'] },
	guides: { at: 'guides', format: 'mdx', schema: guide },
	myths: { at: 'myths', format: 'mdx', schema: myth, sections: ['why'] },
	settings: { at: 'settings', format: 'yaml', schema: setting },
	events: { at: 'events', format: 'yaml', schema: eventLog },
	triage: { at: 'triage', format: 'yaml', schema: triage },
	'published-trees': { at: 'published-trees.yaml', format: 'yaml', schema: publishedTreeFile },
	scripts: { at: 'scripts', format: 'yaml', schema: script },
	messages: { at: 'messages', format: 'yaml', schema: message },
	'other-numbers': { at: 'other-numbers.yaml', format: 'yaml', schema: otherNumberFile },
	synonyms: { at: 'synonyms.yaml', format: 'yaml', schema: synonymFile },
	sources: { at: 'sources.yaml', format: 'yaml', schema: sourceFile },
	redirects: { at: 'redirects.yaml', format: 'yaml', schema: redirectFile },
} as const satisfies Record<string, ContentKind>

export type KindName = keyof typeof CONTENT
/** The parsed data of one file of a kind. */
export type DataOf<K extends KindName> = z.infer<(typeof CONTENT)[K]['schema']>
export const NUMBERED_KINDS = ['causes', 'fixes', 'guides', 'myths'] as const
/** What one article of a folder is called. */
export const ARTICLE_KIND = { causes: 'cause', fixes: 'fix', guides: 'guide', myths: 'myth' } as const satisfies Record<
	(typeof NUMBERED_KINDS)[number],
	ArticleKind
>
export type NumberedKind = (typeof NUMBERED_KINDS)[number]
