import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber, spellingsOf, toAscii, toHex, toSigned } from '../../src/kb/numbers.ts'
import { anyText, toFullWidth, uint32 } from './arbitraries.ts'

const valuesOf = (spelling: string) => readNumber(spelling).map(({ value }) => value)

describe('a number as people write it', () => {
	test.each([
		['0x904', 0x904],
		['0X904', 0x904],
		['0x0904', 0x904],
		['0x00000904', 0x904],
		['0x0000000000000904', 0x904],
		['&H904', 0x904],
		['904h', 0x904],
		['  0x904\t', 0x904],
		['0x8009030C', 0x8009030c],
		['8009030c', 0x8009030c],
		['0xFFFFFFFF', 0xffffffff],
		['90f', 0x90f],
	])('%j is the one number it says', (spelling, value) => {
		expect(readNumber(spelling)).toEqual([{ value, base: 'hex' }])
	})

	test('a bare 904 is read as decimal and as hexadecimal, and neither is dropped', () => {
		expect(readNumber('904')).toEqual([
			{ value: 904, base: 'decimal' },
			{ value: 0x904, base: 'hex' },
		])
	})

	test('a bare number with leading zeros is hexadecimal first, because only logs pad and they pad hexadecimal', () => {
		expect(readNumber('00000904').map(({ base }) => base)).toEqual(['hex', 'decimal'])
		expect(readNumber('0904').map(({ base }) => base)).toEqual(['hex', 'decimal'])
	})

	test('a digit that is the same number in both bases is one reading', () => {
		expect(valuesOf('7')).toEqual([7])
		expect(valuesOf('0')).toEqual([0])
	})

	test('a signed decimal is the HRESULT with the same bits', () => {
		expect(readNumber('-2146893052')).toEqual([{ value: 0x80090304, base: 'signed' }])
		expect(readNumber('\u22122146893052')).toEqual([{ value: 0x80090304, base: 'signed' }])
		expect(readNumber('-1')).toEqual([{ value: 0xffffffff, base: 'signed' }])
		expect(readNumber('-2147483648')).toEqual([{ value: 0x80000000, base: 'signed' }])
	})

	test.each([
		'',
		' ',
		'0x',
		'x904',
		'-',
		'-0',
		'--7',
		'-0x7',
		'-2147483649',
		'4294967296',
		'0x100000000',
		'99999999999',
		'9.04',
		'9,04',
		'0x904.',
		'0x90g',
		'0x9 04',
		'feed',
		'face',
		'decade',
		'mstsc',
		'٩٠٤',
	])('%j is no number', (spelling) => {
		expect(readNumber(spelling)).toEqual([])
	})

	test('digits and letters of a full-width keyboard are the same number', () => {
		fc.assert(
			fc.property(uint32, (value) => {
				for (const spelling of spellingsOf(value))
					expect(readNumber(toFullWidth(spelling))).toEqual(readNumber(spelling))
			}),
		)
	})
})

describe('the canonical form', () => {
	test('reads back to the value, only to it, and to the same form again', () => {
		fc.assert(
			fc.property(uint32, (value) => {
				expect(readNumber(toHex(value))).toEqual([{ value, base: 'hex' }])
				expect(toHex(Number(toHex(value)))).toBe(toHex(value))
			}),
		)
	})

	test('is lower case, starts with 0x and has no leading zeros', () => {
		fc.assert(fc.property(uint32, (value) => /^0x(0|[1-9a-f][0-9a-f]{0,7})$/.test(toHex(value))))
	})
})

describe('signed values', () => {
	test('exist exactly where the sign bit is set, and have the same bits', () => {
		fc.assert(
			fc.property(uint32, (value) => {
				const signed = toSigned(value)
				if (value < 0x80000000) expect(signed).toBeUndefined()
				else expect(new Uint32Array([signed ?? 0])[0]).toBe(value)
			}),
		)
	})
})

describe('the spellings of a value', () => {
	test('each reads back to the value, in either case and with spaces around it', () => {
		fc.assert(
			fc.property(uint32, (value) => {
				for (const spelling of spellingsOf(value))
					for (const written of [spelling, spelling.toUpperCase(), ` ${spelling}\u00a0`])
						expect(valuesOf(written)).toContain(value)
			}),
		)
	})

	test('are the ones a dialog, a log and PowerShell print', () => {
		fc.assert(
			fc.property(uint32, (value) => {
				const hex = value.toString(16)
				const printed = [`0x${hex}`, `0x${hex.padStart(8, '0')}`, value.toString(10)]
				if (value >= 0x80000000) printed.push((value - 0x100000000).toString(10))
				expect(spellingsOf(value)).toEqual(expect.arrayContaining(printed))
			}),
		)
	})

	test('are lower case and stand once each', () => {
		fc.assert(
			fc.property(uint32, (value) => {
				const spellings = spellingsOf(value)
				expect(new Set(spellings).size).toBe(spellings.length)
				expect(spellings.join()).toBe(spellings.join().toLowerCase())
			}),
		)
	})

	test('include the bare digits of the dialog', () => {
		expect(spellingsOf(0x904)).toContain('904')
		expect(spellingsOf(0x904)).toContain('2308')
	})
})

describe('whatever somebody pastes', () => {
	test('reading never throws and gives unsigned 32-bit values only', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				for (const { value } of readNumber(text)) {
					expect(Number.isInteger(value)).toBe(true)
					expect(value).toBeGreaterThanOrEqual(0)
					expect(value).toBeLessThanOrEqual(0xffffffff)
				}
			}),
			{ numRuns: 2000 },
		)
	})

	test('each value is given once', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^-?(0x)?0{0,4}[0-9a-f]{1,10}h?$/), (text) => {
				expect(new Set(valuesOf(text)).size).toBe(valuesOf(text).length)
			}),
			{ numRuns: 1000 },
		)
	})

	test('turning full-width characters into ASCII moves nothing and is done after one turn', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(toAscii(text)).toHaveLength(text.length)
				expect(toAscii(toAscii(text))).toBe(toAscii(text))
			}),
			{ numRuns: 1000 },
		)
	})

	test('plain ASCII stays what it is', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (text) => toAscii(text) === text))
	})
})
