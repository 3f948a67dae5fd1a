/** What no file may write: what the content refuses, and a list that stands here whatever the content says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeProblem, offered, planOf, testPlan, valuesOf } from '../../../src/kb/artefacts/plan.ts'
import { applyScript, testScript } from '../../../src/kb/artefacts/powershell.ts'
import { applyReg } from '../../../src/kb/artefacts/reg-file.ts'
import {
	bytesOf,
	dataProblem,
	hexOf,
	REGISTRY_TYPES,
	type RegistryData,
} from '../../../src/kb/artefacts/registry-data.ts'
import type { RegistryPlace, SettingFacts } from '../../../src/kb/artefacts/setting-facts.ts'
import { commandsIn, isValue, nodesOf, stepsIn, withScript } from '../../setup/powershell.ts'
import { parseReg } from '../../setup/reg-parser.ts'
import { addressOf, filesNamed, type Generated, generated, offers, settings } from './generated.ts'

const ROOTS = { HKLM: 'hkey_local_machine', HKCU: 'hkey_current_user' } as const
const KINDS = new Map<string, number>(Object.values(REGISTRY_TYPES).map(({ kind, number }) => [kind, number]))
const HIVES = new Map([
	['LocalMachine', ROOTS.HKLM],
	['CurrentUser', ROOTS.HKCU],
])

/** A value that a file writes or, with null, deletes. The place in lower case, as the registry compares. */
interface Write {
	key: string
	name: string
	value: { type: number; hex: string } | null
}

/** What a file writes, read from the file itself. */
function writesOf({ name, text }: Pick<Generated, 'name' | 'text'>): Write[] {
	if (name.endsWith('.reg'))
		return parseReg(text).map(({ root, key, name, value }) => ({
			key: `${root}\\${key}`.toLowerCase(),
			name: name.toLowerCase(),
			value,
		}))
	if (name === 'check.ps1') return []
	return stepsIn(text)
		.filter(isValue)
		.map(({ Hive, Key, Name, Type, Hex }) => ({
			key: `${HIVES.get(Hive)}\\${Key}`.toLowerCase(),
			name: Name.toLowerCase(),
			value: Hex === '' ? null : { type: KINDS.get(Type) ?? 0, hex: Hex },
		}))
}
const written = generated.map((file) => ({ ...file, writes: writesOf(file) }))
/** Files that change something for good: all but the tests of some minutes, and the scripts that only put back. */
const lasting = written.filter(({ name }) => name === 'apply.ps1' || name.endsWith('.reg'))

const keyOf = ({ hive, key }: Pick<RegistryPlace, 'hive' | 'key'>) => `${ROOTS[hive]}\\${key}`.toLowerCase()
const keysOf = ({ registry, policyRegistry }: SettingFacts) => [
	...(registry ? [keyOf(registry), ...registry.alsoIn.map((key) => keyOf({ hive: registry.hive, key }))] : []),
	...(policyRegistry ? [keyOf(policyRegistry)] : []),
]

const timed = settings.filter(({ timedTest }) => timedTest)

