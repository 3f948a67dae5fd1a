/**
 * Suggestions below the search box: exact codes at once, then articles and settings by their titles, from the small
 * tables; everything else is one Enter away on the search page. Arrow keys move between box and suggestions, Escape closes them.
 */
import { answerQuery, suggestRows } from '../kb/query.ts'
import { type SettingRow, suggestSettings, targetOfSetting } from '../kb/setting-table.ts'
import { targetOf } from '../kb/table.ts'
import { kinds, searchBox } from '../strings.ts'
import { codeLink, make } from './dom.ts'
import { href, loadLookup, loadSettings } from './lookup.ts'
import { describe } from './rows.ts'

const SHOWN = 6
/** What is offered is said when the keys rest. */
const SAY_MS = 700
/** Settings have this much room at least where no code was typed. */
const SHOWN_SETTINGS = 3

/**
 * Brings the search box of a page to life.
 *
 * @param signal ends it
 * @throws when the table of codes cannot be loaded; nothing has happened then, and Enter still leads to the search page
 */
export async function startSearch(host: HTMLElement, signal: AbortSignal): Promise<void> {
	const input = host.querySelector('input')
	const list = host.querySelector<HTMLElement>('.suggestions')
	const status = host.querySelector('[role=status]')
	if (!input || !list || !status) return
	// The box works without settings: they are fewer, and codes are what it must never miss.
	let settings: readonly SettingRow[] = []
	const rest = loadSettings().then(
		(rows) => {
			settings = rows
		},
		() => {},
	)
	const lookup = await loadLookup()
	if (signal.aborted) return

	let saying: ReturnType<typeof setTimeout> | undefined
	const say = (text: string) => {
		clearTimeout(saying)
		// At every key, a live region would talk over the typing; set anew, the same words would be read out again.
		const put = () => {
			if (status.textContent !== text) status.textContent = text
		}
		if (text === '') put()
		else saying = setTimeout(put, SAY_MS)
	}
	signal.addEventListener('abort', () => clearTimeout(saying))
	const close = () => {
		list.hidden = true
		say('')
	}
	const show = () => {
		const query = input.value.trim()
		if (query === '' || document.activeElement !== input) {
			close()
			return
		}
		const { hits, unknown } = answerQuery(lookup, query)
		const rows = [...hits.map(({ row }) => row), ...suggestRows(lookup, query, hits)].slice(0, SHOWN)
		const links = rows.map((row) => {
			const { number, title, where, href } = describe(lookup, row)
			return codeLink(href, number, title, where)
		})
		const room = Math.max(SHOWN - rows.length, hits.length > 0 ? 0 : SHOWN_SETTINGS)
		for (const row of suggestSettings(settings, query).slice(0, room))
			links.push(codeLink(href(targetOfSetting(row)), row.names[0] ?? '', row.title, kinds.setting))
		const everything = make('a', { href: href({ kind: 'search', query }) }, searchBox.everything(query))
		const strangers = unknown.map(({ text }) => searchBox.unknown(text))
		list.replaceChildren(
			...strangers.map((sentence) => make('p', {}, sentence)),
			make('ul', { 'aria-label': searchBox.list }, ...[...links, everything].map((link) => make('li', {}, link))),
		)
		list.hidden = false
		const count = links.length > 0 ? [searchBox.suggestions(links.length)] : []
		say([...strangers, ...count].join('. '))
	}

	input.addEventListener('input', show, { signal })
	input.addEventListener('focus', show, { signal })
	host.addEventListener(
		'focusout',
		({ relatedTarget }) => {
			if (!(relatedTarget instanceof Node && host.contains(relatedTarget))) close()
		},
		{ signal },
	)
	host.addEventListener(
		'keydown',
		(event) => {
			// While an input method composes, arrows and Escape are its own.
			if (event.isComposing || list.hidden) return
			if (event.key === 'Escape') {
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
			if (!next) return
			event.preventDefault()
			next.focus()
		},
		{ signal },
	)
	input.form?.addEventListener(
		'submit',
		(event) => {
			const { hits, unknown, onlyCodes } = answerQuery(lookup, input.value)
			const [first] = hits
			const certain = onlyCodes && first && (hits.length === 1 || 'error' in first.row)
			if (!certain || unknown.length > 0) return
			event.preventDefault()
			location.assign(href(targetOf(first.row)))
		},
		{ signal },
	)
	show()
	await rest
	if (!signal.aborted && document.activeElement === input) show()
}
