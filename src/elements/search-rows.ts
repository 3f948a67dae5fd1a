/** What the search page shows: rows of results, and the notes above them. */
import type { OtherNumber } from '../kb/decoding/facts.ts'
import type { FoundMessage } from '../kb/decoding/wording.ts'
import { plainText } from '../kb/inline.ts'
import type { Base } from '../kb/numbers.ts'
import type { CodeRow, Lookup, Row } from '../kb/table.ts'
import { kinds, searchPage as words } from '../strings.ts'
import { make } from './dom.ts'
import type { FoundPage } from './full-text.ts'
import { describe, type RowNames } from './rows.ts'

/** The kind of a row of the table, as the filter names it. */
export function kindOf(row: Row): string {
	if ('kb' in row) return row.kind
	if ('error' in row) return 'pair'
	return row.space === 'event' ? 'event' : 'code'
}

const KIND_NAMES = new Map(Object.values(kinds).map((name) => [name.toLowerCase(), name]))

/** What a row says of itself below its title: a chip for the kind, then facts. */
function says(kind: string, facts: readonly (string | undefined)[]): HTMLElement {
	const rest = facts.filter(Boolean).join(' · ')
	return make('p', { class: 'says' }, make('span', { class: 'chip info' }, KIND_NAMES.get(kind) ?? kind), ' ', rest)
}

/** An exact answer. */
export function exactResult(lookup: Lookup, row: Row, rank: number, base?: Base): HTMLLIElement {
	const names = describe(lookup, row)
	return make(
		'li',
		{},
		resultLink(names.href, rank, titleOf(names), { 'data-exact': '' }),
		says(kindOf(row), [words.exact, names.where, base && words.readAs(base)]),
	)
}

/** A code that begins like the number that was typed. */
export function longerResult(lookup: Lookup, row: CodeRow, rank: number): HTMLLIElement {
	const names = describe(lookup, row)
	return make('li', {}, resultLink(names.href, rank, titleOf(names)), says(kindOf(row), [names.where]))
}

/** What a message means that the words of the query gave away. */
export function messageNote({ row: { id, title, meaning } }: FoundMessage): HTMLElement {
	const says = make('p', {}, `${words.recognised} `, make('strong', {}, title))
	return make('div', { class: 'callout note', 'data-message': id }, says, make('p', {}, plainText(meaning)))
}

/** Numbers that somebody may have taken for codes, each with what it is instead. */
export const otherNumber = (text: string, { whose, says }: OtherNumber): HTMLElement =>
	make('p', { class: 'callout', 'data-other-number': text }, make('code', {}, text), ` ${whose}: ${plainText(says)}`)

/** A page to which a recognised message leads. */
export function messageResult(lookup: Lookup, row: Row, rank: number, { row: message }: FoundMessage): HTMLLIElement {
	const names = describe(lookup, row)
	return make(
		'li',
		{},
		resultLink(names.href, rank, 'kb' in row ? names.title : titleOf(names)),
		says(kindOf(row), [words.answers(message.title), 'kb' in row ? undefined : names.where]),
	)
}

const titleOf = ({ number, title }: RowNames) => `${number} ${title}`

/** @param answers title of the message to which the page is an answer */
export function pageResult(page: FoundPage, rank: number, answers?: string): HTMLLIElement {
	const excerpt = page.excerpt.map(({ text, marked }) => (marked ? make('mark', {}, text) : text))
	const facts = [answers && words.answers(answers), page.phase, page.grade && words.grade(page.grade), page.codes]
	return make(
		'li',
		{},
		resultLink(page.url, rank, page.title),
		says(page.kind, facts),
		make('p', { class: 'quiet' }, ...excerpt),
	)
}

const resultLink = (address: string, rank: number, text: string, more: Record<string, string> = {}) =>
	make('a', { href: address, 'data-result': '', 'data-rank': String(rank), ...more }, text)

/** A number that no list knows, with its neighbours as what they are; undefined leaves out that it has none. */
export function unknownNumber(lookup: Lookup, text: string, near?: readonly CodeRow[]): HTMLElement {
	const links = near?.map((row) => {
		const names = describe(lookup, row)
		return make('li', {}, make('a', { href: names.href }, titleOf(names)), ` ${names.where}`)
	})
	const sentence = make('p', {}, make('strong', {}, words.unknown(text)))
	if (links) sentence.append(' ', links.length > 0 ? words.nearest : words.nearestNone)
	const list = links && links.length > 0 ? [make('ul', {}, ...links)] : []
	return make('div', { class: 'callout', 'data-unknown-code': text }, sentence, ...list)
}
