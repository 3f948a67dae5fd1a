import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/kb/decoding/decode.ts'
import { spellingsOf } from '../../src/kb/numbers.ts'
import { answerQuery, suggestRows } from '../../src/kb/query.ts'
import type { Row } from '../../src/kb/table.ts'
import { anyText, toFullWidth } from './arbitraries.ts'
import { codeRows, eventRows, lookup } from './real-content.ts'

const ask = (query: string) => answerQuery(lookup, query)
const idOf = (row: Row) => ('kb' in row ? row.kb : row.id)
const idsFor = (query: string) => ask(query).hits.map(({ row }) => idOf(row))

describe('typing a code', () => {
	test.each([
		'0x904',
		'0X904',
		'0x00000904',
		'2308',
		'904',
		'00000904',
		'rdp 0x904',
		'mstsc error code 0x904',
		'Fehlercode: 0x904',
		'"0x904"',
		'(2308)',
		'０ｘ９０４',
	])('%j is the disconnect reason 0x904 and nothing else', (query) => {
		expect(idsFor(query)).toEqual(['mstsc-0x904'])
		expect(ask(query).onlyCodes).toBe(true)
		expect(ask(query).unknown).toEqual([])
	})

	test.each([
		'904 7',
		'904, 7',
		'0x904 0x7',
		'0x904/0x7',
		'0x904 / 0x7',
		'0x904-0x7',
		'2308 7',
		'2308|7',
		'rdp error 0x904 extended 0x7',
		'Error code: 0x904\nExtended error code: 0x7',
		'９０４　７',
	])('%j is the pair before its two numbers', (query) => {
		expect(idsFor(query)[0]).toBe('mstsc-0x904-0x7')
		expect(idsFor(query)).toContain('mstsc-0x904')
		expect(idsFor(query)).toContain('extended-0x7')
		expect(ask(query).onlyCodes).toBe(true)
	})

	test('a pair in the wrong order is not the pair', () => {
		expect(idsFor('7 904')).not.toContain('mstsc-0x904-0x7')
	})

	test('a signed decimal is its HRESULT', () => {
		expect(ask('-2146893052').hits.map(({ row, base }) => [idOf(row), base])).toEqual([
			['hresult-0x80090304', 'signed'],
		])
	})

	test('the answer says how a number was read', () => {
		expect(ask('2308').hits[0]?.base).toBe('decimal')
		expect(ask('904').hits[0]?.base).toBe('hex')
	})

	test('an id as it stands in an address finds its page', () => {
		for (const { id } of [...codeRows, ...eventRows, ...lookup.pairs]) expect(idsFor(id)[0]).toBe(id)
	})

	test('a pair in one word, as an address has it, finds the page that the address leads to, and so does the decoder', () => {
		for (const { id, error, extended } of lookup.pairs)
			for (const first of [`0x${error.toString(16)}`, `${error}`, error.toString(16)])
				for (const second of [`0x${extended.toString(16)}`, `${extended}`, extended.toString(16)]) {
					const typed = `${first}-${second}`
					expect(idsFor(typed)[0], typed).toBe(id)
					expect(
						decode(lookup, ` ${typed}\n`).pairs.map((pair) => pair.id),
						typed,
					).toEqual([id])
				}
	})

	test('two numbers with a hyphen that are no known pair are read as before', () => {
		expect(ask('2024-11').hits).toEqual([])
		expect(decode(lookup, '2024-11')).toMatchObject({ codes: [], pairs: [] })
		expect(idsFor('event-system-36870')[0]).toBe('event-system-36870')
	})

	test('every spelling of every code finds it, also from a full-width keyboard', () => {
		for (const { id, value } of codeRows)
			for (const spelling of spellingsOf(value)) {
				expect(idsFor(spelling), spelling).toContain(id)
				expect(idsFor(toFullWidth(spelling)), spelling).toContain(id)
			}
	})

	test('every symbol finds its code, in upper, lower and its own case', () => {
		for (const { id, symbols } of codeRows)
			for (const symbol of symbols)
				for (const written of [symbol, symbol.toUpperCase(), symbol.toLowerCase()]) {
					expect(idsFor(written), written).toContain(id)
					expect(ask(written).onlyCodes, written).toBe(true)
				}
	})

	test('every event finds its page by its number', () => {
		for (const { id, value } of eventRows) expect(idsFor(`event id ${value}`), id).toContain(id)
	})
})

