/**
 * The plan of a change: which values, rules and rights it touches, and what they are to hold. Files are written from
 * plans alone, so what may not be written never reaches a file.
 */
import { dataProblem, type RegistryData, type RegistryType, sameData, showData } from './registry-data.ts'
import type { RegistryPlace, SettingFacts } from './setting-facts.ts'

/** A setting with the data it is to get. Rules and rights know one change: `apply`. */
export interface Change {
	setting: SettingFacts
	data: RegistryData
}

export interface ValueStep {
	kind: 'value'
	setting: string
	hive: RegistryPlace['hive']
	key: string
	name: string
	type: RegistryType
	data: RegistryData
	/** The service whose start type this is; it is set through the service manager. */
	service?: string
	/** The value of the policy that beats this one. */
	policy?: RegistryPlace
	/** The key belongs to policies: what is written by hand returns at the next refresh. */
	policyKey: boolean
	/** It goes along with the value of the setting; somebody who chose its data beats it. */
	along: boolean
	/** Data that are stricter than these: where they are found, going down is a decision, not a repair. */
	stricter: readonly RegistryData[]
	/** Data of other values that this must not meet. */
	conflicts: readonly { place: RegistryPlace; data: RegistryData; reason: string }[]
}
export interface RuleStep {
	kind: 'rule'
	setting: string
	name: string
}
export interface RightsStep {
	kind: 'rights'
	setting: string
	folder: string
	files: string
	grants: readonly { sid: string; rights: 'Read' | 'FullControl' }[]
}
export type Step = ValueStep | RuleStep | RightsStep

/** What a plan is about: where its files and their states are found again. */
export interface Identity {
	/** Names the state file: the id of a setting, the number of a fix. */
	id: string
	/** What the names of saved files begin with, where it is not the id. */
	saved?: string
	title: string
	/** Absolute address of the page that explains it. */
	address: string
}

export interface Plan extends Identity {
	changes: readonly Change[]
	steps: readonly Step[]
}

/** A reason why a change cannot be planned, about one setting. */
export interface PlanProblem {
	setting: string
	says: string
}

export const APPLY = 'apply'

/** Data that generated files may write, in the order of the content; `apply` for rules and rights. */
export function offered(setting: SettingFacts): RegistryData[] {
	if (setting.firewallRule || setting.fileRights) return ['normal', 'opt-in'].includes(setting.offer) ? [APPLY] : []
	return (setting.registry?.allowed ?? []).map(({ data }) => data).filter((data) => !changeProblem({ setting, data }))
}

/** Whether data of the reader's own may be written. */
export const takesOwnData = ({ registry, offer }: SettingFacts): boolean =>
	registry?.accepts !== undefined && ['normal', 'opt-in'].includes(offer)

/** Why a change is not made, as a sentence; undefined where it may be. */
export function changeProblem({ setting, data }: Change): string | undefined {
	const { offer, registry } = setting
	if (offer === 'check-only' || offer === 'never' || offer === 'backup-only')
		return `${setting.name}: this guide only reads it.`
	if (setting.firewallRule || setting.fileRights)
		return data === APPLY ? undefined : `${setting.name} knows one change: ${APPLY}.`
	if (!registry) return `${setting.name} is changed by hand, not by a file.`
	const never = setting.neverOffer.find((refused) => sameData(refused.data, data))
	if (never) return `${registry.value} = ${showData(data)} is never written: ${never.reason}`
	if (offer === 'remove-only' && data !== null) return `${setting.name}: a file may only delete ${registry.value}.`
	if (data !== null) {
		const problem = dataProblem(registry.type, data) ?? scriptProblem(registry.type, data)
		if (problem) return `${registry.value}: ${problem}`
	}
	if (registry.allowed.some((allowed) => sameData(allowed.data, data)) || accepts(registry, data)) return
	if (typeof data === 'number' && registry.accepts)
		return `${registry.value} = ${showData(data)} is out of bounds. Give a number from ${registry.accepts.from ?? 0} to ${registry.accepts.to ?? 0xffffffff}.`
	return `${registry.value} = ${showData(data).slice(0, 60)} is no data that this guide writes.${registry.accepts ? ` Write it as in ${registry.accepts.example}.` : ''}`
}

