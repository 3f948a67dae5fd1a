import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { SyntaxValidator } from 'fast-xml-validator'
import { describe, expect, inject, test } from 'vitest'
import { changesIn } from '../../src/build/changes-in.ts'
import { lastChanged } from '../../src/build/last-changed.ts'
import { LOCAL_ORIGIN, pathTo } from '../../src/kb/addresses.ts'
import { CHANGE_LISTS } from '../../src/kb/changes.ts'
import { leadsOn, readPages } from '../setup/built-site.ts'
import { content } from '../unit/real-content.ts'

const dist = inject('dist')
const pages = readPages(dist)
const byPath = new Map(pages.map((page) => [page.path, page]))
const read = (path: string) => readFileSync(join(dist, path), 'utf8')
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false })
const list = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** The path of a whole address of this site. */
function pathOf(address: string): string {
	const { origin, pathname, hash } = new URL(address)
	expect(origin, address).toBe(LOCAL_ORIGIN)
	return `${pathname}${hash}`
}

/** Whether a path, with its fragment, is a page of the built site. */
function answers(path: string): boolean {
	const [target = '', fragment] = path.split('#')
	const page = byPath.get(target)
	if (!page) return existsSync(join(dist, target)) && !target.endsWith('/')
	return leadsOn(page) === undefined && (fragment === undefined || page.html.includes(`id="${fragment}"`))
}

const FEEDS = [pathTo({ kind: 'feed' }), ...CHANGE_LISTS.map((of) => pathTo({ kind: 'feed', of }))]
const XML = [...FEEDS, '/sitemap.xml', '/sitemap-index.xml', '/opensearch.xml']

test.each(XML)('%s is well-formed XML in UTF-8', (path) => {
	const text = read(path)
	expect(SyntaxValidator.validate(text)).toBe(true)
	expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>/i)
})

interface Link {
	'@rel'?: string
	'@href': string
}
interface Entry {
	id: string
	title: { '#text': string }
	updated: string
	link: Link | Link[]
	content: { '#text': string; '@type': string }
	category: { '@term': string }[]
}
interface Feed {
	'@xmlns': string
	id: string
	title: string
	updated: string
	author: { name: string }
	rights: string
	link: Link | Link[]
	entry: Entry | Entry[]
}
const feedAt = (path: string): Feed => parser.parse(read(path)).feed
const entriesOf = (path: string) => list(feedAt(path).entry)
const linkOf = ({ link }: { link: Link | Link[] }, rel = 'alternate') =>
	list(link).find((one) => (one['@rel'] ?? 'alternate') === rel)?.['@href'] ?? ''

/** A moment as RFC 3339 writes it, which Atom asks for (RFC 4287, 3.3). */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

