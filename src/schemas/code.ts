import { z } from 'astro/zod'
import { SPACE_IDS } from '../kb/spaces.ts'
import { codeValue, day, history, kebabId, line, phases, sources } from './fields.ts'

export const confidence = z
	.enum(['high', 'medium', 'low'])
	.describe(
		'high: official page or protocol table; medium: client texts, release notes or several reports; low: one report or unclear',
	)

/** One code: a number with its meaning in one space. */
export const code = z.strictObject({
	value: codeValue,
	title: line.max(60).describe('what it says in a few words, 60 characters at most'),
	symbol: z
		.string()
		.regex(/^[A-Za-z][A-Za-z0-9_]+$/)
		.optional()
		.describe('the constant in the API or protocol, letter for letter'),
	otherSymbols: z
		.array(z.string().regex(/^[A-Za-z][A-Za-z0-9_]+$/))
		.default([])
		.describe('other names for the same constant'),
	meaning: line.describe('what it means, in one or two plain sentences'),
	isError: z.boolean().describe('false where it reports an ordinary end of a session'),
	category: z
		.enum([
			'broker',
			'client',
			'gateway',
			'info',
			'licensing',
			'network',
			'protocol',
			'range',
			'resources',
			'security',
			'session',
		])
		.describe('the subject it belongs to'),
	phases,
	confidence,
	note: line.optional().describe('what a reader must know besides, such as where it is seen'),
	contradiction: z
		.strictObject({
			claims: z
				.array(z.strictObject({ says: line.describe('what this side says'), sources }))
				.min(2)
				.describe('what each side says, with its sources'),
			verdict: line.describe('what this guide makes of it, and why'),
		})
		.optional()
		.describe('where sources disagree'),
	sources,
	verified: day.optional().describe('when it differs from the day of the space'),
})

/** A file of content/codes: one space of numbers. */
export const codeSpace = z.strictObject({
	space: z.enum(SPACE_IDS).describe(`one of ${SPACE_IDS.join(', ')}`),
	title: line.describe(
		'the one name of the space, singular: what the client prints before the number, if it prints any',
	),
	summary: line.describe('what the numbers are and who sets them'),
	seen: line.describe('where a person meets them'),
	quality: line.describe('how well the list is documented, and what is missing'),
	reference: kebabId.optional().describe('source id of the official list, if there is one'),
	verified: day,
	history,
	codes: z.array(code).min(1).describe('the codes of the space, by number'),
})
export type CodeSpaceFile = z.infer<typeof codeSpace>
