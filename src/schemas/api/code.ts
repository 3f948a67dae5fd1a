import { z } from 'astro/zod'
import { SPACE_IDS } from '../../kb/spaces.ts'
import { code as contentCode } from '../code.ts'
import { articleFields } from '../fields.ts'
import { pair as contentPair } from '../pair.ts'
import {
	address,
	day,
	entryFields,
	grade,
	gradedReference,
	markdown,
	phases,
	reference,
	references,
	sourceIds,
	text,
	verified,
} from './shared.ts'

const space = z
	.enum(SPACE_IDS)
	.describe('the list of numbers it belongs to: the same number means something else in another')
const symbols = z.array(z.string()).describe('names of the constant; the official one first')
const list = text.describe('the name of the list of numbers')

/** A number in the ways in which it is printed. */
const numberFields = {
	value: z.int().min(0).max(0xffffffff).describe('the number, unsigned'),
	hex: z
		.string()
		.regex(/^0x[0-9a-f]+$/)
		.describe('in hexadecimal, as ids have it'),
}

/** What an article says besides its text, whatever it is about. */
export const storyFields = {
	state: articleFields.state,
	supersededBy: address.nullable().describe('the page that replaced it; null unless superseded'),
	history: articleFields.history,
	appliesTo: z.array(text).describe('systems it holds for'),
	alsoSaid: z.array(text).describe('words people use for this'),
}

/** Something people found behind a code or pair. */
const reports = contentPair.shape.reports
/** Where a decision tree goes on from here. */
const triage = z
	.strictObject({
		...reference.shape,
		question: z.string().nullable().describe('the question that is open here; null for the first'),
	})
	.nullable()
	.describe('the decision tree that starts from it, if there is one')

export const codes = z
	.strictObject({
		codes: z
			.array(
				z.strictObject({ ...entryFields, space, list, ...numberFields, symbols, isError: z.boolean(), phases, grade }),
			)
			.describe('by list, then by number'),
		spaces: z
			.array(
				z.strictObject({
					id: space,
					title: list,
					summary: text.describe('what the numbers are and who sets them'),
					seen: text.describe('where a person meets them'),
					quality: text.describe('how well the list is documented, and what is missing'),
					reference: z.string().nullable().describe('the source with the official list, if there is one'),
					verified,
				}),
			)
			.describe('the lists of numbers'),
	})
	.describe('Every code: a number with its meaning in one list of numbers.')

export const code = z
	.strictObject({
		...entryFields,
		markdown,
		space,
		list,
		...numberFields,
		signed: z.string().nullable().describe('as PowerShell and logs print it where the highest bit is set'),
		spellings: z.array(z.string()).describe('ways to write it, in lower case; each is an address of lookup'),
		symbols,
		meaning: text.describe('what it means, in one or two sentences'),
		isError: z.boolean().describe('false where it reports an ordinary end of a session'),
		category: contentCode.shape.category,
		phases,
		grade,
		confidence: contentCode.shape.confidence,
		note: text.nullable().describe('what a reader must know besides'),
		seen: text.describe('where a person meets numbers of this list'),
		layer: z
			.strictObject({ byte: z.string(), name: text })
			.nullable()
			.describe('the layer that the low byte of a disconnect reason names; inferred, not documented'),
		contradiction: z
			.strictObject({ claims: z.array(z.strictObject({ says: text, sources: sourceIds })), verdict: text })
			.nullable()
			.describe('where sources disagree: what each side says, and what this guide makes of it'),
		article: z
			.strictObject({
				title: text,
				summary: text,
				client: text.describe('which program shows it'),
				dialog: text.describe('what the dialog says'),
				proves: z.array(text).describe('what follows from seeing it'),
				provesNot: z.array(text).describe('what people conclude from it that does not follow'),
				reports,
				verified: day,
				...storyFields,
			})
			.nullable()
			.describe('what is said about the code alone, where somebody wrote an article about it'),
		triage,
		pairs: references.describe('pairs it is part of'),
		causes: z.array(gradedReference).describe('causes that show as it, each with how firmly it is tied to its codes'),
		events: references.describe('log entries that point to these causes'),
		myths: references.describe('claims about it that do not hold'),
		trees: references.describe('decision trees that start from it'),
		others: references.describe('the same number in other lists'),
		sources: sourceIds,
	})
	.describe('One code: all that its page says.')

const pairCode = z
	.strictObject({ ...reference.shape, ...numberFields, symbols, meaning: text })
	.nullable()
	.describe('one of the two codes; null where no list has it')

export const pairs = z
	.strictObject({
		pairs: z.array(
			z.strictObject({
				...entryFields,
				error: numberFields.hex,
				extended: numberFields.hex,
				client: text,
				grade,
				state: storyFields.state,
				supersededBy: storyFields.supersededBy,
			}),
		),
	})
	.describe('Every pair: an error code with its extended error code, as a dialog shows them.')

export const pair = z
	.strictObject({
		...entryFields,
		markdown,
		client: text.describe('which program shows it'),
		dialog: text.describe('what the dialog says'),
		error: pairCode,
		extended: pairCode,
		phases,
		grade: grade.describe('how firmly the meaning of this pair is documented'),
		causes: z
			.array(z.strictObject({ ...gradedReference.shape, why: text.describe('what gives it away') }))
			.describe('the most likely first, each graded for this pair'),
		proves: z.array(text).describe('what follows from seeing it'),
		provesNot: z.array(text).describe('what people conclude from it that does not follow'),
		reports,
		myths: references.describe('claims about it that do not hold'),
		triage,
		...storyFields,
		sources: sourceIds,
	})
	.describe('One pair: both codes, its causes with the evidence, what it proves and what not.')

const number = z.int().min(0).max(65535).describe('the event id')
const log = text.describe('the full name of the log, as Get-WinEvent takes it')

export const events = z
	.strictObject({
		events: z.array(z.strictObject({ ...entryFields, number, log, provider: z.string(), level: z.string(), grade })),
	})
	.describe('Every log entry that matters for Remote Desktop.')

export const event = z
	.strictObject({
		...entryFields,
		markdown,
		number,
		log,
		logTitle: text.describe('a short name for the log'),
		logSays: text.describe('what the log records and whether it is on by default'),
		side: z.enum(['client', 'server', 'gateway', 'broker']).describe('which machine writes it'),
		provider: z.string().describe('the event source, letter for letter'),
		level: z.string().describe('as the provider declares it'),
		meaning: text.describe('what the event says'),
		why: text.describe('what it tells in a Remote Desktop case'),
		note: text.nullable().describe('what a reader must know besides'),
		query: z.string().describe('finds it: a read-only command for Windows PowerShell 5.1'),
		phases,
		grade,
		confidence: contentCode.shape.confidence,
		causes: z.array(gradedReference).describe('causes it points to, each with how firmly it is tied to its codes'),
		sources: sourceIds,
	})
	.describe('One log entry.')
