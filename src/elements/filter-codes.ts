/** Filtering the list of codes by text, and counting what is left. */
import { readNumber } from '../kb/numbers.ts'
import { codeFilter } from '../strings.ts'

/** How long typing must rest before the address follows: browsers refuse addresses that change all the time. */
const REST_MS = 300

/** A row of a list, read once: looking at the page again for every key would cost a layout each time. */
interface FilterRow {
	element: HTMLElement
	text: string
	value: string | undefined
	/** Phases it belongs to; undefined where it fits any, as a pair does. */
	phases: ReadonlySet<string> | undefined
	isCode: boolean
}

interface FilterSection {
	element: HTMLElement
	list: string | undefined
	rows: readonly FilterRow[]
}

/**
 * Filters the list of codes as the form says, now and whenever it changes.
 *
 * @param signal ends it
 */
export function startFilter(form: HTMLFormElement, status: Element, signal: AbortSignal): void {
	const sections = readSections()
	const all = sections.flatMap(({ rows }) => rows).filter(({ isCode }) => isCode).length
	let resting: ReturnType<typeof setTimeout> | undefined
	const keep = () => {
		clearTimeout(resting)
		keepInAddress(form)
	}
	const update = () => {
		status.textContent = codeFilter.shown(show(sections, new FormData(form)), all)
		clearTimeout(resting)
		resting = setTimeout(keep, REST_MS)
	}
	form.addEventListener('input', update, { signal })
	form.addEventListener('change', keep, { signal })
	signal.addEventListener('abort', () => clearTimeout(resting))
	update()
}

function readSections(): FilterSection[] {
	return [...document.querySelectorAll<HTMLElement>('section[data-list]')].map((element) => ({
		element,
		list: element.dataset.list,
		rows: [...element.querySelectorAll<HTMLElement>('tr[data-s], li')].map(readRow),
	}))
}

function readRow(element: HTMLElement): FilterRow {
	const { s, v, p } = element.dataset
	return {
		element,
		text: element.textContent.toLowerCase(),
		value: v,
		phases: p === undefined || p === 'any' ? undefined : new Set(p.split(' ')),
		isCode: s !== undefined,
	}
}

/**
 * Hides what does not fit, and sections of which nothing is left.
 *
 * @returns how many codes are left
 */
function show(sections: readonly FilterSection[], chosen: FormData): number {
	const [space, phase, text] = ['space', 'phase', 'text'].map((name) => String(chosen.get(name) ?? ''))
	const wanted = (text ?? '').trim().toLowerCase()
	const values = new Set(readNumber(wanted).map(({ value }) => String(value)))
	const fits = (row: FilterRow) =>
		(!phase || !row.phases || row.phases.has(phase)) &&
		(wanted === '' || values.has(row.value ?? '') || row.text.includes(wanted))
	let codes = 0
	for (const { element, list, rows } of sections) {
		const left = new Set(!space || space === list ? rows.filter(fits) : [])
		for (const row of rows) setHidden(row.element, !left.has(row))
		setHidden(element, left.size === 0)
		for (const { isCode } of left) if (isCode) codes++
	}
	return codes
}

function setHidden(element: HTMLElement, hidden: boolean) {
	if (element.hidden !== hidden) element.hidden = hidden
}

function keepInAddress(form: HTMLFormElement) {
	const state = new URLSearchParams()
	for (const [name, value] of new FormData(form)) if (value !== '') state.set(name, String(value))
	const search = state.size > 0 ? `?${state}` : ''
	if (search !== location.search) history.replaceState(null, '', `${location.pathname}${search}${location.hash}`)
}