describe.each(FEEDS)('the feed %s', (path) => {
	const feed = feedAt(path)
	const entries = entriesOf(path)

	test('has what Atom asks of a feed, and names itself', () => {
		expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom')
		expect(feed.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
		for (const text of [feed.title, feed.author.name, feed.rights]) expect(text).toBeTruthy()
		expect(feed.updated).toMatch(MOMENT)
		expect(pathOf(linkOf(feed, 'self'))).toBe(path)
		expect(answers(pathOf(linkOf(feed)))).toBe(true)
	})

	test('has entries with what Atom asks of each, an id of their own, newest first', () => {
		expect(entries.length).toBeGreaterThan(0)
		expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
		for (const { id, title, updated, content } of entries) {
			expect(id).toMatch(/^urn:uuid:/)
			expect(title['#text'], id).toBeTruthy()
			expect(updated, id).toMatch(MOMENT)
			expect(content['@type'], id).toBe('html')
			expect(content['#text'], id).toMatch(/^<p>.+<\/p>$/s)
		}
		const moments = entries.map(({ updated }) => updated)
		expect(moments).toEqual(moments.toSorted().reverse())
		expect(feed.updated).toBe(moments[0])
	})

	test('leads from each entry to the canonical address of a page', () => {
		for (const entry of entries) expect(answers(pathOf(linkOf(entry))), linkOf(entry)).toBe(true)
	})
})

describe('the feeds together', () => {
	test('give a change one id, whichever feed tells it', () => {
		const known = new Map(entriesOf('/feed.xml').map((entry) => [`${linkOf(entry)} ${entry.updated}`, entry.id]))
		let shared = 0
		for (const path of FEEDS.slice(1))
			for (const entry of entriesOf(path)) {
				const id = known.get(`${linkOf(entry)} ${entry.updated}`)
				if (id === undefined) continue
				expect(entry.id, linkOf(entry)).toBe(id)
				shared++
			}
		expect(shared).toBeGreaterThan(50)
	})

	test('tell what the histories of the content tell, and when', () => {
		const told = entriesOf('/feed.xml').map((entry) => `${entry.updated.slice(0, 10)} ${pathOf(linkOf(entry))}`)
		const changes = changesIn(content).map(({ day, path }) => `${day} ${path}`)
		expect(told).toEqual(changes.slice(0, told.length))
	})
})

describe('the page of changes', () => {
	const { html = '' } = byPath.get(pathTo({ kind: 'index', of: 'changes' })) ?? {}

	test('tells every change at an address of its own, with a link to the page', () => {
		for (const { id, path, sort } of changesIn(content)) {
			const start = html.indexOf(` id="${id}"`)
			expect(start, id).toBeGreaterThan(0)
			const row = html.slice(start, html.indexOf('</li>', start))
			expect(row, id).toContain(`href="${path}"`)
			expect(row, id).toContain(`data-sort="${sort}"`)
		}
	})

	test('leads to every feed', () => {
		for (const path of FEEDS) expect(html).toContain(`href="${path}"`)
	})
})

describe('the sitemap', () => {
	const urls: { loc: string; lastmod?: string }[] = parser.parse(read('/sitemap.xml')).urlset.url

	test('lists the canonical address of every page that may be listed, once, and nothing else', () => {
		const canonical = pages
			.filter((page) => page.path !== '/404.html' && !/<meta name="robots" content="[^"]*noindex/.test(page.html))
			.map(({ html }) => new URL(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '', LOCAL_ORIGIN).href)
		expect(canonical.length).toBeGreaterThan(1500)
		expect(urls.map(({ loc }) => loc).toSorted()).toEqual(canonical.toSorted())
	})

	test('dates every page that is made from content by the content, not by the clock', () => {
		const days = lastChanged(content)
		const undated: string[] = []
		for (const { loc, lastmod } of urls) {
			expect(lastmod, loc).toBe(days.get(pathOf(loc)))
			if (lastmod === undefined) undated.push(pathOf(loc))
		}
		expect(undated.filter((path) => !['/api/', '/decode/', '/search/', '/settings/build/'].includes(path))).toEqual([])
		for (const path of days.keys()) expect(answers(path), path).toBe(true)
	})

	test('stands in the index, which robots.txt names', () => {
		const { sitemap } = parser.parse(read('/sitemap-index.xml')).sitemapindex
		expect(list(sitemap).map(({ loc }: { loc: string }) => pathOf(loc))).toEqual(['/sitemap.xml'])
		const robots = read('/robots.txt')
		expect(robots).toMatch(/^User-agent: \*$/m)
		expect(robots).not.toMatch(/^Disallow: \S/m)
		expect(pathOf(/^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? '')).toBe('/sitemap-index.xml')
	})
})

test('the OpenSearch description has what its specification asks for, within its lengths', () => {
	const description = parser.parse(read('/opensearch.xml')).OpenSearchDescription
	expect(description['@xmlns']).toBe('http://a9.com/-/spec/opensearch/1.1/')
	const longest = { ShortName: 16, LongName: 48, Description: 1024, Tags: 256, Attribution: 256 }
	for (const [name, length] of Object.entries(longest)) {
		expect(description[name], name).toBeTruthy()
		expect(description[name].length, name).toBeLessThanOrEqual(length)
	}
	const urls = list<Record<string, string>>(description.Url)
	const search = urls.find((url) => url['@type'] === 'text/html')?.['@template'] ?? ''
	expect(search.match(/\{[^}]*\}/g)).toEqual(['{searchTerms}'])
	expect(answers(new URL(search.replace('{searchTerms}', '0x904')).pathname)).toBe(true)
	expect(new URL(search.replace('{searchTerms}', '0x904')).search).toBe('?q=0x904')
	expect(pathOf(urls.find((url) => url['@rel'] === 'self')?.['@template'] ?? '')).toBe('/opensearch.xml')
	expect(answers(pathOf(description.Image['#text']))).toBe(true)
})

describe('llms.txt', () => {
	const text = read('/llms.txt')

	test('has the form that llmstxt.org asks for: a title, a quotation, lists of links', () => {
		const blocks = text.trim().split('\n\n')
		expect(blocks[0]).toMatch(/^# \S/)
		expect(blocks[1]).toMatch(/^> \S/)
		const sections = text.split(/^## /m).slice(1)
		expect(sections.at(-1)).toMatch(/^Optional\n/)
		for (const section of sections) {
			const [, , ...lines] = section.trim().split('\n')
			expect(lines.length, section.slice(0, 20)).toBeGreaterThan(0)
			for (const line of lines) expect(line).toMatch(/^- \[.+\]\(http[^)]+\): \S/)
		}
	})

	test('leads to files that exist, each once', () => {
		const links = [...text.matchAll(/^- \[.+\]\((http[^)]+)\)/gm)].map(([, link = '']) => pathOf(link))
		expect(links.length).toBeGreaterThan(200)
		expect(links.filter((path) => !answers(path))).toEqual([])
		expect(new Set(links).size).toBe(links.length)
	})
})
