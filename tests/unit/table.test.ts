import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeId, eventId, pairId } from '../../src/kb/addresses.ts'
import { SPACE_IDS } from '../../src/kb/spaces.ts'
import { ARTICLE_KINDS, type CodeRow, createLookup, meanings, type PairRow } from '../../src/kb/table.ts'
import { packTable, unpackTable } from '../../src/kb/table-json.ts'
import { uint32 } from './arbitraries.ts'
import { codeRows, isSpace, lookup, rowOf } from './real-content.ts'

/** An id as content has them. */
const kebab = fc.stringMatching(/^[a-z]+(-[a-z]+)?$/)

const code = fc.record({
	space: fc.constantFrom(...SPACE_IDS),
	value: uint32,
	title: fc.string(),
	symbols: fc.array(fc.stringMatching(/^[A-Z][A-Z0-9_]{1,12}$/), { maxLength: 3 }),
})
const codeArbitrary = code.map((row): CodeRow => ({ id: codeId(row.space, row.value), ...row }))
const eventArbitrary = fc
	.record({
		slug: fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6}){0,2}$/),
		value: fc.integer({ min: 0, max: 65535 }),
		title: fc.string(),
	})
	.map(
		({ slug, value, title }): CodeRow => ({
			id: eventId(slug, value),
			space: 'event',
			value,
			title,
			symbols: [],
			// A log has one title.
			log: `Log ${slug}`,
		}),
	)
const pairArbitrary = fc
	.record({
		error: uint32,
		extended: uint32,
		title: fc.string(),
		tree: fc.option(fc.record({ id: fc.string(), question: kebab }, { requiredKeys: ['id'] })),
	})
	.map(
		({ tree, ...row }): PairRow => ({
			id: pairId(row.error, row.extended),
			...row,
			...(tree === null ? {} : { tree }),
		}),
	)
const articleArbitrary = fc.record({
	kb: fc.integer({ min: 0, max: 9999 }).map((number) => `KB${String(number).padStart(4, '0')}`),
	title: fc.string(),
	kind: fc.constantFrom(...ARTICLE_KINDS),
})
const spacesArbitrary = fc.dictionary(fc.constantFrom(...SPACE_IDS), fc.string({ minLength: 1 }))

describe('the table on its way to a browser', () => {
	test('arrives as it was sent, through JSON', () => {
		const table = fc.record({
			codes: fc.array(fc.oneof(codeArbitrary, eventArbitrary)),
			pairs: fc.array(pairArbitrary),
			articles: fc.array(articleArbitrary),
			spaces: spacesArbitrary,
		})
		fc.assert(
			fc.property(table, (sent) => {
				expect(unpackTable(JSON.parse(JSON.stringify(packTable(sent))))).toEqual({
					...sent,
					spaces: { ...sent.spaces },
				})
			}),
		)
	})

	test('the real table arrives whole', () => {
		const { codes, pairs, articles, spaces } = unpackTable(JSON.parse(JSON.stringify(packTable(lookup))))
		expect(codes).toEqual(lookup.codes)
		expect(pairs).toEqual(lookup.pairs)
		expect(articles).toEqual(lookup.articles)
		expect(spaces).toEqual(lookup.spaces)
	})

	test('a row of a space that this version does not know is left out instead of breaking the rest', () => {
		const row = rowOf('mstsc-0x904')
		const packed = packTable({ codes: [row, row], pairs: [], articles: [], spaces: {} })
		packed.codes.places = [999, 1, SPACE_IDS.indexOf('disconnect'), 1]
		packed.codes.steps = [7, row.value]
		expect(unpackTable(packed).codes.map(({ id }) => id)).toEqual(['mstsc-0x904'])
	})
})

describe('looking up', () => {
	test('every code is found by its id, by its space and value, and among the codes of its value', () => {
		for (const row of codeRows) {
			expect(lookup.byId(row.id)).toBe(row)
			if (isSpace(row.space)) expect(lookup.bySpace(row.space, row.value)).toBe(row)
			expect(lookup.byValue(row.value)).toContain(row)
		}
	})

	test('every symbol finds its code in upper, lower and its own case', () => {
		for (const row of codeRows)
			for (const symbol of row.symbols)
				for (const written of [symbol, symbol.toUpperCase(), symbol.toLowerCase()])
					expect(lookup.bySymbol(written)).toContain(row)
	})

	test('a value that several spaces have gives them in the order in which people meet them', () => {
		expect(lookup.byValue(7).map(({ space }) => space)).toEqual(
			SPACE_IDS.filter((space) => lookup.bySpace(space, 7) !== undefined),
		)
	})

	test('what does not exist is not found', () => {
		expect(lookup.byValue(0x9044)).toEqual([])
		expect(lookup.bySpace('disconnect', 0x9044)).toBeUndefined()
		expect(lookup.bySymbol('NO_SUCH_SYMBOL')).toEqual([])
		expect(lookup.pair(0x904, 0x9044)).toBeUndefined()
		expect(lookup.byId('toString')).toBeUndefined()
	})

	test('a pair is found by its two numbers, in their order only', () => {
		expect(lookup.pair(0x904, 0x7)?.id).toBe('mstsc-0x904-0x7')
		expect(lookup.pair(0x7, 0x904)).toBeUndefined()
	})

	test('an event is a meaning of a decimal number and never of a hexadecimal one', () => {
		const table = createLookup({ codes: [rowOf('event-system-1057')], pairs: [], articles: [], spaces: {} })
		expect(meanings(table, 1057, 'decimal').map(({ id }) => id)).toEqual(['event-system-1057'])
		expect(meanings(table, 1057, 'hex')).toEqual([])
	})
})
