import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { leadsOn, readPages } from '../setup/built-site.ts'

const KIB = 1024
const dist = inject('dist')
const pages = readPages(dist).filter((page) => leadsOn(page) === undefined)

/** Indexes list hundreds of rows; everything else is an article or a tool that must open fast from a ticket. */
const LISTS = /^\/(?:codes|sources|events)\/$/

const compressed = (data: string | Buffer) => brotliCompressSync(data).length

/** A script and everything it imports before it runs. What is imported later, on a touch, does not count. */
function staticScripts(file: string, found = new Set<string>()): Set<string> {
	if (found.has(file)) return found
	found.add(file)
	for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
		/(?:^|[;}\n])import(?:[^("'`;]*from)?\s*["'`](\.\/[^"'`]+)["'`]/g,
	))
		staticScripts(join(dirname(file), name), found)
	return found
}

function scriptsOf(html: string): Set<string> {
	const found = new Set<string>()
	for (const [, source = ''] of html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)) staticScripts(join(dist, source), found)
	return found
}

describe('what a reader downloads', () => {
	test('an article with its styles stays within 14 KiB', () => {
		for (const { path, html } of pages.filter(({ path }) => !LISTS.test(path)))
			expect(compressed(html), path).toBeLessThanOrEqual(14 * KIB)
	})

	test('a list stays within 32 KiB', () => {
		for (const { path, html } of pages.filter(({ path }) => LISTS.test(path)))
			expect(compressed(html), path).toBeLessThanOrEqual(32 * KIB)
	})

	test('scripts before the first touch stay within 3 KiB on every page', () => {
		for (const { path, html } of pages) {
			const scripts = scriptsOf(html)
			expect(scripts.size, path).toBeGreaterThan(0)
			const bytes = [...scripts].reduce((sum, file) => sum + compressed(readFileSync(file)), 0)
			expect(bytes, path).toBeLessThanOrEqual(3 * KIB)
		}
	})

	test('the table of codes stays within 12 KiB', () => {
		expect(compressed(readFileSync(join(dist, 'lookup.json')))).toBeLessThanOrEqual(12 * KIB)
	})

	test('a page that leads on stays within 1 KiB even without brotli', () => {
		for (const page of readPages(dist).filter((page) => leadsOn(page) !== undefined))
			expect(gzipSync(page.html).length, page.path).toBeLessThanOrEqual(KIB)
	})
})
