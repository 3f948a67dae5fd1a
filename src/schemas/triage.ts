import { z } from 'astro/zod'
import { codeId, day, history, kbNumber, kebabId, line, place, role, sources } from './fields.ts'

/** What the drawing of a tree and the list of answers have room for. */
const label = (longest: number) =>
	line.max(longest).describe(`a name of at most ${longest} characters, for the drawing and the list of answers`)

const answer = z
	.strictObject({
		id: kebabId.describe('permanent: it stands in ticket links; cant-tell for who cannot tell'),
		label: label(28),
		says: line.describe('the answer in the words of the person asked'),
		question: kebabId.optional().describe('the question it leads to, in this tree or another'),
		outcome: kebabId.optional().describe('the outcome it leads to, in this tree or another'),
	})
	.refine((a) => (a.question === undefined) !== (a.outcome === undefined), {
		error: 'an answer leads to exactly one question or one outcome',
	})

const how = z
	.strictObject({
		role,
		where: place,
		do: line.describe('what to do to find out'),
		command: z.string().optional().describe('a complete, read-only command for Windows PowerShell 5.1'),
		script: kebabId.optional().describe('a script from content/scripts, where a command would be long'),
	})
	.refine((one) => one.command === undefined || one.script === undefined, {
		error: 'give a command or a script, not both',
	})

const question = z.strictObject({
	id: kebabId.describe('permanent: it stands in ticket links; unique among all trees'),
	label: label(24),
	asks: line.describe('the question'),
	why: line.describe('why it is asked'),
	how: z.array(how).min(1).describe('how to find out, by role, the cheapest first'),
	answers: z.array(answer).min(2).describe('the answers, the likeliest first; cant-tell last'),
	everybodyKnows: line.optional().describe('why it needs no cant-tell: the reason, in a sentence'),
	olderLinks: kebabId.optional().describe('the answer that links from before this question are taken to have given'),
})

const outcome = z.strictObject({
	id: kebabId.describe('permanent: it has an address of its own; unique among all trees'),
	title: line.describe('what was found'),
	says: line.describe('what it means in one sentence, the lead; then what to do next, each sentence a line of its own'),
	confirm: line
		.optional()
		.describe('what proves it and nothing else, and where to go back to if it does not hold; needed where fixes stand'),
	causes: z.array(kbNumber).default([]).describe('cause articles, the likeliest first'),
	fixes: z.array(kbNumber).default([]).describe('fix articles in the order to try them, the lowest risk first'),
	see: z.array(z.string()).default([]).describe('further pages: ids of codes, pairs and events, numbers of articles'),
	goOn: z
		.strictObject({
			tree: kebabId.describe('the tree to go on with'),
			question: kebabId.describe('where to begin in it'),
		})
		.optional()
		.describe('where another tree takes over'),
	verify: line.describe('how to know that it was right'),
	collect: z.array(line).default([]).describe('what to put into the ticket when it is escalated'),
})

/** A decision tree. Nothing in code knows a particular one. */
export const triage = z.strictObject({
	id: kebabId.describe('the file name without .yaml'),
	title: line.describe('the title of the tree'),
	summary: line.describe('what it leads to, in a sentence'),
	version: z.number().int().min(1).describe('raised whenever answers lead elsewhere; npm run check:content says when'),
	verified: day,
	history,
	codes: z.array(codeId).min(1).describe('pairs and codes it starts from'),
	start: kebabId.describe('the first question'),
	sources,
	questions: z.array(question).min(1).describe('the questions; their order on the page, not on a path'),
	outcomes: z.array(outcome).min(1).describe('where the paths end'),
})
/** A tree as its file holds it. */
export type Triage = z.infer<typeof triage>

/** What a published version of a tree promised to links: where each answer led. */
export const publishedTree = z.strictObject({
	tree: kebabId,
	version: z.number().int().min(1).describe('the version of the tree at the time'),
	published: day,
	start: kebabId,
	answers: z
		.record(z.string(), z.record(z.string(), z.string()))
		.describe('by question and answer: the next question, or = and the outcome'),
	changed: z
		.array(
			z.strictObject({
				question: kebabId,
				answer: kebabId.optional().describe('all answers of the question if left out'),
				why: line.describe('why links with this answer may end elsewhere now'),
			}),
		)
		.default([])
		.describe('acknowledged changes'),
})
/** Every published version of every tree. Append-only; `npm run permalinks` writes it. */
export const publishedTreeFile = z.array(publishedTree)
