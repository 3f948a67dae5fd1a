/** When each page last changed or was last compared with its sources: from the content, never from the clock. */
import { codeId, eventId, type IndexName, pairId, pathTo } from '../kb/addresses.ts'
import { numberPages, numberPath } from '../kb/number-pages.ts'
import { NUMBERED_KINDS } from '../schemas/index.ts'
import { changesIn } from './changes-in.ts'
import type { Content, Entry } from './read-content.ts'
import { tableOf } from './table-of.ts'

interface Dated {
	verified: string
	history?: readonly { date: string }[]
}

/**
 * The day of each page that is made from content, as YYYY-MM-DD, by the path of the page. Tools, such as the decoder,
 * have none.
 */
export function lastChanged(content: Content): Map<string, string> {
	const days = new Map<string, string>()
	const put = (path: string, day: string) => days.set(path, later(days.get(path) ?? '', day))
	/** Counts for the page, for the list it stands in, and for the home page. */
	const count = (list: IndexName, path: string, ...dated: Dated[]) => {
		const day = dated.map(dayOf).reduce(later, '')
		for (const one of [path, pathTo({ kind: 'index', of: list }), pathTo({ kind: 'home' })]) put(one, day)
	}
	const code = (id: string) => pathTo({ kind: 'code', id })
	for (const { data } of content.codes)
		for (const one of data.codes)
			count('codes', code(codeId(data.space, one.value)), data, { verified: one.verified ?? '' })
	for (const { data } of content.pairs)
		count(
			'codes',
			code(data.extended === undefined ? codeId(data.space, data.error) : pairId(data.error, data.extended)),
			data,
		)
	for (const { data } of content.events)
		for (const { id } of data.events) count('events', code(eventId(data.slug, id)), data)
	for (const kind of NUMBERED_KINDS)
		for (const { data } of content[kind] as Entry<'guides'>[])
			count(kind, pathTo({ kind: 'article', kb: data.kb }), data)
	for (const { data } of content.settings) count('settings', pathTo({ kind: 'setting', id: data.id }), data)
	for (const { data } of content.scripts) count('scripts', pathTo({ kind: 'script', id: data.id }), data)
	for (const { data } of content.triage) {
		count('triage', pathTo({ kind: 'tree', id: data.id }), data)
		count('triage', pathTo({ kind: 'about-tree', id: data.id }), data)
		for (const { id } of data.outcomes) count('triage', pathTo({ kind: 'outcome', tree: data.id, outcome: id }), data)
	}
	for (const { data } of content.messages) count('messages', pathTo({ kind: 'index', of: 'messages' }), data)
	for (const { data } of content.sources)
		for (const { id, read } of data) count('sources', pathTo({ kind: 'source-page', id }), { verified: read })
	const listed = (list: IndexName) => days.get(pathTo({ kind: 'index', of: list })) ?? ''
	// What a bare number can mean stands in the lists of codes and events.
	const numbers = later(listed('codes'), listed('events'))
	for (const { spelling } of numberPages(tableOf(content)).choices) put(numberPath(spelling), numbers)
	put(pathTo({ kind: 'index', of: 'changes' }), changesIn(content)[0]?.day ?? '')
	return days
}

const later = (a: string, b: string) => (a > b ? a : b)

const dayOf = ({ verified, history = [] }: Dated) => history.map(({ date }) => date).reduce(later, verified)
