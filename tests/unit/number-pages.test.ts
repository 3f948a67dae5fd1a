import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeId, eventId, pairId } from '../../src/kb/addresses.ts'
import { type ChoicePage, numberPages } from '../../src/kb/number-pages.ts'
import { spellingsOf } from '../../src/kb/numbers.ts'
import { SPACE_IDS } from '../../src/kb/spaces.ts'
import { type CodeRow, createLookup, type Lookup, type PairRow } from '../../src/kb/table.ts'
import { eventRows, lookup } from './real-content.ts'

/** A site's number pages as a visitor meets them: what answers at /c/<spelling>/. */
function visit(table: Lookup) {
	const { choices, redirects } = numberPages(table)
	const choiceAt = new Map(choices.map((choice) => [`/c/${choice.spelling}/`, choice]))
	const targetOf = new Map(redirects.map(({ from, to }) => [from, to]))
	const pages = new Set([...table.codes, ...table.pairs].map(({ id }) => `/c/${id}/`))
	return {
		choices,
		redirects,
		choiceAt,
		targetOf,
		pages,
		/** The ids that a spelling leads to or offers. */
		reach(spelling: string): string[] {
			const path = `/c/${spelling}/`
			const end = targetOf.get(path) ?? path
			const choice = choiceAt.get(end)
			if (choice) return idsOffered(choice)
			return pages.has(end) ? [end.slice('/c/'.length, -1)] : []
		},
	}
}

const idsOffered = (choice: ChoicePage) => [...new Set(choice.readings.flatMap(({ rows }) => rows.map(({ id }) => id)))]

/** What must hold for any table, so that no address is dead, doubled or a chain. */
function expectSound(table: Lookup) {
	const site = visit(table)
	expect(site.targetOf.size, 'each address leads on once').toBe(site.redirects.length)
	expect(site.choiceAt.size, 'each address offers a choice once').toBe(site.choices.length)
	for (const { from, to } of site.redirects) {
		expect(site.choiceAt.has(from), `${from} both leads on and offers a choice`).toBe(false)
		expect(site.pages.has(from), `${from} is a page`).toBe(false)
		expect(site.pages.has(to) || site.choiceAt.has(to), `${from} leads to ${to}, which is no page`).toBe(true)
	}
	for (const choice of site.choices) expect(idsOffered(choice).length, choice.spelling).toBeGreaterThan(1)
	for (const row of table.codes) {
		const spellings = row.space === 'event' ? [String(row.value)] : spellingsOf(row.value)
		for (const spelling of spellings) expect(site.reach(spelling), `/c/${spelling}/`).toContain(row.id)
	}
	for (const { id, error, extended } of table.pairs)
		expect(site.reach(`0x${error.toString(16)}-0x${extended.toString(16)}`)).toEqual([id])
}

describe('the number pages of the guide', () => {
	const site = visit(lookup)

	test('every spelling of every code leads to it or offers it, once, and nothing leads to an address that leads on', () => {
		expectSound(lookup)
	})

	test('the dialog number leads to its page, in every way people write it', () => {
		for (const spelling of ['0x904', '904', '0904', '0x0904', '0x00000904', '2308'])
			expect(site.targetOf.get(`/c/${spelling}/`), spelling).toBe('/c/mstsc-0x904/')
	})

	test('0x7 means several things and says so', () => {
		const choice = site.choiceAt.get('/c/0x7/')
		expect(choice && idsOffered(choice)).toEqual(expect.arrayContaining(['extended-0x7', 'error-info-0x7']))
		expect(site.targetOf.get('/c/7/')).toBe('/c/0x7/')
	})

	test('a signed decimal leads to its HRESULT', () => {
		expect(site.targetOf.get('/c/-2146893052/')).toBe('/c/hresult-0x80090304/')
	})

	test('every pair answers as people write it', () => {
		for (const { error, extended, id } of lookup.pairs) {
			const forms = (value: number) => [`0x${value.toString(16)}`, `${value}`, value.toString(16)]
			for (const first of forms(error))
				for (const second of forms(extended))
					expect(site.targetOf.get(`/c/${first}-${second}/`), `${first}-${second}`).toBe(`/c/${id}/`)
		}
	})

	test('an event answers to its decimal number and is never offered for a hexadecimal one', () => {
		for (const { id, value } of eventRows) {
			expect(site.reach(String(value))).toContain(id)
			expect(site.reach(`0x${value.toString(16)}`)).not.toContain(id)
		}
	})

	test('a number that no list has answers nowhere', () => {
		expect(site.reach('0x9044')).toEqual([])
	})
})

describe('the number pages of any table', () => {
	/** Few numbers and many collisions: decimal against hexadecimal, space against space, event against code. */
	const value = fc.oneof(fc.integer({ min: 0, max: 0x30 }), fc.constantFrom(16, 0x16, 100, 0x100, 0x80000010))
	const codes = fc.uniqueArray(
		fc.oneof(
			fc
				.tuple(fc.constantFrom(...SPACE_IDS), value)
				.map(([space, value]): CodeRow => ({ id: codeId(space, value), space, value, title: 'code', symbols: [] })),
			fc.tuple(fc.constantFrom('system', 'rcm'), fc.integer({ min: 0, max: 0x30 })).map(
				([slug, value]): CodeRow => ({
					id: eventId(slug, value),
					space: 'event',
					value,
					title: 'event',
					symbols: [],
					log: slug,
				}),
			),
		),
		{ selector: ({ id }) => id, maxLength: 40 },
	)
	const pairs = fc.uniqueArray(
		fc
			.tuple(value, value)
			.map(([error, extended]): PairRow => ({ id: pairId(error, extended), error, extended, title: 'pair' })),
		{ selector: ({ id }) => id, maxLength: 5 },
	)

	test('a pair that could be read as another one is read as neither', () => {
		const pair = (error: number): PairRow => ({ id: pairId(error, 0), error, extended: 0, title: 'pair' })
		const site = visit(createLookup({ codes: [], pairs: [pair(16), pair(0x16)], articles: [], spaces: {} }))
		expect(site.reach('16-0')).toEqual([])
		expect([site.reach('0x16-0'), site.reach('22-0')]).toEqual([['mstsc-0x16-0x0'], ['mstsc-0x16-0x0']])
	})

	test('no address is dead, doubled or a chain', () => {
		fc.assert(
			fc.property(codes, pairs, (codes, pairs) =>
				expectSound(createLookup({ codes, pairs, articles: [], spaces: {} })),
			),
			{ numRuns: 300 },
		)
	})
})
