import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/kb/decoding/decode.ts'
import type { Decoded } from '../../src/kb/decoding/findings.ts'
import { readNumber } from '../../src/kb/numbers.ts'
import { anyText } from './arbitraries.ts'
import { codeRows, facts, lookup } from './real-content.ts'

type Found = Pick<Decoded, 'codes' | 'pairs'>
const find = (text: string): Found => {
	const { codes, pairs } = decode(lookup, text)
	return { codes, pairs }
}

/** Sentences without a number, as they stand around a code in a ticket. */
const prose = fc
	.array(
		fc.constantFrom(
			'The user called this morning.',
			'It started after the holidays; nothing else changed!',
			'Ich habe nichts geändert.',
			'接続できません。',
			'Thanks – Kim',
			'(see the screenshot)',
			'"It was fine yesterday"',
		),
		{ minLength: 1, maxLength: 6 },
	)
	.map((sentences) => sentences.join(' '))

const known = fc.constantFrom(...codeRows)

/** Tickets with codes in them, so that the properties are about findings and not about empty lists. */
const ticket = fc
	.array(
		fc.oneof(
			fc.tuple(known, known).map(([a, b]) => `Error code: 0x${a.value.toString(16)}\nExtended error code: ${b.value}`),
			known.map(({ value }) => `reason ${value}`),
			known.map(({ symbols }) => symbols[0] ?? 'no symbol'),
			fc.constant('SSPI returned -2146893052.'),
			prose,
			anyText,
		),
		{ maxLength: 6 },
	)
	.map((parts) => parts.join(' '))

const movedBy = (by: number, { codes, pairs }: Found): Found => ({
	codes: codes.map((code) => ({ ...code, index: code.index + by })),
	pairs,
})

