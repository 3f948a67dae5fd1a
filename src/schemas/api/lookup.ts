import { z } from 'astro/zod'
import { SPACE_IDS } from '../../kb/spaces.ts'
import { data, grade, page, text, verified } from './shared.ts'

/** One thing that a spelling can mean. */
const meaningOfSpelling = z.strictObject({
	kind: z.enum(['code', 'event', 'pair']).describe('what it is'),
	id: z.string().describe('the id, which is permanent'),
	space: z
		.enum([...SPACE_IDS, 'event'])
		.describe('the list of numbers it belongs to; of a pair, the list of its first number'),
	list: text.describe('the name of that list, or of the log of an event'),
	title: text.describe('what it says in a few words'),
	symbols: z.array(z.string()).describe('names of the constant; the official one first'),
	meaning: text.describe('what it means, in one or two sentences'),
	grade,
	verified,
	page,
	data,
})

const number = {
	value: z.int().min(0).max(0xffffffff).describe('the number, unsigned'),
	hex: z
		.string()
		.regex(/^0x[0-9a-f]+$/)
		.describe('in hexadecimal, as ids have it'),
	decimal: z.string().regex(/^\d+$/).describe('in decimal'),
	signed: z
		.string()
		.regex(/^-\d+$/)
		.nullable()
		.describe('as PowerShell and logs print it where the highest bit is set; null where it is not'),
}

export const lookup = z
	.strictObject({
		spelling: z
			.string()
			.describe('what was looked up, in its usual case: the other cases that are answered have this one answer'),
		kind: z
			.enum(['number', 'pair', 'symbol', 'id'])
			.describe('how it was read: a number, two numbers, the name of a constant, an id of the guide'),
		best: meaningOfSpelling
			.nullable()
			.describe('the one meaning where there is just one in the whole guide; else null, and somebody has to choose'),
		page: page
			.nullable()
			.describe(
				'the page of the one meaning, or the page that offers the choice; null for a constant of several codes',
			),
		readings: z
			.array(
				z.strictObject({
					base: z.enum(['hex', 'decimal', 'signed', 'symbol', 'pair', 'id']).describe('how it was read'),
					numbers: z
						.array(z.strictObject(number))
						.min(1)
						.max(2)
						.describe('the number; of a pair the error code, then the extended error code'),
					codes: z
						.array(meaningOfSpelling)
						.describe('what it can mean so, the likeliest first; none where no list has the number, read so'),
				}),
			)
			.min(1)
			.describe(
				'every way to read it, the likelier first and those without a meaning last: 904 is hexadecimal and decimal',
			),
	})
	.describe('What a spelling means: a number as dialogs and logs print it, a pair, the name of a constant, or an id.')
