import { z } from 'astro/zod'
import { SPACE_IDS } from '../kb/spaces.ts'
import { articleFields, codeValue, grade, kbNumber, kebabId, line, sources } from './fields.ts'

/**
 * What a dialog shows: an error code, mostly with an extended one. Without `extended` the article is about the code
 * alone and stands on the code's own page.
 */
export const pair = z.strictObject({
	...articleFields,
	space: z.enum(SPACE_IDS).describe('the space of the error code'),
	error: codeValue.describe('the error code, as in 0x904'),
	extended: codeValue.optional().describe('the extended error code, as in 0x7; left out where the client prints none'),
	client: line.describe('which program shows it'),
	dialog: line.describe('what the dialog says, in your own words; quote only a short phrase'),
	grade: grade.describe('how firmly the meaning of this pair is documented'),
	featured: z.boolean().default(false).describe('true puts it on the home page'),
	proves: z.array(line).default([]).describe('what follows from seeing it'),
	provesNot: z.array(line).default([]).describe('what people conclude from it that does not follow'),
	causes: z
		.array(z.strictObject({ kb: kbNumber, grade, why: line.describe('what gives it away, in a sentence') }))
		.default([])
		.describe('cause articles, the most likely first, each graded for this pair'),
	reports: z
		.array(
			z.strictObject({
				cause: line.describe('what lay behind it'),
				evidence: line.describe('what the report is and what it shows'),
				strength: z
					.enum(['high', 'medium', 'low', 'unverified'])
					.describe('how much weight it carries; unverified where no source could be opened'),
				sources: z.array(kebabId).default([]).describe('ids from content/sources.yaml; none only when unverified'),
			}),
		)
		.default([])
		.describe('what people found behind it, with sources'),
	myths: z.array(kbNumber).default([]).describe('myth articles about it'),
	triage: kebabId.optional().describe('the tree that starts from it'),
	triageAt: kebabId.optional().describe('the question of that tree that is open once this pair is known'),
	reportSources: sources.optional().describe('where the pair itself was seen'),
})
export type Pair = z.infer<typeof pair>