describe('data that the content refuses', () => {
	// Beside data there are states of rights and rules, in words.
	const refusals = settings.flatMap((setting) =>
		setting.neverOffer
			.filter(({ data }) => setting.registry && (data === null || !dataProblem(setting.registry.type, data)))
			.map(({ data }) => ({ setting, data })),
	)

	test('is there', () => {
		expect(refusals.length).toBeGreaterThan(40)
		expect(lasting.length).toBeGreaterThan(300)
		for (const { label, writes, setting } of written.filter(({ name }) => name.startsWith('apply')))
			if (setting.registry) expect(writes.length, label).toBeGreaterThan(0)
	})

	test('is a sentence instead of a plan', () => {
		for (const setting of settings)
			for (const { data } of setting.neverOffer) {
				expect(changeProblem({ setting, data }), `${setting.id} ${data}`).toMatch(/\.$/)
				expect(offered(setting)).not.toContainEqual(data)
				const { plan, problems } = planOf({ id: 'x', title: 'x', address: 'x' }, [{ setting, data }], settings)
				expect(plan.steps).toEqual([])
				expect(problems).toHaveLength(1)
			}
	})

	test('is in no file, under whatever setting, in neither the local nor the policy key', () => {
		for (const { setting, data } of refusals) {
			const { registry } = setting
			if (!registry) continue
			const keys = keysOf(setting)
			const refused =
				data === null ? null : { type: REGISTRY_TYPES[registry.type].number, hex: hexOf(bytesOf(registry.type, data)) }
			for (const { label, writes } of lasting)
				for (const { key, name, value } of writes)
					if (keys.includes(key) && name === registry.value.toLowerCase()) expect(value, label).not.toEqual(refused)
		}
	})

	test('cannot be put into a bundle either', () => {
		const anything = settings.flatMap((setting) =>
			[...setting.neverOffer, ...(setting.registry?.allowed ?? [])].map(({ data }) => ({ setting, data })),
		)
		fc.assert(
			fc.property(fc.subarray(anything, { minLength: 1, maxLength: 12 }), (changes) => {
				const { plan } = planOf({ id: 'x', title: 'x', address: 'https://guide.example/' }, changes, settings)
				const files = [
					{ name: 'apply.ps1' as const, text: applyScript(plan) },
					...[applyReg(plan)].flatMap((text) => (text ? [{ name: 'apply.reg' as const, text }] : [])),
				]
				for (const { key, name, value } of files.flatMap(writesOf))
					for (const { setting, data } of refusals)
						if (keysOf(setting).includes(key) && setting.registry?.value.toLowerCase() === name)
							expect(value?.hex).not.toBe(data === null ? undefined : hexOf(bytesOf(setting.registry.type, data)))
				for (const { setting, data } of plan.changes) expect(changeProblem({ setting, data })).toBeUndefined()
			}),
			{ numRuns: 60 },
		)
	})
})

describe('what a setting may be offered for', () => {
	test.each(['check-only', 'never', 'backup-only'] as const)('%s: nothing but the check', (offer) => {
		const read = settings.filter((setting) => setting.offer === offer)
		expect(read.length).toBeGreaterThan(0)
		for (const setting of read) {
			expect(offered(setting), setting.id).toEqual([])
			const names = generated.filter((file) => file.setting === setting).map(({ name }) => name)
			expect(names, setting.id).toEqual(['check.ps1'])
			// Nor through another setting that takes it along.
			const { registry } = setting
			if (!registry) continue
			for (const { label, writes } of written)
				expect(
					writes.filter(({ key, name }) => keyOf(registry) === key && name === registry.value.toLowerCase()),
					label,
				).toEqual([])
		}
	})

	test('remove-only: files delete, and write nothing', () => {
		const removed = settings.filter(({ offer }) => offer === 'remove-only')
		expect(removed.length).toBeGreaterThan(0)
		for (const setting of removed) {
			const applies = written.filter((file) => file.setting === setting && file.name.startsWith('apply'))
			expect(applies.length, setting.id).toBe(2)
			for (const { label, writes } of applies) {
				expect(writes.length, label).toBeGreaterThan(0)
				for (const { value } of writes) expect(value, label).toBeNull()
			}
		}
	})

	test('what scripts and files write is the same', () => {
		for (const script of written.filter(({ name }) => name === 'apply.ps1')) {
			const file = written.find(({ label }) => label === script.label.replace('.ps1', '.reg'))
			const sorted = (writes: readonly Write[] = []) => writes.map((write) => JSON.stringify(write)).sort()
			expect(sorted(file?.writes), script.label).toEqual(sorted(script.writes))
		}
	})

	test('data outside its list and range has no file', () => {
		fc.assert(
			fc.property(fc.constantFrom(...settings), fc.nat({ max: 9 }), (setting, data) => {
				const may = offers.some((offer) => offer.setting === setting && offer.data === data)
				const { from, to } = setting.registry?.accepts ?? {}
				const ranged = from !== undefined && to !== undefined && data >= from && data <= to
				if (!may && !ranged) expect(changeProblem({ setting, data })).toMatch(/\.$/)
			}),
		)
	})
})

