import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Validator from '@adobe/structured-data-validator'
import { describe, expect, inject, test } from 'vitest'
import { facts } from '../../src/strings.ts'
import { leadsOn, readPages } from '../setup/built-site.ts'
import { headOf, type Thing } from '../setup/head.ts'

const KIB = 1024
const dist = inject('dist')
const pages = readPages(dist)
	.filter((page) => leadsOn(page) === undefined && page.path !== '/404.html')
	.map(({ path, html }) => ({ path, html, ...headOf(html) }))
/** A source holds for what cites it, so its page names something else. */
const SOURCE = /^\/sources\/./
const articles = pages.filter(({ html }) => html.includes('data-pagefind-body'))

/** The sort of a thing, as in TechArticle. */
const sortOf = (thing: Thing | undefined) => thing?.['@type']
const ofSort = (graph: readonly Thing[], sort: string) => graph.find((thing) => sortOf(thing) === sort)

describe('the address of a page', () => {
	test('is one: canonical, for unfurling, in the structured data and on the page', () => {
		expect(pages.length).toBeGreaterThan(1500)
		for (const { path, links, meta, graph, permalink } of pages) {
			const canonical = links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href)
			expect({ canonical, og: meta.get('og:url'), data: graph[0]?.url, permalink }, path).toEqual({
				canonical: [path],
				og: path,
				data: path,
				permalink: path,
			})
		}
	})
})

