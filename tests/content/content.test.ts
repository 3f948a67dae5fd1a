import { describe, expect, test } from 'vitest'
import { checkContent, formatProblems } from '../../src/build/check-content.ts'
import { SPACE_IDS } from '../../src/kb/spaces.ts'
import { root } from './content-copy.ts'

const { content, problems } = checkContent(root)
const codes = content.codes.flatMap(({ data }) =>
	data.codes.map((code) => ({ id: `${data.space} 0x${code.value.toString(16)}`, code, space: data })),
)
const sourceIds = new Set(content.sources.flatMap(({ data }) => data.map(({ id }) => id)))

test('the content of the guide has no mistake', () => {
	expect(formatProblems(problems)).toBe('')
})

describe('the guide holds what it promises', () => {
	test('each space has one file and at least one code', () => {
		expect(SPACE_IDS).toHaveLength(13)
		expect(content.codes.map(({ data }) => data.space).sort()).toEqual([...SPACE_IDS].sort())
		for (const { data } of content.codes) expect(data.codes.length, data.space).toBeGreaterThan(0)
	})

	test('no code was lost', () => {
		expect(codes.length).toBeGreaterThanOrEqual(483)
	})

	test('no pair article was lost, and the one about 0x904 / 0x7 stands on the home page', () => {
		expect(content.pairs.length).toBeGreaterThanOrEqual(22)
		expect(content.pairs.find(({ name }) => name === 'mstsc-0x904-0x7')?.data.featured).toBe(true)
	})

	test('no article number of the first edition was lost', () => {
		const numbers = [...content.causes, ...content.fixes, ...content.guides, ...content.myths].map(
			({ data }) => data.kb,
		)
		const first = Array.from({ length: 20 }, (_, i) => `KB${String(i + 1).padStart(4, '0')}`)
		expect(numbers).toEqual(expect.arrayContaining(first))
	})

	test('the pair 0x904 / 0x7 has causes, a tree to start from, and a tree that starts from it', () => {
		const pair = content.pairs.find(({ name }) => name === 'mstsc-0x904-0x7')?.data
		expect(pair?.causes.length).toBeGreaterThan(0)
		const start = content.triage.find(({ data }) => data.id === pair?.triage)?.data
		expect(start?.codes).toContain('mstsc-0x904-0x7')
	})
})

describe('every code says what it rests on', () => {
	test('with sources that exist', () => {
		const without = codes.filter(
			({ code }) => code.sources.length === 0 || !code.sources.every((id) => sourceIds.has(id)),
		)
		expect(without.map(({ id }) => id)).toEqual([])
	})

	test('with a confidence', () => {
		const without = codes.filter(({ code }) => !['high', 'medium', 'low'].includes(code.confidence))
		expect(without.map(({ id }) => id)).toEqual([])
	})

	test('with a day on which somebody verified it', () => {
		for (const { id, code, space } of codes) expect(code.verified ?? space.verified, id).toMatch(/^20\d\d-\d\d-\d\d$/)
	})
})

describe('what a reader on the phone gets', () => {
	test('every fix says how to get back', () => {
		for (const { file, data } of content.fixes) expect(data.undo.says, file).not.toBe('')
	})

	test('a fix that needs another way in says who is disconnected or what restarts', () => {
		for (const { file, data } of content.fixes)
			if (data.outOfBand) expect(data.disconnects ?? data.restart, file).toBeDefined()
	})

	test('each change of an article stands newest first', () => {
		for (const { file, data } of [
			...content.pairs,
			...content.causes,
			...content.fixes,
			...content.guides,
			...content.myths,
		]) {
			const days = data.history.map(({ date }) => date)
			expect(days, file).toEqual([...days].sort().reverse())
		}
	})
})
