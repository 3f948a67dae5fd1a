import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	APPLY,
	type Change,
	changeProblem,
	isPolicyKey,
	offered,
	type Plan,
	planOf,
	readingPlan,
	takesOwnData,
	testPlan,
	valuesOf,
} from '../../../src/kb/artefacts/plan.ts'
import { applyScript, undoScript } from '../../../src/kb/artefacts/powershell.ts'
import { bytesOf, hexOf, REGISTRY_TYPES, type RegistryData, sameData } from '../../../src/kb/artefacts/registry-data.ts'
import type { SettingFacts } from '../../../src/kb/artefacts/setting-facts.ts'
import { isValue, type ScriptValue, stepsIn } from '../../setup/powershell.ts'
import { type Outcome, Registry, runApply, runUndo } from '../../setup/registry-model.ts'
import { hostileText, made, plainKey, plainName, wellFormed } from './arbitraries.ts'
import { offers, planFor, settingOf, settings } from './generated.ts'

const identity = { id: 'bundle', title: 'Several changes', address: 'https://guide.example/fixes/1/' }
const bundle = (changes: readonly Change[]) => planOf(identity, changes, settings)

describe('what is offered', () => {
	test('is planned without a problem, and writes exactly that', () => {
		expect(offers.length).toBeGreaterThan(100)
		for (const { setting, data } of offers) {
			const { plan, problems } = bundle([{ setting, data }])
			expect(problems, `${setting.id} ${data}`).toEqual([])
			expect(plan.steps.length, setting.id).toBeGreaterThan(0)
			const main = valuesOf(plan).find(({ name }) => name === setting.registry?.value)
			if (setting.registry) expect(main?.data, setting.id).toEqual(data)
			else expect(data).toBe(APPLY)
		}
	})

	test('is a sentence instead of a change for everything else', () => {
		const data = fc.oneof(fc.constantFrom<RegistryData>(null, 0, 1, 2, 3, 4, APPLY, [], ''), hostileText, fc.nat())
		fc.assert(
			fc.property(fc.constantFrom(...settings), data, (setting, data) => {
				const { plan, problems } = bundle([{ setting, data }])
				const own = takesOwnData(setting) && !offered(setting).some((other) => sameData(other, data))
				if (offered(setting).some((other) => sameData(other, data))) expect(problems).toEqual([])
				else if (!own) expect(problems).toHaveLength(1)
				for (const { says } of problems) expect(says).toMatch(/[.)]$/)
				if (problems.length > 0) expect(plan.steps).toEqual([])
			}),
			{ numRuns: 2000 },
		)
	})

	test('includes the usual data of every setting that has some', () => {
		const usual = settings.filter(({ apply }) => apply !== undefined)
		expect(usual.length).toBeGreaterThan(50)
		for (const setting of usual) expect(offered(setting), setting.id).toContainEqual(setting.apply)
	})

	test('includes the examples of data of the reader’s own', () => {
		const own = settings.filter(takesOwnData)
		expect(own.length).toBeGreaterThan(5)
		for (const setting of own) {
			const { registry } = setting
			const example = registry?.accepts?.example ?? ''
			const data =
				registry?.type === 'REG_DWORD'
					? Number(example)
					: registry?.type === 'REG_MULTI_SZ'
						? example.split(',')
						: example
			expect(changeProblem({ setting, data }), setting.id).toBeUndefined()
		}
	})
})

