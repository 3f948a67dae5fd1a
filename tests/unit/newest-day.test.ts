import { expect, test } from 'vitest'
import { newestDay } from '../../src/kb/newest-day.ts'

test('the newest day is found among days of verification and change, however deep', () => {
	const content = [
		{ verified: '2026-11-22', codes: [{ value: 1 }, { verified: '2026-11-24' }] },
		{ history: [{ date: '2026-11-23', change: 'First version.' }], verified: undefined },
	]
	expect(newestDay(content)).toBe('2026-11-24')
})

test('other days do not count: when a source was read or written says nothing about the guide', () => {
	expect(newestDay([{ read: '2027-01-01', dated: '2027-01-01' }])).toBe('')
	expect(newestDay({ verified: true, date: null })).toBe('')
})
