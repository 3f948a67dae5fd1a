import { z } from 'astro/zod'
import { day, kebabId, line } from './shared.ts'

const SOURCE_KINDS = [
	'official',
	'specification',
	'vendor-blog',
	'source-code',
	'client-text',
	'manifest',
	'report',
	'community',
] as const

/** Something a claim rests on. Every source stands here once; everything else cites it by id. */
export const source = z.strictObject({
	id: kebabId,
	title: line.describe('the title of the page or file, not of the site'),
	publisher: line.describe('who answers for it'),
	kind: z
		.enum(SOURCE_KINDS)
		.describe(
			'official: vendor documentation; specification: protocol text; vendor-blog: an engineer of the vendor; source-code: a program that uses the value; client-text: dump of texts a client prints; manifest: event provider data; report: a case somebody met; community: other pages',
		),
	url: z
		.url({ protocol: /^https?$/ })
		.describe('an address that can be opened, pinned to a version where there is one'),
	alsoAt: z
		.array(z.url({ protocol: /^https?$/ }))
		.default([])
		.describe('the same text elsewhere'),
	dated: z
		.string()
		.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
		.optional()
		.describe('when it was written, if known: 2018, 2018-11 or 2018-11-05'),
	read: day.describe('the day it was last read'),
	note: line.optional().describe('what to know about it, such as: only seen in part'),
})
export const sourceFile = z.array(source)
export type Source = z.infer<typeof source>

/** Whole segments of lower-case letters, digits and hyphens: no dots, so that a path never leaves the site. */
const PATH = /^\/([a-z0-9-]+\/)*$/
/** The same, or a file with the one dot of its ending. */
const PATH_OR_FILE = /^\/([a-z0-9-]+\/)*(?:[a-z0-9-]+\.[a-z0-9]+)?$/

/** content/redirects.yaml: addresses that moved, and files that were withdrawn. Entries are never removed. */
export const redirectFile = z.array(
	z.strictObject({
		from: z
			.string()
			.regex(PATH_OR_FILE)
			.describe('the old address: of a page, slashes at both ends, words of a-z, 0-9 and - between; or of a file'),
		to: z.string().regex(PATH).describe('the address that answers now: slashes at both ends, no query or fragment'),
		since: day,
		reason: line.describe('why it moved, or why the file was withdrawn'),
	}),
)
