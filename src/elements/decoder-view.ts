/** What was found in a text, as HTML: the next step, the text with its marks, a card for each finding, and the rest. */
import { type Target, targetOfId } from '../kb/addresses.ts'
import type { Decoded, FoundCode, FoundPair, PassedOver } from '../kb/decoding/findings.ts'
import { excerptOf, type Stretch } from '../kb/decoding/marks.ts'
import { type NextStep, nextSteps } from '../kb/decoding/next-steps.ts'
import type { FoundMessage } from '../kb/decoding/wording.ts'
import { decimalText, pairText, toHex } from '../kb/numbers.ts'
import type { Lookup, Row } from '../kb/table.ts'
import { rowKinds, decoder as words } from '../strings.ts'
import { make } from './dom.ts'
import { href } from './lookup.ts'
import { describe } from './rows.ts'

/** More than this is a log: the first findings stand for it. */
const MOST = 20

/** The row of a page that content names by its id. */
const rowOf = (lookup: Lookup, id: string): Row | undefined => lookup.byId(id) ?? lookup.article(id)

/** How a page is called in a list. */
function nameOf(lookup: Lookup, id: string): string {
	const row = rowOf(lookup, id)
	if (!row) return id
	const { number, title } = describe(lookup, row)
	if ('kb' in row) return title
	if (!('space' in row)) return `${number} ${title}`
	return row.space === 'event' ? `${rowKinds.event} ${number}: ${title}` : `${toHex(row.value)} ${title}`
}

/** The best page, and the triage that starts from it. The first link is what Ctrl+Enter opens. */
export function stepsView(lookup: Lookup, decoded: Decoded): HTMLElement | undefined {
	const [first] = nextSteps(decoded)
	if (!first) return
	const row = rowOf(lookup, first.id)
	const tree = row && 'error' in row ? row.tree : undefined
	const links: HTMLElement[] = [make('a', { class: 'button main', href: href(first.target) }, stepName(lookup, first))]
	if (tree) links.push(make('a', { class: 'button', href: href({ kind: 'tree', id: tree }) }, words.triage))
	return make(
		'section',
		{ class: 'next', 'aria-label': words.next },
		make('p', { class: 'label' }, words.next),
		make('p', { class: 'steps' }, ...links),
	)
}

function stepName(lookup: Lookup, { id }: NextStep): string {
	const row = rowOf(lookup, id)
	if (row && 'error' in row) return words.openPair(pairText(row.error, row.extended))
	return row && 'kb' in row ? words.openPage(row.title) : words.openCode(nameOf(lookup, id))
}

/** The text as it was pasted, with its marks; each mark leads to its card. */
export function markedView(text: string, decoded: Decoded, host: HTMLElement): HTMLElement {
	const lines = excerptOf(text, decoded).map((line) =>
		typeof line === 'number'
			? make('span', { class: 'left-out' }, words.leftOut(line))
			: make('span', { class: 'line' }, ...line.map((stretch) => stretchView(stretch, host)), '\n'),
	)
	return make(
		'section',
		{ class: 'in-text', 'aria-label': words.inText },
		make('p', { class: 'label' }, words.inText),
		make('pre', { tabindex: '0' }, ...lines),
	)
}

function stretchView({ text, code, message }: Stretch, host: HTMLElement): Node | string {
	if (code === undefined && message === undefined) return text
	const card = code === undefined ? `message-${message}` : `code-${code}`
	const link = make('a', { href: `#${card}` }, text)
	link.addEventListener('click', (event) => {
		const target = host.querySelector<HTMLElement>(`[data-card~="${card}"]`)
		if (!target) return
		event.preventDefault()
		target.focus()
	})
	return make('mark', { class: code === undefined ? 'wording' : 'code' }, link)
}

/** A card for each finding, once for each meaning. */
export function cardsView(lookup: Lookup, { codes, pairs, messages }: Decoded): HTMLElement[] {
	const once = new Map<string, { code: FoundCode; places: string[] }>()
	for (const [i, code] of codes.entries()) {
		const key = `${code.space} ${code.row?.id ?? code.value}`
		const known = once.get(key) ?? { code, places: [] }
		known.places.push(`code-${i}`)
		once.set(key, known)
	}
	const cards = [
		...pairs.slice(0, MOST).map(pairCard),
		...[...once.values()].slice(0, MOST).map(({ code, places }) => codeCard(lookup, code, places)),
		...messages.map((message, i) => messageCard(lookup, message, i)),
	]
	if (once.size > MOST) cards.push(make('p', { class: 'quiet' }, words.more(once.size - MOST)))
	return cards
}

