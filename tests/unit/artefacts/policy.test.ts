/**
 * What the content says of policies, against the templates that define them. tests/facts/policy-templates.json lists
 * facts from public copies of TerminalServer.admx and the other templates that content/sources.yaml cites.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offered } from '../../../src/kb/artefacts/plan.ts'
import { intuneChoice, policyChoice, policyList, policyStates } from '../../../src/kb/artefacts/policy.ts'
import { dataToken, type RegistryData } from '../../../src/kb/artefacts/registry-data.ts'
import type { GroupPolicy, RegistryPlace, SettingFacts } from '../../../src/kb/artefacts/setting-facts.ts'
import { hostileText, made } from './arbitraries.ts'
import { offers, settingOf, settings } from './generated.ts'

interface Element {
	id: string
	kind: 'enum' | 'text' | 'boolean' | 'decimal' | 'multiText' | 'list'
	valueName: string | null
	values?: (number | string)[]
	trueValue?: number
	falseValue?: number
	minValue?: number
	maxValue?: number
}
interface Listed {
	key: string
	valueName: string
	value: number | string
}
interface PolicyFacts {
	admxFile: string
	name: string
	class: 'Machine' | 'User'
	displayName: string
	key: string
	valueName: string | null
	categoryPath: string | null
	enabledValue?: number | string
	disabledValue?: number | string
	enabledList?: Listed[]
	disabledList?: Listed[]
	elements?: Element[]
}

const policies: PolicyFacts[] = JSON.parse(
	readFileSync(join(process.cwd(), 'tests/facts/policy-templates.json'), 'utf8'),
)

interface Templated {
	id: string
	setting: SettingFacts
	group: GroupPolicy
	template: NonNullable<GroupPolicy['template']>
	/** The value that the policy writes. */
	place: RegistryPlace
	facts: PolicyFacts
}

function templatedOf(setting: SettingFacts): Templated | undefined {
	const { id, groupPolicy: group, registry, policyRegistry } = setting
	const place = policyRegistry ?? registry
	if (!group?.template || !place) return
	const { template } = group
	const found = policies.filter(
		(policy) => policy.admxFile === template.file && policy.name === template.policy && policy.class === group.class,
	)
	const [facts] = found
	if (!facts || found.length > 1)
		throw new Error(`${id}: ${template.file} has ${found.length} policies ${template.policy} for ${group.class}.`)
	return { id, setting, group, template, place, facts }
}
const templated = settings.flatMap((setting) => templatedOf(setting) ?? [])

/** What a list of the template, or else the policy's own value, gives a value. */
const stateData = ({ place, facts }: Templated, list: Listed[] | undefined, own: number | string | undefined) =>
	list?.find(({ valueName }) => valueName === place.value)?.value ?? (facts.valueName === place.value ? own : undefined)

/** Whether an element takes data. */
function takes({ kind, values, minValue = 0, maxValue = 0xffffffff }: Element, data: unknown): boolean {
	switch (kind) {
		case 'enum':
			return values?.some((value) => value === data) ?? false
		case 'decimal':
			return typeof data === 'number' && data >= minValue && data <= maxValue
		case 'boolean':
			return typeof data === 'boolean'
		default:
			return typeof data === 'string'
	}
}

describe('the templates', () => {
	test('are known well enough, and so is the content', () => {
		expect(policies.length).toBeGreaterThan(100)
		expect(templated.length).toBeGreaterThan(35)
		expect(new Set(policies.map((policy) => `${policy.admxFile} ${policy.name} ${policy.class}`)).size).toBe(
			policies.length,
		)
	})
})

