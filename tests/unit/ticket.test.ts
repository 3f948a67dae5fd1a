import fc from 'fast-check'
import { markdownToHtml } from 'satteri'
import { describe, expect, test } from 'vitest'
import { escapeHtml } from '../../src/kb/text/escape-html.ts'
import { TICKET_FORMATS, ticketText } from '../../src/kb/ticket.ts'

const url = 'https://guide.example/c/mstsc-0x904-0x7/'
const link = { title: 'Error 0x904 / 0x7', summary: 'The connection was closed.', url, verified: '2026-11-22' }

/** Words full of what ticket systems read as markup. */
const nasty = fc
	.array(
		fc.constantFrom(
			'<',
			'>',
			'[',
			']',
			'(',
			')',
			'|',
			'{',
			'}',
			'`',
			'*',
			'_',
			'\\',
			'&',
			'"',
			"'",
			'](http://evil.example)',
			'<script>',
			'</a>',
			'<img src=x>',
			'&lt;',
			'{code}',
			'a',
			'0x904',
			' ',
		),
		{ minLength: 1, maxLength: 12 },
	)
	.map((parts) => `T${parts.join('')}T`)

const asRead = (html: string) =>
	html
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#(?:39|x27);/g, "'")
		.replace(/&amp;/g, '&')

/** The one link of a piece of HTML and the text around it; fails where there is any other tag. */
function onlyLink(html: string): { href: string; text: string; after: string } {
	const match = /^<a href="([^"<>]*)">([^<>]*)<\/a>([^<>]*)$/.exec(html.trim().replace(/^<p>|<\/p>$/g, ''))
	expect(match, html).not.toBeNull()
	const [href = '', text = '', after = ''] = match?.slice(1).map(asRead) ?? []
	return { href, text, after }
}

describe('a link for a ticket', () => {
	test.each(TICKET_FORMATS)('as %s holds the address', (format) => {
		expect(ticketText(link, format)).toContain(url)
	})

	test('as plain link is the address and nothing else', () => {
		expect(ticketText(link, 'link')).toBe(url)
	})

	test.each(TICKET_FORMATS.filter((format) => format !== 'link'))(
		'as %s says what the page answers and when it was verified',
		(format) => {
			const text = ticketText(link, format)
			for (const part of [link.title, link.summary, link.verified]) expect(text).toContain(part)
		},
	)

	test.each(TICKET_FORMATS)('as %s claims no day where none is known', (format) => {
		const { verified: _, ...undated } = link
		expect(ticketText(undated, format)).not.toMatch(/verified|undefined/)
	})
})

describe('a title or summary full of markup', () => {
	test('stays text in HTML', () => {
		fc.assert(
			fc.property(nasty, nasty, (title, summary) => {
				const { href, text, after } = onlyLink(ticketText({ title, summary, url }, 'html'))
				expect({ href, text }).toEqual({ href: url, text: title })
				expect(after).toBe(`: ${summary}`)
			}),
		)
	})

	test('stays text in Markdown', () => {
		fc.assert(
			fc.property(nasty, nasty, (title, summary) => {
				const { html } = markdownToHtml(ticketText({ title, summary, url }, 'markdown'), {
					features: { gfm: false, smartPunctuation: false },
				})
				const { href, text, after } = onlyLink(html)
				expect({ href, text }).toEqual({ href: url, text: title })
				expect(after).toBe(`: ${summary}`)
			}),
			{ numRuns: 1000 },
		)
	})

	test('opens and closes nothing in Jira’s markup but the one link', () => {
		fc.assert(
			fc.property(nasty, nasty, (title, summary) => {
				const text = ticketText({ title, summary, url }, 'jira')
				const match = /^\[([^[\]{}|]*)\|([^|\]]*)\]: (.*)$/.exec(text)
				expect(match?.[2], text).toBe(url)
				expect(match?.[3], text).not.toMatch(/(?<!\\)[{}[\]]/)
			}),
		)
	})

	test('cannot leave an attribute', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escapeHtml(text))))
		fc.assert(fc.property(nasty, (text) => asRead(escapeHtml(text)) === text))
	})
})
