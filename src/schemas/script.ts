import { z } from 'astro/zod'
import { SCRIPT_PARTS } from '../kb/scripts/parts.ts'
import { day, history, kebabId, line, place, sources } from './fields.ts'

const PART_NAMES = Object.keys(SCRIPT_PARTS) as [keyof typeof SCRIPT_PARTS, ...(keyof typeof SCRIPT_PARTS)[]]

/** A PowerShell script that answers one question about a failing connection. */
export const script = z.strictObject({
	id: kebabId.describe('the file name without .yaml; it stands in addresses'),
	order: z.number().int().min(1).describe('its place in the list: in the order in which they are used'),
	title: line.max(70).describe('what it finds out'),
	summary: line.max(260).describe('what it answers, in a sentence or two'),
	when: line.describe('when to run it, and when not'),
	alsoSaid: z.array(line).default([]).describe('words people use for this that the text does not'),
	where: z.array(place).min(1).describe('where it runs: client, host, network; the usual place first'),
	elevated: z.boolean().describe('true when it needs an elevated prompt to see everything'),
	writes: z.array(line).default([]).describe('what it writes or starts; nothing for a script that only reads'),
	asks: z
		.array(
			z.strictObject({
				name: z
					.string()
					.regex(/^[a-z]+$/)
					.describe('the variable, without its dollar sign'),
				value: z
					.string()
					.regex(/^(?:'[^'\n]*'|"[^"\n]*"|\d+)$/)
					.describe("what it holds as it stands, as a PowerShell literal: '127.0.0.1', 4"),
				says: line.describe('what to put in'),
			}),
		)
		.default([])
		.describe('what to fill in at its head'),
	uses: z
		.array(z.enum(PART_NAMES))
		.default([])
		.describe(`functions that several scripts share: ${PART_NAMES.join(', ')}`),
	reads: z
		.array(
			z.strictObject({
				part: line.describe('the part, as its heading prints it'),
				says: line.describe('what it reads and why'),
			}),
		)
		.min(1)
		.describe('what each part reads'),
	output: z
		.array(
			z.strictObject({
				line: line.describe('what it prints'),
				means: line.describe('what that proves'),
				not: line.optional().describe('what it does not prove'),
			}),
		)
		.min(1)
		.describe('how to read what it prints, the deciding lines first'),
	limits: z.array(line).min(1).describe('where it cannot be trusted'),
	sources,
	verified: day,
	history,
	script: z
		.string()
		.regex(/^[\x20-\x7e\n]+$/)
		.describe(
			'the body in plain ASCII without tabs, for Windows PowerShell 5.1; its head and shared functions are added',
		),
})