describe('data of the reader’s own', () => {
	const range = made('port', { accepts: { from: 1024, to: 65535, example: '3390', meaning: 'a port' } })
	const name = made('name', { type: 'REG_SZ', accepts: { pattern: '[a-z]+', example: 'host', meaning: 'a name' } })
	const names = made('names', {
		type: 'REG_MULTI_SZ',
		accepts: { pattern: '[a-z]+', example: 'host', meaning: 'names' },
	})

	test.each<[SettingFacts, RegistryData, boolean]>([
		[range, 1024, true],
		[range, 65535, true],
		[range, 1023, false],
		[range, 65536, false],
		[range, 1024.5, false],
		[range, '3390', false],
		[name, 'host', true],
		[name, 'host\n', false],
		[name, 'host; rm', false],
		[name, 'x\nhost', false],
		[name, '', false],
		[name, 5, false],
		[names, ['a', 'b'], true],
		[names, ['a', 'B'], false],
		[names, [], false],
		[names, 'a', false],
	])('of %o: %j', ({ id, ...setting }, data, fine) => {
		expect(changeProblem({ setting: { ...setting, id }, data }) === undefined).toBe(fine)
	})

	test('is not taken where a setting is only read', () => {
		for (const offer of ['check-only', 'never', 'backup-only', 'remove-only'] as const)
			expect(changeProblem({ setting: { ...range, offer }, data: 3390 })).toMatch(/\.$/)
	})

	test('is refused where a script could not write what a file could', () => {
		const text = made('text', { type: 'REG_SZ', accepts: { pattern: '[^]*', example: 'x', meaning: 'any text' } })
		expect(changeProblem({ setting: text, data: 'x' })).toBeUndefined()
		expect(changeProblem({ setting: text, data: '\ud800' })).toMatch(/\.$/)
		const bytes = made('bytes', { type: 'REG_BINARY', allowed: [{ data: '', meaning: 'nothing' }] })
		expect(changeProblem({ setting: bytes, data: '' })).toMatch(/\.$/)
		expect(offered(bytes)).toEqual([])
	})
})

