/** The results of the search page: exact codes, then what the full-text index finds, with the matching words marked. */
import type { Base } from '../kb/numbers.ts'
import { answerQuery } from '../kb/query.ts'
import type { CodeRow, Lookup } from '../kb/table.ts'
import { searchPage as words } from '../strings.ts'
import { make } from './dom.ts'
import { type FoundPage, searchPages } from './full-text.ts'
import { loadLookup } from './lookup.ts'
import { describe, type RowNames } from './rows.ts'

/** How many pages of the full-text index to show. */
const SHOWN = 20
const MOST_EXACT = 8

/**
 * Fills the search page with the results of a query. Exact codes come first and at once; the full-text index follows.
 *
 * @param host the element that holds the results; its status line says how many there are
 * @throws when the table or the index cannot be loaded; what the other one knows is shown, and a second call starts over
 */
export async function showResults(host: HTMLElement, query: string): Promise<void> {
	const status = host.querySelector('[role=status]')
	const say = (text: string) => {
		if (status) status.textContent = text
	}
	say(words.working)
	const list = make('ol', { class: 'results' })
	host.replaceChildren(...(status ? [status] : []), list)
	const seen = new Set<string>()
	let onlyUnknown = false
	const failures: unknown[] = []
	try {
		const lookup = await loadLookup()
		const answer = answerQuery(lookup, query)
		for (const { text, near } of answer.unknown) list.before(unknownNumber(lookup, text, near))
		onlyUnknown = answer.onlyCodes && answer.hits.length === 0
		for (const hit of answer.hits.slice(0, MOST_EXACT)) {
			const names = describe(lookup, hit.row)
			list.append(exactResult(names, hit.base, list.children.length + 1))
			seen.add(names.href)
		}
	} catch (error) {
		failures.push(error)
	}
	// A number nobody knows has no full-text answer: its neighbours would pass for one.
	if (!onlyUnknown)
		try {
			await addPages(host, list, query, seen)
		} catch (error) {
			failures.push(error)
			host.append(make('p', {}, words.failed))
		}
	const count = host.querySelectorAll('[data-result]').length
	say(count > 0 ? words.results(count) : '')
	if (failures.length > 0) throw new AggregateError(failures, 'The search is incomplete.')
	if (count === 0 && !onlyUnknown)
		host.append(make('p', { 'data-no-results': '' }, words.none(query), ' ', words.noneHelp))
}

/** Pages that hold the words; below exact answers they have a list of their own. */
async function addPages(
	host: HTMLElement,
	exact: HTMLElement,
	query: string,
	seen: ReadonlySet<string>,
): Promise<void> {
	const found = await searchPages(query, SHOWN)
	const pages = found.filter(({ url }) => !seen.has(url))
	const offset = exact.children.length
	const list = offset > 0 && pages.length > 0 ? make('ol', { class: 'results' }) : exact
	if (list !== exact) host.append(make('h2', {}, words.mentions), list)
	list.append(...pages.map((page, i) => pageResult(page, offset + i + 1)))
}

function unknownNumber(lookup: Lookup, text: string, near: readonly CodeRow[]): HTMLElement {
	const links = near.map((row) => {
		const { number, title, where, href } = describe(lookup, row)
		return make('li', {}, make('a', { href }, `${number} ${title}`), ` ${where}`)
	})
	const sentence = make(
		'p',
		{},
		make('strong', {}, words.unknown(text)),
		' ',
		near.length > 0 ? words.nearest : words.nearestNone,
	)
	return make('div', { class: 'callout', 'data-unknown-code': text }, sentence, make('ul', {}, ...links))
}

function exactResult({ number, title, where, href }: RowNames, base: Base | undefined, rank: number): HTMLLIElement {
	const read = base ? `, ${words.readAs(base)}` : ''
	return make(
		'li',
		{},
		resultLink(href, rank, `${number} ${title}`),
		make('p', { class: 'quiet' }, `${words.exact}: ${where}${read}`),
	)
}

function pageResult(page: FoundPage, rank: number): HTMLLIElement {
	const excerpt = page.excerpt.map(({ text, marked }) => (marked ? make('mark', {}, text) : text))
	const kind = make('span', { class: 'chip' }, page.grade ? words.graded(page.kind, page.grade) : page.kind)
	return make('li', {}, resultLink(page.url, rank, page.title), ' ', kind, make('p', { class: 'quiet' }, ...excerpt))
}

function resultLink(address: string, rank: number, text: string): HTMLAnchorElement {
	return make('a', { href: address, 'data-result': '', 'data-rank': String(rank) }, text)
}
