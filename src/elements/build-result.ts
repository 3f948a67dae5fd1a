/** What the builder shows for what was picked: cautions, changes, files, commands, costs, policies. */
import type { ArtefactFile } from '../kb/artefacts/files.ts'
import { type Change, labelOf, type Plan } from '../kb/artefacts/plan.ts'
import type { policyList } from '../kb/artefacts/policy.ts'
import { showData } from '../kb/artefacts/registry-data.ts'
import type { SettingFacts } from '../kb/artefacts/setting-facts.ts'
import { plainText } from '../kb/inline.ts'
import { risks, settingPage, builder as words } from '../strings.ts'
import { make } from './dom.ts'

export interface Download {
	file: ArtefactFile
	url: string
	sha256: string
}

interface Result {
	plan: Plan
	downloads: readonly Download[]
	policies: ReturnType<typeof policyList>
	/** Every setting the builder knows. */
	settings: readonly SettingFacts[]
	/** Address below which settings have their pages. */
	pages: string
	leaveAlone: (id: string) => void
}

export function resultOf({ plan, downloads, policies, settings, pages, leaveAlone }: Result): HTMLElement[] {
	return [
		...cautions(plan),
		changeTable(plan, pages, leaveAlone),
		fileList(downloads, plan),
		...runLines(plan),
		...costs(plan, settings),
		...policyParts(policies),
	]
}

/** Most refusals that are listed; an address can hold any number. */
const MOST = 12

export function problemList(problems: readonly { says: string }[]): HTMLElement[] {
	if (problems.length === 0) return []
	const rest = problems.length - MOST
	return [
		make(
			'ul',
			{ class: 'callout' },
			...problems.slice(0, MOST).map(({ says }) => make('li', {}, plainText(says))),
			...(rest > 0 ? [make('li', {}, words.more(rest))] : []),
		),
	]
}

/** What to know before downloading anything. */
function cautions({ changes, steps }: Plan): HTMLElement[] {
	const sides = new Set(changes.map(({ setting }) => setting.side))
	const lines = [
		...(changes.some(({ setting }) => setting.mayCutOff) ? [settingPage.cutOffPlain] : []),
		...(sides.has('server') && sides.has('client') ? [words.twoSides] : []),
		...(steps.some(({ kind }) => kind !== 'value') && steps.some(({ kind }) => kind === 'value')
			? [words.notInReg]
			: []),
	]
	return lines.map((text) => make('p', { class: 'callout' }, text))
}

function runLines({ id, address }: Plan): HTMLElement[] {
	const line = (script: string, rest = '') =>
		`powershell.exe -NoProfile -ExecutionPolicy Bypass -File .\\${id}-${script}.ps1${rest}`
	const block = (label: string, text: string) => [
		make('p', { class: 'label' }, label),
		make('code-block', {}, make('pre', {}, text)),
	]
	return [
		make('h3', {}, words.run),
		...block(settingPage.does.dryRun, line('apply', ' -WhatIf')),
		...block(settingPage.does.apply, line('apply')),
		...block(settingPage.does.undo, line('undo')),
		make('p', { class: 'quiet' }, plainText(settingPage.neverRun)),
		...block(words.link, address),
	]
}

function fileList(downloads: readonly Download[], { id }: Plan): HTMLElement {
	return make(
		'ul',
		{ class: 'entries' },
		...downloads.map(({ file, url, sha256 }) =>
			make(
				'li',
				{},
				make('a', { class: 'button', href: url, download: `${id}-${file.name}` }, file.name),
				' ',
				plainText(file.fillIn === 'all' ? settingPage.undoForm : settingPage.files[file.name]),
				...(sha256
					? [
							make(
								'details',
								{ class: 'quiet' },
								make('summary', {}, `${settingPage.sha256} ${sha256.slice(0, 8)}…`),
								make('code', {}, sha256),
							),
						]
					: []),
			),
		),
	)
}

