/** Decodes what stands in the paste box while it changes, and shows each code with the page about it. */
import { decode, type FoundCode, type FoundPair } from '../kb/decode.ts'
import { decimalText, pairText } from '../kb/numbers.ts'
import { answerQuery } from '../kb/query.ts'
import type { Lookup } from '../kb/table.ts'
import { rowKinds, searchPage, decoder as words } from '../strings.ts'
import { make } from './dom.ts'
import { href, loadLookup } from './lookup.ts'
import { describe } from './rows.ts'

/** More than this is a log: the first codes stand for it. */
const MOST = 20
/** Longer texts are messages; what is no longer may be a bare code, as in the search box. */
const AS_QUERY = 100
/** A text of more characters is decoded when typing rests, not at every key. */
const LARGE = 20_000
const REST_MS = 250

/**
 * Brings a paste box to life.
 *
 * @param signal ends it
 * @throws when the table of codes cannot be loaded; nothing has happened then
 */
export async function startDecoder(host: HTMLElement, box: HTMLTextAreaElement, signal: AbortSignal): Promise<void> {
	const output = host.querySelector('.found')
	const status = host.querySelector('[role=status]')
	if (!output || !status) return
	const lookup = await loadLookup()
	if (signal.aborted) return
	let resting: ReturnType<typeof setTimeout> | undefined
	const show = () => {
		const { cards, count } = findings(lookup, box.value)
		output.replaceChildren(...cards)
		status.textContent = box.value.trim() === '' ? '' : count > 0 ? words.found(count) : words.nothing
	}
	const update = () => {
		clearTimeout(resting)
		if (box.value.length > LARGE) resting = setTimeout(show, REST_MS)
		else show()
	}
	box.addEventListener('input', update, { signal })
	signal.addEventListener('abort', () => clearTimeout(resting))
	show()
}

/** What to show for a text: cards for pairs and codes, else what can be said of a bare number or of words. */
function findings(lookup: Lookup, text: string): { cards: HTMLElement[]; count: number } {
	const { codes, pairs } = decode(lookup, text)
	const once = new Map(codes.map((code) => [`${code.space} ${code.value}`, code]))
	const cards = [...pairs.map(pairCard), ...[...once.values()].slice(0, MOST).map((code) => codeCard(lookup, code))]
	if (once.size > MOST) cards.push(make('p', { class: 'quiet' }, words.more(once.size - MOST)))
	if (once.size > 0 || text.trim() === '') return { cards, count: once.size }
	const query = text.trim().slice(0, AS_QUERY)
	const answer = text.trim().length <= AS_QUERY ? answerQuery(lookup, query) : undefined
	const hits = answer?.onlyCodes ? answer.hits : []
	for (const { row } of hits.slice(0, MOST)) {
		const { number, title, where, href } = describe(lookup, row)
		cards.push(
			make('div', { class: 'card' }, make('p', { class: 'label' }, where), make('a', { href }, `${number} ${title}`)),
		)
	}
	for (const { text } of answer?.onlyCodes ? answer.unknown : [])
		cards.push(make('p', { class: 'callout', 'data-unknown-code': text }, searchPage.unknown(text)))
	cards.push(make('p', {}, make('a', { href: href({ kind: 'search', query }) }, words.searchInstead)))
	return { cards, count: hits.length }
}

function pairCard({ id, error, extended, row }: FoundPair): HTMLElement {
	const text = pairText(error, extended)
	const heading = make('p', {}, make('strong', {}, row ? row.title : text))
	const card = make('div', { class: 'card pair', 'data-pair': id }, heading)
	if (!row) card.append(make('p', { class: 'quiet' }, words.noPairPage))
	else card.append(make('a', { class: 'button main', href: href({ kind: 'code', id }) }, words.openPair(text)))
	if (row?.tree) card.append(make('a', { class: 'button', href: href({ kind: 'tree', id: row.tree }) }, words.triage))
	return card
}

function codeCard(lookup: Lookup, { space, value, hex, row }: FoundCode): HTMLElement {
	const isEvent = space === 'event'
	const number = isEvent ? String(value) : hex
	const label = isEvent ? `${rowKinds.event}, ${row && 'log' in row ? row.log : ''}` : (lookup.spaces[space] ?? space)
	const card = make(
		'div',
		{ class: 'card', 'data-space': space, 'data-value': String(value) },
		make('p', { class: 'label' }, label),
		make('p', { class: 'number' }, number, ...(isEvent ? [] : [make('small', {}, ` ${decimalText(value)}`)])),
		make('p', {}, make('strong', {}, row?.title ?? words.unknown)),
	)
	if (row) card.append(make('a', { href: href({ kind: 'code', id: row.id }) }, words.openCode(number)))
	return card
}
