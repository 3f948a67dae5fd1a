import { z } from 'astro/zod'
import { confidence } from './code.ts'
import { codeId, day, history, kebabId, line, place, sources } from './fields.ts'

/** What a value can hold. YAML: 2, text, [one, two], null for a value that is not there. Bytes are hex pairs: "42 49 a1". */
export const settingData = z
	.union([z.number().int().min(0), z.string(), z.array(z.string().min(1)).min(1), z.null()])
	.describe('a number, a text, a list of texts, hex pairs for bytes, or null: the value is not there')

const registryType = z
	.enum(['REG_DWORD', 'REG_QWORD', 'REG_SZ', 'REG_EXPAND_SZ', 'REG_MULTI_SZ', 'REG_BINARY'])
	.describe('the registry type')
const registryKey = z
	.string()
	.regex(/^[^\\]+(\\[^\\]+)*$/)
	.describe('the key without its hive, single backslashes')

const registryPlace = {
	hive: z.enum(['HKLM', 'HKCU']).describe('HKLM or HKCU'),
	key: registryKey,
	value: z.string().min(1).describe('the name of the value'),
	type: registryType,
}

const meaning = line.describe('what this data does')
const listed = z.strictObject({
	data: settingData,
	meaning,
	option: line.optional().describe('the option of the policy that writes it, letter for letter'),
})
const states = {
	default: line.describe('the built-in state, with its doubt'),
	defaultKnown: z
		.enum(['documented', 'observed', 'disputed', 'unknown'])
		.describe('how the built-in state is known: documented, observed, disputed or unknown'),
}
const namedStates = z
	.array(z.strictObject({ state: line, meaning }))
	.min(1)
	.describe('states it can be in, with their meaning')

function isPattern(text: string): boolean {
	try {
		return new RegExp(text) instanceof RegExp
	} catch {
		return false
	}
}

const template = z.strictObject({
	file: z
		.string()
		.regex(/\.admx$/)
		.describe('the template file'),
	policy: z.string().min(1).describe('the name of the policy in the template'),
	on: settingData.optional().describe('the data that Enabled writes, unless an option decides'),
	off: settingData.optional().describe('the data that Disabled writes; leave out where it writes nothing'),
	option: z
		.strictObject({
			id: z.string().min(1).describe('the id of the element in the template'),
			label: line.describe('its label in the editor'),
			from: z.number().int().optional().describe('the lowest number it takes'),
			to: z.number().int().optional().describe('the highest number it takes'),
		})
		.optional()
		.describe('the option whose choice is the data'),
	also: z
		.array(
			z.strictObject({
				id: z.string().min(1).describe('the id of the element in the template'),
				label: line.describe('its label in the editor'),
				value: z.string().min(1).describe('the name of the value it writes'),
				data: z.union([z.number(), z.string(), z.boolean()]).describe('what to choose there; true ticks a box'),
			}),
		)
		.default([])
		.describe('other options that the policy asks for when it is enabled'),
})