describe.each(templated)('the policy of $id', (one) => {
	const { id, setting, group, template, place, facts } = one
	const elements = facts.elements ?? []
	const option = elements.find((element) => element.id === template.option?.id)

	test('is called and filed as in the template', () => {
		expect(group.name).toBe(facts.displayName)
		expect(group.path.startsWith(group.class === 'User' ? 'User ' : 'Computer ')).toBe(true)
		expect(place.hive).toBe(group.class === 'User' ? 'HKCU' : 'HKLM')
		if (facts.categoryPath) expect(group.path.endsWith(` > ${facts.categoryPath}`), group.path).toBe(true)
	})

	test('writes the value that the setting names', () => {
		expect(place.key.toLowerCase()).toBe(facts.key.toLowerCase())
		const names = [
			facts.valueName,
			...[...(facts.enabledList ?? []), ...(facts.disabledList ?? [])].map(({ valueName }) => valueName),
		]
		if (template.option) expect(option?.valueName, template.option.id).toBe(place.value)
		else expect(names).toContain(place.value)
	})

	test('writes what is said of Enabled and Disabled', () => {
		expect(template.on).toEqual(stateData(one, facts.enabledList, facts.enabledValue))
		expect(template.off).toEqual(stateData(one, facts.disabledList, facts.disabledValue))
	})

	test('has the option, with the data and limits that are said', () => {
		if (!template.option) return
		if (!option) throw new Error(`${facts.name} has no element ${template.option.id}.`)
		const labelled = setting.registry?.allowed.filter(({ option }) => option !== undefined) ?? []
		for (const { data } of labelled) expect(takes(option, data), `${id} ${data}`).toBe(true)
		if (option.kind === 'enum') expect(labelled.length).toBeGreaterThan(0)
		expect(new Set(labelled.map(({ option }) => option)).size, 'two data with one label').toBe(labelled.length)
		expect([template.option.from, template.option.to]).toEqual([option.minValue, option.maxValue])
	})

	test('has its other elements all named, with data they take', () => {
		// A list has no value of its own: its entries are values.
		const others = elements.filter((element) => element.kind !== 'list' && element.id !== template.option?.id)
		expect(template.also.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id).sort())
		for (const element of others) {
			const also = template.also.find(({ id }) => id === element.id)
			expect(also?.value).toBe(element.valueName)
			expect(takes(element, also?.data), `${element.kind} ${element.id}: ${JSON.stringify(also?.data)}`).toBe(true)
		}
	})

	test('has a node for the same side in Intune, under the same name', () => {
		const { csp } = setting
		if (csp?.form !== 'admx') return
		expect(csp.uri.startsWith(group.class === 'User' ? './User/' : './Device/')).toBe(true)
		const [area = '', name = ''] = csp.uri.split('/').slice(-2)
		if (area.startsWith('ADMX_')) {
			expect(name).toBe(template.policy)
			expect(area.slice(5).toLowerCase()).toBe(template.file.replace(/\.admx$/, '').toLowerCase())
		}
	})
})

/** What each value of a policy is given: null where it is not there. Elements by id, with the data chosen in each. */
function written(
	facts: PolicyFacts,
	state: string,
	chosen: ReadonlyMap<string, number | string>,
): Map<string, RegistryData> {
	const values = new Map<string, RegistryData>()
	const elements = facts.elements ?? []
	for (const { valueName } of elements) if (valueName) values.set(valueName, null)
	if (facts.valueName) values.set(facts.valueName, null)
	if (state === 'Enabled') {
		// Where the template names no data, Enabled writes 1 and Disabled deletes the value.
		if (facts.valueName) values.set(facts.valueName, facts.enabledValue ?? 1)
		for (const { valueName, value } of facts.enabledList ?? []) values.set(valueName, value)
		for (const { id, valueName } of elements) {
			const data = chosen.get(id)
			if (valueName && data !== undefined) values.set(valueName, data)
		}
	} else if (state === 'Disabled') {
		if (facts.valueName) values.set(facts.valueName, facts.disabledValue ?? null)
		for (const { valueName, value } of facts.disabledList ?? []) values.set(valueName, value)
	} else if (state !== 'Not Configured') throw new Error(`${state} is no state of a policy.`)
	return values
}

/** The data that a choice stands for, by the element it is made in. */
function chosenData(element: Element | undefined, { setting }: Templated, choose: string): number | string {
	switch (element?.kind) {
		case 'enum': {
			const data = setting.registry?.allowed.find(({ option }) => option === choose)?.data ?? Number(choose)
			if (!element.values?.some((value) => value === data)) throw new Error(`${element.id} has no ${choose}.`)
			return data as number
		}
		case 'decimal':
			if (!takes(element, Number(choose))) throw new Error(`${element.id} does not take ${choose}.`)
			return Number(choose)
		case 'boolean':
			if (!/^(ticked|true|clear|false)$/.test(choose)) throw new Error(`${choose} is nothing to do with a tick box.`)
			return (/^(ticked|true)$/.test(choose) ? element.trueValue : element.falseValue) ?? 0
		case undefined:
			throw new Error('There is no such option in the policy.')
		default:
			return choose
	}
}

