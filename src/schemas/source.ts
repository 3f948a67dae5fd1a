import { z } from 'astro/zod'
import { day, kebabId, line } from './fields.ts'

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

/**
 * Whole segments of lower-case letters, digits and hyphens: no dots, so that a path never leaves the site. Then the id of a
 * section, or a file with the one dot of its ending.
 */
const FROM = /^\/([a-z0-9-]+\/)*(?:[\w-]+\.[a-z0-9]+|#[\w.-]+)?$/
const TO = /^\/([a-z0-9-]+\/)*(?:#[\w.-]+)?$/

/** content/redirects.yaml: pages and sections that moved, and files that were withdrawn. Entries are never removed. */
export const redirectFile = z.array(
	z.strictObject({
		from: z
			.string()
			.regex(FROM)
			.describe(
				'the old address: of a page, slashes at both ends, words of a-z, 0-9 and - between; of a section of a page that is still there; or of a file',
			),
		to: z
			.string()
			.regex(TO)
			.describe('the address that answers now: slashes at both ends, no query; for a section, one of the same page'),
		since: day,
		reason: line.describe('why it moved, or why the file was withdrawn'),
	}),
)
