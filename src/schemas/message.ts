import { z } from 'astro/zod'
import { confidence } from './code.ts'
import { codeId, codeValue, day, kbNumber, line, sources } from './fields.ts'

/** Languages as BCP 47 writes them; a region only where it changes the words. */
const language = z
	.string()
	.regex(/^[a-z]{2}(-[A-Z]{2})?$/)
	.describe('a language tag, as in de or zh-CN')

/** A sentence of a client, a server or a user that is recognised by its wording, with or without a code. */
export const message = z.strictObject({
	title: line.max(70).describe('what it is about, in a few words of the guide'),
	meaning: line.max(260).describe('what it tells, in one or two sentences'),
	phrases: z
		.record(
			language,
			z
				.array(line.max(90).describe('a few words in a row, without names, numbers and punctuation'))
				.min(1)
				.describe('the fewest words that give the message away'),
		)
		.describe('words that give it away, by language, as they stand on the screen'),
	general: z
		.boolean()
		.default(false)
		.describe('true where many messages begin so: anything else that is recognised says more'),
	code: codeId.optional().describe('the code that the client means by this sentence, where there is just one'),
	to: z
		.array(z.union([codeId, kbNumber]))
		.min(1)
		.describe('where to go on, the best page first: ids of codes, pairs and events, or KB numbers'),
	confidence,
	note: line.optional().describe('what a reader must know besides'),
	sources,
	verified: day,
})
export type Message = z.infer<typeof message>

/** A range of 32-bit numbers that belong to another product and are pasted all the same. */
export const otherNumber = z.strictObject({
	from: codeValue.describe('the first number of the range'),
	to: codeValue.describe('the last number of the range; the same for a single number'),
	whose: line.max(60).describe('what the number is, as in "Windows Update error"'),
	says: line.max(200).describe('one sentence for somebody who took it for a Remote Desktop code'),
	sources,
})
/** content/other-numbers.yaml */
export const otherNumberFile = z.array(otherNumber)

/** content/synonyms.yaml: what the guide calls by one name and people by several. */
export const synonymFile = z.array(
	z.strictObject({
		term: line.max(40).describe('the word of the guide, lower case'),
		also: z
			.array(line.max(40).describe('a word or phrase, lower case'))
			.min(1)
			.describe('what people call it, in any language'),
	}),
)
