/**
 * Suggestions below the search box: exact codes at once, from the small table; everything else is one Enter away on the
 * search page. Arrow keys move between box and suggestions, Escape closes them.
 */
import { type Answer, answerQuery, suggestRows } from '../kb/query.ts'
import { type Lookup, type Row, targetOf } from '../kb/table.ts'
import { codeLink, make } from './dom.ts'
import { href, loadLookup } from './lookup.ts'
import { describe } from './rows.ts'

const SHOWN = 6

/** Brings the search box of a page to life. Safe to call twice. */
export function startSearch(host: HTMLElement): void {
	const input = host.querySelector('input')
	const list = host.querySelector<HTMLElement>('.suggestions')
	if (!input || !list || host.dataset.awake) return
	host.dataset.awake = 'true'
	let lookup: Lookup | undefined
	loadLookup().then(
		(loaded) => {
			lookup = loaded
			show()
		},
		() => undefined, // Without the table Enter still leads to the search page.
	)

	const linkTo = (row: Row) => {
		if (!lookup) return ''
		const { number, title, where, href } = describe(lookup, row)
		return codeLink(href, number, title, where)
	}
	const answer = (): Answer | undefined => (lookup ? answerQuery(lookup, input.value) : undefined)
	const close = () => {
		list.hidden = true
	}
	const show = () => {
		const found = answer()
		list.replaceChildren()
		const query = input.value.trim()
		list.hidden = query === '' || !found || document.activeElement !== input
		if (list.hidden || !found) return
		for (const { text } of found.unknown) list.append(make('p', {}, (host.dataset.unknown ?? '').replace('%', text)))
		const rows = [...found.hits.map(({ row }) => row), ...(lookup ? suggestRows(lookup, query, found.hits) : [])]
		const items = rows.slice(0, SHOWN).map((row) => make('li', {}, linkTo(row)))
		const everything = make(
			'a',
			{ href: href({ kind: 'search', query }) },
			(host.dataset.everything ?? '').replace('%', query),
		)
		list.append(make('ul', {}, ...items, make('li', {}, everything)))
	}

	input.addEventListener('input', show)
	input.addEventListener('focus', show)
	host.addEventListener('focusout', (event) => {
		if (!host.contains(event.relatedTarget as Node | null)) close()
	})
	host.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && !list.hidden) {
			// The browser would empty a search field; the first Escape only closes the list.
			event.preventDefault()
			input.focus()
			close()
			return
		}
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
		const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')]
		const at = stops.indexOf(document.activeElement as HTMLElement)
		const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
		if (list.hidden || !next) return
		event.preventDefault()
		next.focus()
	})
	input.form?.addEventListener('submit', (event) => {
		const found = answer()
		const [first] = found?.hits ?? []
		const certain = found?.onlyCodes && first && (found.hits.length === 1 || 'error' in first.row)
		if (!certain || (found?.unknown.length ?? 0) > 0) return
		event.preventDefault()
		location.assign(href(targetOf(first.row)))
	})
	show()
}