describe('a plan', () => {
	test('writes a value in every key, with what goes along', () => {
		const setting = made('a', {
			alsoIn: ['SOFTWARE\\Other'],
			with: [{ value: 'b', type: 'REG_SZ', data: 'x', says: 'Needed.' }],
		})
		const told = (data: RegistryData) =>
			valuesOf(bundle([{ setting, data }]).plan).map(({ key, name, type, data, along }) => [
				key,
				name,
				type,
				data,
				along,
			])
		expect(told(1)).toEqual([
			['SOFTWARE\\Made', 'a', 'REG_DWORD', 1, false],
			['SOFTWARE\\Made', 'b', 'REG_SZ', 'x', true],
			['SOFTWARE\\Other', 'a', 'REG_DWORD', 1, false],
			['SOFTWARE\\Other', 'b', 'REG_SZ', 'x', true],
		])
		expect(told(null).map(([, , , data]) => data)).toEqual([null, null, null, null])
	})

	test('lets chosen data beat data that goes along, in either order', () => {
		const a = made('a', { with: [{ value: 'B', type: 'REG_DWORD', data: 0, says: 'Needed.' }] })
		const b = made('b', { key: 'software\\MADE' })
		for (const changes of [
			[
				{ setting: a, data: 1 },
				{ setting: b, data: 1 },
			],
			[
				{ setting: b, data: 1 },
				{ setting: a, data: 1 },
			],
		]) {
			const { plan, problems } = bundle(changes)
			expect(problems).toEqual([])
			expect(valuesOf(plan).map(({ setting, data }) => [setting, data])).toHaveLength(2)
			expect(valuesOf(plan).find(({ name }) => name.toLowerCase() === 'b')?.data).toBe(1)
		}
	})

	test('and keeps the refusals of chosen data where what goes along is the same', () => {
		const policy = { hive: 'HKLM', key: 'SOFTWARE\\Policies\\Made', value: 'B', type: 'REG_DWORD' } as const
		const a = made('a', { with: [{ value: 'B', type: 'REG_DWORD', data: 0, says: 'Needed.' }] })
		const b = made('b', { value: 'B' }, { policyRegistry: policy, strictness: [0, 1] })
		const changes = [
			{ setting: a, data: 1 },
			{ setting: b, data: 0 },
		]
		for (const order of [changes, changes.toReversed()]) {
			const { plan, problems } = bundle(order)
			expect(problems).toEqual([])
			expect(valuesOf(plan).find(({ name }) => name === 'B')).toMatchObject({ setting: 'b', policy, stricter: [1] })
		}
	})

	test('says where two changes want one value to differ', () => {
		const one = made('one', { value: 'x' })
		const two = made('two', { value: 'X' })
		const { plan, problems } = bundle([
			{ setting: one, data: 1 },
			{ setting: two, data: 0 },
		])
		expect(problems).toHaveLength(1)
		expect(valuesOf(plan)).toHaveLength(1)
		expect(
			bundle([
				{ setting: one, data: 1 },
				{ setting: two, data: 1 },
			]).problems,
		).toEqual([])
	})

	test('says which changes do not go together, whichever of them knows', () => {
		const conflict = { data: 1, setting: 'two', with: 0, reason: 'They do not go together.' }
		const one = made('one', {}, { conflicts: [conflict] })
		const two = made('two', {})
		const says = (a: RegistryData, b: RegistryData, turned: boolean) => {
			const changes = [
				{ setting: one, data: a },
				{ setting: two, data: b },
			]
			return planOf(identity, turned ? changes.toReversed() : changes, [one, two]).problems.map(({ says }) => says)
		}
		for (const turned of [false, true]) {
			expect(says(1, 0, turned)).toEqual([expect.stringContaining(conflict.reason)])
			expect(says(1, 1, turned)).toEqual([])
			expect(says(0, 0, turned)).toEqual([])
		}
	})

	test('carries the conflicts of its data to where the other value and its policy are', () => {
		const [step] = valuesOf(planFor(settingOf('rdp-security-layer'), 2))
		const other = settingOf('rdp-min-encryption')
		expect(step?.conflicts.map(({ place: { key, value }, data }) => [key, value, data])).toEqual([
			[other.registry?.key, other.registry?.value, 1],
			[other.policyRegistry?.key, other.policyRegistry?.value, 1],
		])
		expect(valuesOf(planFor(settingOf('rdp-security-layer'), 1))[0]?.conflicts).toEqual([])
	})

	test('leaves out what may not be made and keeps the rest', () => {
		const { plan, problems } = bundle([
			{ setting: settingOf('rdp-nla'), data: 0 },
			{ setting: settingOf('rdp-nla'), data: 1 },
		])
		expect(problems.map(({ setting }) => setting)).toEqual(['rdp-nla'])
		expect(valuesOf(plan).map(({ data }) => data)).toEqual([1])
	})

	test('names no value twice, whatever is put together', () => {
		fc.assert(
			fc.property(fc.subarray(offers, { minLength: 1 }), (changes) => {
				const places = valuesOf(bundle(changes).plan).map(({ hive, key, name }) =>
					`${hive}\\${key}:${name}`.toLowerCase(),
				)
				expect(new Set(places).size).toBe(places.length)
			}),
		)
	})

	test('of a test exists for settings with one only, and holds its data', () => {
		for (const setting of settings) {
			const plan = testPlan(identity, setting, settings)
			expect(plan === undefined, setting.id).toBe(setting.timedTest === undefined)
			if (plan) expect(valuesOf(plan).map(({ data }) => data)).toContainEqual(setting.timedTest?.data)
		}
	})

	test('of reading covers every setting, refused or not, and writes nothing', () => {
		const plan = readingPlan(identity, settings)
		const read = new Set(plan.steps.map(({ setting }) => setting))
		for (const { id, registry, firewallRule, fileRights } of settings)
			expect(read.has(id), id).toBe(Boolean(registry ?? firewallRule ?? fileRights))
		expect(valuesOf(plan).every(({ data }) => data === null)).toBe(true)
	})

	test.each([
		['SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services', true],
		['software\\policies', true],
		['Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System', true],
		['SOFTWARE\\PoliciesNot\\x', false],
		['SYSTEM\\CurrentControlSet\\Control\\Terminal Server', false],
		['SYSTEM\\SOFTWARE\\Policies', false],
	])('knows whether %s belongs to policies', (key, expected) => {
		expect(isPolicyKey(key)).toBe(expected)
	})
})

/** The values that a plan's scripts carry: what a model ran is what the script says. */
const carried = (plan: Plan): ScriptValue[] => stepsIn(applyScript(plan)).filter(isValue)

const HEX = ['00000000', '01000000', '02000000', '03000000', '04000000', 'ffffffff']
const valueState = fc.oneof(
	fc.constantFrom(...HEX).map((hex) => ({ type: 'DWord', hex })),
	wellFormed.map(({ type, data }) => ({ type: REGISTRY_TYPES[type].kind, hex: hexOf(bytesOf(type, data)) })),
)

