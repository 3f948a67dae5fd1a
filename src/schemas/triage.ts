import { z } from 'astro/zod'
import { codeId, day, kbNumber, kebabId, line, place, role, sources } from './shared.ts'

const answer = z
	.strictObject({
		id: kebabId.describe('permanent: it stands in ticket links'),
		says: line.describe('the answer in the words of the person asked'),
		question: kebabId.optional().describe('the question it leads to'),
		outcome: kebabId.optional().describe('the outcome it leads to'),
	})
	.refine((a) => (a.question === undefined) !== (a.outcome === undefined), {
		error: 'an answer leads to exactly one question or one outcome',
	})

/** A decision tree. Nothing in code knows a particular one. */
export const triage = z.strictObject({
	id: kebabId.describe('the file name without .yaml'),
	title: line.describe('the title of the tree'),
	summary: line.describe('what it leads to, in a sentence'),
	version: z.number().int().min(1).describe('raised whenever a question, answer or outcome changes'),
	verified: day,
	codes: z.array(codeId).min(1).describe('pairs and codes it starts from'),
	start: kebabId.describe('the first question'),
	sources,
	questions: z
		.array(
			z.strictObject({
				id: kebabId.describe('permanent: it stands in ticket links'),
				asks: line.describe('the question'),
				why: line.describe('why it is asked'),
				how: z
					.array(
						z.strictObject({
							role,
							where: place,
							do: line.describe('what to do to find out'),
							command: z.string().optional().describe('a complete, read-only command for Windows PowerShell 5.1'),
						}),
					)
					.min(1)
					.describe('how to find out, by role'),
				answers: z.array(answer).min(2).describe('the answers, the likeliest first; one for who cannot tell'),
			}),
		)
		.min(1)
		.describe('the questions; their order on the page, not on a path'),
	outcomes: z
		.array(
			z.strictObject({
				id: kebabId.describe('permanent: it has an address of its own'),
				title: line.describe('what was found'),
				says: line.describe('what it means and what to do next'),
				causes: z.array(kbNumber).default([]).describe('cause articles, the likeliest first'),
				fixes: z.array(kbNumber).default([]).describe('fix articles in the order to try them'),
				verify: line.describe('how to know that it was right'),
				collect: z.array(line).default([]).describe('what to put into the ticket when it is escalated'),
			}),
		)
		.min(1)
		.describe('where the paths end'),
})
export type Triage = z.infer<typeof triage>
