import { z } from 'astro/zod'
import { codeId, day, kbNumber, kebabId, line, place, role, sources } from './shared.ts'

const answer = z
	.strictObject({
		id: kebabId.describe('permanent: it stands in ticket links'),
		says: line,
		question: kebabId.optional().describe('the question it leads to'),
		outcome: kebabId.optional().describe('the outcome it leads to'),
	})
	.refine((a) => (a.question === undefined) !== (a.outcome === undefined), {
		error: 'an answer leads to exactly one question or one outcome',
	})

/** A decision tree. Nothing in code knows a particular one. */
export const triage = z.strictObject({
	id: kebabId.describe('the file name without .yaml'),
	title: line,
	summary: line,
	version: z.number().int().min(1).describe('raised whenever a question, answer or outcome changes'),
	verified: day,
	codes: z.array(codeId).min(1).describe('pairs and codes it starts from'),
	start: kebabId.describe('the first question'),
	sources,
	questions: z
		.array(
			z.strictObject({
				id: kebabId.describe('permanent: it stands in ticket links'),
				asks: line,
				why: line.describe('why it is asked'),
				how: z
					.array(
						z.strictObject({
							role,
							where: place,
							do: line,
							command: z.string().optional(),
						}),
					)
					.min(1),
				answers: z.array(answer).min(2),
			}),
		)
		.min(1),
	outcomes: z
		.array(
			z.strictObject({
				id: kebabId.describe('permanent: it has an address of its own'),
				title: line,
				says: line,
				causes: z.array(kbNumber).default([]),
				fixes: z.array(kbNumber).default([]),
				verify: line.describe('how to know that it was right'),
				collect: z.array(line).default([]).describe('what to put into the ticket when it is escalated'),
			}),
		)
		.min(1),
})
export type Triage = z.infer<typeof triage>
