/** What the address of a page says besides the page: the section, and the query with what it chooses. */
import { safeUrl } from '../kb/text/markup.ts'

/** Browsers round what they scroll. */
const NEAR_PX = 2
/** A ticket names so many of what was picked; the link has the others. */
const MOST = 3

type Field = HTMLInputElement | HTMLSelectElement
const fields = () => [...document.querySelectorAll<Field>('main :is(input, select)[name]')]

/**
 * Answers, filters, a search, what was picked, as the address has them; what else a link brought along stays behind. Only
 * the page of a tree keeps all: it shows what it does not know.
 *
 * @returns the query with its `?`, or nothing
 */
export function ownQuery(): string {
	const known = new Set(fields().map(({ name }) => name))
	for (const { dataset } of document.querySelectorAll<HTMLElement>('triage-tree'))
		for (const question of dataset.questions?.split(' ') ?? []) known.add(question)
	// No field of the search page holds it: it looks up a query exactly as typed.
	if (document.querySelector('search-page')) known.add('as')
	const all = document.querySelector('triage-tree[data-start]')
	const parts = location.search
		.slice(1)
		.split('&')
		.filter((part) => part && (all || known.has([...new URLSearchParams(part).keys()][0] ?? '')))
	return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** What the query chooses, in words: what was searched for, chosen options, names of what was picked, or the outcome. */
export function chosenWords(): string {
	const all = fields()
	const words = [...new URLSearchParams(ownQuery())].flatMap(([name, value]) => {
		const field = all.find((field) => field.name === name)
		if (!field || value === '') return []
		if (field.form?.dataset.pick !== undefined) return field.labels?.[0]?.textContent ?? []
		if (!(field instanceof HTMLSelectElement)) return value
		return [...field.options].find((option) => option.value === value)?.text ?? []
	})
	for (const { textContent } of document.querySelectorAll('triage-tree [data-outcome] > h2')) words.push(textContent)
	return words.slice(0, MOST).join(', ') + (words.length > MOST ? ', …' : '')
}

/** Writes the address that the cards copy into their links. To be called whenever the address has changed. */
export function showOwnAddress(): void {
	const query = ownQuery()
	for (const card of document.querySelectorAll<HTMLElement>('ticket-link')) {
		const link = card.querySelector<HTMLAnchorElement>('.address')
		const shown = link?.querySelector('code')
		if (!link || !shown) continue
		const { id } = card.dataset
		const address = safeUrl(link.pathname + query + (id ? `#${id}` : ''))
		link.setAttribute('href', address)
		shown.textContent = address
	}
}

/**
 * Keeps a link to a section at its section while what stands around it changes. To be called before the change.
 *
 * @returns to be called after it: brings what the fragment of the address names into view anew, unless somebody has scrolled
 * since it was opened. While the page still loads, browsers see to that themselves, and leave off when scripts scroll
 */
export function landing(): () => void {
	const target = document.getElementById(location.hash.slice(1))
	if (!target || document.readyState !== 'complete') return () => {}
	const before = scrollY
	target.scrollIntoView()
	if (Math.abs(scrollY - before) > NEAR_PX) {
		scrollTo(scrollX, before)
		return () => {}
	}
	return () => target.isConnected && target.scrollIntoView()
}
