import { z } from 'astro/zod'
import { articleFields, codeId, grade, kbNumber, kebabId, line, numberedFields, place, role } from './fields.ts'
import { settingData } from './setting.ts'

/** A check tells a cause from its neighbours: what to run, and what each result means. */
export const check = z.strictObject({
	id: kebabId,
	ask: line.describe('the question the check answers'),
	where: place,
	elevated: z.boolean().default(false).describe('true when it needs an elevated prompt'),
	command: z.string().optional().describe('a complete, read-only command for Windows PowerShell 5.1'),
	ifSo: line.describe('what you see if it is this cause'),
	ifNot: line.describe('what you see if it is not, and where to look then'),
})

/** Areas in which causes are grouped. */
const CAUSE_AREAS = [
	'certificate',
	'key-store',
	'policy',
	'listener',
	'path',
	'network',
	'security-software',
	'resources',
	'client',
	'update',
] as const

export const cause = z.strictObject({
	...articleFields,
	...numberedFields,
	area: z.enum(CAUSE_AREAS).describe(`one of ${CAUSE_AREAS.join(', ')}`),
	said: line.describe('the issue in the words of a user'),
	environment: line.describe('on which machines and after which events it is met'),
	timing: line.describe('when in the attempt it shows'),
	grade: grade.describe('how well the mechanism is documented'),
	pairLink: z
		.strictObject({ grade, says: line.describe('what ties it to them, and how firmly') })
		.describe('how firmly it is tied to the codes listed, and by what'),
	codes: z.array(codeId).min(1).describe('pairs and codes it shows as'),
	events: z.array(codeId).default([]).describe('log entries that point to it'),
	settings: z.array(kebabId).default([]).describe('settings that play a part'),
	whoCanCheck: z.array(role).min(1).describe('who can find out: user, helpdesk, server-admin, network'),
	checks: z.array(check).min(1).describe('checks that tell it from its neighbours'),
	fixes: z.array(kbNumber).min(1).describe('fixes, the least risky first'),
	confusedWith: z
		.array(
			z.strictObject({
				kb: kbNumber.optional().describe('its article, where there is one'),
				what: line.describe('the neighbour'),
				tell: line.describe('how to tell them apart'),
			}),
		)
		.default([])
		.describe('what looks alike and is not'),
	unknown: z.array(line).default([]).describe('what is not known'),
	outsideTriage: line.optional().describe('why no decision tree leads to it; only where none does'),
	evidence: z
		.array(
			z.strictObject({
				source: kebabId.describe('an id from content/sources.yaml'),
				supports: line.describe('what it supports, in a sentence'),
			}),
		)
		.min(1)
		.describe('what each source supports'),
})
export type Cause = z.infer<typeof cause>

export const fix = z.strictObject({
	...articleFields,
	...numberedFields,
	grade: grade.describe('how well it is documented that this cures the causes that use it'),
	risk: z.enum(['none', 'low', 'medium', 'high']).describe('none, low, medium or high'),
	riskSays: line.describe('what can go wrong'),
	where: z.array(place).min(1).describe('where its steps run: client, host, portal, network'),
	elevated: z.boolean().describe('true when a step needs an elevated prompt'),
	disconnects: line.optional().describe('who is disconnected, if anybody'),
	restart: line.optional().describe('the service or machine to restart, if any'),
	outOfBand: z.boolean().describe('true when another way in must be open first'),
	undo: z
		.strictObject({
			kind: z
				.enum(['restores', 'partial', 'none', 'not-needed'])
				.describe(
					'restores: everything as before; partial: some of it; none: no way back; not-needed: nothing changes',
				),
			says: line.describe('how to get back, or why there is no way back'),
		})
		.describe('the way back'),
	settings: z.array(kebabId).default([]).describe('settings it touches'),
	changes: z
		.array(
			z.strictObject({
				setting: kebabId.describe('an id from content/settings'),
				data: settingData.optional().describe('the data it gets; without it, what the files of the setting write'),
			}),
		)
		.default([])
		.describe('settings that the files of this fix change, in order; they are among its settings'),
})
export type Fix = z.infer<typeof fix>

export const guide = z.strictObject({ ...articleFields, ...numberedFields })

export const myth = z.strictObject({
	...articleFields,
	...numberedFields,
	claim: line.describe('the claim as it is met'),
	verdict: z
		.enum(['wrong', 'misleading', 'unproven', 'harmful'])
		.describe('wrong: contradicted; misleading: half true; unproven: nobody showed it; harmful: makes things worse'),
	about: z
		.enum(['numbers', 'blame', 'weakening', 'remedies'])
		.describe(
			'numbers: what the numbers are said to mean; blame: what is said to be at fault; weakening: a remedy that weakens the machine; remedies: a remedy that is none',
		),
	instead: line.describe('what to do instead'),
	codes: z.array(codeId).default([]).describe('codes and pairs it is told about'),
	causes: z.array(kbNumber).default([]).describe('causes to look at instead'),
})
export type Myth = z.infer<typeof myth>
