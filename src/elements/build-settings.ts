/** Makes files from the settings that somebody picked, while they pick; the address follows. */
import { changesId, readChanges, type Unread, writeChanges } from '../kb/artefacts/builder.ts'
import { type ArtefactFile, changeFiles, checkFile } from '../kb/artefacts/files.ts'
import { planOf, readingPlan } from '../kb/artefacts/plan.ts'
import { policyList } from '../kb/artefacts/policy.ts'
import { hexOf } from '../kb/artefacts/registry-data.ts'
import type { SettingFacts } from '../kb/artefacts/setting-facts.ts'
import { builder as words } from '../strings.ts'
import { type Download, problemList, resultOf } from './build-result.ts'
import { landing, showOwnAddress } from './own-address.ts'

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

	const render = async () => {
		// Of a name given twice the last counts: what stands in a field beats what the address said.
		const entries = [...kept, ...entriesOf(form)]
		// Leaving a field reports a change that was shown already: showing it anew would take the link away that is being clicked.
		if (shown === JSON.stringify(entries)) return
		shown = JSON.stringify(entries)
		const mine = ++turn
		const { changes, unread } = readChanges(entries, settings)
		const query = writeChanges(changes, settings)
		keepInAddress(query, unread)
		showOwnAddress()
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
		const land = landing()
		result.replaceChildren(
			...problemList(faults),
			...(downloads.length === 0 ? [] : resultOf({ plan, downloads, policies, settings, pages, leaveAlone })),
		)
		land()
	}
	// What cannot be shown must not leave the files of earlier picks standing.
	const show = () =>
		render().catch((error) => {
			console.error(error)
			result.replaceChildren()
			status.textContent = words.failed
		})
	const leaveAlone = (id: string) => {
		const field = form.elements.namedItem(id)
		if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
		field.value = ''
		kept.delete(id)
		field.focus()
		show()
	}
	const later = ({ target }: Event) => {
		// Whoever chooses anew has answered what the address asked for.
		if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) kept.delete(target.name)
		clearTimeout(resting)
		resting = setTimeout(show, REST_MS)
	}
	form.addEventListener('input', later, { signal })
	form.addEventListener('change', show, { signal })
	signal.addEventListener('abort', () => {
		clearTimeout(resting)
		for (const blob of blobs) URL.revokeObjectURL(blob)
	})
	await render()
}

const entriesOf = (form: HTMLFormElement) =>
	[...new FormData(form)].map(([name, value]) => [name, String(value)] as const)

/** Puts the changes of the address into the form. @returns what has no place there; it stays in the address */
function fill(form: HTMLFormElement, settings: readonly SettingFacts[]): Map<string, string> {
	const kept = new Map<string, string>()
	for (const [name, value] of new URLSearchParams(location.search)) {
		if (NOT_SETTINGS.includes(name) || value === '') continue
		const field = settings.some(({ id }) => id === name) ? form.elements.namedItem(name) : null
		if (field instanceof HTMLInputElement) field.value = value
		else if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))
			field.value = value
		else kept.set(name, value)
	}
	return kept
}

function keepInAddress(query: string, unread: readonly Unread[]) {
	const others = [...new URLSearchParams(location.search)].filter(([name]) => NOT_SETTINGS.includes(name))
	const rest = new URLSearchParams([...others, ...unread.map(({ name, value }) => [name, value])]).toString()
	const search = [query, rest].filter(Boolean).join('&')
	if (`?${search}` === location.search || (!search && !location.search)) return
	try {
		history.replaceState(null, '', `${location.pathname}${search ? `?${search}` : ''}${location.hash}`)
	} catch (error) {
		// Browsers refuse addresses that are too long or change too often. The files do not depend on it.
		console.error(error)
	}
}

async function download(file: ArtefactFile): Promise<Download> {
	const url = URL.createObjectURL(new Blob([file.bytes], { type: 'application/octet-stream' }))
	// Browsers hash on secure origins only.
	const digest = await crypto.subtle?.digest('SHA-256', file.bytes)
	return { file, url, sha256: digest ? hexOf(new Uint8Array(digest)) : '' }
}

/** Says at the field, too, that what stands in it cannot be. */
function mark(form: HTMLFormElement, unread: readonly Unread[]) {
	const wrong = new Set(unread.map(({ name }) => name))
	for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select'))
		if (wrong.has(field.name)) field.setAttribute('aria-invalid', 'true')
		else field.removeAttribute('aria-invalid')
}