/** The state and the elements of a payload. Anything but the few elements of the format is an error. */
function readPayload(payload: string): { state: string; data: [id: string, value: string][] } {
	const shape =
		/^(?:<disabled\/>|<enabled\/>(?:<data id="[^"<>&']*(?:&#\d+;[^"<>&']*)*" value="[^"<>&']*(?:&#\d+;[^"<>&']*)*"\/>)*)$/
	if (!shape.test(payload)) throw new Error(`Not well-formed: ${payload}`)
	const text = (value = '') => value.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
	return {
		state: payload.startsWith('<enabled/>') ? 'Enabled' : 'Disabled',
		data: [...payload.matchAll(/<data id="([^"]*)" value="([^"]*)"\/>/g)].map(([, id, value]) => [
			text(id),
			text(value),
		]),
	}
}

/** Everything of a setting that a policy may be asked for: what is offered, and an example of the reader's own. */
const asked = (setting: SettingFacts): RegistryData[] => {
	const { registry } = setting
	const example = registry?.accepts?.example
	if (example === undefined) return offered(setting)
	const own =
		registry?.type === 'REG_DWORD' ? Number(example) : registry?.type === 'REG_MULTI_SZ' ? example.split(',') : example
	return [...offered(setting), own]
}
const choices = templated.flatMap((one) => asked(one.setting).map((data) => ({ ...one, data, token: dataToken(data) })))

describe('the choice for offered data', () => {
	test('is there for most of it', () => {
		const made = choices.filter(({ setting, data }) => policyChoice(setting, data))
		expect(made.length).toBeGreaterThan(choices.length * 0.8)
	})

	test.each(choices)('of $id = $token writes that in the policy editor', (one) => {
		const { setting, template, facts, place, data } = one
		const choice = policyChoice(setting, data)
		if (!choice) {
			// No choice is right only where no state and no option of the policy writes the data.
			const states = [template.on, template.off].map((state) => JSON.stringify(state))
			expect(states).not.toContain(JSON.stringify(data))
			const option = facts.elements?.find(({ id }) => id === template.option?.id)
			if (option?.kind === 'decimal' || option?.kind === 'text') expect(takes(option, data)).toBe(false)
			return
		}
		expect(choice).toMatchObject({ path: one.group.path, name: facts.displayName })
		const ids = new Map([template.option, ...template.also].flatMap((one) => (one ? [[one.label, one.id]] : [])))
		const chosen = new Map(
			choice.options.map(({ label, choose }) => {
				const element = facts.elements?.find(({ id }) => id === ids.get(label))
				return [element?.id ?? '', chosenData(element, one, choose)]
			}),
		)
		const values = written(facts, choice.state, chosen)
		expect(dataToken(values.get(place.value) ?? null)).toBe(dataToken(data))
		if (choice.state === 'Enabled') {
			const open = (facts.elements ?? []).filter(({ id, kind }) => kind !== 'list' && !chosen.has(id))
			expect(open, 'an option without a choice').toEqual([])
			for (const other of setting.registry?.with ?? [])
				if (values.has(other.value)) expect(values.get(other.value), other.value).toBe(other.data)
		}
	})

	test.each(choices)('of $id = $token writes that in Intune', (one) => {
		const { setting, facts, place, data } = one
		const choice = intuneChoice(setting, data)
		if (!choice || setting.csp?.form !== 'admx') return
		expect(choice.uri).toBe(setting.csp.uri)
		expect(choice.dataType).toBe('String')
		if (data === null) {
			expect(choice.value).toBeUndefined()
			return
		}
		const { state, data: given } = readPayload(choice.value ?? '')
		expect(state).toBe(policyChoice(setting, data)?.state)
		const chosen = new Map(
			given.map(([id, value]) => [
				id,
				chosenData(
					facts.elements?.find((element) => element.id === id),
					one,
					value,
				),
			]),
		)
		expect(dataToken(written(facts, state, chosen).get(place.value) ?? null)).toBe(dataToken(data))
	})

	test('is the same in Intune, where a node takes it', () => {
		for (const { setting, data } of choices)
			if (setting.csp?.form === 'admx')
				expect(intuneChoice(setting, data) === undefined, setting.id).toBe(policyChoice(setting, data) === undefined)
	})

	test('of integer nodes is the number itself', () => {
		const integers = offers.filter(({ setting }) => setting.csp?.form === 'integer')
		expect(integers.length).toBeGreaterThan(0)
		for (const { setting, data } of integers)
			expect(intuneChoice(setting, data)).toMatchObject({
				uri: setting.csp?.uri,
				dataType: 'Integer',
				value: data === null ? undefined : String(data),
			})
	})

	test('is none for lists of accounts', () => {
		for (const setting of settings.filter(({ csp }) => csp?.form === 'sids'))
			expect(intuneChoice(setting, '*S-1-5-32-544')).toBeUndefined()
	})
})

describe('policies whose name is the other way round', () => {
	test.each([
		['rdp-deny-connections', 'TS_DISABLE_CONNECTIONS'],
		['rdp-auto-reconnect', 'TS_AUTO_RECONNECT'],
		['rdp-client-hw-decode', 'TS_CLIENT_DISABLE_HARDWARE_MODE'],
	])('%s: Enabled writes 0', (id, policy) => {
		const setting = settingOf(id)
		expect(setting.groupPolicy?.template?.policy).toBe(policy)
		expect(policyChoice(setting, 0)?.state).toBe('Enabled')
		expect(policyChoice(setting, 1)?.state).toBe('Disabled')
		if (setting.csp?.form === 'admx') {
			expect(intuneChoice(setting, 0)?.value).toBe('<enabled/>')
			expect(intuneChoice(setting, 1)?.value).toBe('<disabled/>')
		}
		const states = policyStates(setting)
		expect(states?.enabled).toMatch(/= 0\b/)
		expect(states?.disabled).toMatch(/= 1\b/)
	})
})

describe('a payload', () => {
	test('is well-formed and says the same, whatever is in it', () => {
		fc.assert(
			fc.property(
				hostileText.map((text) => text.replaceAll('\0', '')),
				hostileText,
				(data, id) => {
					const setting = made(
						'x',
						{ type: 'REG_SZ', allowed: [{ data: null, meaning: 'none' }] },
						{
							csp: { uri: './Device/Vendor/x', form: 'admx' },
							groupPolicy: {
								path: 'x',
								name: 'x',
								class: 'Machine',
								template: { file: 'x.admx', policy: 'x', option: { id, label: 'x' }, also: [] },
							},
						},
					)
					expect(readPayload(intuneChoice(setting, data)?.value ?? '')).toEqual({
						state: 'Enabled',
						data: [[id, data]],
					})
				},
			),
		)
	})
})

describe('the choices for several changes', () => {
	test('come as one for each policy, with the data of every change in it', () => {
		const changes = [
			{ setting: settingOf('rdp-keepalive-interval'), data: 5 },
			{ setting: settingOf('rdp-keepalive-enable'), data: 1 },
			{ setting: settingOf('rdp-nla'), data: 1 },
		]
		for (const order of [changes, changes.toReversed()]) {
			const { policies, problems, payloads } = policyList(order)
			expect(problems).toEqual([])
			expect(policies.map(({ name }) => name).sort()).toEqual(
				[...new Set(changes.map(({ setting }) => setting.groupPolicy?.name))].sort(),
			)
			const alive = policies.find(({ name }) => name === changes[0]?.setting.groupPolicy?.name)
			expect(alive?.state).toBe('Enabled')
			expect(alive?.options.map(({ choose }) => choose)).toEqual(['5'])
			expect(payloads.map(({ value }) => value).sort()).toEqual(
				['<enabled/>', '<enabled/><data id="TS_KEEP_ALIVE_INTERVAL" value="5"/>'].sort(),
			)
		}
	})

	test('name what contradicts itself', () => {
		const { policies, problems } = policyList([
			{ setting: settingOf('rdp-keepalive-interval'), data: 5 },
			{ setting: settingOf('rdp-keepalive-enable'), data: 0 },
		])
		expect(policies).toHaveLength(1)
		expect(problems).toHaveLength(1)
	})

	test('leave no change out silently', () => {
		fc.assert(
			fc.property(fc.subarray(offers, { minLength: 1, maxLength: 8 }), (changes) => {
				const { without } = policyList(changes)
				for (const { setting, data } of changes) {
					const reached = policyChoice(setting, data) !== undefined
					const named = without.some((one) => one.setting === setting && one.policy)
					const again = changes.filter((change) => change.setting === setting).length > 1
					if (!again) expect(named, setting.id).toBe(!reached)
				}
			}),
		)
	})
})
