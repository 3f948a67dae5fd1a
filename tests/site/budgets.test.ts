import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { leadsOn, readPages } from '../setup/built-site.ts'

const KIB = 1024
const dist = inject('dist')
const pages = readPages(dist).filter((page) => leadsOn(page) === undefined)

/** Indexes list hundreds of rows; everything else is an article or a tool that must open fast from a ticket. */
const LISTS = /^\/(?:codes|sources|events|messages|settings|settings\/build)\/$/

const compressed = (data: string | Buffer) => brotliCompressSync(data).length

/** Gzip is quick and never smaller: brotli, which the servers send, is asked only where gzip does not fit. */
const fits = (data: string | Buffer, budget: number) => gzipSync(data).length <= budget || compressed(data) <= budget

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
			expect(fits(html, 14 * KIB), path).toBe(true)
	})

	test('a list stays within 32 KiB', () => {
		for (const { path, html } of pages.filter(({ path }) => LISTS.test(path)))
			expect(fits(html, 32 * KIB), path).toBe(true)
	})

	test('scripts before the first touch stay within 3 KiB on every page', () => {
		const sizes = new Map<string, number>()
		const size = (file: string) => {
			const known = sizes.get(file) ?? compressed(readFileSync(file))
			sizes.set(file, known)
			return known
		}
		for (const { path, html } of pages) {
			const scripts = scriptsOf(html)
			expect(scripts.size, path).toBeGreaterThan(0)
			expect(
				[...scripts].reduce((sum, file) => sum + size(file), 0),
				path,
			).toBeLessThanOrEqual(3 * KIB)
		}
	})

	test('the table of codes stays within 14 KiB', () => {
		expect(compressed(readFileSync(join(dist, 'lookup.json')))).toBeLessThanOrEqual(14 * KIB)
	})

	test('what the decoder knows stays within 40 KiB, and the phrases of further scripts within 64', () => {
		expect(compressed(readFileSync(join(dist, 'decoder.json')))).toBeLessThanOrEqual(40 * KIB)
		for (const group of ['latin', 'other', 'dense'])
			expect(compressed(readFileSync(join(dist, `decoder/${group}.json`))), group).toBeLessThanOrEqual(64 * KIB)
	})

	test('a page that leads on stays within 1 KiB even without brotli', () => {
		for (const page of readPages(dist).filter((page) => leadsOn(page) !== undefined))
			expect(gzipSync(page.html).length, page.path).toBeLessThanOrEqual(KIB)
	})
})
