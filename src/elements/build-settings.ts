/** Makes files from the settings that somebody picked, while they pick; the address follows. */
import { changesId, readChanges, type Unread, writeChanges } from '../kb/artefacts/builder.ts'
import { type ArtefactFile, changeFiles, checkFile } from '../kb/artefacts/files.ts'
import { type Change, labelOf, type Plan, planOf, readingPlan } from '../kb/artefacts/plan.ts'
import { policyList } from '../kb/artefacts/policy.ts'
import { hexOf, showData } from '../kb/artefacts/registry-data.ts'
import type { SettingFacts } from '../kb/artefacts/setting-facts.ts'
import { plainText } from '../kb/inline.ts'
import { risks, settingPage, builder as words } from '../strings.ts'
import { make } from './dom.ts'

const REST_MS = 300
/** Parameters of the filter above the form. */
const NOT_SETTINGS = ['area', 'text']

/**
 * Brings the builder to life.
 *
 * @param host says where the facts are that the generators need, and below which address settings have their pages
 * @param signal ends it
 * @throws when the facts cannot be loaded; nothing has happened then
 */
export async function startBuilder(
	host: HTMLElement,
	form: HTMLFormElement,
	status: Element,
	signal: AbortSignal,
): Promise<void> {
	const { facts = '', settings: pages = '' } = host.dataset
	const result = host.querySelector('[data-result]')
	if (!result) return
	const response = await fetch(facts)
	if (!response.ok) throw new Error(`${facts}: ${response.status}`)
	const settings: SettingFacts[] = await response.json()
	if (signal.aborted) return
	const kept = fill(form, settings)
	let blobs: string[] = []
	let turn = 0
	let shown: string | undefined
	let resting: ReturnType<typeof setTimeout> | undefined

	const show = async () => {
		const entries = [...entriesOf(form), ...kept]
		// Leaving a field reports a change that was shown already: showing it anew would take the link away that is being clicked.
		if (shown === JSON.stringify(entries)) return
		shown = JSON.stringify(entries)
		const mine = ++turn
		const { changes, unread } = readChanges(entries, settings)
		const query = writeChanges(changes, settings)
		keepInAddress(query, unread)
		const address = new URL(`${location.pathname}${query ? `?${query}` : ''}`, location.href).href
		const identity = { id: changesId(query), title: words.bundle(changes.length), address }
		const { plan, problems } = planOf(identity, changes, settings)
		const policies = policyList(plan.changes)
		const files = [
			...checkFile(
				readingPlan(
					identity,
					plan.changes.map(({ setting }) => setting),
				),
			),
			...changeFiles(plan),
		]
		// Files that contradict themselves are no files.
		const clash = [...problems, ...policies.problems]
		const downloads = changes.length > 0 && clash.length === 0 ? await Promise.all(files.map(download)) : []
		if (mine !== turn || signal.aborted) return
		for (const blob of blobs) URL.revokeObjectURL(blob)
		blobs = downloads.map(({ url }) => url)
		const faults = [...unread, ...clash]
		mark(form, unread)
		status.textContent = [
			changes.length === 0 ? words.nothing : downloads.length > 0 ? words.count(changes.length) : words.noFiles,
			...(faults.length > 0 ? [words.problems(faults.length)] : []),
		].join(' ')
		result.replaceChildren(
			...problemList(faults),
			...(downloads.length === 0
				? []
				: [
						...cautions(plan),
						changeTable(plan, pages, leaveAlone),
						fileList(downloads, plan),
						...runLines(plan, address),
						...costs(plan, settings),
						...policyParts(policies),
					]),
		)
	}
	const leaveAlone = (id: string) => {
		const field = form.elements.namedItem(id)
		if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
		field.value = ''
		field.focus()
		show()
	}
	const later = () => {
		clearTimeout(resting)
		resting = setTimeout(show, REST_MS)
	}
	form.addEventListener('input', later, { signal })
	form.addEventListener('change', show, { signal })
	signal.addEventListener('abort', () => clearTimeout(resting))
	await show()
}

const entriesOf = (form: HTMLFormElement) =>
	[...new FormData(form)].map(([name, value]) => [name, String(value)] as const)

/** Puts the changes of the address into the form. @returns what has no place there; it stays in the address */
function fill(form: HTMLFormElement, settings: readonly SettingFacts[]): (readonly [string, string])[] {
	const kept: (readonly [string, string])[] = []
	for (const [name, value] of new URLSearchParams(location.search)) {
		if (NOT_SETTINGS.includes(name) || value === '') continue
		const field = settings.some(({ id }) => id === name) ? form.elements.namedItem(name) : null
		if (field instanceof HTMLInputElement) field.value = value
		else if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))
			field.value = value
		else kept.push([name, value])
	}
	return kept
}

function keepInAddress(query: string, unread: readonly Unread[]) {
	const others = [...new URLSearchParams(location.search)].filter(([name]) => NOT_SETTINGS.includes(name))
	const rest = new URLSearchParams([...others, ...unread.map(({ name, value }) => [name, value])]).toString()
	const search = [query, rest].filter(Boolean).join('&')
	if (`?${search}` !== location.search && (search || location.search))
		history.replaceState(null, '', `${location.pathname}${search ? `?${search}` : ''}${location.hash}`)
}

interface Download {
	file: ArtefactFile
	url: string
	sha256: string
}

async function download(file: ArtefactFile): Promise<Download> {
	const url = URL.createObjectURL(new Blob([file.bytes], { type: 'application/octet-stream' }))
	// Browsers hash on secure origins only.
	const digest = await crypto.subtle?.digest('SHA-256', file.bytes)
	return { file, url, sha256: digest ? hexOf(new Uint8Array(digest)) : '' }
}

/** Most refusals that are listed; an address can hold any number. */
const MOST = 12

function problemList(problems: readonly { says: string }[]): HTMLElement[] {
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

/** Says at the field, too, that what stands in it cannot be. */
function mark(form: HTMLFormElement, unread: readonly Unread[]) {
	const wrong = new Set(unread.map(({ name }) => name))
	for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select'))
		if (wrong.has(field.name)) field.setAttribute('aria-invalid', 'true')
		else field.removeAttribute('aria-invalid')
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

function runLines({ id }: Plan, address: string): HTMLElement[] {
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
				plainText(settingPage.files[file.name]),
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