/** What a machine may hold before: for each key, whether it is there; for each value, nothing, the wanted or other data. */
const machine = fc.record({
	keys: fc.infiniteStream(fc.constantFrom('absent', 'there', 'there', 'there')),
	depths: fc.infiniteStream(fc.nat({ max: 5 })),
	values: fc.infiniteStream(fc.oneof(fc.constant('wanted' as const), fc.constant(undefined), valueState)),
	siblings: fc.infiniteStream(fc.boolean()),
	startTypes: fc.infiniteStream(fc.constantFrom('', '00000000', '02000000', '03000000', '04000000')),
	delays: fc.infiniteStream(fc.constantFrom('', '', '', '00000000', '01000000')),
})
type Machine = typeof machine extends fc.Arbitrary<infer T> ? T : never

function registryBefore(
	steps: readonly ScriptValue[],
	{ keys, depths, values, siblings, startTypes, delays }: Machine,
): Registry {
	const registry = new Registry()
	const there = new Map<string, boolean>()
	for (const step of steps) {
		const at = `${step.Hive}\\${step.Key}`.toLowerCase()
		const known = there.get(at)
		const exists = known ?? (step.Service !== '' || keys.next().value === 'there')
		there.set(at, exists)
		if (known === undefined && !exists) {
			// Some of the keys above are there, with or without something in them.
			const above = step.Key.split('\\').slice(0, depths.next().value).slice(0, -1)
			if (above.length > 0 && above.length < step.Key.split('\\').length)
				registry.createKey(step.Hive, above.join('\\'))
		}
		if (known === undefined && exists) {
			registry.createKey(step.Hive, step.Key)
			if (siblings.next().value) registry.set({ ...step, Name: 'another' }, 'String', '61000000')
			if (siblings.next().value) registry.createKey(step.Hive, `${step.Key}\\below`)
		}
		if (!exists) continue
		const value = values.next().value
		if (step.Service !== '') {
			const { value: type } = startTypes.next()
			const { value: delay } = delays.next()
			if (type !== '') registry.set(step, 'DWord', type)
			if (delay !== '') registry.set({ ...step, Name: 'DelayedAutostart' }, 'DWord', delay)
		} else if (value === 'wanted') {
			if (step.Hex !== '') registry.set(step, step.Type, step.Hex)
		} else if (value) registry.set(step, value.type, value.hex)
	}
	return registry
}

const asPlanned = (registry: Registry, steps: readonly ScriptValue[]) =>
	steps.map((step) => {
		const { exists, type, hex } = registry.read(step)
		return exists ? { type, hex } : null
	})
const wanted = (steps: readonly ScriptValue[]) =>
	steps.map(({ Type, Hex }) => (Hex === '' ? null : { type: Type, hex: Hex }))

/** Applies, applies again and undoes; the registry must hold what was planned, then what was there. */
function roundTrip(steps: readonly ScriptValue[], undoSteps: readonly ScriptValue[], before: Machine) {
	const registry = registryBefore(steps, before)
	const earlier = registry.snapshot()
	const applied = runApply(registry, steps, { override: true })
	if (applied.code === 8 || applied.code === 3) {
		expect(applied.captured).toBeUndefined()
		expect(registry.snapshot()).toEqual(earlier)
		return applied
	}
	expect(applied.code).toBe(0)
	expect(asPlanned(registry, steps)).toEqual(wanted(steps))
	const later = registry.snapshot()
	expect(runApply(registry, steps, { override: true })).toEqual({ code: 0 })
	expect(registry.snapshot()).toEqual(later)
	if (!applied.captured) {
		expect(later).toEqual(earlier)
		return applied
	}
	expect(runUndo(registry, undoSteps, applied.captured).code).toBe(0)
	expect(registry.snapshot()).toEqual(earlier)
	expect(runUndo(registry, undoSteps, applied.captured).code).toBe(0)
	expect(registry.snapshot()).toEqual(earlier)
	return applied
}

