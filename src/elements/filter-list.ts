/** Filtering a list by what its rows say of themselves and by text, and counting what is left. */
import { readNumber } from '../kb/numbers.ts'
import { listFilter } from '../strings.ts'
import { landing, showOwnAddress } from './own-address.ts'

/** How long typing must rest before the address follows: browsers refuse addresses that change all the time. */
const REST_MS = 300

/** A row of a list, read once: looking at the page again for every key would cost a layout each time. */
interface FilterRow {
	element: HTMLElement
	text: string
	/** What the row says of itself: data attributes. */
	says: DOMStringMap
	counts: boolean
}

interface FilterSection {
	element: HTMLElement
	rows: readonly FilterRow[]
}

/**
 * Filters the list as the form says, now and whenever it changes. Each select filters by the data attribute of its name;
 * a row that says several words has them all, one that says `any` fits every choice.
 *
 * @param unit what is counted, as in strings.ts
 * @param signal ends it
 */
export function startFilter(form: HTMLFormElement, status: Element, unit: string, signal: AbortSignal): void {
	const sections = readSections()
	const all = sections.flatMap(({ rows }) => rows).filter(({ counts }) => counts).length
	const words = listFilter.units[unit as keyof typeof listFilter.units]
	let resting: ReturnType<typeof setTimeout> | undefined
	const keep = () => {
		clearTimeout(resting)
		keepInAddress(form)
	}
	const update = () => {
		status.textContent = words(show(sections, new FormData(form)), all)
		clearTimeout(resting)
		resting = setTimeout(keep, REST_MS)
	}
	form.addEventListener('input', update, { signal })
	form.addEventListener('change', keep, { signal })
	signal.addEventListener('abort', () => clearTimeout(resting))
	const land = landing()
	update()
	land()
	showOwnAddress()
}

function readSections(): FilterSection[] {
	return [...document.querySelectorAll<HTMLElement>('section[data-list]')].map((element) => ({
		element,
		rows: [...element.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
			element: row,
			text: `${row.textContent} ${row.dataset.more ?? ''}`.toLowerCase(),
			says: row.dataset,
			counts: row.dataset.row !== 'uncounted',
		})),
	}))
}

/**
 * Hides what does not fit, and sections of which nothing is left.
 *
 * @returns how many rows are left of those that count
 */
function show(sections: readonly FilterSection[], chosen: FormData): number {
	const wanted = String(chosen.get('text') ?? '')
		.trim()
		.toLowerCase()
	const words = wanted.split(/\s+/)
	const choices = [...chosen].filter(([name, value]) => name !== 'text' && value !== '')
	const values = new Set(readNumber(wanted).map(({ value }) => String(value)))
	const fits = ({ text, says }: FilterRow) =>
		choices.every(([name, value]) => {
			const said = says[name] ?? ''
			return said === 'any' || said.split(' ').includes(String(value))
		}) &&
		(values.has(says.value ?? '') || words.every((word) => text.includes(word)))
	let count = 0
	for (const { element, rows } of sections) {
		const left = new Set(rows.filter(fits))
		for (const row of rows) setHidden(row.element, !left.has(row))
		setHidden(element, left.size === 0)
		for (const { counts } of left) if (counts) count++
	}
	return count
}

function setHidden(element: HTMLElement, hidden: boolean) {
	if (element.hidden !== hidden) element.hidden = hidden
}

function keepInAddress(form: HTMLFormElement) {
	// What the rest of the page keeps in the address stays as it is.
	const state = new URLSearchParams(location.search)
	for (const [name, value] of new FormData(form))
		if (value === '') state.delete(name)
		else state.set(name, String(value))
	const search = state.size > 0 ? `?${state}` : ''
	if (search === location.search) return
	history.replaceState(null, '', `${location.pathname}${search}${location.hash}`)
	showOwnAddress()
}
