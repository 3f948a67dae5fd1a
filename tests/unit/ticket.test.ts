import fc from 'fast-check'
import rehypeParse from 'rehype-parse'
import { markdownToHtml } from 'satteri'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { escapeHtml } from '../../src/kb/text/escape-html.ts'
import { TICKET_FORMATS, type TicketLink, ticketList, ticketText } from '../../src/kb/ticket.ts'
import { linksOfJira, readJira } from '../setup/jira.ts'

const url = 'https://guide.example/c/mstsc-0x904-0x7/'
const link: TicketLink = {
	code: '0x904 / 0x7',
	title: 'Connection closed',
	summary: 'The host ended the connection.',
	url,
	verified: '2026-11-22',
}

/** What ticket systems read as markup. */
const MARKUP = [
	...'<>[](){}|`*_~^+-!?#@:;&"\'\\%',
	'](http://evil.example)',
	'|http://evil.example]',
	'<script>',
	'</a>',
	'<img src=x>',
	'&lt;',
	'&#91;',
	'{code}',
	'{{',
	'}}',
	'??',
	'--',
	'(!)',
	'(x)',
	':)',
	':P',
	'\\\\',
	'C:\\Windows',
	'~~',
	'a',
	'ß',
	'0x904',
	' ',
]
const nasty = fc
	.array(fc.constantFrom(...MARKUP), { minLength: 1, maxLength: 12 })
	.map((parts) => `T${parts.join('')}T`.replace(/\s+/g, ' '))