describe('the scripts of a plan, on a model of the registry', () => {
	const values = offers.filter(({ setting }) => setting.registry)

	test('write what is planned and give back what was there, for every offer', () => {
		const ran: number[] = []
		fc.assert(
			fc.property(machine, fc.constantFrom(...values), (before, { setting, data }) => {
				const steps = carried(planFor(setting, data))
				const undoSteps = stepsIn(undoScript(planFor(setting, data))).filter(isValue)
				ran.push(roundTrip(steps, undoSteps, before).code)
			}),
			{ numRuns: 120 },
		)
		expect(ran.filter((code) => code === 0).length).toBeGreaterThan(60)
	})

	test('and for bundles of several settings', () => {
		const ran: number[] = []
		fc.assert(
			fc.property(machine, fc.subarray(values, { minLength: 2, maxLength: 6 }), (before, changes) => {
				const { plan } = bundle(changes)
				ran.push(roundTrip(carried(plan), stepsIn(undoScript(plan)).filter(isValue), before).code)
			}),
			{ numRuns: 60 },
		)
		expect(ran.filter((code) => code === 0).length).toBeGreaterThan(20)
	})

	test('and for any data under any name, in keys inside each other', () => {
		const setting = fc
			.record({
				key: fc.constantFrom('A', 'a\\B', 'A\\b\\C', 'D\\E'),
				name: plainName,
				typed: wellFormed,
				gone: fc.boolean(),
			})
			.filter(({ typed: { type, data } }) => type !== 'REG_BINARY' || data !== '')
			.map(
				({ key, name, typed: { type, data }, gone }): Change => ({
					setting: made(`${key}:${name}`.toLowerCase(), {
						key,
						value: name,
						type,
						allowed: [
							{ data, meaning: 'this' },
							{ data: null, meaning: 'none' },
						],
					}),
					data: gone ? null : data,
				}),
			)
		fc.assert(
			fc.property(
				machine,
				fc.uniqueArray(setting, { minLength: 1, maxLength: 6, selector: ({ setting }) => setting.id }),
				(before, changes) => {
					const { plan, problems } = planOf(identity, changes, [])
					expect(problems).toEqual([])
					const steps = carried(plan)
					expect(wanted(steps)).toEqual(
						valuesOf(plan).map(({ type, data }) =>
							data === null ? null : { type: REGISTRY_TYPES[type].kind, hex: hexOf(bytesOf(type, data)) },
						),
					)
					expect(roundTrip(steps, stepsIn(undoScript(plan)).filter(isValue), before).code).toBe(0)
				},
			),
			{ numRuns: 60 },
		)
	})

	test('put everything back where writing fails half-way', () => {
		const failed: Outcome[] = []
		fc.assert(
			fc.property(
				machine,
				fc.subarray(values, { minLength: 1, maxLength: 6 }),
				fc.nat({ max: 6 }),
				(before, changes, failAt) => {
					const steps = carried(bundle(changes).plan)
					const registry = registryBefore(steps, before)
					const earlier = registry.snapshot()
					const outcome = runApply(registry, steps, { override: true, failAt })
					if (outcome.code !== 1) return
					failed.push(outcome)
					expect(registry.snapshot()).toEqual(earlier)
				},
			),
			{ numRuns: 60 },
		)
		expect(failed.length).toBeGreaterThan(5)
	})

	test('refuse, and change nothing, where a policy holds the value', () => {
		const held = settings.filter(({ policyRegistry, offer }) => policyRegistry && offer === 'normal')
		expect(held.length).toBeGreaterThan(5)
		for (const setting of held) {
			const steps = carried(planFor(setting, setting.apply ?? 1))
			for (const { PolicyHive, PolicyKey, PolicyName } of steps.filter(({ PolicyName }) => PolicyName !== '')) {
				const registry = new Registry()
				registry.set({ Hive: PolicyHive, Key: PolicyKey, Name: PolicyName }, 'DWord', '01000000')
				const earlier = registry.snapshot()
				expect(runApply(registry, steps), setting.id).toEqual({ code: 5 })
				expect(registry.snapshot()).toEqual(earlier)
				expect(runApply(registry, steps, { override: true }).code, setting.id).toBe(0)
				// The local value is right now; the policy still beats it.
				expect(runApply(registry, steps), setting.id).toEqual({ code: 5 })
			}
		}
	})

	test('refuse, and change nothing, where another value does not go together with it', () => {
		const conflicting = offers.flatMap(({ setting, data }) => {
			const steps = setting.registry ? carried(planFor(setting, data)) : []
			return steps.flatMap((step) => step.Conflicts.map((conflict) => ({ id: setting.id, step, steps, conflict })))
		})
		expect(conflicting.length).toBeGreaterThan(10)
		for (const { id, step, steps, conflict } of conflicting) {
			const registry = new Registry()
			for (const own of steps) registry.set(own, 'Binary', 'c0ffee')
			// A conflict without bytes is with a value that is not there.
			if (conflict.Hex !== '') registry.set(conflict, 'DWord', conflict.Hex)
			const earlier = registry.snapshot()
			expect(runApply(registry, steps, { override: true }), `${id}: ${conflict.Name}`).toEqual({ code: 8 })
			expect(registry.snapshot()).toEqual(earlier)
			// Where a script writes the other value too, that is no conflict any more.
			const other = { ...step, ...conflict, Label: 'other', Hex: 'ffffffff', Conflicts: [] }
			expect(runApply(registry, [...steps, other], { override: true }).code, id).toBe(0)
		}
	})

	test('refuse to go down from stricter data, unless told to', () => {
		const setting = settingOf('credssp-encryption-oracle')
		const steps = carried(planFor(setting, 1))
		const [step] = steps
		if (!step) throw new Error('The plan has no step.')
		for (const [hex, code] of [
			['00000000', 9],
			['02000000', 0],
		] as const) {
			// Below a Policies key anything that is there is refused first: the order of security is asked where that is not so.
			const local = steps.map((one) => ({ ...one, IsPolicy: false }))
			const registry = new Registry()
			registry.set(step, 'DWord', hex)
			expect(runApply(registry, local).code, hex).toBe(code)
			expect(runApply(registry, local, { override: true }).code, hex).toBe(0)
		}
	})

	test('refuse to undo what somebody changed since', () => {
		const { plan } = bundle([{ setting: settingOf('rdp-nla'), data: 1 }])
		const steps = carried(plan)
		const [step] = steps
		if (!step) throw new Error('The plan has no step.')
		const registry = new Registry()
		const { captured = [] } = runApply(registry, steps)
		registry.set(step, 'DWord', '07000000')
		const earlier = registry.snapshot()
		expect(runUndo(registry, steps, captured).code).toBe(6)
		expect(registry.snapshot()).toEqual(earlier)
		expect(runUndo(registry, steps, captured, { force: true }).code).toBe(0)
		expect(registry.read(step).exists).toBe(false)
	})
})

