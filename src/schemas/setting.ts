import { z } from 'astro/zod'
import { confidence } from './code.ts'
import { codeId, day, kebabId, line, sources } from './shared.ts'

const registryPlace = {
	hive: z.enum(['HKLM', 'HKCU', 'HKU']).describe('HKLM, HKCU or HKU'),
	key: z.string().min(3).describe('the key without its hive, single backslashes'),
	value: z.string().min(1).describe('the name of the value'),
	type: z
		.enum(['REG_DWORD', 'REG_QWORD', 'REG_SZ', 'REG_EXPAND_SZ', 'REG_MULTI_SZ', 'REG_BINARY'])
		.describe('the registry type'),
}

/** One registry or policy setting, said once; pages and files are made from it. */
export const setting = z.strictObject({
	id: kebabId.describe('the file name without .yaml'),
	name: line.max(90).describe('what people call it, 90 characters at most'),
	summary: line.describe('what it does, in a sentence or two'),
	side: z.enum(['server', 'client', 'both']).describe('which end it acts on'),
	area: z
		.enum([
			'listener',
			'tls',
			'certificate',
			'sign-in',
			'session-limits',
			'transport',
			'client',
			'firewall',
			'user-rights',
		])
		.describe('where it acts'),
	registry: z
		.strictObject({
			...registryPlace,
			default: line.describe('the built-in state, with its doubt'),
			allowed: z
				.array(
					z.strictObject({
						data: z.union([z.number(), z.string()]).describe('the data, or what it looks like'),
						meaning: line.describe('what this data does'),
					}),
				)
				.min(1)
				.describe('data that Windows accepts, with its meaning'),
		})
		.optional()
		.describe('the local value'),
	policyRegistry: z.strictObject(registryPlace).optional().describe('the value that Group Policy writes'),
	groupPolicy: z
		.strictObject({
			path: line.describe('the path in the Group Policy editor'),
			name: line.describe('the name of the policy, letter for letter'),
			admxFile: z.string().describe('the template file'),
			admxName: z.string().describe('the name of the policy in the template'),
			class: z.enum(['Machine', 'User', 'Both']).describe('Machine, User or Both'),
			enabled: line.describe('what Enabled writes'),
			disabled: line.describe('what Disabled writes'),
			notConfigured: line.describe('what holds when it is not configured'),
		})
		.optional()
		.describe('the policy'),
	csp: z.string().startsWith('./').optional().describe('the OMA-URI of the policy CSP node'),
	precedence: line.describe('which copy wins'),
	takesEffect: line.describe('when it takes effect'),
	takesEffectEvidence: z.enum(['documented', 'observed', 'inferred', 'unknown']).describe('how that is known'),
	risk: z.enum(['none', 'low', 'medium', 'high']).describe('none, low, medium or high'),
	securityCost: line.describe('what a change costs in security'),
	relevance: line.describe('what it has to do with 0x904 / 0x7'),
	appliesTo: z.array(line).min(1).describe('systems it holds for'),
	offer: z
		.enum(['normal', 'opt-in', 'check-only', 'remove-only', 'never'])
		.describe('what generated files may do with it'),
	neverOffer: z
		.array(z.union([z.number(), z.string()]))
		.default([])
		.describe('data that is never written'),
	undoKind: z
		.enum(['captured', 'stock-value', 'delete-value', 'none'])
		.describe(
			'captured: put back what was there; stock-value: write the built-in data; delete-value: remove the value',
		),
	undoNote: line.optional().describe('what to mind on the way back'),
	trap: line.optional().describe('the mistake people make with it'),
	codes: z.array(codeId).default([]).describe('codes and pairs it plays a part in'),
	confidence,
	verified: day,
	sources,
})
export type Setting = z.infer<typeof setting>