/** An address as a browser writes it, whatever was searched for. */
const address = fc
	.tuple(fc.oneof(nasty, fc.string({ unit: 'binary' })), fc.boolean())
	.map(([query, encoded]) => new URL(`/search/?q=${encoded ? encodeURIComponent(query.toWellFormed()) : query}`, url))
	.map(({ href }) => href.replace(/#.*/, ''))

interface Node {
	type: string
	tagName?: string
	value?: string
	properties?: Record<string, unknown>
	children?: Node[]
}
const wordsOf = (node: Node): string => node.value ?? (node.children ?? []).map(wordsOf).join('')
const elementsOf = (node: Node): Node[] => [
	...(node.type === 'element' && node.tagName !== 'p' ? [node] : []),
	...(node.children ?? []).flatMap(elementsOf),
]

/** The elements besides paragraphs, and all words of a piece of HTML, as a browser reads it. */
function readHtml(html: string) {
	const tree = unified().use(rehypeParse, { fragment: true }).parse(html) as Node
	return { elements: elementsOf(tree), words: wordsOf(tree).replace(/\n$/, '') }
}

/** What a link leads to, as a server sees it. */
const leadsTo = (href: string) => {
	const { origin, pathname, searchParams, hash } = new URL(href)
	return { origin, pathname, query: [...searchParams], hash }
}

/** What any form says: name, sentence, day. */
const says = ({ title, summary }: { title: string; summary: string }) => {
	const one = (text: string) => text.replace(/\s+/g, ' ').trim()
	return `${one(title)}${/[.?!…]$/.test(one(title)) ? '' : '.'} ${one(summary)}`
}

describe('a link for a ticket', () => {
	test.each(TICKET_FORMATS)('as %s holds the address', (format) => {
		expect(ticketText(link, format)).toContain(url)
	})

	test('as plain link is the address and nothing else', () => {
		expect(ticketText(link, 'link')).toBe(url)
	})

	test.each(TICKET_FORMATS.filter((format) => format !== 'link'))(
		'as %s says the code, what the page answers and when it was verified',
		(format) => {
			const text = ticketText(link, format)
			for (const part of [link.code, link.title, link.summary, link.verified]) expect(text).toContain(part)
		},
	)

	test.each(TICKET_FORMATS)('as %s claims no day and no code where none is known', (format) => {
		const { verified: _, code: __, ...bare } = link
		expect(ticketText(bare, format)).not.toMatch(/verified|undefined|: /)
	})

	test.each([
		['0x904', '0x904: the socket closed', true],
		['0x904 / 0x7', '0x904 / 0x7: closed', true],
		['KB0012', 'Keep a way in', false],
		['0x9', '0x904: the socket closed', false],
		['Event 1057', 'event 1057: no certificate', true],
	])('says %s once beside the title “%s”', (code, title, inTitle) => {
		const text = ticketText({ ...link, code, title }, 'text')
		expect(text.startsWith(inTitle ? `${title}.` : `${code}: ${title}.`)).toBe(true)
	})

	test.each([
		['Search', 'Search: machinekeys'],
		['0x904 / 0x7: closed', '0x904 / 0x7: closed › machinekeys'],
		['Who closed it?', '0x904 / 0x7: Who closed it? › machinekeys'],
	])('beside the title “%s” says what its address chooses', (title, name) => {
		const { code, ...rest } = link
		const chosen = { ...rest, ...(title === 'Search' ? {} : { code }), title, state: 'machinekeys' }
		expect(ticketText(chosen, 'text').startsWith(`${name}. `)).toBe(true)
	})

	test.each(TICKET_FORMATS)('as %s needs no sentence, and says “read” of a text of others', (format) => {
		const { summary: _, verified: __, ...bare } = link
		expect(ticketText(bare, format)).not.toMatch(/undefined|\. /)
		if (format !== 'link') expect(ticketText({ ...bare, read: '2026-11-22' }, format)).toMatch(/\(read 2026-11-22\)/)
	})

	test('to a section says page and section', () => {
		const text = ticketText({ ...link, section: 'The way back', url: `${url}#undo` }, 'text')
		for (const part of [link.code, link.title, 'The way back', link.summary, `${url}#undo`])
			expect(text).toContain(part)
	})
})

describe('a title, section or sentence full of markup', () => {
	test.each(TICKET_FORMATS)('as %s stays on its line', (format) => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, summary) => {
				const lines = ticketText({ ...link, title, section: title, summary }, format).split(/[\n\r\u2028\u2029]/)
				expect(lines.length).toBe(format === 'text' ? 2 : 1)
			}),
		)
	})

	test('stays text in HTML', () => {
		fc.assert(
			fc.property(nasty, nasty, address, (title, summary, url) => {
				const { elements, words } = readHtml(ticketText({ title, summary, url }, 'html'))
				expect(elements.map(({ tagName }) => tagName)).toEqual(['a'])
				expect(words).toBe(says({ title, summary }))
				expect(leadsTo(String(elements[0]?.properties?.href))).toEqual(leadsTo(url))
			}),
			{ numRuns: 500 },
		)
	})

	test.each([false, true])('stays text in Markdown (GFM: %s)', (gfm) => {
		fc.assert(
			fc.property(nasty, nasty, address, (title, summary, url) => {
				// GFM links bare addresses, which harms nobody.
				fc.pre(!gfm || !/http|www|@/.test(title + summary))
				const { html } = markdownToHtml(ticketText({ title, summary, url }, 'markdown'), {
					features: { gfm, smartPunctuation: false },
				})
				const { elements, words } = readHtml(html)
				expect(elements.map(({ tagName }) => tagName)).toEqual(['a'])
				expect(words).toBe(says({ title, summary }))
				expect(leadsTo(String(elements[0]?.properties?.href))).toEqual(leadsTo(url))
			}),
			{ numRuns: 1000 },
		)
	})

	test('stays text in Jira’s markup', () => {
		fc.assert(
			fc.property(nasty, nasty, address, (title, summary, url) => {
				const text = ticketText({ title, summary, url }, 'jira')
				const [found, ...others] = linksOfJira(text)
				expect(others, text).toEqual([])
				expect(leadsTo(found?.url ?? ''), text).toEqual(leadsTo(url))
				expect(found?.after && readJira(found.after), text).toEqual({
					text: says({ title: 'T', summary }).slice(1),
					live: [],
				})
				const words = readJira(found?.words ?? '')
				expect(words.live, text).toEqual([])
				// The words of a link have round brackets and strokes in place of what would end them.
				expect(words.text).toBe(title.replace(/[[{]/g, '(').replace(/[\]}]/g, ')').replaceAll('|', '/'))
			}),
			{ numRuns: 1000 },
		)
	})

	test('cannot leave an attribute', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escapeHtml(text))))
	})
})

describe('a list of findings', () => {
	test('in Jira’s markup leads to the page of each, and what was found stays text', () => {
		fc.assert(
			fc.property(nasty, address, (says, url) => {
				const text = ticketList(link.title, [{ says, url }, { says }], 'jira')
				const links = linksOfJira(text)
				expect(links.length, text).toBe(1)
				expect(leadsTo(links[0]?.url ?? ''), text).toEqual(leadsTo(url))
				expect(text.split('\n').length, text).toBe(4)
			}),
		)
	})
})

describe('an address', () => {
	test.each(TICKET_FORMATS)('as %s survives whole', (format) => {
		fc.assert(
			fc.property(address, (url) => {
				const text = ticketText({ ...link, url }, format)
				// What finds addresses in text stops at white space, brackets, quotation marks and bars, and leaves out a mark at the end.
				const [found = ''] = /https:[^\s<>"'|()[\]{}]+/.exec(text.replaceAll('&amp;', '&')) ?? []
				expect(found).not.toMatch(/[.,:;!?]$/)
				expect(leadsTo(found)).toEqual(leadsTo(url))
			}),
			{ numRuns: 500 },
		)
	})
})
