import { describe, expect, test } from 'vitest'
import { changesIn } from '../../src/build/changes-in.ts'
import { type ChangeSource, changesOf, newest } from '../../src/kb/changes.ts'
import { content } from './real-content.ts'

type Article = ChangeSource['articles'][number]

const article = (kb: string, days: readonly string[], changes: Partial<Article> = {}): Article => ({
	kb,
	kind: 'cause',
	title: `Cause ${kb}`,
	summary: 'A test.',
	history: days.map((date) => ({ date, change: `Changed on ${date}.` })),
	...changes,
})

const source = (articles: readonly Article[]): ChangeSource => ({
	spaces: [],
	logs: [],
	pairs: [],
	articles,
	settings: [],
	scripts: [],
	trees: [],
})
const told = (...articles: readonly Article[]) => changesOf(source(articles))

describe('what a history tells', () => {
	test('a page is new on its first day and changed on every later one', () => {
		const changes = told(article('KB0001', ['2026-03-01', '2026-02-01', '2026-01-01']))
		expect(changes.map(({ day, sort }) => [day, sort])).toEqual([
			['2026-03-01', 'changed'],
			['2026-02-01', 'changed'],
			['2026-01-01', 'new'],
		])
	})

	test('what changed in one page on one day stands together, newest first', () => {
		const [change, ...others] = told(
			article('KB0001', [], {
				history: [
					{ date: '2026-01-01', change: 'Then this.' },
					{ date: '2026-01-01', change: 'First version.' },
				],
			}),
		)
		expect(others).toEqual([])
		expect(change).toMatchObject({ id: 'kb0001-2026-01-01', sort: 'new', says: ['Then this.', 'First version.'] })
	})

	test('a replaced page is told on the day that is marked, with what replaced it, and its other days stay', () => {
		const before = { date: '2026-01-01', change: 'First version.' }
		const replacement = { date: '2026-02-01', change: 'Replaced.', replaced: true } as const
		const after = { date: '2026-03-01', change: 'A link mended.' }
		const replaced = (history: Article['history']) => article('KB0001', [], { supersededBy: '/kb/0002/', history })
		const shown = (changes: ReturnType<typeof told>) => changes.map(({ id, sort, by }) => [id, sort, by])
		const expected = [
			['kb0001-2026-02-01', 'superseded', { path: '/kb/0002/', title: 'Cause KB0002' }],
			['kb0002-2026-02-01', 'new', undefined],
			['kb0001-2026-01-01', 'new', undefined],
		]
		const other = article('KB0002', ['2026-02-01'])
		expect(shown(told(replaced([replacement, before]), other))).toEqual(expected)
		expect(shown(told(replaced([after, replacement, before]), other))).toEqual([
			['kb0001-2026-03-01', 'changed', undefined],
			...expected,
		])
	})

	test('a page that was replaced on the day it was made is told as replaced', () => {
		const history = [{ date: '2026-01-01', change: 'Made and replaced.', replaced: true }] as const
		const [change] = told(article('KB0001', [], { supersededBy: '/kb/0009/', history }))
		expect(change).toMatchObject({ sort: 'superseded', by: { path: '/kb/0009/' } })
	})
})

describe('the changes of the guide', () => {
	const changes = changesIn(content)

	test('have an id each, that a later change does not touch', () => {
		expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length)
		const [one] = content.causes
		if (!one) throw new Error('The content has no cause.')
		const history = [{ date: '2030-01-01', change: 'A later change.' }, ...one.data.history]
		const later = changesIn({ ...content, causes: [{ ...one, data: { ...one.data, title: 'Another', history } }] })
		const ids = later.map(({ id }) => id)
		for (const { id, path } of changes) if (path === `/kb/${one.data.kb.slice(2)}/`) expect(ids).toContain(id)
	})

	test('cover every file that has a history', () => {
		const kinds = ['codes', 'pairs', 'causes', 'fixes', 'guides', 'myths', 'settings', 'events', 'triage', 'scripts']
		const files = kinds.reduce((sum, kind) => sum + content[kind as 'codes'].length, 0)
		expect(new Set(changes.map(({ path }) => path)).size).toBe(files)
		const oldest = new Map(changes.map(({ path, sort }) => [path, sort]))
		expect([...oldest].filter(([, sort]) => sort === 'changed')).toEqual([])
	})

	test('are the same in whatever order the files were read', () => {
		const reversed = Object.fromEntries(Object.entries(content).map(([kind, entries]) => [kind, entries.toReversed()]))
		expect(changesIn(reversed as unknown as typeof content)).toEqual(changes)
	})

	test('stand newest first', () => {
		const days = changes.map(({ day }) => day)
		expect(days).toEqual(days.toSorted().reverse())
	})
})

describe('the newest changes', () => {
	const changes = told(article('KB0001', ['2026-03-01', '2026-02-01', '2026-01-01']), article('KB0002', ['2026-02-01']))

	test('come in whole days, so that who looks once a day misses none', () => {
		expect(newest(changes, 2).map(({ id }) => id)).toEqual([
			'kb0001-2026-03-01',
			'kb0001-2026-02-01',
			'kb0002-2026-02-01',
		])
	})

	test('are all where there are fewer, and none where there is none', () => {
		expect(newest(changes, 100)).toEqual(changes)
		expect(newest([], 10)).toEqual([])
	})
})
