import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	bytesOf,
	dataOf,
	dataProblem,
	dataToken,
	hexOf,
	type RegistryData,
	type RegistryType,
	readToken,
	sameData,
	utf16,
} from '../../../src/kb/artefacts/registry-data.ts'
import { anyText } from '../arbitraries.ts'
import { hostileText, type Present, TYPES, typed } from './arbitraries.ts'
import { offers, settings } from './generated.ts'

/** Any data at all, whether the type could hold it or not. */
const anyData = fc.oneof(
	fc.integer(),
	fc.maxSafeInteger(),
	fc.double(),
	fc.constantFrom(2 ** 32 - 1, 2 ** 32, 2 ** 53, -0),
	hostileText,
	fc.constantFrom('', '42', '42 49', '4', '4 2', '42  49', '42,49,', 'zz'),
	fc.array(hostileText, { maxLength: 4 }),
)
/** Hex pairs may be written in several ways. */
const asBytesRead = (type: RegistryType, data: Present) =>
	type === 'REG_BINARY' && typeof data === 'string' ? (data.match(/[0-9a-f]{2}/gi) ?? []).join(' ').toLowerCase() : data

describe('registry data', () => {
	test('survives as bytes, whatever the type', () => {
		fc.assert(
			fc.property(typed, ({ type, data }) => {
				expect(dataProblem(type, data)).toBeUndefined()
				expect(dataOf(type, bytesOf(type, data))).toEqual(data)
			}),
		)
	})

	test('is refused with a sentence where its bytes would stand for something else', () => {
		fc.assert(
			fc.property(fc.constantFrom(...TYPES), anyData, (type, data) => {
				const problem = dataProblem(type, data)
				if (problem === undefined)
					expect(sameData(dataOf(type, bytesOf(type, data)), asBytesRead(type, data))).toBe(true)
				else expect(problem).toMatch(/\.$/)
			}),
			{ numRuns: 2000 },
		)
	})

	test.each<[RegistryType, Present]>([
		['REG_DWORD', -1],
		['REG_DWORD', 1.5],
		['REG_DWORD', Number.NaN],
		['REG_DWORD', 0x1_0000_0000],
		['REG_DWORD', '1'],
		['REG_QWORD', -1],
		['REG_QWORD', 2 ** 53],
		['REG_SZ', 1],
		['REG_SZ', ['a']],
		['REG_SZ', 'a\0b'],
		['REG_SZ', 'a\0'],
		['REG_EXPAND_SZ', '\0'],
		['REG_MULTI_SZ', 'a'],
		['REG_MULTI_SZ', ['a', '']],
		['REG_MULTI_SZ', ['a\0b']],
		['REG_BINARY', '4'],
		['REG_BINARY', 'no'],
		['REG_BINARY', 42],
	])('refuses as %s what it cannot hold: %j', (type, data) => {
		expect(dataProblem(type, data)).toMatch(/\.$/)
	})

	test('is refused where it is larger than a value should be', () => {
		const most = 1 << 20
		expect(dataProblem('REG_SZ', 'x'.repeat(most / 2 - 1))).toBeUndefined()
		expect(dataProblem('REG_SZ', 'x'.repeat(most / 2))).toMatch(/\.$/)
		expect(dataProblem('REG_MULTI_SZ', ['x'.repeat(most / 2)])).toMatch(/\.$/)
		expect(dataProblem('REG_BINARY', '00'.repeat(most))).toBeUndefined()
		expect(dataProblem('REG_BINARY', '00'.repeat(most + 1))).toMatch(/\.$/)
	})

	test.each<[RegistryType, Present, string]>([
		['REG_DWORD', 0x904, '04090000'],
		['REG_DWORD', 0xffffffff, 'ffffffff'],
		['REG_QWORD', 0x1_0000_0002, '0200000001000000'],
		['REG_SZ', '', '0000'],
		['REG_SZ', 'aé', '6100e9000000'],
		['REG_EXPAND_SZ', '%a', '250061000000'],
		['REG_MULTI_SZ', ['a', 'b'], '61000000620000000000'],
		['REG_MULTI_SZ', [], '0000'],
		['REG_BINARY', '42 49,A1 00', '4249a100'],
	])('as %s %j has the bytes that the registry keeps', (type, data, hex) => {
		expect(hexOf(bytesOf(type, data))).toBe(hex)
	})

	test('as UTF-16 is the text, halves of characters too', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const bytes = utf16(text)
				const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
				expect(Array.from(units)).toEqual(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)))
			}),
		)
	})

	test('is the same as itself only', () => {
		const data: RegistryData[] = [null, 0, 1, '', '0', '1', 'absent', ['1'], ['0', '1'], ['0,1'], []]
		for (const [i, one] of data.entries())
			for (const [j, other] of data.entries()) expect(sameData(one, other), `${one} ${other}`).toBe(i === j)
	})
})

describe('data in an address or a field', () => {
	test('reads back, for everything the guide offers', () => {
		const typed = offers.flatMap(({ setting, data }) =>
			setting.registry ? [{ type: setting.registry.type, data }] : [],
		)
		expect(typed.length).toBeGreaterThan(100)
		for (const { type, data } of typed) expect(readToken(type, dataToken(data))).toEqual(data)
	})

	test('reads back for the examples of data of the reader’s own', () => {
		const examples = settings.flatMap(({ registry }) =>
			registry?.accepts ? [{ type: registry.type, example: registry.accepts.example }] : [],
		)
		expect(examples.length).toBeGreaterThan(0)
		for (const { type, example } of examples) {
			const data = readToken(type, example)
			expect(data, example).toBeDefined()
			if (data != null) {
				expect(dataProblem(type, data)).toBeUndefined()
				expect(readToken(type, dataToken(data))).toEqual(data)
			}
		}
	})

	test('reads back for numbers, in decimal and as 0x', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 0xffffffff }), (number) => {
				expect(readToken('REG_DWORD', dataToken(number))).toBe(number)
				expect(readToken('REG_DWORD', ` 0x${number.toString(16)} `)).toBe(number)
			}),
		)
	})

	test.each(['', '-1', '1.5', '1e3', '0x', '0x1ffffffff', 'one', '１', '1 2', 'Infinity'])(
		'is no number: %j',
		(token) => {
			expect(readToken('REG_DWORD', token)).toBeUndefined()
		},
	)

	test('is never half read: what comes back is data of the type or refused as such', () => {
		fc.assert(
			fc.property(fc.constantFrom(...TYPES), hostileText, (type, token) => {
				const data = readToken(type, token)
				if (data == null) return
				if (type === 'REG_DWORD' || type === 'REG_QWORD') expect(Number.isNaN(data)).toBe(false)
				expect(() => dataProblem(type, data)).not.toThrow()
			}),
		)
	})
})
