import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { leadsOn, readPages } from '../setup/built-site.ts'

const KIB = 1024
const dist = inject('dist')
const pages = readPages(dist).filter((page) => leadsOn(page) === undefined)

/** Indexes and trees list hundreds of rows; everything else is an article or a tool that must open fast from a ticket. */
const LISTS =
	/^\/(?:changes|codes|sources|events|messages|settings|settings\/build|triage\/[a-z0-9-]+|triage\/[a-z0-9-]+\/about)\/$/

const compressed = (data: string | Buffer) => brotliCompressSync(data).length

/** Gzip is quick and never smaller: brotli, which the servers send, is asked only where gzip does not fit. */
const fits = (data: string | Buffer, budget: number) => gzipSync(data).length <= budget || compressed(data) <= budget

/** What a script imports before it runs, and what it imports later, on a touch. */
const AT_ONCE = /(?:^|[;}\n])import(?:[^("'`;]*from)?\s*["'`](\.\/[^"'`]+)["'`]/g
const LATER = /\bimport\(\s*["'`](\.\/[^"'`]+)["'`]/g

/** A script and everything it imports in one of these ways. */
function withImports(file: string, ways: readonly RegExp[], found = new Set<string>()): Set<string> {
	if (found.has(file)) return found
	found.add(file)
	const text = readFileSync(file, 'utf8')
	for (const [, name = ''] of ways.flatMap((way) => [...text.matchAll(way)]))
		withImports(join(dirname(file), name), ways, found)
	return found
}

const sourcesOf = (html: string) =>
	[...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source = '']) => join(dist, source))

function scriptsOf(html: string, ways: readonly RegExp[] = [AT_ONCE]): Set<string> {
	const found = new Set<string>()
	for (const source of sourcesOf(html)) withImports(source, ways, found)
	return found
}

const pageAt = (path: string) => pages.find((page) => page.path === path)?.html ?? ''

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

	test('all scripts of a tree, beyond those that every page has, stay within 6 KiB', () => {
		const plain = pageAt('/kb/0001/')
		// What every page fetches when somebody copies or searches is shared with the tree.
		const everywhere = { sources: sourcesOf(plain), scripts: scriptsOf(plain, [AT_ONCE, LATER]) }
		expect(everywhere.sources.length).toBeGreaterThan(0)
		const trees = pages.filter(({ path }) => /^\/triage\/[a-z0-9-]+\/$/.test(path))
		expect(trees.length).toBeGreaterThan(0)
		for (const { path, html } of trees) {
			const own = new Set<string>()
			for (const source of sourcesOf(html).filter((one) => !everywhere.sources.includes(one)))
				withImports(source, [AT_ONCE, LATER], own)
			const files = [...own].filter((file) => !everywhere.scripts.has(file))
			expect(files.length, path).toBeGreaterThan(1)
			const size = files.reduce((sum, file) => sum + compressed(readFileSync(file)), 0)
			expect(size, path).toBeLessThanOrEqual(6 * KIB)
		}
	})

	test('the look of a tree and of its drawing, fetched at a touch, stay within 2 KiB', () => {
		const names = new Set(
			pages.flatMap(({ html }) => [...html.matchAll(/\sdata-styles="([^"]+)"/g)].map(([, name = '']) => name)),
		)
		expect(names.size).toBe(2)
		for (const name of names) expect(compressed(readFileSync(join(dist, name))), name).toBeLessThanOrEqual(2 * KIB)
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