describe('typing a code that no list has', () => {
	test('it is said to be unknown, with known codes that are a typing slip away, and no hit is made up', () => {
		const { hits, unknown, onlyCodes } = ask('0x9044')
		expect(hits).toEqual([])
		expect(onlyCodes).toBe(true)
		expect(unknown.map(({ text }) => text)).toEqual(['0x9044'])
		expect(unknown[0]?.near.map(({ id }) => id)).toContain('mstsc-0x904')
	})

	test('the known code beside it is still answered', () => {
		const { hits, unknown } = ask('0x904 0x9044')
		expect(hits.map(({ row }) => idOf(row))).toEqual(['mstsc-0x904'])
		expect(unknown.map(({ text }) => text)).toEqual(['0x9044'])
	})

	test('a number is either known or unknown, never both and never neither', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 0xffff }), (value) => {
				const spelling = `0x${value.toString(16)}`
				const known = codeRows.some((row) => row.value === value)
				const { hits, unknown } = ask(spelling)
				expect(hits.length > 0).toBe(known)
				expect(unknown.length > 0).toBe(!known)
				for (const { row } of hits) expect('value' in row && row.value).toBe(value)
			}),
		)
	})

	test('the codes beside it are few, different numbers and codes rather than events', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0x10000, max: 0xffffffff }), (value) => {
				for (const { near } of ask(`0x${value.toString(16)}`).unknown) {
					expect(near.length).toBeGreaterThan(0)
					expect(near.length).toBeLessThanOrEqual(3)
					expect(new Set(near.map((row) => row.value)).size).toBe(near.length)
					expect(near.every(({ space }) => space !== 'event')).toBe(true)
				}
			}),
			{ numRuns: 50 },
		)
	})
})

describe('typing words', () => {
	test.each([
		'',
		'   ',
		'rdp error',
		'cannot connect after update',
		'certificate expired',
		'black screen after 5 minutes',
		'decade of bad faces',
		'feed',
		'windows 11',
		'Windows 10 22H2',
		'windows server 2012 r2',
		'office 365',
		'KB5034441',
		'kb 5034441',
		'10.0.19041.3570',
		'192.168.1.10',
		'802.1x',
		'0x',
	])('%j gives no code and claims none is unknown', (query) => {
		expect(ask(query)).toMatchObject({ hits: [], unknown: [], longer: [], onlyCodes: false })
	})

	test('a code inside a sentence is found, and the sentence stays a search for words', () => {
		for (const query of ['why does 0x904 appear after the update', 'users see 2308 since monday']) {
			expect(idsFor(query), query).toContain('mstsc-0x904')
			expect(ask(query).onlyCodes, query).toBe(false)
		}
	})
})

describe('whatever somebody types', () => {
	test('never throws, names nothing twice and gives only what the table has', () => {
		fc.assert(
			fc.property(anyText, (query) => {
				const ids = idsFor(query)
				expect(new Set(ids).size).toBe(ids.length)
				for (const id of ids) expect(lookup.byId(id) ?? lookup.article(id), id).toBeDefined()
			}),
			{ numRuns: 1500 },
		)
	})

	test('case does not matter', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary-ascii' }), (query) => {
				expect(idsFor(query.toUpperCase())).toEqual(idsFor(query.toLowerCase()))
			}),
			{ numRuns: 500 },
		)
	})
})

describe('an article', () => {
	test.each(['KB0002', 'kb2', 'KB 0002'.replace(' ', '')])('%s is found by its number', (query) => {
		expect(idsFor(query)).toEqual(['KB0002'])
		expect(ask(query).onlyCodes).toBe(true)
	})

	test('that does not exist is no hit', () => {
		expect(idsFor('KB9999')).toEqual([])
	})
})

describe('suggestions', () => {
	const suggested = (query: string) => suggestRows(lookup, query, ask(query).hits).map(idOf)

	test('of a code are its pairs', () => {
		expect(suggested('0x904')).toEqual(expect.arrayContaining(['mstsc-0x904-0x0', 'mstsc-0x904-0x7']))
	})

	test('of words are articles that hold each of them in the title', () => {
		expect(suggested('private key')).toContain('KB0002')
		expect(suggested('private zzyzx')).toEqual([])
	})

	test('never repeat an exact hit', () => {
		expect(suggested('0x904 0x7')).not.toContain('mstsc-0x904-0x7')
	})
})

test('the nearest codes of a number that stops short are those that go on', () => {
	const [unknown] = ask('0x20').unknown
	expect(unknown?.near.map(({ id }) => id)).toContain('mstsc-0x204')
})

describe('punctuation and words around a code', () => {
	test.each(['0x904?', '0x904.', '“0x904”', '(0x904)', 'What is 0x904?', 'エラー コード: 0x904', 'Код ошибки: 0x904'])(
		'%s is the code alone',
		(query) => {
			expect(idsFor(query)).toEqual(['mstsc-0x904'])
			expect(ask(query).onlyCodes).toBe(true)
		},
	)

	test.each(['0x904–0x7', '904 und 7', '0x904 and 0x7'])('%s is the pair', (query) => {
		expect(idsFor(query)[0]).toBe('mstsc-0x904-0x7')
	})

	test.each(['0x9044?', 'what is 0x9044?', '0x9044 0x9044'])('%s is unknown, once', (query) => {
		expect(ask(query)).toMatchObject({ hits: [], unknown: [{ text: '0x9044' }], onlyCodes: true })
		expect(ask(query).unknown.length).toBe(1)
	})

	test.each(['each', 'beach', 'ah', 'eh'])('the word %s is no number', (word) => {
		expect(ask(word)).toEqual({ hits: [], unknown: [], longer: [], onlyCodes: false })
	})
})
