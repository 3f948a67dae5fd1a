import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aboutEach } from '../../src/kb/lookup-about.ts'
import { lookupAnswers } from '../../src/kb/lookup-answers.ts'
import { numberPages } from '../../src/kb/number-pages.ts'
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

/** How a number is printed in hexadecimal, as the page for programs tells it: in both cases of 0x and of the digits. */
const inHex = (digits: string) => [
	...[digits.toLowerCase(), digits.toUpperCase()].flatMap((one) => [`0x${one}`, `0X${one}`]),
	...(/[0-9]/.test(digits) ? [digits.toLowerCase(), digits.toUpperCase()] : []),
]
/** All that is promised of a number, made without the code under test. */
function spellingsOfNumber(value: number): string[] {
	const digits = value.toString(16)
	const widths = [digits, ...[2, 4, 8].map((width) => '0'.repeat(Math.max(0, width - digits.length)) + digits)]
	return [...widths.flatMap(inHex), `${value}`, ...(value >= 2 ** 31 ? [`${value - 2 ** 32}`] : [])]
}

describe('a look-up', () => {
	test('answers every spelling of every code, in the cases in which dialogs and logs print it', () => {
		for (const { id, value } of codeRows)
			for (const spelling of spellingsOfNumber(value)) expect(idsAt(spelling), `${spelling} for ${id}`).toContain(id)
	})

	test('answers every pair in hexadecimal and decimal, each number by itself', () => {
		for (const { id, error, extended } of lookup.pairs) {
			const forms = (value: number) => [...inHex(value.toString(16)), `${value}`]
			for (const first of forms(error))
				for (const second of forms(extended))
					expect(answers.get(`${first}-${second}`)?.best?.id, `${first}-${second}`).toBe(id)
		}
	})

	test('answers every id with the thing itself', () => {
		for (const { id } of [...lookup.codes, ...lookup.pairs])
			expect(answers.get(id), id).toMatchObject({ spelling: id, kind: 'id', best: { id }, page: `/base/c/${id}/` })
	})

	test('has one answer for a spelling', () => {
		const all = files.flatMap(({ spellings }) => spellings)
		expect(all.filter((spelling, i) => all.indexOf(spelling) !== i)).toEqual([])
	})

	test('shows the reading that means nothing, too: 904 is no known decimal', () => {
		expect(answers.get('904')?.readings).toMatchObject([
			{ base: 'hex', numbers: [{ value: 0x904 }], codes: [{ id: 'mstsc-0x904' }] },
			{ base: 'decimal', numbers: [{ value: 904 }], codes: [] },
		])
	})

	test.each([
		'0x8009030c',
		'0x8009030C',
		'0X8009030c',
		'0X8009030C',
		'8009030c',
		'8009030C',
		'2148074252',
		'-2146893044',
	])('of %s finds the HRESULT', (spelling) => expect(answers.get(spelling)?.best?.id).toBe('hresult-0x8009030c'))

	test('answers every event by its decimal number, and every constant by its name in one case or its own', () => {
		for (const { id, value } of eventRows) expect(idsAt(`${value}`), id).toContain(id)
		for (const { id, symbols } of codeRows)
			for (const symbol of symbols)
				for (const one of [symbol, symbol.toLowerCase(), symbol.toUpperCase()]) expect(idsAt(one), one).toContain(id)
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
		const numbers = files.filter(({ answer }) => answer.kind === 'number' || answer.kind === 'pair')
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
