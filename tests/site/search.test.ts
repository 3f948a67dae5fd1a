import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { planQuery } from '../../src/kb/search/plan.ts'
import { stem, tokensOf } from '../../src/kb/search/tokens.ts'
import { unpackWords } from '../../src/kb/search/words.ts'
import { unpackSettings } from '../../src/kb/setting-table.ts'
import { content } from '../unit/real-content.ts'

const KIB = 1024
const read = (name: string) => readFileSync(join(inject('dist'), name))
const words = unpackWords(JSON.parse(read('search-words.json').toString()))

describe('what the search fetches', () => {
	test('the words of all pages stay within 24 KiB', () => {
		expect(brotliCompressSync(read('search-words.json')).length).toBeLessThanOrEqual(24 * KIB)
	})

	test('the list of settings stays within 4 KiB and names every setting', () => {
		const file = read('lookup-settings.json')
		expect(brotliCompressSync(file).length).toBeLessThanOrEqual(4 * KIB)
		const ids = unpackSettings(JSON.parse(file.toString())).map(({ setting }) => setting)
		expect(ids.sort()).toEqual(content.settings.map(({ data }) => data.id).sort())
	})
})

describe('the words of the guide', () => {
	test('hold each word of every title: what a page says is never mended away', () => {
		for (const { data } of [...content.causes, ...content.fixes, ...content.guides, ...content.myths])
			for (const { word } of tokensOf(data.title))
				if (/^\p{L}{2,}$/u.test(word)) expect(words.stems.has(stem(word)), word).toBe(true)
	})

	test('hold every name that synonyms stand for', () => {
		const strange = content.synonyms
			.flatMap(({ data }) => data)
			.filter(({ term }) => !tokensOf(term).every(({ word }) => words.stems.has(stem(word))))
		expect(strange.map(({ term }) => term)).toEqual([])
	})

	test('no name of a synonym is taken for a slip, and each leads to something', () => {
		for (const { also } of content.synonyms.flatMap(({ data }) => data))
			for (const name of also) {
				const { corrections, concepts } = planQuery(name, words)
				expect(corrections, name).toEqual([])
				expect(concepts.length, name).toBeGreaterThan(0)
			}
	})
})