describe('what a link shows where it is pasted', () => {
	test('is said once, and is said on every page', () => {
		for (const { path, meta, twice } of pages) {
			expect(twice, path).toEqual([])
			for (const name of ['title', 'description', 'type', 'site_name', 'locale', 'image', 'image:alt'])
				expect(meta.get(`og:${name}`), `${path}: og:${name}`).toBeTruthy()
			expect(meta.get('twitter:card'), path).toBe('summary_large_image')
		}
	})

	test('is a description of at most 200 characters, without marks of Markdown, that ends like a sentence or a cut one', () => {
		for (const { path, meta } of pages) {
			const text = meta.get('description') ?? ''
			expect(meta.get('og:description'), path).toBe(text)
			expect(text.length, path).toBeGreaterThan(10)
			expect(text.length, path).toBeLessThanOrEqual(200)
			expect(text, path).not.toMatch(/`|\]\(|\*\*/)
			expect(text, path).toMatch(/[.?!…][)”"’]?$/)
		}
	})

	test('differs from page to page', () => {
		const seen = new Map<string, string>()
		for (const { path, title, meta } of pages) {
			for (const words of [title, meta.get('og:title')]) {
				const key = JSON.stringify([words, meta.get('description')])
				expect(seen.get(key) ?? path, `${path} says the same as ${seen.get(key)}`).toBe(path)
				seen.set(key, path)
			}
		}
	})

	test('begins with the code on pages of codes, pairs, events and numbered articles', () => {
		const coded = pages.filter(({ path }) => /^\/(?:c|kb)\//.test(path))
		expect(coded.length).toBeGreaterThan(900)
		for (const { path, meta } of coded)
			expect(meta.get('og:title'), path).toMatch(
				/^(?:0x[0-9a-f]+(?: \/ 0x[0-9a-f]+)?|-?[0-9a-f]+|Event \d+|KB\d{4})[: ]/,
			)
	})

	test('names two facts with their labels, or one, and never a label without its fact', () => {
		for (const { path, meta } of pages)
			for (const i of [1, 2])
				expect(Boolean(meta.get(`twitter:label${i}`)), `${path}: ${i}`).toBe(Boolean(meta.get(`twitter:data${i}`)))
		for (const { path, html, meta } of articles) {
			const verified = /<article[^>]*\sdata-verified="([^"]+)"/.exec(html)?.[1]
			if (SOURCE.test(path)) expect(meta.get('twitter:label1'), path).toBeTruthy()
			else expect(meta.get('twitter:label1'), path).toBe(facts.appliesTo)
			if (verified) expect([meta.get('twitter:data1'), meta.get('twitter:data2')], path).toContain(verified)
		}
	})

	test('says when an article changed, and not later than the sitemap does', () => {
		const listed = new Map(
			[...readFileSync(join(dist, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)</g)].map(
				([, address = '', day = '']) => [new URL(address).pathname, day],
			),
		)
		expect(listed.size).toBeGreaterThan(1000)
		const dated = articles.filter(({ meta }) => meta.has('article:modified_time'))
		expect(dated.length).toBeGreaterThan(1000)
		for (const { path, meta, graph } of dated) {
			const day = meta.get('article:modified_time') ?? ''
			expect(day, path).toMatch(/^\d{4}-\d\d-\d\d$/)
			expect(day <= (listed.get(path) ?? ''), `${path}: ${day}, sitemap ${listed.get(path)}`).toBe(true)
			const article = graph[0]
			expect(article?.dateModified, path).toBe(day)
			expect(String(article?.datePublished ?? day) <= day, path).toBe(true)
		}
	})
})

describe('the picture of a link', () => {
	test('is there, 1200 by 630, below 13 KiB, and says what it shows', () => {
		const checked = new Set<string>()
		for (const { path, meta, graph } of pages) {
			const image = meta.get('og:image') ?? ''
			expect(graph[0]?.image, path).toBe(image)
			expect([meta.get('og:image:width'), meta.get('og:image:height')], path).toEqual(['1200', '630'])
			if (checked.has(image)) continue
			checked.add(image)
			const file = join(dist, image)
			expect(existsSync(file), `${path}: ${image}`).toBe(true)
			const png = readFileSync(file)
			expect(png.subarray(0, 8).toString('latin1'), image).toBe('\x89PNG\r\n\x1a\n')
			expect([png.readUInt32BE(16), png.readUInt32BE(20)], image).toEqual([1200, 630])
			expect(png.length, image).toBeLessThanOrEqual(13 * KIB)
		}
		expect(checked.size).toBeGreaterThan(1000)
	})

	test('is its own for each page that a ticket links to', () => {
		const shared = articles.filter(({ path, meta }) => meta.get('og:image') !== `/social${path.replace(/\/$/, '')}.png`)
		expect(
			shared.filter(({ path }) => !/^\/c\/-?(?:0x)?[0-9a-f]+\/$|\/about\/$/.test(path)).map(({ path }) => path),
		).toEqual([])
	})
})

describe('other forms of a page', () => {
	test('are files of the site', () => {
		for (const { path, links } of pages) {
			const forms = links.filter(({ rel }) => rel === 'alternate' || rel === 'search' || rel === 'stylesheet')
			expect(forms.length, path).toBeGreaterThan(2)
			for (const { href, type, media } of forms) {
				expect(type || media, `${path}: ${href}`).toBeTruthy()
				expect(existsSync(join(dist, href)), `${path}: ${href}`).toBe(true)
			}
		}
	})

	test('are Markdown on articles and lists, and a feed on all', () => {
		for (const { path, html, links } of pages) {
			const types = links.filter(({ rel }) => rel === 'alternate').map(({ type }) => type)
			expect(types, path).toContain('application/atom+xml')
			if (existsSync(join(dist, path, 'index.md'))) expect(types, path).toContain('text/markdown')
			else expect(html.includes('data-pagefind-body'), path).toBe(false)
		}
	})
})

describe('structured data', () => {
	/** As a reader of JSON-LD sees it: addresses are resolved against the page. */
	const resolved = (thing: unknown, base: string): unknown => {
		if (Array.isArray(thing)) return thing.map((part) => resolved(part, base))
		if (typeof thing === 'string') return thing.startsWith('/') ? new URL(thing, base).href : thing
		if (thing === null || typeof thing !== 'object') return thing
		return Object.fromEntries(Object.entries(thing).map(([name, value]) => [name, resolved(value, base)]))
	}

	/** What search engines object to. It knows the ways to a page, lists and organisations; the compiler knows the names. */
	const objections = (graph: readonly Thing[]) => {
		const things = resolved(graph, 'https://docs.example.org') as Thing[]
		return new Validator().validate({ jsonld: Object.fromEntries(things.map((thing) => [sortOf(thing), [thing]])) })
	}

	test('is valid on every page', async () => {
		for (const { path, graph } of pages) {
			expect(graph.length, path).toBeGreaterThan(0)
			expect(await objections(graph), path).toEqual([])
		}
	})

	test('would be objected to if a step of the way had no address', async () => {
		const step = { '@type': 'ListItem', position: 1, name: 'Codes' }
		const way = { '@type': 'BreadcrumbList', itemListElement: [step, { ...step, position: 2 }] }
		expect(await objections([way])).not.toEqual([])
	})

	test('says of an article what search engines ask for', () => {
		for (const { path, title, graph, meta } of articles) {
			const article = ofSort(graph, 'TechArticle')
			expect(article, path).toMatchObject({
				headline: meta.get('og:title'),
				description: meta.get('description'),
				inLanguage: expect.stringMatching(/^en\b/),
				license: expect.stringMatching(/^https:\/\/creativecommons\.org\//),
				author: { '@type': 'Organization', name: expect.any(String), url: '/' },
				publisher: { '@type': 'Organization', name: expect.any(String), url: '/' },
				isPartOf: { '@type': 'WebSite', name: expect.any(String), url: '/' },
			})
			expect(title.length, path).toBeGreaterThan(0)
		}
	})

	test('leads from the home page to the article through pages that exist', () => {
		const known = new Set(pages.map(({ path }) => path))
		for (const { path, graph } of articles) {
			const steps = ofSort(graph, 'BreadcrumbList')?.itemListElement as {
				position: number
				name: string
				item?: string
			}[]
			expect(steps.length, path).toBeGreaterThan(2)
			expect(
				steps.map(({ position }) => position),
				path,
			).toEqual(steps.map((_, i) => i + 1))
			expect(steps[0]?.item, path).toBe('/')
			expect(steps.at(-1)?.item, path).toBeUndefined()
			for (const { name, item } of steps.slice(0, -1)) {
				expect(name, path).toBeTruthy()
				expect(known.has(String(item).replace(/#.*$/, '')), `${path} → ${item}`).toBe(true)
			}
		}
	})
})
