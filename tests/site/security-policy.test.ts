import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { readPages } from '../setup/built-site.ts'

const dist = inject('dist')
const pages = readPages(dist)
const policyOf = (html: string) => /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? ''

/** What a directive allows. */
const allowed = (policy: string, name: string) =>
	policy
		.split('; ')
		.find((part) => part.startsWith(`${name} `))
		?.split(' ')
		.slice(1) ?? []

/** The elements of a name with their text, by a plain scan that shares nothing with the build. */
function elements(html: string, name: string): { attributes: string; text: string }[] {
	const found: { attributes: string; text: string }[] = []
	const page = html.replace(/<!--.*?-->/gs, '').replaceAll('\r\n', '\n')
	for (const part of page.split(new RegExp(`<${name}(?=[\\s>])`, 'i')).slice(1)) {
		const start = part.indexOf('>') + 1
		found.push({
			attributes: part.slice(0, start - 1),
			text: part.slice(start, part.search(new RegExp(`</${name}`, 'i'))),
		})
	}
	return found
}

/** Hashes of the scripts or styles that stand in a page and are no data. */
const hashesOf = (html: string, name: 'script' | 'style') =>
	elements(html, name)
		.filter(({ attributes, text }) => text !== '' && !/\bsrc=|json/.test(attributes))
		.map(({ text }) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)

describe('the content security policy', () => {
	test('stands in every page before anything it governs', () => {
		for (const { path, html } of pages) {
			expect(policyOf(html), path).toContain("default-src 'none'")
			const governed = html.search(/<(?:script|style|link|img)[ >]/)
			expect(html.indexOf('content-security-policy'), path).toBeLessThan(governed)
		}
	})

	test('allows nothing inline except by hash, no eval and no other host', () => {
		for (const { path, html } of pages) {
			expect(policyOf(html), path).not.toMatch(/unsafe-|\*|https?:|data:/)
		}
	})

	test.each(['script', 'style'] as const)('has a hash for each inline %s of every page, and for no other', (name) => {
		let hashes = 0
		for (const { path, html } of pages) {
			const wanted = new Set(hashesOf(html, name))
			expect(new Set(allowed(policyOf(html), `${name}-src`)), path).toEqual(new Set(["'self'", ...wanted]))
			hashes += wanted.size
		}
		expect(hashes).toBeGreaterThan(pages.length / 10)
	})

	test('no element carries a style or a handler, which no hash would cover', () => {
		for (const { path, html } of pages)
			for (const [tag] of html.replace(/<(script|style)[\s>].*?<\/\1>/gs, '').matchAll(/<[a-z][^>]*>/g))
				expect(tag, path).not.toMatch(/\s(?:style|on[a-z]+)=/)
	})
})

describe('the server for looking at the result', () => {
	const headersOf = async (path: string) => (await fetch(new URL(path, inject('url')))).headers

	test.each(['', 'nothing/', 'favicon.svg'])(
		'sends the headers that the page on hosting asks for: /%s',
		async (path) => {
			const headers = await headersOf(path)
			const guide = readFileSync('docs/hosting.md', 'utf8')
			for (const name of ['Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy'])
				expect(guide).toContain(`\n${name}: ${headers.get(name)}\n`)
			expect(guide).toContain(`\`Cache-Control: ${headers.get('cache-control')}\``)
			expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
			expect(headers.get('cache-control')).toBe('no-cache')
		},
	)

	test('lets a browser keep files whose names change', async () => {
		const [name = ''] = readdirSync(join(dist, '_astro'))
		const caching = (await headersOf(`_astro/${name}`)).get('cache-control')
		expect(caching).toContain('immutable')
		expect(readFileSync('docs/hosting.md', 'utf8')).toContain(`\`Cache-Control: ${caching}\``)
	})
})
