import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MdastNode, markdownToMdast } from 'satteri'
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
}

function withChildren(node: MdastNode): MdastNode[] {
	return 'children' in node ? [node, ...(node.children as MdastNode[]).flatMap(withChildren)] : [node]
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

	test('has the headings and tables of the page', () => {
		for (const { path, article, nodes } of twins) {
			const count = (type: string) => nodes.filter((node) => node.type === type).length
			expect(count('table'), path).toBe(article.match(/<table[ >]/g)?.length ?? 0)
			const cells = article.match(/<t[dh][ >]/g)?.length ?? 0
			expect(count('tableCell'), path).toBeGreaterThanOrEqual(cells)
			expect(nodes.filter((node) => node.type === 'heading' && node.depth === 1).length, path).toBe(1)
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
