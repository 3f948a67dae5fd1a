import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/kb/decoding/decode.ts'
import { excerptOf } from '../../src/kb/decoding/marks.ts'
import { nextSteps } from '../../src/kb/decoding/next-steps.ts'
import { anyText } from './arbitraries.ts'
import { facts, lookup } from './real-content.ts'

const excerpt = (text: string) => excerptOf(text, decode(lookup, text, facts))
const steps = (text: string) => nextSteps(decode(lookup, text, facts)).map(({ id }) => id)

describe('an excerpt', () => {
	test('shows a short text whole, with each code marked', () => {
		const lines = excerpt('Error code: 0x904\nExtended error code: 0x7\nThanks')
		const marked = lines.flatMap((line) =>
			typeof line === 'number' ? [] : line.filter(({ code }) => code !== undefined),
		)
		expect(marked).toEqual([
			{ text: '0x904', code: 0 },
			{ text: '0x7', code: 1 },
		])
		expect(lines).toHaveLength(3)
	})

	test('of a log shows what was found with its neighbours, and says how much it leaves out', () => {
		const quiet = Array.from({ length: 40 }, (_, i) => `line ${i}`)
		const lines = excerpt([...quiet, 'Error code: 0x904', ...quiet].join('\n'))
		expect(lines.filter((line) => typeof line === 'number')).toEqual([39, 39])
		expect(lines).toHaveLength(5)
	})

	test('holds every character of a short text, in its order', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const lines = excerpt(text)
				fc.pre(lines.every((line) => typeof line !== 'number') && text.length < 240)
				expect(lines.map((line) => (line as { text: string }[]).map((part) => part.text).join('')).join('\n')).toBe(
					text,
				)
			}),
			{ numRuns: 500 },
		)
	})

	test('stays small, however many codes a text holds', () => {
		expect(excerpt('Error code: 0x904\n\n\n\n'.repeat(5000)).length).toBeLessThan(400)
	})
})

describe('the next step', () => {
	test('is the page of the pair, before those of its codes', () => {
		expect(steps('Error code: 0x904\nExtended error code: 0x7')[0]).toBe('mstsc-0x904-0x7')
	})

	test('is the status in the sentence where the dialog has no number of its own', () => {
		const text = 'An authentication error has occurred (0x80090302).\nError code: 0x0\nExtended error code: 0x0'
		expect(steps(text).find((id) => !id.startsWith('mstsc-0x0'))).toBe('hresult-0x80090302')
	})

	test('is a page of the message where there is no code', () => {
		expect(steps('Your password has expired, remote desktop')).not.toEqual([])
	})

	test('is a code of the dialog before an event', () => {
		expect(steps('Event ID 1057 in the System log, and the user saw Error code: 0x204')[0]).toBe('mstsc-0x204')
	})

	test('is none where nothing was found', () => {
		expect(steps('good morning')).toEqual([])
	})
})

test('a long plain stretch is cut between characters, also those of two units', () => {
	for (const before of ['', 'a']) {
		const text = `${before}${'😀'.repeat(400)}`
		const shown = excerptOf(text, decode(lookup, text))
			.flat()
			.map((part) => (typeof part === 'number' ? '' : part.text))
			.join('')
		expect(shown.isWellFormed()).toBe(true)
	}
})