describe('the tests of some minutes', () => {
	test('are these three, and nothing else has one', () => {
		const expected = ['rdp-min-encryption', 'rdp-nla', 'rdp-security-layer']
		expect(timed.map(({ id }) => id).sort()).toEqual(expected)
		expect(
			filesNamed('test.ps1')
				.map(({ setting }) => setting.id)
				.sort(),
		).toEqual(expected)
	})

	test('weaken what belongs to the test alone, and nothing that a lasting file writes so', () => {
		for (const { writes, setting } of written.filter(({ name }) => name === 'test.ps1')) {
			expect(setting.neverOffer.map(({ data }) => data)).toContainEqual(setting.timedTest?.data)
			expect(writes).toHaveLength(1 + (setting.timedTest?.together.length ?? 0))
			for (const weakened of writes)
				for (const { label, writes } of lasting) for (const write of writes) expect(write, label).not.toEqual(weakened)
		}
	})

	test('have the way back in place before they weaken anything', () => {
		for (const setting of timed) {
			const plan = testPlan({ id: setting.id, title: 'x', address: addressOf(setting.id) }, setting, settings)
			if (!plan) throw new Error(`${setting.id} has no test.`)
			withScript(testScript(plan), (root) => {
				const calls = nodesOf(root, 'command')
				const inFunction = (index: number) =>
					nodesOf(root, 'function_statement').some((node) => node.startIndex < index && index < node.endIndex)
				const at = (name: string) =>
					calls
						.filter((node) => node.childForFieldName('command_name')?.text === name && !inFunction(node.startIndex))
						.map(({ startIndex }) => startIndex)
				const [registered = Number.POSITIVE_INFINITY, again] = at('Register-ScheduledTask')
				expect(again).toBeUndefined()
				expect(at('New-ScheduledTaskTrigger').length).toBeGreaterThan(1)
				expect(root.text).toMatch(/New-ScheduledTaskTrigger -AtStartup/)
				expect(root.text).toMatch(/New-ScheduledTaskTrigger -Once -At/)
				const changes = at('Set-StepState')
				expect(changes.length).toBeGreaterThanOrEqual(2)
				for (const change of changes) expect(change).toBeGreaterThan(registered)
				// The change is tried, the way back is in the finally of the same statement.
				const [attempt] = nodesOf(root, 'try_statement').filter(({ startIndex }) => startIndex > registered)
				const [last] = attempt ? nodesOf(attempt, 'finally_clause') : []
				if (!attempt || !last) throw new Error(`${setting.id} has no finally.`)
				const [weaken = 0, restore = 0] = changes
				expect(weaken).toBeGreaterThan(attempt.startIndex)
				expect(weaken).toBeLessThan(last.startIndex)
				expect(restore).toBeGreaterThan(last.startIndex)
				expect(restore).toBeLessThan(last.endIndex)
				// Once something is weakened, the task goes only after that is put back.
				const removals = at('Unregister-ScheduledTask').filter((removed) => removed > weaken)
				expect(removals.length).toBeGreaterThan(0)
				for (const removed of removals) expect(removed).toBeGreaterThan(restore)
			})
		}
	})

	test('are the only scripts that know tasks', () => {
		for (const { name, label, text } of written.filter(({ name }) => name.endsWith('.ps1')))
			if (text.includes('ScheduledTask')) expect(name, label).toBe('test.ps1')
		for (const { text } of filesNamed('test.ps1'))
			expect(withScript(text, commandsIn)).toEqual(expect.arrayContaining(['Register-ScheduledTask']))
	})
})

/** Number of a little-endian value; NaN for what is no number. */
const numberOf = ({ type, hex }: { type: number; hex: string }) =>
	type === 4 ? Buffer.from(hex, 'hex').readUInt32LE() : Number.NaN

interface Forbidden {
	what: string
	key: RegExp
	name: string
	data: (number: number) => boolean
	/** What a test of some minutes may set all the same. */
	timed?: number
}
const is =
	(...numbers: number[]) =>
	(number: number) =>
		numbers.includes(number)
const anything = () => true
const LISTENER = /\\(winstations\\rdp-tcp|windows nt\\terminal services)$/
const PROTOCOLS = String.raw`\\schannel\\protocols\\`

