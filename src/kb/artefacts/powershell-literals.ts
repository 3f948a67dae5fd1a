/** Plans and texts as PowerShell literals. */
import { labelOf, type Plan, placeLabel, type RightsStep, type RuleStep, type Step, type ValueStep } from './plan.ts'
import { bytesOf, dataProblem, hexOf, REGISTRY_TYPES, type RegistryData } from './registry-data.ts'
import type { RegistryPlace } from './setting-facts.ts'

const HIVES = { HKLM: 'LocalMachine', HKCU: 'CurrentUser' } as const

export const bool = (value: boolean) => (value ? '$true' : '$false')

/** The plan as a PowerShell literal. Every step has all the keys of its kind: strict mode asks for that. */
export function stepsLiteral(plan: Plan, known?: 'with meanings'): string {
	const entriesOf = (step: Step): Entries => {
		switch (step.kind) {
			case 'value':
				return [...valueEntries(step), ...(known ? [['Meanings', meanings(plan, step)] as const] : [])]
			case 'rule':
				return ruleEntries(step)
			case 'rights':
				return rightsEntries(step)
		}
	}
	return `\n$Steps = @(\n${plan.steps.map((step) => hashtable(entriesOf(step))).join('\n')}\n)\n`
}

function valueEntries(step: ValueStep): Entries {
	return [
		['Kind', psText('Value')],
		['Setting', psText(step.setting)],
		['Label', psText(labelOf(step))],
		['Hive', psText(HIVES[step.hive])],
		['Key', psText(step.key)],
		['Name', psText(step.name)],
		['Type', psText(REGISTRY_TYPES[step.type].kind)],
		['Hex', psText(hexData(step.type, step.data))],
		['Service', psText(step.service ?? '')],
		['IsPolicy', bool(step.policyKey)],
		['PolicyHive', psText(step.policy ? HIVES[step.policy.hive] : '')],
		['PolicyKey', psText(step.policy?.key ?? '')],
		['PolicyName', psText(step.policy?.value ?? '')],
		['PolicyLabel', psText(step.policy ? placeLabel(step.policy) : '')],
		['Stricter', texts(step.stricter.map((data) => hexData(step.type, data)))],
		[
			'Conflicts',
			list(
				step.conflicts.map(({ place, data, reason }) => [
					['Hive', psText(HIVES[place.hive])],
					['Key', psText(place.key)],
					['Name', psText(place.value)],
					['Hex', psText(hexData(place.type, data))],
					['Reason', psText(ascii(reason))],
				]),
			),
		],
	]
}

/** A list of texts. */
const texts = (items: readonly string[]) => `@(${items.map(psText).join('; ')})`

/** What known data mean, by type and bytes. */
function meanings({ changes }: Plan, step: ValueStep): string {
	const setting = changes.find((change) => change.setting.id === step.setting)?.setting
	if (setting?.registry?.value !== step.name) return '@{}'
	const { type, allowed } = setting.registry
	const entries = allowed.map(({ data, meaning }) => [
		psText(data === null ? 'absent' : `${REGISTRY_TYPES[type].kind}:${hexData(type, data)}`),
		psText(ascii(meaning)),
	])
	return entries.length === 0 ? '@{}' : `@{ ${entries.map(([key, value]) => `${key} = ${value}`).join('; ')} }`
}

const ruleEntries = (step: RuleStep): Entries => [
	['Kind', psText('Rule')],
	['Setting', psText(step.setting)],
	['Label', psText(labelOf(step))],
	['Name', psText(step.name)],
]

const rightsEntries = (step: RightsStep): Entries => [
	['Kind', psText('Rights')],
	['Setting', psText(step.setting)],
	['Label', psText(labelOf(step))],
	['Folder', psText(step.folder)],
	['Files', psText(step.files)],
	[
		'Grants',
		list(
			step.grants.map(({ sid, rights }) => [
				['Sid', psText(sid)],
				['Rights', psText(rights)],
			]),
		),
	],
]

function hexData(type: RegistryPlace['type'], data: RegistryData): string {
	if (data === null) return ''
	const problem = dataProblem(type, data)
	if (problem) throw new RangeError(problem)
	return hexOf(bytesOf(type, data))
}

type Entries = readonly (readonly [key: string, literal: string])[]

const hashtable = (entries: Entries) =>
	`    @{\n${entries.map(([key, literal]) => `        ${key} = ${literal}`).join('\n')}\n    }`

function list(items: readonly Entries[]): string {
	const literals = items.map((entries) => `@{ ${entries.map(([key, literal]) => `${key} = ${literal}`).join('; ')} }`)
	return literals.length === 0 ? '@()' : `@(\n            ${literals.join('\n            ')}\n        )`
}

/**
 * A text as a PowerShell literal that stands for exactly that text. Single quotes take everything as it is, and PowerShell
 * ends them at typographic quotes too: what is not printable ASCII is spelt by its numbers.
 */
export function psText(text: string): string {
	if (/^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`
	const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
	return `(-join [char[]] @(${units.join('; ')}))`
}

/** Prose in ASCII: typographic characters become plain ones, marks of code go, what has no like becomes a question mark. */
export function ascii(text: string): string {
	return text
		.replaceAll('`', '')
		.replace(/[‘’‚‛]/g, "'")
		.replace(/[“”„]/g, '"')
		.replace(/[–—]/g, '-')
		.replace(/…/g, '...')
		.replace(/›|→/g, '>')
		.replace(/\s+/g, ' ')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\x20-\x7e]/gu, '?')
}