function pairCard({ id, error, extended, row }: FoundPair): HTMLElement {
	const text = pairText(error, extended)
	return make(
		'div',
		{ class: 'card pair', 'data-pair': id },
		make('p', {}, make('strong', {}, row ? row.title : text)),
		row
			? make('a', { href: href({ kind: 'code', id }) }, words.openPair(text))
			: make('p', { class: 'quiet' }, words.noPairPage),
	)
}

function codeCard(lookup: Lookup, { space, value, hex, row, because, sure, others }: FoundCode, places: string[]) {
	const isEvent = space === 'event'
	const number = isEvent ? String(value) : hex
	const label = isEvent ? `${rowKinds.event}, ${row && 'log' in row ? row.log : ''}` : (lookup.spaces[space] ?? space)
	const card = make(
		'div',
		{
			class: 'card',
			tabindex: '-1',
			'data-card': places.slice(0, MOST).join(' '),
			'data-space': space,
			'data-value': String(value),
			'data-sure': sure,
		},
		make('p', { class: 'label' }, label),
		make('p', { class: 'number' }, number, ...(isEvent ? [] : [make('small', {}, ` ${decimalText(value)}`)])),
		make('p', {}, make('strong', {}, row?.title ?? words.unknown)),
		make('p', { class: 'quiet' }, sureChip(sure), ` ${words.because[because]}`),
	)
	if (others.length > 0) {
		const meanings = others
			.slice(0, 3)
			.map((other) =>
				make('li', {}, make('a', { href: href({ kind: 'code', id: other.id }) }, meaningOf(lookup, other))),
			)
		card.append(make('p', { class: 'quiet' }, words.others), make('ul', { class: 'quiet' }, ...meanings))
	}
	if (row) card.append(make('a', { href: href({ kind: 'code', id: row.id }) }, words.openCode(number)))
	return card
}

function meaningOf(lookup: Lookup, row: Row): string {
	const { number, title, where } = describe(lookup, row)
	return `${number} ${title} (${where})`
}

const sureChip = (sure: FoundCode['sure']) =>
	make('span', { class: `chip ${{ sure: 'ok', likely: 'info', possible: 'warn' }[sure]}` }, words.sure[sure])

function messageCard(lookup: Lookup, { row, sure }: FoundMessage, i: number): HTMLElement {
	const links = row.to.map((id) => make('li', {}, make('a', { href: href(targetOfId(id)) }, nameOf(lookup, id))))
	return make(
		'div',
		{ class: 'card', tabindex: '-1', 'data-card': `message-${i}`, 'data-message': row.id, 'data-sure': sure },
		make('p', { class: 'label' }, words.message),
		make('p', {}, make('strong', {}, row.title)),
		make('p', {}, sureChip(sure), ` ${row.meaning}`),
		make('ul', {}, ...links),
	)
}

/** Numbers that somebody may have taken for codes, each with what it is instead. */
export function otherNumbersView(passedOver: readonly PassedOver[]): HTMLElement[] {
	return passedOver.flatMap(({ text, other }) =>
		other
			? make(
					'p',
					{ class: 'callout', 'data-other-number': text },
					make('code', {}, text),
					` ${other.whose}: ${other.says}`,
				)
			: [],
	)
}

/** The numbers that are no codes, folded away, each with the reason. */
export function passedOverView(lookup: Lookup, passedOver: readonly PassedOver[]): HTMLElement[] {
	const items = passedOver.flatMap(({ text, because, other, rows }) => {
		const [row] = rows
		const perhaps = row
			? ['. ', make('a', { href: href({ kind: 'code', id: row.id }) }, words.ifCode(meaningOf(lookup, row)))]
			: []
		return other ? [] : make('li', {}, make('code', {}, text), ` ${words.notBecause[because]}`, ...perhaps)
	})
	if (items.length === 0) return []
	const summary = make('summary', {}, words.passedOver(items.length))
	return [make('details', { class: 'passed-over' }, summary, make('ul', {}, ...items))]
}

/** What goes into a ticket: each finding with its page. */
export function reportLines(lookup: Lookup, { codes, pairs, messages }: Decoded): { says: string; url?: string }[] {
	const url = (target: Target) => new URL(href(target), location.href).href
	const lines = [
		...pairs.map(({ error, extended, id, row }) =>
			row ? { says: row.title, url: url({ kind: 'code', id }) } : { says: pairText(error, extended) },
		),
		...codes.map(({ row, hex, space }) =>
			row
				? { says: meaningOf(lookup, row), url: url({ kind: 'code', id: row.id }) }
				: { says: `${hex} (${lookup.spaces[space as 'disconnect'] ?? space}): ${words.unknown}` },
		),
		...messages.map(({ row: { title, meaning, to } }) => ({
			says: `${title}: ${meaning}`,
			...(to[0] ? { url: url(targetOfId(to[0])) } : {}),
		})),
	]
	return lines.filter(({ says }, i) => lines.findIndex((line) => line.says === says) === i).slice(0, MOST)
}
