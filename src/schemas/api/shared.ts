/** What the responses for programs have in common. Every field is said in words: the published schemas carry them. */
import { z } from 'astro/zod'
import { GRADES } from '../../kb/evidence.ts'
import { PHASE_IDS } from '../../kb/phases.ts'

/** Text as content holds it. */
export const text = z.string().min(1).describe('plain text; `backticks` mark code')

export const address = z
	.string()
	.regex(/^(?:https?:\/\/[^/]+)?\/\S*$/)
	.describe(
		'an address that is permanent; a path from the root of the server where the guide was built without an origin',
	)

export const page = address.describe('the page for people; it is permanent')
export const data = address.describe('the same as JSON')
export const markdown = address.describe('the whole text of the page as Markdown')

export const day = z.iso.date().describe('a day, as YYYY-MM-DD')
export const verified = day.describe('the day somebody last compared it with its sources')

export const grade = z
	.enum(GRADES)
	.describe('evidence: A officially documented, B several independent reports, C one report, D claim only')

export const phases = z
	.union([z.literal('any'), z.array(z.enum(PHASE_IDS)).min(1)])
	.describe('where on the way to a session the connection stops: phases in order, or any')

export const sourceIds = z.array(z.string()).describe('ids of sources.json, the strongest first')

export const kbId = z
	.string()
	.regex(/^KB\d{4}$/)
	.describe('the number of an article, for ever; in addresses of the API it is lower case')

/** Where to read on: enough to show a link, and to fetch the rest. */
const referenceFields = {
	id: z.string().describe('the id, which is permanent'),
	title: text.describe('its title; it may change'),
	page,
	data,
}
export const reference = z.strictObject(referenceFields)
export const references = z.array(reference)
export const gradedReference = z.strictObject({ ...referenceFields, grade })

/** What every list says of an entry. */
export const entryFields = {
	...referenceFields,
	summary: text.describe('the answer in a sentence or two'),
	verified,
}

/** A file that can be downloaded. */
export const file = z.strictObject({
	name: z.string().describe('the name of the file'),
	address: address.describe('where it is; it is permanent'),
	bytes: z.int().min(1).describe('its size'),
	sha256: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.describe('SHA-256 of its bytes, in hex'),
})