function changeTable({ steps, changes }: Plan, pages: string, leaveAlone: (id: string) => void): HTMLElement {
	const nameOf = (id: string) => changes.find(({ setting }) => setting.id === id)?.setting.name ?? id
	const row = (step: Plan['steps'][number], i: number) => {
		const first = steps.findIndex(({ setting }) => setting === step.setting) === i
		const remove = make('button', { type: 'button', class: 'button' }, words.leave)
		remove.setAttribute('aria-label', words.leaveIt(nameOf(step.setting)))
		remove.onclick = () => leaveAlone(step.setting)
		return make(
			'tr',
			{},
			make(
				'td',
				{},
				...(first ? [make('a', { href: `${pages}${step.setting}/` }, nameOf(step.setting)), make('br')] : []),
				make(
					'span',
					{ class: 'symbol' },
					step.kind === 'value' ? `${step.key.split('\\').slice(-2).join('\\')} : ${step.name}` : labelOf(step),
				),
			),
			make(
				'td',
				{},
				step.kind === 'value' ? (step.data === null ? settingPage.deleted : showData(step.data)) : words.putRight,
			),
			make('td', {}, ...(first ? [remove] : [])),
		)
	}
	return make(
		'table',
		{},
		make('caption', { class: 'label' }, settingPage.change),
		make(
			'thead',
			{},
			make(
				'tr',
				{},
				...[settingPage.place, settingPage.after, ''].map((text) =>
					make(text ? 'th' : 'td', text ? { scope: 'col' } : {}, text),
				),
			),
		),
		make('tbody', {}, ...steps.map(row)),
	)
}

/** What the changes cost, when they count, and what usually goes with them. */
function costs({ changes }: Plan, settings: readonly SettingFacts[]): HTMLElement[] {
	const picked = new Set(changes.map(({ setting }) => setting.id))
	const missing = changes.flatMap(({ setting }) =>
		setting.goesWith
			.filter((id) => !picked.has(id))
			.flatMap((id) => settings.find((other) => other.id === id) ?? [])
			.map((other) => words.together(setting.name, other.name)),
	)
	const items = changes.map(({ setting }: Change) =>
		make(
			'li',
			{},
			make('b', {}, setting.name),
			` ${risks[setting.risk].short}. `,
			plainText(setting.securityCost),
			' ',
			`${settingPage.takesEffect}: ${plainText(setting.takesEffect)}`,
		),
	)
	return [
		make('h3', {}, words.risks),
		make('ul', {}, ...items),
		...(missing.length > 0 ? [make('ul', {}, ...missing.map((text) => make('li', {}, text)))] : []),
	]
}

function policyParts({ policies, payloads, without }: ReturnType<typeof policyList>): HTMLElement[] {
	const listed = (items: readonly (readonly [string, string])[][]) =>
		items.map((rows) =>
			make(
				'dl',
				{ class: 'definitions' },
				...rows.flatMap(([term, text]) => [make('dt', {}, term), make('dd', {}, text)]),
			),
		)
	const rest = (which: 'policy' | 'intune') => {
		const names = without.filter((item) => item[which]).map(({ setting }) => setting.name)
		return names.length > 0 ? [make('p', { class: 'quiet' }, words.without(names))] : []
	}
	return [
		make('h3', {}, settingPage.groupPolicy),
		...listed(
			policies.map(({ path, name, state, options }) => [
				[settingPage.policyName, name],
				[settingPage.path, path],
				[settingPage.state, state],
				...options.map(({ label, choose }) => [label, choose] as const),
			]),
		),
		...rest('policy'),
		make('h3', {}, settingPage.intune),
		...listed(
			payloads.map(({ uri, dataType, value }) => [
				[settingPage.uri, uri],
				[settingPage.dataType, dataType],
				[settingPage.dataValue, value ?? settingPage.intuneRemove],
			]),
		),
		...rest('intune'),
	]
}
