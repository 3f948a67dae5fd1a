/** The search page: exact codes first, at once; then what the full-text index finds, with the matching words marked. */
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

class SearchPage extends HTMLElement {
	async connectedCallback() {
		const query = (new URLSearchParams(location.search).get('q') ?? '').trim()
		for (const input of document.querySelectorAll<HTMLInputElement>('input[name=q]')) input.value = query
		if (query === '') return this.say(words.hint)
		document.title = `${query} · ${document.title}`
		this.say(words.working)
		const list = make('ol', { class: 'results' })
		this.append(list)
		const seen = new Set<string>()
		let onlyUnknown = false
		try {
			const answer = answerQuery(await loadLookup(), query)
			for (const { text, near } of answer.unknown) list.before(this.unknown(text, near))
			onlyUnknown = answer.onlyCodes && answer.hits.length === 0
			for (const hit of answer.hits.slice(0, MOST_EXACT)) {
				list.append(exactResult(hit, list.children.length + 1))
				seen.add(href({ kind: 'code', id: hit.row.id }))
			}
		} catch {
			this.say(words.failed)
		}
		// A number nobody knows has no full-text answer: its neighbours would pass for one.
		if (!onlyUnknown) await this.addPages(list, query, seen)
		const count = list.children.length
		this.say(count > 0 ? words.results(count) : '')
		if (count === 0 && !onlyUnknown)
			this.append(make('p', { 'data-no-results': '' }, words.none(query), ' ', words.noneHelp))
	}

	private say(text: string) {
		const status = this.querySelector('[role=status]')
		if (status) status.textContent = text
	}

	private async addPages(list: HTMLElement, query: string, seen: ReadonlySet<string>) {
		try {
			const pages = await searchPages(query, SHOWN)
			for (const page of pages.filter(({ url }) => !seen.has(url)))
				list.append(pageResult(page, list.children.length + 1))
		} catch {
			list.after(make('p', {}, words.failed))
		}
	}

	private unknown(text: string, near: readonly CodeRow[]): HTMLElement {
		const links = near.map((row) => {
			const { number, where } = describe(row)
			return make(
				'li',
				{},
				make('a', { href: href({ kind: 'code', id: row.id }) }, `${number} ${row.title}`),
				` ${where}`,
			)
		})
		return make(
			'div',
			{ class: 'callout', 'data-unknown-code': text },
			make('p', {}, make('strong', {}, words.unknown(text)), ' ', near.length > 0 ? words.nearest : words.nearestNone),
			make('ul', {}, ...links),
		)
	}
}

function exactResult({ row, base }: Hit, rank: number): HTMLLIElement {
	const { number, where } = describe(row)
	const link = resultLink(href({ kind: 'code', id: row.id }), rank, `${number} ${row.title}`)
	const read = base ? `, ${words.readAs(base)}` : ''
	return make('li', {}, link, make('p', { class: 'quiet' }, `${words.exact}: ${where}${read}`))
}

function pageResult(page: FoundPage, rank: number): HTMLLIElement {
	const excerpt = page.excerpt.map(({ text, marked }) => (marked ? make('mark', {}, text) : text))
	const kind = make('span', { class: 'chip' }, page.grade ? `${page.kind}, grade ${page.grade}` : page.kind)
	return make('li', {}, resultLink(page.url, rank, page.title), ' ', kind, make('p', { class: 'quiet' }, ...excerpt))
}

function resultLink(address: string, rank: number, text: string): HTMLAnchorElement {
	return make('a', { href: address, 'data-result': '', 'data-rank': String(rank) }, text)
}

customElements.define('search-page', SearchPage)