describe('whatever somebody pastes', () => {
	test('decoding never throws', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				find(text)
			}),
			{ numRuns: 3000 },
		)
	})

	test('each finding stands in the text where it says, in the order of the text', () => {
		fc.assert(
			fc.property(ticket, (text) => {
				let end = 0
				for (const { index, text: found } of find(text).codes) {
					expect(found).not.toBe('')
					expect(text.slice(index, index + found.length)).toBe(found)
					expect(index).toBeGreaterThanOrEqual(end)
					end = index + found.length
				}
			}),
			{ numRuns: 1000 },
		)
	})

	test('what stands there reads as the value that was found', () => {
		fc.assert(
			fc.property(ticket, (text) => {
				for (const { text: found, value, row } of find(text).codes) {
					const symbol = row?.symbols.some((name) => name.toLowerCase() === found.toLowerCase())
					expect(symbol || readNumber(found).some((reading) => reading.value === value), found).toBe(true)
				}
			}),
			{ numRuns: 1000 },
		)
	})

	test('a finding with a page is about that page’s code, and a pair is of two findings', () => {
		fc.assert(
			fc.property(ticket, (text) => {
				const { codes, pairs } = find(text)
				for (const { row, space, value } of codes) if (row) expect(row).toMatchObject({ space, value })
				for (const { error, extended } of pairs) {
					const together = (code: { value: number }, next: { value: number } | undefined) =>
						(code.value === error && next?.value === extended) || (code.value === extended && next?.value === error)
					const at = codes.findIndex((code, i) => together(code, codes[i + 1]))
					expect(at).toBeGreaterThanOrEqual(0)
				}
			}),
			{ numRuns: 1000 },
		)
	})

	// A text of numbers alone is read as somebody's bare code; a word beside it takes that reading away.
	const hasWords = (text: string) => /[g-wyz]/i.test(text)

	test('prose behind it changes nothing', () => {
		fc.assert(
			fc.property(ticket.filter(hasWords), prose, (text, after) => {
				expect(find(`${text}\n${after}`)).toEqual(find(text))
			}),
			{ numRuns: 1000 },
		)
	})

	test('prose before it moves the findings and changes nothing else', () => {
		fc.assert(
			fc.property(ticket.filter(hasWords), prose, (text, before) => {
				expect(find(`${before}\n${text}`)).toEqual(movedBy(before.length + 1, find(text)))
			}),
			{ numRuns: 1000 },
		)
	})

	test.each([
		['a line that holds the code and a name alone', '2308 disconnectReasonNoInfo'],
		['a decimal in brackets', '(2308) disconnectReasonNoInfo'],
		['a number that ends a sentence at the start of a line', '80090304. disconnectReasonNoInfo'],
	])('prose around it changes nothing: %s', (_what, text) => {
		const before = 'The user called this morning. The user called this morning. Thanks – Kim'
		const alone = find(text)
		expect(alone.codes.length).toBeGreaterThan(0)
		expect(find(`${before}\n${text}`)).toEqual(movedBy(before.length + 1, alone))
		expect(find(`${text}\n${before}`)).toEqual(alone)
	})

	test('the same text twice gives the same', () => {
		fc.assert(
			fc.property(ticket, (text) => {
				expect(decode(lookup, text, facts)).toEqual(decode(lookup, text, facts))
			}),
			{ numRuns: 300 },
		)
	})

	test('what is passed over and what gave a message away stand in the text, too', () => {
		fc.assert(
			fc.property(ticket, fc.constantFrom('', 'İİİ', '\ufeff', '𠮷'), (text, before) => {
				const all = before + text
				const { messages, passedOver } = decode(lookup, all, facts)
				for (const { index, text: found } of passedOver) expect(all.slice(index, index + found.length)).toBe(found)
				for (const { index, length } of messages) expect(all.slice(index, index + length)).toHaveLength(length)
			}),
			{ numRuns: 500 },
		)
	})

	test('a message of the dialog is read alike with the line ends of any system', () => {
		const read = (text: string) =>
			find(text).codes.map(({ space, value, because, sure }) => ({ space, value, because, sure }))
		fc.assert(
			fc.property(fc.array(fc.oneof(ticket, fc.constant('error = 0x904; // seen')), { maxLength: 5 }), (lines) => {
				const texts = lines.map((line) => line.replace(/[\r\n]+/g, ' '))
				expect(read(texts.join('\r\n'))).toEqual(read(texts.join('\n')))
			}),
			// A unit stands on the line of its number.
			{ numRuns: 500, examples: [[['reason 2148074335', 'KB']]] },
		)
	})

	test('every code behind the label of the dialog is found, with its prefix, in either case', () => {
		const spaces = new Set(['disconnect', 'gateway', 'remoteapp', 'hresult', 'gateway-hresult'])
		for (const { value, space } of codeRows) {
			if (!spaces.has(space)) continue
			const hex = value.toString(16)
			for (const written of [`0x${hex}`, `0X${hex.toUpperCase()}`, `0x${hex.padStart(8, '0')}`])
				expect(
					find(`Error code: ${written}`).codes.map((code) => code.value),
					written,
				).toEqual([value])
		}
	})
})

describe('a megabyte is read in a few seconds', () => {
	const MEGABYTE = 1_000_000
	const filled = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE)
	const differentPairs = () => {
		let text = ''
		for (let i = 0; text.length < MEGABYTE; i++)
			text += `error 0x${(i & 0xffff).toString(16)} extended 0x${((i * 7) & 0xffff).toString(16)} `
		return text
	}

	test.each([
		['the same dialog over and over', filled('Error code: 0x904\nExtended error code: 0x7\n')],
		['tens of thousands of different pairs', differentPairs()],
		['digits without end', filled('9')],
		['zeros without end', filled('0')],
		['letters without end', filled('a')],
		['spaces without end', filled(' ')],
		['quotes between label and number', filled(`error${'"'.repeat(60)}1 `)],
		['half a hexadecimal number', filled('0x')],
		['labels without numbers', filled('extended error code ')],
		['symbols that nobody knows', filled(`${'A_'.repeat(31)} `)],
		['minus signs and dots', filled('-1.-')],
		['numbers that may stand before an extended code', filled('1 extended error code 0x7\n')],
		['names of other products, far before the codes', 'sql\n\n'.repeat(20_000) + filled('0x904 ')],
		['lines of a program that end early', filled(`${';//'.repeat(45)}\r${'0x904 '.repeat(25)}`)],
	])('%s', (_what, text) => {
		const start = performance.now()
		find(text)
		expect(performance.now() - start).toBeLessThan(5000)
	})
})
