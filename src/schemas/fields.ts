/** Field types that several concepts share. Each `describe` is the sentence an author sees when the field is wrong. */
import { z } from 'astro/zod'
import { GRADES } from '../kb/evidence.ts'
import { PHASE_IDS } from '../kb/phases.ts'

/** YAML without quotes turns a day into a Date in some parsers; both spellings are accepted, impossible days are not. */
const dateToDay = (value: unknown): unknown =>
	value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value

export const day = z.preprocess(dateToDay, z.iso.date()).describe('a day that exists, as YYYY-MM-DD')

export const kebabId = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
	.describe('lower-case words joined by hyphens')

export const kbNumber = z
	.string()
	.regex(/^KB\d{4}$/)
	.describe('KB and four digits, as in KB0012; npm run new gives the next free one')

/** One line of text; pages render `code` in backticks and nothing else. */
export const line = z.string().trim().min(2).describe('a sentence or phrase; `backticks` mark code')

export const grade = z.enum(GRADES).describe('A, B, C or D, as the guide on evidence defines them')

export const phases = z
	.union([z.literal('any'), z.array(z.enum(PHASE_IDS)).min(1)])
	.describe(`'any', or a list of: ${PHASE_IDS.join(', ')}`)

export const sources = z.array(kebabId).min(1).describe('ids from content/sources.yaml, the strongest first')

export const place = z
	.enum(['client', 'host', 'portal', 'network'])
	.describe('where it runs: client, host, portal or network')

export const role = z
	.enum(['user', 'helpdesk', 'server-admin', 'network'])
	.describe('who can do it: user, helpdesk, server-admin or network')

/** A number as the field writes it: 0x904 or 2308. YAML reads both. */
export const codeValue = z
	.number()
	.int()
	.min(0)
	.max(0xffffffff)
	.describe('an unsigned 32-bit number, best written in hex: 0x904')

/** The id of a code page, as in mstsc-0x904 or event-system-1057. */
export const codeId = z
	.string()
	.regex(/^[a-z]+(-[a-z]+)*-(0x[0-9a-f]+|\d+)(-0x[0-9a-f]+)?$/)
	.describe('the id of a code, pair or event, as in mstsc-0x904-0x7')

/**
 * What readers of a page are told about its changes. Each day that is named here has an address on the page of changes
 * and an entry in the feed, so a day is never taken away.
 */
const historyLine = z.strictObject({
	date: day,
	change: line.describe('what changed, in one sentence'),
})
const HISTORY = 'what changed and when, newest first; add lines, take none away'
export const history = z.array(historyLine).min(1).describe(HISTORY)

/** Of a page that something else may replace. The line that says so is marked, so that no later line is taken for it. */
const articleHistory = z
	.array(
		historyLine.extend({
			replaced: z.literal(true).optional().describe('true on the one line that says what replaced the page'),
		}),
	)
	.min(1)
	.describe(HISTORY)

/** What every article carries, whatever its kind (Knowledge-Centered Service form). */
export const articleFields = {
	title: line.max(90).describe('the title; it may change, the id cannot'),
	summary: line.max(260).describe('the answer in one or two sentences, 260 characters at most; search results show it'),
	state: z.enum(['draft', 'verified', 'superseded']).describe('draft, verified or superseded'),
	supersededBy: z.string().optional().describe('address of what replaced it; only when superseded'),
	verified: day.describe('the day somebody last checked it against its sources, as YYYY-MM-DD'),
	history: articleHistory,
	sources,
	phases,
	alsoSaid: z.array(line).default([]).describe('words people use for this that the text does not'),
	appliesTo: z.array(line).min(1).describe('systems it holds for, as in "Windows 10 and 11"'),
}

/** Identity of a numbered article: the number for ever, and every slug it ever had. */
export const numberedFields = {
	kb: kbNumber,
	slugs: z.array(kebabId).min(1).describe('the present slug first, then every earlier one; all keep working'),
}
