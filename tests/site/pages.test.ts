import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { report } from '../../src/strings.ts'
import { leadsOn, readPages } from '../setup/built-site.ts'

const dist = inject('dist')
const pages = readPages(dist)
const full = pages.filter((page) => leadsOn(page) === undefined)
const byPath = new Map(pages.map((page) => [page.path, page]))
const first = (html: string, pattern: RegExp) => pattern.exec(html)?.[1]

/** Text of a page with code, scripts and styles taken out, so that only prose is left. */
const prose = (html: string) => html.replace(/<(pre|script|style)[\s\S]*?<\/\1>/g, '')

describe('every page', () => {
	test('has one h1, a title, a description and a language', () => {
		for (const { path, html } of full) {
			expect(html.match(/<h1[ >]/g)?.length, path).toBe(1)
			expect(first(html, /<title>([^<]+)</), path).toBeTruthy()
			expect(first(html, /<meta name="description" content="([^"]+)"/), path).toBeTruthy()
			expect(html, path).toMatch(/<html lang="en"[ >]/)
		}
	})

	test('names its own address as canonical, and articles as their permanent address', () => {
		for (const { path, html } of full.filter(({ path }) => path !== '/404.html')) {
			expect(first(html, /<link rel="canonical" href="([^"]+)"/), path).toBe(path)
			expect(first(html, /data-permalink="([^"]+)"/), path).toBe(path)
		}
	})

	test('has no style attribute and no inline event handler', () => {
		for (const { path, html } of pages)
			expect(/<[a-z][^>]*\s(?:style|on[a-z]+)="/.exec(html)?.[0], path).toBeUndefined()
	})

	test('offers to report a problem only where the build says to whom', () => {
		for (const { path, html } of pages) {
			expect(html.includes(report.link), path).toBe(false)
			expect(html.includes('data-report'), path).toBe(false)
		}
	})

	test('has no two elements with one id', () => {
		for (const { path, html } of full) {
			const ids = [...prose(html).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
			expect(
				ids.filter((id, i) => ids.indexOf(id) !== i),
				path,
			).toEqual([])
		}
	})

	test('keeps a space between words and the links, code and chips beside them', () => {
		for (const { path, html } of full) {
			const text = prose(html)
			const glued =
				/[A-Za-z0-9.:,;)](?=<(?:a|strong|code|span|em)[ >])[^>]*>(?! )|<\/(?:a|strong|code|span|em)>(?:[A-Za-z0-9(]|<(?:a|strong|code|span)[ >])/
			expect(glued.exec(text.replace(/ data-s\d+/g, ''))?.[0], path).toBeUndefined()
		}
	})
})

describe('the contents beside an article', () => {
	const articles = full.filter(({ html }) => html.includes('id="rail"'))
	/** Trees and their drawings take the whole width: nothing stands beside them. */
	const beside = articles.filter(({ html }) => !html.includes('class="columns wide"'))
	const sections = ({ html }: { html: string }) => {
		const article = first(html, /<article([\s\S]*)<\/article>/) ?? ''
		return [...article.matchAll(/<h2[^>]*\sid="([^"]+)"/g)].map((match) => match[1])
	}
	const listed = ({ html }: { html: string }) => {
		const contents = first(html, /<nav[^>]*class="contents"([\s\S]*?)<\/nav>/) ?? ''
		return [...contents.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
	}

	test('list every section that has an address, in the order of the page, and nothing else', () => {
		expect(beside.length).toBeGreaterThan(600)
		for (const page of beside) {
			const ids = sections(page)
			expect(listed(page), page.path).toEqual(ids.length > 1 ? ids : [])
		}
	})

	test('lead past no section that is empty', () => {
		for (const { path, html } of articles)
			expect(/<h2[^>]*>[^<]*<\/h2>\s*<ul[^>]*>\s*<\/ul>/.exec(html)?.[0], path).toBeUndefined()
	})
})

describe('links', () => {
	test('inside the site lead to pages and to fragments that exist', () => {
		const dead: string[] = []
		for (const { path, html } of pages)
			for (const [, link = ''] of html.matchAll(/<a\s[^>]*href="([^"]+)"/g)) {
				if (!link.startsWith('/') && !link.startsWith('#')) continue
				const [target = '', fragment] = link.startsWith('#') ? [path, link.slice(1)] : link.split('#')
				const page = byPath.get(target.replace(/\?.*$/, ''))
				if (/\.\w+$/.test(target)) {
					if (!existsSync(join(dist, target))) dead.push(`${path} → ${link}`)
				} else if (!page) dead.push(`${path} → ${link}`)
				else if (fragment && !page.html.includes(`id="${fragment}"`)) dead.push(`${path} → ${link}`)
			}
		expect(dead).toEqual([])
	})

	test('to other sites carry a scheme and never a bare IP address', () => {
		for (const { path, html } of full)
			for (const [, link = ''] of html.matchAll(/href="(https?:[^"]+)"/g))
				expect(/^https?:\/\/\d+\.\d+\.\d+\.\d+/.test(link), `${path} → ${link}`).toBe(false)
	})

	test('that lead on arrive at a page in one hop', () => {
		for (const page of pages) {
			const target = leadsOn(page)
			if (target === undefined) continue
			const arrived = byPath.get(target)
			expect(arrived, `${page.path} → ${target}`).toBeDefined()
			expect(arrived && leadsOn(arrived), `${page.path} → ${target}`).toBeUndefined()
		}
	})
})

describe('addresses of numbers', () => {
	test.each([
		['/c/2308/', '/c/mstsc-0x904/'],
		['/c/904/', '/c/mstsc-0x904/'],
		['/c/0x00000904/', '/c/mstsc-0x904/'],
		['/c/0x904-0x7/', '/c/mstsc-0x904-0x7/'],
		['/c/-2146893044/', '/c/hresult-0x8009030c/'],
		['/kb/0002/machinekeys-key-stuck/', '/kb/0002/'],
	])('%s leads to %s', (from, to) => {
		const page = byPath.get(from)
		expect(page && leadsOn(page)).toBe(to)
	})

	test('a number with several meanings offers each of them', () => {
		const choice = byPath.get('/c/0x7/')?.html ?? ''
		for (const id of ['extended-0x7', 'error-info-0x7', 'fatal-error-0x7']) expect(choice).toContain(`href="/c/${id}/"`)
	})
})

describe('claims', () => {
	test('carry grade and day of verification on every code, pair, cause and fix', () => {
		const claims = full.filter(({ path }) => /^\/(?:c\/[a-z]+-|kb\/000[1-9])/.test(path))
		expect(claims.length).toBeGreaterThan(600)
		for (const { path, html } of claims) {
			expect(first(html, /data-grade="([A-D])"/), path).toBeDefined()
			expect(first(html, /data-verified="(\d{4}-\d\d-\d\d)"/), path).toBeDefined()
			expect(html, path).toMatch(/id="sources"/)
		}
	})
})

test('the built site holds the full-text index, the table of codes and the tables for servers', () => {
	for (const name of [
		'pagefind/pagefind.js',
		'lookup.json',
		'_redirects',
		'redirects.nginx.map',
		'lead-on.js',
		'404.html',
	])
		expect(existsSync(join(dist, name)), name).toBe(true)
})
