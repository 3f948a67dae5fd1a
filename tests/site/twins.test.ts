import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import rehypeParse from 'rehype-parse'
import { type MdastNode, markdownToMdast } from 'satteri'
import { unified } from 'unified'
import { describe, expect, inject, test } from 'vitest'
import { parse } from 'yaml'
import { LOCAL_ORIGIN, twinOf } from '../../src/kb/addresses.ts'
import { leadsOn, readPages } from '../setup/built-site.ts'

const dist = inject('dist')
const pages = readPages(dist).filter((page) => leadsOn(page) === undefined)
const fileOf = (path: string) => join(dist, twinOf(path))

const articleOf = (html: string) => {
	const start = html.indexOf('<article')
	return html.slice(start, html.indexOf('</article>', start))
}

/** What a browser shows of a piece of HTML, by a plain scan that shares nothing with the build. */
const shown = (html: string) =>
	html
		.replace(/<[^>]*>/g, '')
		.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
		.replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&')

interface Twin {
	path: string
	article: string
	/** The lines above the text. */
	fields: Record<string, string>
	nodes: MdastNode[]
	markdown: string
}

function withChildren(node: MdastNode): MdastNode[] {
	return 'children' in node ? [node, ...(node.children as MdastNode[]).flatMap(withChildren)] : [node]
}

/** What a page has for the mouse or the keys, what stands in the lines above a twin, and code, which has a test of its own. */
const NOT_READ =
	/^(?:button|form|input|nav|noscript|pre|progress|script|select|style|svg|template|textarea)$|^\.(?:anchor|jump|progress)$/
const INLINE = /^(?:a|abbr|b|br|code|del|em|i|kbd|mark|s|small|span|strong|sub|sup|time|wbr)$/

interface Run {
	/** Depth of a heading, 0 for any other text. */
	depth: number
	/** Without spaces, which browsers and Markdown set differently. */
	text: string
}
type Hast = ReturnType<ReturnType<typeof parser.parse>['children']['slice']>[number]
const parser = unified().use(rehypeParse, { fragment: true })

/** What a reader of an article reads, in order: a run of text ends where a block begins or ends. */
function runsOf(article: string): Run[] {
	const runs: Run[] = [{ depth: 0, text: '' }]
	const cut = (depth: number) => runs.push({ depth, text: '' })
	const read = (node: Hast, depth: number): void => {
		const last = runs.at(-1)
		if (node.type === 'text' && last) last.text += node.value.replace(/\s+/g, '')
		if (node.type !== 'element') return
		const { tagName, properties, children } = node
		const classes = Array.isArray(properties.className) ? properties.className : []
		const hidden = properties.hidden !== undefined && properties.hidden !== false
		const unread = [tagName, ...classes.map((name) => `.${name}`)].some((name) => NOT_READ.test(name))
		const dropped = unread || hidden || properties.role === 'status' || properties.ariaHidden === 'true'
		const inline = INLINE.test(tagName)
		const inside = Number(/^h([1-6])$/.exec(tagName)?.[1] ?? depth)
		if (!inline) cut(inside)
		// The strip of phases is called by its caption, which a twin says first.
		const first = (child: Hast) => Number(child.type === 'element' && child.tagName === 'figcaption')
		const ordered = classes.includes('strip') ? [...children].sort((a, b) => first(b) - first(a)) : children
		if (!dropped) for (const child of ordered) read(child, inside)
		if (!inline) cut(depth)
	}
	for (const node of parser.parse(article).children) read(node, 0)
	return runs.filter(({ text }) => text !== '')
}

/** What an article says and its Markdown does not, or not at this place. */
function differences(article: string, markdown: string): string[] {
	const runs = runsOf(article)
	const nodes = withChildren(markdownToMdast(markdown))
	const textOf = (inside: readonly MdastNode[]) =>
		inside
			.map((node) => (node.type === 'text' || node.type === 'inlineCode' ? node.value : ''))
			.join('')
			.replace(/\s+/g, '')
	const headings = nodes.flatMap((node) =>
		node.type === 'heading' ? `${'#'.repeat(node.depth)} ${textOf(withChildren(node))}` : [],
	)
	const expected = runs.flatMap(({ depth, text }) => (depth > 0 ? `${'#'.repeat(depth)} ${text}` : []))
	const all = textOf(nodes)
	let at = 0
	const lost = runs.filter(({ text }) => {
		const found = all.indexOf(text, at)
		if (found >= 0) at = found + text.length
		return found < 0
	})
	return [
		...expected.filter((heading, i) => headings[i] !== heading),
		...headings.slice(expected.length),
		...lost.map(({ text }) => text),
	]
}

const twins: Twin[] = pages
	.filter(({ path }) => path.endsWith('/') && existsSync(fileOf(path)))
	.map(({ path, html }) => {
		const text = readFileSync(fileOf(path), 'utf8')
		const end = text.indexOf('\n---\n', 4)
		return {
			path,
			article: articleOf(html),
			fields: parse(text.slice(4, end)),
			nodes: withChildren(markdownToMdast(text.slice(end + 5))),
			markdown: text.slice(end + 5),
		}
	})