/** One registry or policy setting, said once; pages and files are made from it. */
export const setting = z.strictObject({
	id: kebabId.describe('the file name without .yaml'),
	name: line.max(90).describe('what people call it, 90 characters at most'),
	summary: line.describe('what it does, in a sentence or two'),
	alsoSaid: z.array(line).default([]).describe('words people use for this that the text does not'),
	side: z.enum(['server', 'client', 'both']).describe('which end it acts on: server, client or both'),
	area: z
		.enum([
			'listener',
			'tls',
			'certificate',
			'sign-in',
			'session-limits',
			'transport',
			'graphics',
			'client',
			'firewall',
			'user-rights',
			'licensing',
		])
		.describe(
			'where it acts: listener, tls, certificate, sign-in, session-limits, transport, graphics, client, firewall, user-rights or licensing',
		),
	registry: z
		.strictObject({
			...registryPlace,
			...states,
			unit: z.string().optional().describe('the unit of the number, as in milliseconds'),
			allowed: z.array(listed).min(1).describe('data that Windows accepts, with its meaning'),
			accepts: z
				.strictObject({
					from: z.number().int().min(0).optional().describe('the lowest number'),
					to: z.number().int().max(0xffffffff).optional().describe('the highest number'),
					pattern: z
						.string()
						.refine(isPattern, 'this is no regular expression')
						.optional()
						.describe('what a text must look like, as a regular expression'),
					example: z.string().min(1).describe('an example of such data'),
					meaning,
				})
				.optional()
				.describe('data beyond the list: a range of numbers, or a text of the reader’s own'),
			alsoIn: z.array(registryKey).default([]).describe('other keys of the same hive that get the same value'),
			with: z
				.array(
					z.strictObject({
						value: z.string().min(1).describe('the name of the other value, in the same key'),
						type: registryType,
						data: z.union([z.number().int().min(0), z.string()]).describe('the data it gets'),
						says: line.describe('why it goes with it'),
					}),
				)
				.default([])
				.describe('values that must be written together with this one'),
		})
		.optional()
		.describe('the value that is read and written; for a setting that only policy has, the value of the policy'),
	service: z
		.string()
		.min(1)
		.optional()
		.describe('the name of the service whose start type it is; scripts then ask the service manager'),
	policyRegistry: z
		.strictObject(registryPlace)
		.optional()
		.describe('the value that Group Policy writes, where it is another one'),
	firewallRule: z
		.strictObject({
			name: z.string().min(1).describe('the id of the rule'),
			displayName: line.describe('its name in the console, in English'),
			displayGroup: line.describe('its group in the console, in English'),
			match: line.describe('protocol, port and program'),
			...states,
			states: namedStates,
		})
		.optional()
		.describe('a rule of the firewall'),
	fileRights: z
		.strictObject({
			folder: z.string().min(1).describe('the folder, with environment variables as %NAME%'),
			files: z.string().min(1).describe('the files in it, with wildcards'),
			grants: z
				.array(
					z.strictObject({
						sid: z
							.string()
							.regex(/^S-1-[\d-]+$/)
							.describe('the account as a SID'),
						account: line.describe('its name'),
						rights: z.enum(['Read', 'FullControl']).describe('Read or FullControl'),
					}),
				)
				.min(1)
				.describe('the rights that must be there'),
			...states,
			states: namedStates,
		})
		.optional()
		.describe('rights on files'),
	other: z
		.strictObject({
			what: line.describe('what it is, where it is neither a value nor a rule nor a right on a file'),
			query: z.string().min(3).describe('a complete, read-only command for Windows PowerShell 5.1'),
			...states,
			states: namedStates,
		})
		.optional()
		.describe('a state that no file writes'),
	byHand: z
		.array(
			z.strictObject({
				says: line.describe('one step'),
				where: place.default('host'),
				command: z.string().optional().describe('a complete command for Windows PowerShell 5.1'),
			}),
		)
		.default([])
		.describe('steps by hand, with the old state noted first and the way back last, where no file does it'),
	groupPolicy: z
		.strictObject({
			path: line.describe('the path in the Group Policy editor'),
			name: line.describe('the name of the policy, letter for letter'),
			class: z.enum(['Machine', 'User']).describe('Machine or User'),
			template: template.optional().describe('the administrative template; leave out for security settings'),
			note: line.optional().describe('what to mind in the editor'),
		})
		.optional()
		.describe('the policy'),
	csp: z
		.strictObject({
			uri: z
				.string()
				.regex(/^\.\/(Device|User)\/Vendor\//)
				.describe('the OMA-URI of the node'),
			form: z
				.enum(['admx', 'integer', 'sids'])
				.describe('admx: text as in the template; integer: the number itself; sids: a list of accounts'),
			note: line.optional().describe('what to mind, such as versions'),
		})
		.optional()
		.describe('the node of the policy CSP, for Intune'),
	precedence: line.describe('which copy wins'),
	effective: z
		.enum(['new-connections', 'service-restart', 'reboot', 'at-once'])
		.describe('when it takes effect: new-connections, service-restart (TermService), reboot or at-once'),
	takesEffect: line.describe('the same in words, with what sources disagree on'),
	takesEffectEvidence: z
		.enum(['documented', 'observed', 'inferred', 'unknown'])
		.describe('how that is known: documented, observed, inferred or unknown'),
	risk: z.enum(['none', 'low', 'medium', 'high']).describe('none, low, medium or high'),
	securityCost: line.describe('what a change costs in security'),
	mayCutOff: z.boolean().describe('true when a change can end or refuse the connection of who makes it'),
	bearing: z
		.enum(['direct', 'possible', 'indirect', 'none'])
		.describe('what it has to do with 0x904 / 0x7: direct (a vendor check names it), possible, indirect or none'),
	relevance: line.describe('the same in words'),
	appliesTo: z.array(line).min(1).describe('systems it holds for'),
	needs: z
		.strictObject({
			build: z.number().int().optional().describe('the lowest build of Windows it exists on, as in 20348'),
			server: z.boolean().optional().describe('true when it exists on Windows Server only'),
		})
		.default({})
		.describe('what scripts check before they write'),
	offer: z
		.enum(['normal', 'opt-in', 'check-only', 'remove-only', 'never', 'backup-only'])
		.describe(
			'what generated files may do with it: normal, opt-in (only for who chose it), check-only, remove-only, never or backup-only',
		),
	apply: settingData.optional().describe('the data of apply.reg and apply.ps1; leave out where nothing is written'),
	neverOffer: z
		.array(z.strictObject({ data: settingData, reason: line.describe('why it is never written') }))
		.default([])
		.describe('data that is never written'),
	strictness: z
		.array(settingData)
		.min(2)
		.optional()
		.describe('data in order of security, the weakest first; scripts do not go down from what they find'),
	timedTest: z
		.strictObject({
			data: settingData,
			together: z
				.array(kebabId)
				.default([])
				.describe('settings whose own timed test must run with it, for the test to say anything'),
			learn: line.describe('what the test tells'),
		})
		.optional()
		.describe('data from neverOffer that a test may set for minutes, because a vendor uses it to tell faults apart'),
	conflicts: z
		.array(
			z.strictObject({
				data: settingData,
				setting: kebabId.describe('the other setting'),
				with: settingData.describe('the data of the other setting that does not go with it'),
				reason: line.describe('what happens then'),
			}),
		)
		.default([])
		.describe('data of other settings that it does not go together with'),
	goesWith: z.array(kebabId).default([]).describe('settings that are changed together with it'),
	undoKind: z
		.enum(['captured', 'remove', 'stock-value', 'command', 'none'])
		.describe(
			'what an undo file can say that saw nothing: captured: nothing, only what was there before is right; remove: delete the value; stock-value: write the built-in data; command: by command; none: nothing is changed',
		),
	stock: settingData.optional().describe('the built-in data, for stock-value'),
	undoNote: line.optional().describe('what to mind on the way back'),
	trap: line.optional().describe('the mistake people make with it'),
	doubt: line.optional().describe('what is not known or not documented about it'),
	codes: z.array(codeId).default([]).describe('codes and pairs it plays a part in'),
	confidence,
	verified: day,
	history,
	sources,
})
export type Setting = z.infer<typeof setting>
