/** What was found in a text, as HTML: the next step, the text with its marks, a card for each finding, and the rest. */
import { type Target, targetOfId } from '../kb/addresses.ts'
import type { Decoded, FoundCode, FoundPair, PassedOver } from '../kb/decoding/findings.ts'
import { excerptOf, type Stretch } from '../kb/decoding/marks.ts'
import { type NextStep, nextSteps } from '../kb/decoding/next-steps.ts'
import type { FoundMessage } from '../kb/decoding/wording.ts'
import { plainText } from '../kb/inline.ts'
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

/** The best page and the triage that starts from it, then what goes into the ticket. Ctrl+Enter opens the first link. */
export function summaryView(lookup: Lookup, decoded: Decoded, copy: HTMLElement): HTMLElement {
	const [first] = nextSteps(decoded)
	if (!first) return make('div', { class: 'card' }, copy)
	const row = rowOf(lookup, first.id)
	const isPair = row !== undefined && 'error' in row
	const open = { class: 'button main', href: href(first.target), 'aria-keyshortcuts': 'Control+Enter' }
	const steps = [make('a', open, stepName(lookup, first)), make('span', { class: 'quiet key' }, words.key)]
	if (isPair && row.tree) {
		const { id, question } = row.tree
		const address = href({ kind: 'tree', id, ...(question ? { section: question } : {}) })
		steps.push(make('a', { class: 'button', href: address }, words.triage))
	}
	return make(
		'div',
		{ class: 'card next', ...(isPair ? { 'data-pair': first.id } : {}) },
		make('h2', { class: 'label' }, words.next),
		make('h3', {}, isPair ? row.title : nameOf(lookup, first.id)),
		make('p', { class: 'steps' }, ...steps),
		copy,
	)
}

function stepName(lookup: Lookup, { id }: NextStep): string {
	const row = rowOf(lookup, id)
	if (!row || 'kb' in row) return words.openPage
	if ('error' in row) return words.openPair(pairText(row.error, row.extended))
	return words.openCode(row.space === 'event' ? `${rowKinds.event} ${row.value}` : toHex(row.value))
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
		{ class: 'in-text' },
		make('h2', { class: 'label' }, words.inText),
		make('pre', { dir: 'auto' }, ...lines),
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
	// A number keeps its order where the text runs from right to left.
	return code === undefined
		? make('mark', { class: 'wording' }, link)
		: make('mark', { class: 'code', dir: 'ltr' }, link)
}

/** A card for each finding, once for each meaning. The pair that is the next step has none besides. */
export function cardsView(lookup: Lookup, decoded: Decoded): HTMLElement[] {
	const { codes, pairs, messages } = decoded
	const [next] = nextSteps(decoded)
	const once = new Map<string, { code: FoundCode; places: string[] }>()
	for (const [i, code] of codes.entries()) {
		const key = `${code.space} ${code.row?.id ?? code.value}`
		const known = once.get(key) ?? { code, places: [] }
		known.places.push(`code-${i}`)
		once.set(key, known)
	}
	const cards = [
		make('h2', { class: 'label' }, words.cards),
		...pairs
			.filter(({ id, row }) => !row || id !== next?.id)
			.slice(0, MOST)
			.map(pairCard),
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
		make('h3', {}, row ? row.title : text),
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
			role: 'group',
			'aria-label': `${label} ${number}`,
			tabindex: '-1',
			'data-card': places.slice(0, MOST).join(' '),
			'data-space': space,
			'data-value': String(value),
			'data-sure': sure,
		},
		make('p', { class: 'label' }, label),
		make('p', { class: 'number' }, number, ...(isEvent ? [] : [make('small', {}, ` ${decimalText(value)}`)])),
		make('h3', {}, row?.title ?? words.unknown),
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
	if (row)
		card.append(
			make(
				'a',
				{ href: href({ kind: 'code', id: row.id }) },
				words.openCode(isEvent ? `${rowKinds.event} ${number}` : number),
			),
		)
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
		{
			class: 'card',
			role: 'group',
			'aria-label': words.message,
			tabindex: '-1',
			'data-card': `message-${i}`,
			'data-message': row.id,
			'data-sure': sure,
		},
		make('p', { class: 'label' }, words.message),
		make('h3', {}, row.title),
		make('p', {}, sureChip(sure), ` ${plainText(row.meaning)}`),
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
					` ${other.whose}: ${plainText(other.says)}`,
				)
			: [],
	)
}

/** Reasons that hold for all the numbers written together, such as those of a date. */
const TOGETHER: ReadonlySet<PassedOver['because']> = new Set([
	'dotted',
	'date-or-id',
	'guid',
	'version',
	'time',
	'word',
])
/** What is written together and longer is not shown in full. */
const LONGEST = 40

/** A number with what is written together with it: 26100 stands in 10.0.26100.4652. */
function wholeOf(text: string, { text: number, index, because, rows }: PassedOver): string {
	if (!TOGETHER.has(because) || rows.length > 0) return number
	const end = index + number.length
	const before = /[\p{L}\p{N}._:/-]*$/u.exec(text.slice(Math.max(0, index - LONGEST), index))?.[0] ?? ''
	const after = /^[\p{L}\p{N}._:/-]*/u.exec(text.slice(end, end + LONGEST))?.[0] ?? ''
	const whole = `${before}${number}${after}`.replace(/^[._:/-]+(?=[\p{L}\p{N}])|[._:/-]+$/gu, '')
	return whole.length > LONGEST ? number : whole
}

/** The numbers that are no codes, folded away, each with the reason. */
export function passedOverView(lookup: Lookup, text: string, passedOver: readonly PassedOver[]): HTMLElement[] {
	const items = new Map<string, HTMLElement>()
	for (const passed of passedOver) {
		if (passed.other) continue
		const [row] = passed.rows
		const perhaps = row
			? ['. ', make('a', { href: href({ kind: 'code', id: row.id }) }, words.ifCode(meaningOf(lookup, row)))]
			: []
		const number = wholeOf(text, passed)
		const reason = words.notBecause[passed.because]
		const item = make('li', {}, make('code', { dir: 'auto' }, number), `: ${reason}`, ...perhaps)
		if (!items.has(`${number} ${reason}`)) items.set(`${number} ${reason}`, item)
	}
	if (items.size === 0) return []
	const summary = make('summary', {}, words.passedOver(items.size))
	return [make('details', { class: 'passed-over' }, summary, make('ul', {}, ...items.values()))]
}

/** The whole address of the best page, where there is one. */
export function nextLink(decoded: Decoded): string | undefined {
	const [next] = nextSteps(decoded)
	return next && new URL(href(next.target), location.href).href
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
			says: `${title}: ${plainText(meaning)}`,
			...(to[0] ? { url: url(targetOfId(to[0])) } : {}),
		})),
	]
	return lines.filter(({ says }, i) => lines.findIndex((line) => line.says === says) === i).slice(0, MOST)
}
