import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aboutEach } from '../../src/kb/lookup-about.ts'
import { lookupAnswers } from '../../src/kb/lookup-answers.ts'
import { numberPages } from '../../src/kb/number-pages.ts'
import { casesOf, spellingsOf } from '../../src/kb/numbers.ts'
import { asciiJson } from '../../src/kb/text/ascii-json.ts'
import { codeRows, content, eventRows, lookup } from './real-content.ts'

const about = aboutEach({
	spaces: content.codes.map(({ data }) => data),
	logs: content.events.map(({ data }) => data),
	pairs: content.pairs.map(({ data }) => data),
})
const files = lookupAnswers(lookup, about, (path) => `/base${path}`)
const answers = new Map(files.flatMap(({ spellings, answer }) => spellings.map((spelling) => [spelling, answer])))
const idsAt = (spelling: string) =>
	answers.get(spelling)?.readings.flatMap(({ codes }) => codes.map(({ id }) => id)) ?? []

describe('a look-up', () => {
	test('answers every spelling of every code, in the cases in which dialogs and logs print it', () => {
		fc.assert(
			fc.property(fc.constantFrom(...codeRows), fc.nat(), fc.nat(), (row, which, how) => {
				const spellings = spellingsOf(row.value)
				const cases = casesOf(spellings[which % spellings.length] ?? '')
				const spelling = cases[how % cases.length] ?? ''
				expect(idsAt(spelling), spelling).toContain(row.id)
			}),
			{ numRuns: 2000 },
		)
		for (const row of codeRows)
			for (const spelling of spellingsOf(row.value).flatMap(casesOf))
				expect(idsAt(spelling), spelling).toContain(row.id)
	})

	test.each(['0x8009030c', '0x8009030C', '0X8009030C', '8009030c', '8009030C', '2148074252', '-2146893044'])(
		'of %s finds the HRESULT',
		(spelling) => expect(answers.get(spelling)?.best?.id).toBe('hresult-0x8009030c'),
	)

	test('answers every event by its decimal number, every pair, and every constant by its name', () => {
		for (const { id, value } of eventRows) expect(idsAt(String(value)), id).toContain(id)
		for (const { id, error, extended } of lookup.pairs) {
			const spelling = `0x${error.toString(16)}-0x${extended.toString(16)}`
			for (const one of [spelling, spelling.toUpperCase()]) expect(answers.get(one)?.best?.id, one).toBe(id)
		}
		for (const row of codeRows) for (const symbol of row.symbols) expect(idsAt(symbol), symbol).toContain(row.id)
	})

	test('knows exactly the numbers that have a page, and has a best meaning where the page leads on to one', () => {
		const { choices, redirects } = numberPages(lookup)
		const choicePaths = new Set(choices.map(({ spelling }) => `/c/${spelling}/`))
		const pages = [...redirects, ...[...choicePaths].map((path) => ({ from: path, to: path }))]
		for (const { from, to } of pages) {
			const spelling = from.slice('/c/'.length, -1)
			const answer = answers.get(spelling)
			expect(answer?.page, spelling).toBe(`/base${to}`)
			expect(answer?.best?.page, spelling).toBe(choicePaths.has(to) ? undefined : `/base${to}`)
		}
		const numbers = files.filter(({ answer }) => answer.kind !== 'symbol')
		expect(numbers.length).toBe(pages.length)
	})

	test('does not say in which case it was asked, so that file systems that ignore case keep one answer', () => {
		const byName = new Map<string, string>()
		for (const [spelling, answer] of answers) {
			const text = JSON.stringify(answer)
			const name = spelling.toLowerCase()
			expect(byName.get(name) ?? text, spelling).toBe(text)
			byName.set(name, text)
		}
	})

	test('prints each number so that it reads back', () => {
		for (const { answer } of files)
			for (const { numbers } of answer.readings)
				for (const { value, hex, decimal, signed } of numbers) {
					expect([Number(hex), Number(decimal)], answer.spelling).toEqual([value, value])
					if (signed !== null) expect(Number(signed) >>> 0, answer.spelling).toBe(value)
				}
	})

	test('of a number that no list has is none', () => {
		expect(answers.has('0x9044')).toBe(false)
	})
})

test('JSON in ASCII is the same data', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = asciiJson(value)
			expect(text).toMatch(/^[\x20-\x7e]*$/)
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
		}),
	)
	expect(JSON.parse(asciiJson('错误 – 😀'))).toBe('错误 – 😀')
})