/** Why a script cannot write data that the registry could keep: no bytes mean no value there, and .NET mends broken texts. */
function scriptProblem(type: RegistryType, data: Exclude<RegistryData, null>): string | undefined {
	if (type === 'REG_BINARY') return data === '' ? 'give one byte at least.' : undefined
	const texts = typeof data === 'number' ? [] : typeof data === 'string' ? [data] : data
	return texts.every((text) => text.isWellFormed()) ? undefined : 'half a character (a lone surrogate) is no text.'
}

function accepts({ accepts: own }: NonNullable<SettingFacts['registry']>, data: RegistryData): boolean {
	if (!own || data === null) return false
	if (typeof data === 'number')
		return data >= (own.from ?? 0) && data <= (own.to ?? 0xffffffff) && own.pattern === undefined
	if (own.pattern === undefined) return false
	const pattern = new RegExp(`^(?:${own.pattern})$`)
	const texts = Array.isArray(data) ? data : [data as string]
	return texts.length > 0 && texts.every((text) => pattern.test(text))
}

/**
 * Plans changes.
 *
 * @param settings every setting the guide knows: conflicts look the others up there
 * @returns the plan of the changes that may be made, and a problem for each that may not
 */
export function planOf(
	identity: Identity,
	changes: readonly Change[],
	settings: readonly SettingFacts[],
): { plan: Plan; problems: PlanProblem[] } {
	const problems: PlanProblem[] = []
	const possible = changes.filter((change) => {
		const says = changeProblem(change)
		if (says) problems.push({ setting: change.setting.id, says })
		return !says
	})
	for (const [i, { setting, data }] of possible.entries())
		for (const [j, other] of possible.entries()) {
			const clash = clashOf(setting, data, other)
			// Both settings may name it: once is enough.
			if (clash && (i < j || !clashOf(other.setting, other.data, { setting, data })))
				problems.push({ setting: setting.id, says: `${setting.name} and ${other.setting.name}: ${clash}` })
		}
	const steps: Step[] = []
	for (const change of possible)
		for (const step of stepsOf(change, settings)) {
			const at = steps.findIndex((other) => sameTarget(other, step))
			const same = steps[at]
			if (!same) steps.push(step)
			else if (same.kind !== 'value' || step.kind !== 'value') continue
			// Even with the same data: the chosen step knows its policy, its conflicts and what is stricter.
			else if (same.along && !step.along) steps[at] = step
			else if (same.along === step.along && !sameData(same.data, step.data))
				problems.push({
					setting: step.setting,
					says: `${step.name} would have to be ${showData(same.data)} for ${same.setting} and ${showData(step.data)} for ${step.setting}.`,
				})
		}
	return { plan: { ...identity, changes: possible, steps }, problems }
}

/**
 * Plans the one weakening that a vendor uses to tell faults apart: for minutes, with a way back that runs by itself.
 *
 * @returns undefined where the setting knows no such test
 */
export function testPlan(
	identity: Identity,
	setting: SettingFacts,
	settings: readonly SettingFacts[],
): Plan | undefined {
	if (!setting.timedTest || !setting.registry) return
	const together = setting.timedTest.together.flatMap((id) => settings.find((other) => other.id === id) ?? [])
	const changes = [setting, ...together].flatMap((one): Change[] =>
		one.timedTest ? [{ setting: one, data: one.timedTest.data }] : [],
	)
	return { ...identity, changes, steps: changes.flatMap((change) => stepsOf(change, settings)) }
}

/** What to read to know the present state of settings; data and refusals play no part. */
export function readingPlan(identity: Identity, settings: readonly SettingFacts[]): Plan {
	const changes = settings.map((setting) => ({ setting, data: null }))
	return { ...identity, changes, steps: changes.flatMap((change) => stepsOf(change, [])) }
}

/** A change in a few words, as a title. */
export function changeTitle({ setting, data }: Change): string {
	const { registry, name } = setting
	if (!registry) return `${name}: put right`
	return `${name}: ${data === null ? `delete ${registry.value}` : `set ${registry.value} to ${showData(data)}`}`
}

