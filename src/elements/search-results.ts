/** The results of the search page: exact codes, then what the full-text index finds, with the matching words marked. */
import { answerQuery, type Hit } from '../kb/query.ts'
import type { CodeRow } from '../kb/table.ts'
import { searchPage as words } from '../strings.ts'
import { make } from './dom.ts'
import { type FoundPage, searchPages } from './full-text.ts'
import { href, loadLookup } from './lookup.ts'
import { describe } from './rows.ts'

/** How many pages of the full-text index to show. */
const SHOWN = 20
const MOST_EXACT = 8

/**
 * Fills the search page with the results of a query. Exact codes come first and at once; the full-text index follows.
 *
 * @param host the element that holds the results; its status line says how many there are
 */
export async function showResults(host: HTMLElement, query: string): Promise<void> {
	const say = (text: string) => {
		const status = host.querySelector('[role=status]')
		if (status) status.textContent = text
	}
	say(words.working)
	const list = make('ol', { class: 'results' })
	host.append(list)
	const seen = new Set<string>()
	let onlyUnknown = false
	try {
		const answer = answerQuery(await loadLookup(), query)
		for (const { text, near } of answer.unknown) list.before(unknownNumber(text, near))
		onlyUnknown = answer.onlyCodes && answer.hits.length === 0
		for (const hit of answer.hits.slice(0, MOST_EXACT)) {
			list.append(exactResult(hit, list.children.length + 1))
			seen.add(href({ kind: 'code', id: hit.row.id }))
		}
	} catch {
		list.before(make('p', {}, words.failed))
	}
	// A number nobody knows has no full-text answer: its neighbours would pass for one.
	if (!onlyUnknown) await addPages(list, query, seen)
	const count = list.children.length
	say(count > 0 ? words.results(count) : '')
	if (count === 0 && !onlyUnknown)
		host.append(make('p', { 'data-no-results': '' }, words.none(query), ' ', words.noneHelp))
}

async function addPages(list: HTMLElement, query: string, seen: ReadonlySet<string>): Promise<void> {
	try {
		const pages = await searchPages(query, SHOWN)
		for (const page of pages.filter(({ url }) => !seen.has(url)))
			list.append(pageResult(page, list.children.length + 1))
	} catch {
		list.after(make('p', {}, words.failed))
	}
}

function unknownNumber(text: string, near: readonly CodeRow[]): HTMLElement {
	const links = near.map((row) => {
		const { number, where } = describe(row)
		return make(
			'li',
			{},
			make('a', { href: href({ kind: 'code', id: row.id }) }, `${number} ${row.title}`),
			` ${where}`,
		)
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

function exactResult({ row, base }: Hit, rank: number): HTMLLIElement {
	const { number, where } = describe(row)
	const link = resultLink(href({ kind: 'code', id: row.id }), rank, `${number} ${row.title}`)
	const read = base ? `, ${words.readAs(base)}` : ''
	return make('li', {}, link, make('p', { class: 'quiet' }, `${words.exact}: ${where}${read}`))
}

function pageResult(page: FoundPage, rank: number): HTMLLIElement {
	const excerpt = page.excerpt.map(({ text, marked }) => (marked ? make('mark', {}, text) : text))
	const kind = make('span', { class: 'chip' }, page.grade ? words.graded(page.kind, page.grade) : page.kind)
	return make('li', {}, resultLink(page.url, rank, page.title), ' ', kind, make('p', { class: 'quiet' }, ...excerpt))
}

function resultLink(address: string, rank: number, text: string): HTMLAnchorElement {
	return make('a', { href: address, 'data-result': '', 'data-rank': String(rank) }, text)
}
