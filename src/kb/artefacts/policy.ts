/**
 * The same data through Group Policy and Intune. What Enabled and Disabled write comes from the templates, never from
 * the name of a policy: some are inverted. Payloads for Intune: Microsoft, "Understanding ADMX policies" (enabled,
 * disabled and data elements) and the pages of the policy CSP.
 */
import type { Change } from './plan.ts'
import { dataToken, type RegistryData, sameData } from './registry-data.ts'
import type { SettingFacts } from './setting-facts.ts'

/** What to choose in the Group Policy editor. */
export interface PolicyChoice {
	path: string
	name: string
	state: 'Enabled' | 'Disabled' | 'Not Configured' | 'Defined'
	/** Options below the state, with what to choose in each. */
	options: { label: string; choose: string }[]
}

/** A custom setting in Intune. */
export interface IntuneChoice {
	uri: string
	dataType: 'String' | 'Integer'
	/** undefined: remove the assignment. */
	value: string | undefined
}

/** A state of a policy with its elements, before it becomes a choice or a payload. */
interface Wanted {
	setting: SettingFacts
	state: PolicyChoice['state']
	/** By id. `own`: the reader chose it; the others are what the policy asks for besides. */
	elements: Map<string, { label: string; choose: string; value: string; own: boolean }>
	/** The number or text itself, for nodes that are no template. */
	plain: string | undefined
}

/**
 * The choice in the Group Policy editor that gives a value its data.
 *
 * @returns undefined where the setting has no policy or no choice of it writes the data
 */
export function policyChoice(setting: SettingFacts, data: RegistryData): PolicyChoice | undefined {
	const wanted = wantedOf(setting, data)
	return wanted && choiceOf(wanted)
}

/** The custom setting in Intune that gives a value its data; undefined where no node was found or none writes it. */
export function intuneChoice(setting: SettingFacts, data: RegistryData): IntuneChoice | undefined {
	const wanted = wantedOf(setting, data)
	return wanted && payloadOf(wanted)
}

/**
 * The choices for several changes, one for each policy: settings that are options of one policy come together.
 *
 * @returns the choices, the payloads, the changes that neither reaches, and what contradicts itself
 */
export function policyList(changes: readonly Change[]): {
	policies: PolicyChoice[]
	payloads: IntuneChoice[]
	without: { setting: SettingFacts; policy: boolean; intune: boolean }[]
	problems: { setting: string; says: string }[]
} {
	const byPolicy = new Map<string, Wanted>()
	const problems: { setting: string; says: string }[] = []
	for (const { setting, data } of changes) {
		const wanted = wantedOf(setting, data)
		if (!wanted) continue
		const key = `${setting.groupPolicy?.path}>${setting.groupPolicy?.name}`
		const known = byPolicy.get(key)
		if (!known) byPolicy.set(key, wanted)
		else if (known.state !== wanted.state)
			problems.push({
				setting: setting.id,
				says: `The policy “${setting.groupPolicy?.name}” would have to be ${known.state} for ${known.setting.name} and ${wanted.state} for ${setting.name}.`,
			})
		else
			for (const [id, element] of wanted.elements)
				if (element.own || !known.elements.has(id)) known.elements.set(id, element)
	}
	return {
		policies: [...byPolicy.values()].map(choiceOf),
		payloads: [...byPolicy.values()].flatMap((wanted) => payloadOf(wanted) ?? []),
		without: changes
			.map(({ setting, data }) => ({
				setting,
				policy: policyChoice(setting, data) === undefined,
				intune: intuneChoice(setting, data) === undefined,
			}))
			.filter(({ policy, intune }) => policy || intune),
		problems,
	}
}

function wantedOf(setting: SettingFacts, data: RegistryData): Wanted | undefined {
	const { groupPolicy: policy } = setting
	if (!policy) return
	const made = (state: Wanted['state'], elements: Wanted['elements'] = new Map()): Wanted => ({
		setting,
		state,
		elements,
		plain: data === null ? undefined : dataToken(data),
	})
	if (data === null) return made('Not Configured')
	const { template } = policy
	if (!template)
		return made(
			'Defined',
			new Map([['', { label: policy.name, choose: labelOf(setting, data), value: '', own: true }]]),
		)
	const elements: Wanted['elements'] = new Map(
		template.also.map(({ id, label, data: chosen }) => [
			id,
			{ label, choose: chosen === true ? 'ticked' : String(chosen), value: String(chosen), own: false },
		]),
	)
	const { option, on, off } = template
	if (option && canChoose(setting, data))
		return made(
			'Enabled',
			new Map([
				[option.id, { label: option.label, choose: labelOf(setting, data), value: dataToken(data), own: true }],
				...elements,
			]),
		)
	if (option) return
	if (on !== undefined && sameData(on, data)) return made('Enabled', elements)
	if (off !== undefined && sameData(off, data)) return made('Disabled')
	return
}

function choiceOf({ setting, state, elements }: Wanted): PolicyChoice {
	return {
		path: setting.groupPolicy?.path ?? '',
		name: setting.groupPolicy?.name ?? '',
		state,
		options: [...elements.values()].map(({ label, choose }) => ({ label, choose })),
	}
}

function payloadOf({ setting: { csp }, state, elements, plain }: Wanted): IntuneChoice | undefined {
	if (!csp || csp.form === 'sids') return
	if (csp.form === 'integer') return { uri: csp.uri, dataType: 'Integer', value: plain }
	if (state === 'Not Configured') return { uri: csp.uri, dataType: 'String', value: undefined }
	const data = [...elements].map(([id, { value }]) => `<data id="${escapeXml(id)}" value="${escapeXml(value)}"/>`)
	return {
		uri: csp.uri,
		dataType: 'String',
		value: state === 'Disabled' ? '<disabled/>' : ['<enabled/>', ...data].join(''),
	}
}

/** Whether the option of a policy can write data: one of its list, where it has a list, or a number within its limits. */
function canChoose({ registry, groupPolicy }: SettingFacts, data: RegistryData): boolean {
	const listed = registry?.allowed.filter(({ option }) => option !== undefined) ?? []
	if (listed.length > 0) return listed.some((allowed) => sameData(allowed.data, data))
	const { from = 0, to = 0xffffffff } = groupPolicy?.template?.option ?? {}
	return typeof data !== 'number' || (data >= from && data <= to)
}

/** Data as the editor shows it: the label of the option, where the template has one. */
function labelOf({ registry }: SettingFacts, data: RegistryData): string {
	return registry?.allowed.find((allowed) => sameData(allowed.data, data))?.option ?? dataToken(data)
}

/** What each state of the policy writes, in words. */
export function policyStates(setting: SettingFacts): { enabled: string; disabled: string } | undefined {
	const template = setting.groupPolicy?.template
	if (!template) return
	const value = (setting.policyRegistry ?? setting.registry)?.value ?? ''
	const enabled = [
		...(template.option ? [`\`${value}\` as chosen in “${template.option.label}”`] : []),
		...(template.on === undefined ? [] : [`\`${value}\` = ${dataToken(template.on)}`]),
		...template.also.map((also) => `\`${also.value}\` as chosen in “${also.label}”`),
	]
	return {
		enabled:
			enabled.length > 0 ? `Writes ${enabled.join(', ')}.` : 'Writes values of its own, which are not listed here.',
		disabled:
			template.off === undefined
				? 'Writes nothing: as if it were not configured.'
				: `Writes \`${value}\` = ${dataToken(template.off)}${typeof template.off === 'string' ? ' as a text' : ''}.`,
	}
}

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
