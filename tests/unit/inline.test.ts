import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText, splitInline } from '../../src/kb/inline.ts'

const line = fc.array(fc.constantFrom('`', '`', 'a', ' ', '0x904', '<', '\\'), { maxLength: 20 }).map((p) => p.join(''))
const withoutTicks = (text: string) => text.replaceAll('`', '')

describe('a line of content', () => {
	test('is code between backticks and text elsewhere', () => {
		expect(splitInline('Restart `TermService`, then `gpupdate`.')).toEqual([
			{ code: false, text: 'Restart ' },
			{ code: true, text: 'TermService' },
			{ code: false, text: ', then ' },
			{ code: true, text: 'gpupdate' },
			{ code: false, text: '.' },
		])
	})

	test('without backticks is one piece of text', () => {
		expect(splitInline('no code here')).toEqual([{ code: false, text: 'no code here' }])
	})

	test('that is empty has no pieces', () => {
		expect(splitInline('')).toEqual([])
		expect(splitInline('``')).toEqual([])
	})

	test('keeps a backtick that has no partner', () => {
		expect(plainText('the ` key')).toBe('the ` key')
		expect(splitInline('`a` and the ` key')).toEqual([
			{ code: true, text: 'a' },
			{ code: false, text: ' and the ` key' },
		])
	})

	test('loses nothing but paired backticks', () => {
		fc.assert(
			fc.property(line, (text) => {
				expect(withoutTicks(plainText(text))).toBe(withoutTicks(text))
				expect(plainText(text).split('`').length - 1).toBe((text.split('`').length - 1) % 2)
			}),
		)
	})

	test('has no empty pieces and no backtick inside code', () => {
		fc.assert(
			fc.property(line, (text) => {
				for (const piece of splitInline(text)) {
					expect(piece.text).not.toBe('')
					if (piece.code) expect(piece.text).not.toContain('`')
				}
			}),
		)
	})
})