describe('the Markdown twin of a page', () => {
	test('is there for every article, and wherever a page names one', () => {
		const expected = pages.filter(({ html }) => /<article[^>]*\sdata-pagefind-body/.test(html))
		expect(expected.length).toBeGreaterThan(1000)
		expect(expected.filter(({ path }) => !existsSync(fileOf(path))).map(({ path }) => path)).toEqual([])
		for (const { path, html } of pages)
			for (const [tag] of html.matchAll(/<link[^>]*type="text\/markdown"[^>]*>/g)) {
				const address = new URL(/\shref="([^"]+)"/.exec(tag)?.[1] ?? '', LOCAL_ORIGIN)
				expect(existsSync(join(dist, address.pathname)), `${path} → ${address}`).toBe(true)
			}
	})

	test('says what it is: title, address, grade, day, licence', () => {
		for (const { path, article, fields } of twins) {
			expect(fields.canonical, path).toBe(`${LOCAL_ORIGIN}${path}`)
			expect(fields.title, path).toBe(shown(/<h1[^>]*>(.*?)<\/h1>/s.exec(article)?.[1] ?? '').trim())
			expect(fields.licence, path).toMatch(/^CC BY 4\.0/)
			expect(fields.grade, path).toBe(/data-grade="([A-D])"/.exec(article)?.[1])
			expect(fields.verified, path).toBe(/data-verified="([^"]+)"/.exec(article)?.[1])
		}
	})

	test('has every block of code of the page, byte for byte, with its language', () => {
		let blocks = 0
		for (const { path, article, nodes } of twins) {
			const there = [...article.matchAll(/<pre([^>]*)>(.*?)<\/pre>/gs)].map(([, attributes = '', code = '']) => ({
				language: /data-language="([^"]+)"/.exec(attributes)?.[1]?.replace('plaintext', '') || undefined,
				code: shown(code).replace(/\n+$/, ''),
			}))
			const here = nodes.flatMap((node) =>
				node.type === 'code' ? [{ language: node.lang ?? undefined, code: node.value }] : [],
			)
			expect(here, path).toEqual(there)
			blocks += there.length
		}
		expect(blocks).toBeGreaterThan(500)
	})

	test('has the tables of the page', () => {
		for (const { path, article, nodes } of twins) {
			const count = (type: string) => nodes.filter((node) => node.type === type).length
			expect(count('table'), path).toBe(article.match(/<table[ >]/g)?.length ?? 0)
			const cells = article.match(/<t[dh][ >]/g)?.length ?? 0
			expect(count('tableCell'), path).toBeGreaterThanOrEqual(cells)
		}
	})

	test('has the headings of the page at their depths, and every word of it in its order', () => {
		for (const { path, article, markdown } of twins) expect(differences(article, markdown), path).toEqual([])
	})

	test('cannot lose a heading, a paragraph, an item or a cell unnoticed', () => {
		const whole = twins.find(({ path }) => path === '/kb/0143/')
		if (!whole) throw new Error('/kb/0143/ has no twin.')
		const { article, markdown } = whole
		const broken = {
			'a heading': markdown.replace(/^## .*$/m, ''),
			'the depth of a heading': markdown.replace(/^## /m, '### '),
			'the words of a heading': markdown.replace(/^(## .*) \S+$/m, '$1'),
			'the first paragraph': markdown.replace(/^[A-Z].*$/m, ''),
			'an item of a list': markdown.replace(/^- .*$/m, ''),
			'an item of a drawing': markdown.replace(/^1\. .*$/m, ''),
			'a cell of a table': markdown.replace(/^(\| \d[^|]*\|)[^|]*\|/m, '$1 |'),
			'the order of two paragraphs': markdown.replace(/^([A-Z].*)\n\n(.*)$/m, '$2\n\n$1'),
		}
		for (const [what, text] of Object.entries(broken)) {
			expect(text, what).not.toBe(markdown)
			expect(differences(article, text), what).not.toEqual([])
		}
	})

	test('holds no HTML, no button and no link that is not whole', () => {
		for (const { path, nodes } of twins)
			for (const node of nodes) {
				expect(node.type, path).not.toBe('html')
				if (node.type === 'link') expect(node.url, path).toMatch(/^(https?|mailto):/)
				if (node.type === 'link') expect(node.children.length, `${path} → ${node.url}`).toBeGreaterThan(0)
			}
	})

	test('leads only to what exists', () => {
		const real = new Set(pages.map(({ path }) => path))
		const dead = new Set<string>()
		for (const { path, nodes } of twins)
			for (const node of nodes)
				if (node.type === 'link' && node.url.startsWith(`${LOCAL_ORIGIN}/`)) {
					const { pathname } = new URL(node.url)
					if (!real.has(pathname) && !existsSync(join(dist, pathname))) dead.add(`${path} → ${pathname}`)
				}
		expect([...dead]).toEqual([])
	})
})
