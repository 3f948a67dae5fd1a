/** Every code behind its label is found, however its number is spelt. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/kb/decoding/decode.ts'
import { toSigned } from '../../src/kb/numbers.ts'
import { toFullWidth } from './arbitraries.ts'
import { codeRows, lookup } from './real-content.ts'

const first = (text: string) => decode(lookup, text).codes.map(({ space, value }) => ({ space, value }))[0]

/** Ways in which people and programs write a number of which everybody knows that it is hexadecimal. */
const HEX: Record<string, (hex: string) => string> = {
	'as the dialog does': (hex) => `0x${hex}`,
	'in capitals': (hex) => `0X${hex.toUpperCase()}`,
	'padded to eight digits': (hex) => `0x${hex.padStart(8, '0')}`,
	'with the letter O': (hex) => `0x${hex.replaceAll('0', 'O')}`,
	'with O for the first zero': (hex) => `Ox${hex}`,
	'with a space behind the x': (hex) => `0x ${hex}`,
	'with the Cyrillic х': (hex) => `0х${hex}`,
	'in full width': (hex) => toFullWidth(`0x${hex}`),
	'in Visual Basic': (hex) => `&H${hex}`,
	'in quotes': (hex) => `"0x${hex}"`,
	'in bold': (hex) => `**0x${hex}**`,
	'in HTML': (hex) => `<b>0x${hex}</b>`,
}

/** Numbers that a dialog shows as its error code. */
const dialog = codeRows.filter(({ space }) => space === 'disconnect' || space === 'gateway')
/** Values inside sentences. */
const statuses = codeRows.filter(({ space }) => space === 'hresult' || space === 'ntstatus')

describe.each(Object.entries(HEX))('a number written %s', (_how, spell) => {
	test('is found behind the label of an error code', () => {
		fc.assert(
			fc.property(fc.constantFrom(...dialog), ({ space, value }) => {
				expect(first(`Error code: ${spell(value.toString(16))}`)).toEqual({ space, value })
			}),
		)
	})
})

test('a decimal number is found behind the label, and in a text about Remote Desktop behind "error"', () => {
	for (const { space, value } of dialog.filter(({ value }) => value > 0xff)) {
		expect(first(`Error code: ${value}`), String(value)).toEqual({ space, value })
		expect(first(`rdp error ${value}`), String(value)).toEqual({ space, value })
	}
})

test('a status is found in hexadecimal, bare, unsigned and signed', () => {
	for (const { space, value } of statuses) {
		const hex = value.toString(16)
		for (const written of [`0x${hex}`, hex.toUpperCase(), String(value), String(toSigned(value))])
			expect(first(`An authentication error has occurred (Code: ${written}).`), written).toEqual({ space, value })
	}
})
