/** The results of the search page: exact codes at once, then what the full-text index finds. */
import { answerQuery } from '../kb/query.ts'
import type { Plan } from '../kb/search/plan.ts'
import { searchPage as words } from '../strings.ts'
import { make } from './dom.ts'
import { type Filters, type FoundPage, searchPages } from './full-text.ts'
import { href, loadLookup } from './lookup.ts'
import { showOwnAddress } from './own-address.ts'
import { describe } from './rows.ts'
import { messageIn, strangersIn } from './search-message.ts'
import {
	exactResult,
	kindOf,
	longerResult,
	messageNote,
	messageResult,
	otherNumber,
	pageResult,
	unknownNumber,
} from './search-rows.ts'

/** How many pages of the full-text index to show. */
const SHOWN = 20
const MOST_EXACT = 8

/** All that the address of the search page says. */
export interface SearchState {
	query: string
	filters: Filters
	/** True looks up exactly what was typed. */
	asTyped: boolean
}

/**
 * Fills the search page. Exact codes come first and at once; the full-text index follows.
 *
 * @param found gets the results
 * @param status says how many there are
 * @throws when the table or the index cannot be loaded; what the other one knows is shown, and a second call starts over
 */
export async function showResults(found: HTMLElement, status: Element | null, state: SearchState): Promise<void> {
	const say = (text: string) => {
		if (status) status.textContent = text
	}
	showOwnAddress()
	say(words.working)
	found.replaceChildren()
	const failures: unknown[] = []
	let exact: ExactAnswer = { seen: new Set(), final: false }
	try {
		exact = await showExact(found, state)
	} catch (error) {
		failures.push(error)
	}
	// A number nobody knows has no full-text answer: its neighbours would pass for one.
	if (!exact.final && !state.asTyped)
		try {
			exact = await showMessage(found, state, exact)
		} catch (error) {
			failures.push(error)
		}
	if (!exact.final)
		try {
			// Only now: unpacking words and starting the index would keep the exact answer waiting.
			const { plan, pages: all } = await searchPages(state.query, state.filters, state.asTyped, SHOWN)
			completeMessage(found, all)
			const others = all.filter(({ url }) => !exact.seen.has(url))
			const offset = exact.seen.size
			if (offset > 0 && others.length > 0) found.append(make('h2', {}, exact.message ? words.others : words.mentions))
			// Where nothing was found, that says it.
			if (offset + others.length > 0 || plan.mended !== undefined) showPlan(found, state, plan)
			if (others.length > 0) {
				found.append(listOf(others.map((page, i) => pageResult(page, offset + i + 1))))
			}
		} catch (error) {
			failures.push(error)
			found.append(make('p', {}, words.failed))
		}
	const count = found.querySelectorAll('[data-result]').length
	say(count < SHOWN ? words.results(count) : words.best(count))
	if (failures.length > 0) throw new AggregateError(failures, 'The search is incomplete.')
	if (count === 0 && !exact.final) found.append(nothing(state))
}

interface ExactAnswer {
	/** Addresses that are shown. */
	seen: ReadonlySet<string>
	/** True where there is nothing more to say. */
	final: boolean
	/** True where a message was recognised. */
	message?: boolean
}

async function showExact(found: HTMLElement, { query, filters }: SearchState): Promise<ExactAnswer> {
	const lookup = await loadLookup()
	const { hits, unknown, longer, onlyCodes } = answerQuery(lookup, query)
	const strangers = unknown.length > 0 ? await strangersIn(lookup, query) : []
	for (const { text, near } of unknown) {
		const other = strangers.find((stranger) => stranger.text.toLowerCase() === text.toLowerCase())?.other
		// Whose number it is says more than what resembles it.
		if (other) found.append(otherNumber(text, other))
		found.append(unknownNumber(lookup, text, other || longer.length > 0 ? undefined : near))
	}
	const fits = (kind: string) => filters.kind === undefined || filters.kind === kind
	const rows = hits.filter(({ row }) => fits(kindOf(row))).slice(0, MOST_EXACT)
	const begun = longer.filter((row) => fits(kindOf(row))).slice(0, MOST_EXACT)
	if (rows.length > 0) found.append(listOf(rows.map(({ row, base }, i) => exactResult(lookup, row, i + 1, base))))
	if (begun.length > 0)
		found.append(
			make('h2', {}, words.longer(begun.length)),
			listOf(begun.map((row, i) => longerResult(lookup, row, i + 1))),
		)
	const seen = new Set([...rows.map(({ row }) => row), ...begun].map((row) => describe(lookup, row).href))
	return { seen, final: onlyCodes && hits.length === 0 }
}

/** The pages of a message that the words of the query give away. */
async function showMessage(
	found: HTMLElement,
	{ query, filters }: SearchState,
	exact: ExactAnswer,
): Promise<ExactAnswer> {
	const lookup = await loadLookup()
	const recognised = await messageIn(lookup, query)
	if (!recognised) return exact
	const { message, rows } = recognised
	const fits = rows.filter((row) => filters.kind === undefined || filters.kind === kindOf(row))
	const shown = fits.filter((row) => !exact.seen.has(describe(lookup, row).href))
	const only = Object.keys(filters).every((name) => name === 'kind')
	if (shown.length === 0 || !only) return exact
	const offset = exact.seen.size
	found.append(messageNote(message), listOf(shown.map((row, i) => messageResult(lookup, row, offset + i + 1, message))))
	return { ...exact, message: true, seen: new Set([...exact.seen, ...shown.map((row) => describe(lookup, row).href)]) }
}

/** Says of the pages of a message what the index knows besides: their summary, phase and grade. */
function completeMessage(found: HTMLElement, pages: readonly FoundPage[]): void {
	const answers = found.querySelector('[data-message] strong')?.textContent ?? ''
	for (const link of found.querySelectorAll<HTMLElement>('[data-message] + .results [data-result]')) {
		const page = pages.find(({ url }) => url === link.getAttribute('href'))
		if (page && link !== document.activeElement)
			link.closest('li')?.replaceWith(pageResult(page, Number(link.dataset.rank), answers))
	}
}

const listOf = (items: HTMLLIElement[]) => make('ol', { class: 'results' }, ...items)

/** What was understood otherwise than typed, and the way to what was typed. */
function showPlan(found: HTMLElement, { query, filters }: SearchState, { mended, unknown }: Plan): void {
	if (mended !== undefined) {
		const typed = href({ kind: 'search', query, state: { ...filters, as: 'typed' } })
		const note = make('p', { 'data-mended': mended }, words.mended(mended), ' ')
		note.append(make('a', { href: typed }, words.asTyped(query)))
		found.append(note)
	}
	if (unknown.length > 0) found.append(make('p', { class: 'quiet' }, words.leftOut(unknown)))
}

function nothing({ query, filters }: SearchState): HTMLElement {
	const note = make('p', { 'data-no-results': '' }, query === '' ? words.noneFiltered : words.none(query), ' ')
	if (Object.keys(filters).length === 0) {
		const decode = `${href({ kind: 'decode' })}#text=${encodeURIComponent(query)}`
		note.append(`${words.noneHelp} `, make('a', { href: decode }, words.noneDecode), '.')
	} else note.append(make('a', { href: href({ kind: 'search', query }) }, words.withoutFilters))
	return note
}
