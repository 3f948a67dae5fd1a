/** The decoder on tickets of every form and language that agents paste. */
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/kb/decoding/decode.ts'
import { judge, readTickets } from '../setup/tickets.ts'
import { facts, lookup } from './real-content.ts'

const tickets = readTickets()
const forms = Map.groupBy(tickets, ({ form }) => form)
/** What the decoder is known not to read; a row that it learns must leave this list. */
const NOT_READ = new Set(['t072', 't116', 't183', 't263', 't267'])

describe.each([...forms])('%s', (_form, rows) => {
	test.each(rows.map((row) => [row.id, row] as const))(
		'%s: every code and pair is found and nothing else',
		(id, row) => {
			const { missing, extra, wrong, missingPairs } = judge(row, decode(lookup, row.text, facts))
			expect({ extra, wrong }).toEqual({ extra: [], wrong: [] })
			if (NOT_READ.has(id)) expect([...missing, ...missingPairs]).not.toEqual([])
			else expect({ missing, missingPairs }).toEqual({ missing: [], missingPairs: [] })
		},
	)
})

/** The share of texts without a code that must lead to the right page. */
const RECOGNISED = 0.8

test('texts without a code lead to the right page', () => {
	const judged = tickets.map((row) => ({ row, topic: judge(row, decode(lookup, row.text, facts)).topic }))
	const asked = judged.filter(({ topic }) => topic !== undefined)
	const missed = asked.filter(({ topic }) => !topic).map(({ row }) => row.id)
	expect(asked.length).toBeGreaterThan(50)
	expect(missed.length, missed.join(' ')).toBeLessThanOrEqual((1 - RECOGNISED) * asked.length)
})

test('a text about something else is recognised as no message', () => {
	const other = tickets.filter(({ form, topics, codes }) => form.startsWith('negative') && !topics && !codes?.length)
	const claimed = other.flatMap((row) =>
		decode(lookup, row.text, facts).messages.map((message) => `${row.id} ${message.row.id}`),
	)
	expect(other.length).toBeGreaterThan(80)
	expect(claimed).toEqual([])
})

test('a message put into a text without one is found, and nothing else is', () => {
	const texts = tickets.filter(({ form, codes }) => form.startsWith('negative') && !codes?.length)
	for (const { id, text, also = [] } of texts) {
		const lines = text.split('\n')
		for (let at = 0; at <= lines.length; at++) {
			const put = [...lines.slice(0, at), '', 'Error code: 0x904', '', ...lines.slice(at)].join('\n')
			const found = decode(lookup, put, facts).codes.filter(({ row }) => !row || !also.includes(row.id))
			expect(
				found.map(({ row, index }) => [row?.id, put.slice(index, index + 5)]),
				`${id} line ${at}`,
			).toEqual([['mstsc-0x904', '0x904']])
		}
	}
})
