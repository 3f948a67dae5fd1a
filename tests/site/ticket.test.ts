/** Every page can be linked from a ticket, and every section of it. */
import { describe, expect, inject, test } from 'vitest'
import { leadsOn, readPages } from '../setup/built-site.ts'

const pages = readPages(inject('dist')).filter((page) => leadsOn(page) === undefined && page.path !== '/404.html')
/** The tag of the card; a title may hold a sharp bracket. */
const CARD = /<ticket-link\b(?:[^>"]|"[^"]*")*>/
const attribute = (html: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(html)?.[1]

describe('a page', () => {
	test('has one card with the link for a ticket, and a way to it', () => {
		expect(pages.length).toBeGreaterThan(1000)
		for (const { path, html } of pages) {
			expect(html.match(/<ticket-link\b/g), path).toHaveLength(1)
			expect(html.match(/\sid="rail"/g), path).toHaveLength(1)
			expect(html.includes('href="#rail"'), path).toBe(true)
		}
	})

	test('says in it a title, one sentence, and the day on which it was verified where it names one', () => {
		for (const { path, html } of pages) {
			const [card = ''] = CARD.exec(html) ?? []
			expect(attribute(card, 'data-title'), path).toBeTruthy()
			expect(attribute(card, 'data-summary'), path).toMatch(/\S.*[.?!…”"')]$/)
			const day = /<article\b[^>]*\sdata-verified="([^"]*)"/.exec(html)?.[1]
			if (day) expect(attribute(card, 'data-verified'), path).toBe(day)
		}
	})

	test('about a code, an event or an article says what a support engineer knows it by', () => {
		const known = pages.filter(({ path }) => /^\/(?:c|kb)\/[^/]+\/$/.test(path))
		expect(known.length).toBeGreaterThan(500)
		for (const { path, html } of known) {
			const code = attribute(CARD.exec(html)?.[0] ?? '', 'data-code')
			const number = path.split(/[/-]/).filter(Boolean).at(-1) ?? ''
			expect(code?.toLowerCase(), path).toContain(number)
		}
	})
})

describe('a section', () => {
	test('has an anchor behind its heading: an empty link that the heading names', () => {
		let sections = 0
		for (const { path, html } of pages) {
			const headings = [...html.matchAll(/<(h[23])\b[^>]*\sid="([^"]+)"[^>]*>[\s\S]*?<\/\1>(?=(.{0,120}))/g)]
			for (const [, , id, after] of headings)
				expect(
					after?.startsWith(`<a class="anchor" href="#${id}" aria-labelledby="link ${id}"></a>`),
					`${path}#${id}`,
				).toBe(true)
			expect(html.match(/class="anchor"/g)?.length ?? 0, path).toBe(headings.length)
			sections += headings.length
		}
		expect(sections).toBeGreaterThan(5000)
	})
})