function clashOf({ conflicts }: SettingFacts, data: RegistryData, other: Change): string | undefined {
	return conflicts.find(
		(conflict) =>
			conflict.setting === other.setting.id && sameData(conflict.data, data) && sameData(conflict.with, other.data),
	)?.reason
}

function sameTarget(a: Step, b: Step): boolean {
	if (a.kind === 'value' && b.kind === 'value')
		return a.hive === b.hive && sameName(a.key, b.key) && sameName(a.name, b.name)
	return a.kind === b.kind && a.setting === b.setting
}

/** The registry ignores case in the names of keys and values. */
const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

function stepsOf({ setting, data }: Change, settings: readonly SettingFacts[]): Step[] {
	if (setting.firewallRule) return [{ kind: 'rule', setting: setting.id, name: setting.firewallRule.name }]
	if (setting.fileRights) {
		const { folder, files, grants } = setting.fileRights
		return [
			{
				kind: 'rights',
				setting: setting.id,
				folder,
				files,
				grants: grants.map(({ sid, rights }) => ({ sid, rights })),
			},
		]
	}
	const { registry } = setting
	if (!registry) return []
	const values = [
		{ name: registry.value, type: registry.type, data, policy: setting.policyRegistry },
		...registry.with.map(({ value, type, data: given }) => ({
			name: value,
			type,
			data: data === null ? null : given,
			policy: undefined,
		})),
	]
	return [registry.key, ...registry.alsoIn].flatMap((key) =>
		values.map(
			({ name, type, data: wanted, policy }, i): ValueStep => ({
				kind: 'value',
				setting: setting.id,
				hive: registry.hive,
				key,
				name,
				type,
				data: wanted,
				...(setting.service && i === 0 ? { service: setting.service } : {}),
				...(policy ? { policy } : {}),
				policyKey: isPolicyKey(key),
				along: i > 0,
				stricter: i === 0 ? stricterThan(setting, data) : [],
				conflicts: i === 0 ? conflictsOf({ setting, data }, settings) : [],
			}),
		),
	)
}

/** Data of a setting that are stricter than some, as its order of security says. */
function stricterThan({ strictness = [] }: SettingFacts, data: RegistryData): RegistryData[] {
	const at = strictness.findIndex((one) => sameData(one, data))
	return at < 0 ? [] : strictness.slice(at + 1)
}

/** Keys that Group Policy and MDM write (Microsoft, "Registry policy keys": Software\Policies and ...\CurrentVersion\Policies). */
export const isPolicyKey = (key: string): boolean =>
	/^software\\(policies|microsoft\\windows\\currentversion\\policies)(\\|$)/i.test(key)

function conflictsOf({ setting, data }: Change, settings: readonly SettingFacts[]): ValueStep['conflicts'] {
	return setting.conflicts
		.filter((conflict) => sameData(conflict.data, data))
		.flatMap((conflict) => {
			const other = settings.find(({ id }) => id === conflict.setting)
			// A value that is not there is looked for where the setting itself is kept.
			const places = conflict.with === null ? [other?.registry] : [other?.registry, other?.policyRegistry]
			return places.flatMap((found) =>
				found
					? [
							{
								place: { hive: found.hive, key: found.key, value: found.value, type: found.type },
								data: conflict.with,
								reason: conflict.reason,
							},
						]
					: [],
			)
		})
}

/** The values of a plan, in order. */
export const valuesOf = ({ steps }: Plan): ValueStep[] => steps.filter((step) => step.kind === 'value')

/** How a step is named in what scripts print and capture. */
export function labelOf(step: Step): string {
	switch (step.kind) {
		case 'value':
			return placeLabel({ ...step, value: step.name })
		case 'rule':
			return `firewall rule ${step.name}`
		case 'rights':
			return `rights on ${step.folder}\\${step.files}`
	}
}

export const placeLabel = ({ hive, key, value }: Pick<RegistryPlace, 'hive' | 'key' | 'value'>) =>
	`${hive}\\${key} : ${value}`