describe('the model of the registry', () => {
	const place = { Hive: 'LocalMachine', Key: 'A\\B\\C', Name: 'x' }

	test('ignores case, and knows which keys are missing', () => {
		fc.assert(
			fc.property(plainKey, plainName, (Key, Name) => {
				fc.pre(
					Key.toLowerCase().toUpperCase() === Key.toUpperCase() &&
						Name.toLowerCase().toUpperCase() === Name.toUpperCase(),
				)
				const registry = new Registry()
				const parts = Key.split('\\')
				expect(registry.read({ ...place, Key, Name }).missing).toEqual(
					parts.map((_, i) => parts.slice(0, parts.length - i).join('\\')),
				)
				registry.set({ ...place, Key, Name }, 'String', '0000')
				expect(registry.read({ ...place, Key: Key.toLowerCase(), Name: Name.toLowerCase() })).toEqual({
					exists: true,
					type: 'String',
					hex: '0000',
					missing: [],
				})
			}),
		)
	})

	test('deletes no key that has something in it', () => {
		const registry = new Registry()
		registry.createKey('LocalMachine', 'A\\B')
		expect(registry.isEmptyKey('LocalMachine', 'A')).toBe(false)
		expect(() => registry.deleteKey('LocalMachine', 'a')).toThrow()
		registry.set(place, 'DWord', '01000000')
		expect(registry.isEmptyKey('LocalMachine', 'A\\B\\C')).toBe(false)
		registry.delete(place)
		expect(registry.isEmptyKey('LocalMachine', 'A\\B\\C')).toBe(true)
	})
})
