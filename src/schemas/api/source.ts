import { z } from 'astro/zod'
import { confidence } from '../code.ts'
import { message as contentMessage, otherNumber } from '../message.ts'
import { source as contentSource } from '../source.ts'
import { grade, page, references, sourceIds, text, verified } from './shared.ts'

export const sources = z
	.strictObject({
		sources: z.array(
			contentSource.extend({
				id: z.string().describe('the id by which everything else names it'),
				dated: contentSource.shape.dated.unwrap().nullable().describe('when it was written, if known'),
				note: text.nullable().describe('what to know about it'),
				page,
				pages: z.array(z.strictObject({ title: text, page })).describe('what rests on it'),
			}),
		),
	})
	.describe('Everything the guide rests on, and what rests on each.')

export const messages = z
	.strictObject({
		messages: z
			.array(
				z.strictObject({
					id: z.string().describe('the id, which is permanent'),
					title: text,
					meaning: text.describe('what it tells'),
					phrases: contentMessage.shape.phrases,
					general: contentMessage.shape.general,
					code: z.string().nullable().describe('the code that the client means by it, where there is just one'),
					to: references.describe('where to go on, the best page first'),
					grade,
					confidence,
					note: text.nullable().describe('what a reader must know besides'),
					sources: sourceIds,
					verified,
					page,
				}),
			)
			.describe('messages that are recognised by their words'),
		otherNumbers: z
			.array(z.strictObject({ ...otherNumber.shape, sources: sourceIds }))
			.describe('numbers of other products that are taken for Remote Desktop codes; the narrowest range says most'),
	})
	.describe('Messages that carry no code, by their wording, and the numbers of other products.')
