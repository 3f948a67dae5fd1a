import { z } from 'astro/zod'
import { check, cause as contentCause, fix as contentFix, myth as contentMyth } from '../articles.ts'
import { place, role } from '../fields.ts'
import { storyFields } from './code.ts'
import {
	entryFields,
	file,
	grade,
	gradedReference,
	kbId,
	markdown,
	phases,
	reference,
	references,
	sourceIds,
	text,
} from './shared.ts'

const { state, supersededBy } = storyFields
/** What every list of articles says of one: also whether it was replaced. */
const entry = { ...entryFields, id: kbId, state, supersededBy }
/** What every numbered article carries. */
const article = { ...entry, markdown, phases, ...storyFields, sources: sourceIds }

const area = contentCause.shape.area.describe('the area it is grouped under')
const risk = contentFix.shape.risk.describe('what it can cost: none, low, medium or high')
const verdict = contentMyth.shape.verdict

export const causes = z
	.strictObject({ causes: z.array(z.strictObject({ ...entry, area, said: text, phases, grade })) })
	.describe('Every cause, by number.')

export const cause = z
	.strictObject({
		...article,
		area,
		said: text.describe('the issue in the words of a user'),
		environment: text.describe('on which machines and after which events it is met'),
		timing: text.describe('when in the attempt it shows'),
		grade: grade.describe('the weaker of the two below: the one to act on'),
		mechanism: grade.describe('how well the mechanism is documented'),
		pairLink: z
			.strictObject({ grade, says: text.describe('what ties it to them') })
			.describe('how firmly it is tied to the codes listed'),
		whoCanCheck: z.array(role).describe('who can find out'),
		checks: z
			.array(z.strictObject({ ...check.shape, command: z.string().nullable().describe('a read-only command, if any') }))
			.describe('checks that tell it from its neighbours'),
		codes: references.describe('pairs and codes it shows as'),
		events: references.describe('log entries that point to it'),
		settings: references.describe('settings that play a part'),
		fixes: z.array(z.strictObject({ ...reference.shape, risk, grade })).describe('fixes, the least risky first'),
		confusedWith: z
			.array(
				z.strictObject({ what: text, tell: text.describe('how to tell them apart'), article: reference.nullable() }),
			)
			.describe('what looks alike and is not'),
		unknown: z.array(text).describe('what is not known'),
		evidence: z.array(z.strictObject({ source: z.string(), supports: text })).describe('what each source supports'),
	})
	.describe('One cause, with the checks that tell it from the others.')

export const fixes = z
	.strictObject({ fixes: z.array(z.strictObject({ ...entry, risk, grade })) })
	.describe('Every fix, by number.')

export const fix = z
	.strictObject({
		...article,
		grade: grade.describe('how well it is documented that this cures the causes that use it'),
		risk,
		riskSays: text.describe('what can go wrong'),
		where: z.array(place).describe('where its steps run'),
		elevated: z.boolean().describe('true when a step needs an elevated prompt'),
		disconnects: text.nullable().describe('who is disconnected, if anybody'),
		restart: text.nullable().describe('the service or machine to restart, if any'),
		outOfBand: z.boolean().describe('true when another way in must be open first'),
		undo: contentFix.shape.undo,
		settings: references.describe('settings it touches'),
		files: z.array(file).describe('files that do it and take it back, where it changes settings'),
		causes: z.array(gradedReference).describe('causes it is for, each with how firmly it is tied to its codes'),
	})
	.describe('One fix: its risk, its way back and its files. The steps stand in its Markdown.')

export const guides = z.strictObject({ guides: z.array(z.strictObject(entry)) }).describe('Every guide, by number.')

export const guide = z.strictObject(article).describe('One guide. What it says stands in its Markdown.')

export const myths = z
	.strictObject({ myths: z.array(z.strictObject({ ...entry, claim: text, verdict })) })
	.describe('Every claim that circulates and does not hold, by number.')

export const myth = z
	.strictObject({
		...article,
		claim: text.describe('the claim as it is met'),
		verdict,
		about: contentMyth.shape.about,
		instead: text.describe('what to do instead'),
		codes: references.describe('codes and pairs it is told about'),
		causes: z.array(gradedReference).describe('causes to look at instead'),
	})
	.describe('One claim that does not hold, and what to do instead.')
