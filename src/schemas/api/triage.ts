import { z } from 'astro/zod'
import { triage as content } from '../triage.ts'
import { fixes } from './article.ts'
import { address, data, gradedReference, kbId, page, sourceIds, text } from './shared.ts'

const { id, title, summary, version, verified, codes, start, history } = content.shape
const contentQuestion = content.shape.questions.element
const contentOutcome = content.shape.outcomes.element
const owner = z.string().describe('the tree that owns it')

const article = { kb: kbId, title: text, page }
const how = contentQuestion.shape.how.element

export const trees = z
	.strictObject({ trees: z.array(z.strictObject({ id, title, summary, version, verified, codes, page, data })) })
	.describe('Every decision tree.')

export const tree = z
	.strictObject({
		id,
		title,
		summary,
		version,
		verified,
		codes,
		page,
		start,
		questions: z
			.array(
				z.strictObject({
					id: contentQuestion.shape.id,
					tree: owner,
					label: contentQuestion.shape.label,
					asks: contentQuestion.shape.asks,
					why: contentQuestion.shape.why,
					how: z
						.array(z.strictObject({ ...how.shape, script: address.optional().describe('a script that finds it out') }))
						.describe('how to find out, by role, the cheapest first'),
					answers: contentQuestion.shape.answers,
				}),
			)
			.describe('its questions, and those it borrows from other trees'),
		outcomes: z
			.array(
				z.strictObject({
					...contentOutcome.shape,
					tree: owner,
					page,
					causes: z.array(z.strictObject({ ...article, grade: gradedReference.shape.grade })),
					fixes: z.array(z.strictObject({ ...article, risk: fixes.shape.fixes.element.shape.risk })),
					see: z.array(z.strictObject({ id: z.string(), page })).describe('further pages'),
				}),
			)
			.describe('where its paths end'),
		history,
		sources: sourceIds,
	})
	.describe('One decision tree: its questions, with where each answer leads, and its outcomes.')