/** Independent of the content: a mistake there must not reach a file. */
const FORBIDDEN: Forbidden[] = [
	{
		what: 'Vulnerable to the CredSSP oracle',
		key: /\\credssp\\parameters$/,
		name: 'AllowEncryptionOracle',
		data: is(2),
	},
	{
		what: 'no proof of servers',
		key: /\\terminal services(\\client)?$|\\terminal server client$/,
		name: 'AuthenticationLevel',
		data: is(0),
	},
	{
		what: 'no proof of servers, for the user',
		key: /\\terminal server client$/,
		name: 'AuthenticationLevelOverride',
		data: is(0),
	},
	{
		what: 'old protocols on',
		key: new RegExp(`${PROTOCOLS}(ssl [23]\\.0|pct 1\\.0|tls 1\\.[01])\\\\(client|server)$`),
		name: 'Enabled',
		data: (number) => number !== 0,
	},
	{
		what: 'old protocols by default',
		key: new RegExp(`${PROTOCOLS}(ssl [23]\\.0|pct 1\\.0|tls 1\\.[01])\\\\(client|server)$`),
		name: 'DisabledByDefault',
		data: is(0),
	},
	{
		what: 'new protocols off',
		key: new RegExp(`${PROTOCOLS}tls 1\\.[23]\\\\(client|server)$`),
		name: 'Enabled',
		data: is(0),
	},
	{
		what: 'new protocols on request only',
		key: new RegExp(`${PROTOCOLS}tls 1\\.[23]\\\\(client|server)$`),
		name: 'DisabledByDefault',
		data: (number) => number !== 0,
	},
	{ what: 'LM and NTLM version 1', key: /\\lsa$/, name: 'LmCompatibilityLevel', data: is(0, 1, 2) },
	{ what: 'no channel binding at the gateway', key: /./, name: 'EnforceChannelBinding', data: is(0) },
	{ what: 'no choice of a security layer', key: /./, name: 'fAllowSecProtocolNegotiation', data: is(0) },
	{ what: 'RPC in the clear', key: LISTENER, name: 'fEncryptRPCTraffic', data: is(0) },
	{ what: 'no encryption', key: /./, name: 'fDisableEncryption', data: anything },
	{ what: 'hashes that sign in', key: /\\lsa$/, name: 'DisableRestrictedAdmin', data: is(0) },
	{ what: 'watching without asking', key: LISTENER, name: 'Shadow', data: is(2, 4) },
	{ what: 'FIPS off', key: /\\fipsalgorithmpolicy$/, name: 'Enabled', data: is(0) },
	{ what: 'a limit of connections in the making', key: /./, name: 'MaxOutstandingConnections', data: anything },
	{ what: 'the old encryption', key: LISTENER, name: 'SecurityLayer', data: is(0), timed: 0 },
	{ what: 'no NLA', key: LISTENER, name: 'UserAuthentication', data: is(0), timed: 0 },
	{ what: 'weak encryption', key: LISTENER, name: 'MinEncryptionLevel', data: is(1), timed: 1 },
	...['TermService', 'SessionEnv', 'UmRdpService', 'CertPropSvc', 'KeyIso'].map((service) => ({
		what: `${service} off`,
		key: new RegExp(`\\\\services\\\\${service.toLowerCase()}$`),
		name: 'Start',
		data: is(4),
	})),
]

describe('whatever the content says, no file writes', () => {
	test.each(FORBIDDEN)('$name: $what', ({ key, name, data, timed }) => {
		const touching = written.flatMap((file) =>
			file.writes
				.filter((write) => key.test(write.key) && write.name === name.toLowerCase())
				.map((write) => ({ ...write, label: file.label, file: file.name })),
		)
		for (const { label, file, value } of touching) {
			if (value === null) continue
			const number = numberOf(value)
			expect(number, `${label} is of another type`).not.toBeNaN()
			if (data(number)) expect({ label, file, number }).toEqual({ label, file: 'test.ps1', number: timed })
		}
	})

	test('and the list reaches what it is about', () => {
		const settled = (name: string, key: RegExp) =>
			settings.some(
				(setting) =>
					setting.registry?.value.toLowerCase() === name.toLowerCase() &&
					keysOf(setting).some((path) => key.test(path)),
			)
		for (const { name, key, what } of FORBIDDEN) expect(settled(name, key), `${name}: ${what}`).toBe(true)
	})

	test('nor does a plan from anything at all that somebody asks for', () => {
		const wish = fc.record({
			setting: fc.constantFrom(...settings),
			data: fc.oneof(fc.nat({ max: 5 }), fc.constant<RegistryData>(null), fc.string({ maxLength: 3 })),
		})
		fc.assert(
			fc.property(fc.array(wish, { minLength: 1, maxLength: 30 }), (changes) => {
				const { plan } = planOf({ id: 'x', title: 'x', address: 'x' }, changes, settings)
				for (const { hive, key, name, data } of valuesOf(plan))
					for (const forbidden of FORBIDDEN)
						if (forbidden.key.test(keyOf({ hive, key })) && forbidden.name.toLowerCase() === name.toLowerCase())
							expect(typeof data === 'number' && forbidden.data(data), `${name} = ${data}`).toBe(false)
			}),
			{ numRuns: 1000 },
		)
	})
})
