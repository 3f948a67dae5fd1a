import { z } from 'astro/zod'
import { confidence } from './code.ts'
import { codeId, day, kebabId, line, sources } from './shared.ts'

const registryPlace = {
	hive: z.enum(['HKLM', 'HKCU', 'HKU']),
	key: z.string().min(3).describe('the key without its hive, single backslashes'),
	value: z.string().min(1).describe('the name of the value'),
	type: z.enum(['REG_DWORD', 'REG_QWORD', 'REG_SZ', 'REG_EXPAND_SZ', 'REG_MULTI_SZ', 'REG_BINARY']),
}

/** One registry or policy setting, said once; pages and files are made from it. */
export const setting = z.strictObject({
	id: kebabId.describe('the file name without .yaml'),
	name: line.max(90),
	summary: line,
	side: z.enum(['server', 'client', 'both']),
	area: z.enum([
		'listener',
		'tls',
		'certificate',
		'sign-in',
		'session-limits',
		'transport',
		'client',
		'firewall',
		'user-rights',
	]),
	registry: z
		.strictObject({
			...registryPlace,
			default: line.describe('the built-in state, with its doubt'),
			allowed: z.array(z.strictObject({ data: z.union([z.number(), z.string()]), meaning: line })).min(1),
		})
		.optional(),
	policyRegistry: z.strictObject(registryPlace).optional(),
	groupPolicy: z
		.strictObject({
			path: line,
			name: line,
			admxFile: z.string(),
			admxName: z.string(),
			class: z.enum(['Machine', 'User', 'Both']),
			enabled: line,
			disabled: line,
			notConfigured: line,
		})
		.optional(),
	csp: z.string().startsWith('./').optional().describe('the OMA-URI of the policy CSP node'),
	precedence: line.describe('which copy wins'),
	takesEffect: line.describe('when it takes effect'),
	takesEffectEvidence: z.enum(['documented', 'observed', 'inferred', 'unknown']),
	risk: z.enum(['none', 'low', 'medium', 'high']),
	securityCost: line,
	relevance: line.describe('what it has to do with 0x904 / 0x7'),
	appliesTo: z.array(line).min(1),
	offer: z
		.enum(['normal', 'opt-in', 'check-only', 'remove-only', 'never'])
		.describe('what generated files may do with it'),
	neverOffer: z
		.array(z.union([z.number(), z.string()]))
		.default([])
		.describe('data that is never written'),
	undoKind: z.enum(['captured', 'stock-value', 'delete-value', 'none']),
	undoNote: line.optional(),
	trap: line.optional().describe('the mistake people make with it'),
	codes: z.array(codeId).default([]),
	confidence,
	verified: day,
	sources,
})
export type Setting = z.infer<typeof setting>
