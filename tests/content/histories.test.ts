import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { changesIn } from '../../src/build/changes-in.ts'
import { checkContent } from '../../src/build/check-content.ts'
import { checkHistories, worthALook } from '../../src/build/check-histories.ts'
import { readContent } from '../../src/build/read-content.ts'
import { content } from '../unit/real-content.ts'
import { type ContentCopy, copyContent, myth, tree, writeTree } from './content-copy.ts'

const MYTH = 'content/myths/test.mdx'
const TREE = 'content/triage/test-tree.yaml'
const first = { date: '2026-11-20', change: 'First version.' }

let copy: ContentCopy
beforeAll(() => {
	copy = copyContent()
})
afterEach(() => copy.restore())
afterAll(() => copy.remove())

const places = (problems: readonly { file: string; field: string }[]) =>
	problems.map(({ file, field }) => `${file}: ${field}`)
const read = () => readContent(copy.root).content

describe('a history', () => {
	test('is missed where it is missing: in a setting, a script, a tree, a list of codes, a log', () => {
		const kinds = ['settings/rdp-nla', 'scripts/probe', 'triage/azure-vm', 'codes/disconnect', 'events/system']
		for (const name of kinds)
			copy.change<{ history?: unknown }>(`${name}.yaml`, (data) => {
				delete data.history
			})
		expect(places(copy.problems())).toEqual(
			expect.arrayContaining(kinds.map((name) => `content/${name}.yaml: history`)),
		)
	})

	test('names no day that has not come, in content or in a verification', () => {
		const tomorrow = { date: '2999-01-01', change: 'A change to come.' }
		copy.write('myths/test.mdx', myth({ history: [tomorrow, first], verified: '2999-01-02' }))
		expect(places(copy.problems())).toEqual([`${MYTH}: verified`, `${MYTH}: history[0].date`])
	})

	test('may name the day that has begun further east', () => {
		copy.write('myths/test.mdx', myth({ history: [{ ...first, date: '2027-01-02' }], verified: '2027-01-02' }))
		expect(checkHistories(read(), Date.parse('2027-01-01T11:00:00Z'))).toEqual([])
		expect(checkHistories(read(), Date.parse('2027-01-01T09:00:00Z'))).toHaveLength(2)
	})

	test('stands newest first', () => {
		const later = { date: '2026-11-21', change: 'A later change.' }
		copy.write('myths/test.mdx', myth({ history: [first, later] }))
		expect(places(copy.problems())).toEqual([`${MYTH}: history[1].date`])
	})

	test('says nothing twice', () => {
		copy.write('myths/test.mdx', myth({ history: [first, first] }))
		expect(places(copy.problems())).toEqual([`${MYTH}: history[1]`])
	})

	describe('of a replaced article', () => {
		const replacement = { date: '2026-11-22', change: 'Replaced.', replaced: true }
		const placesOf = (changes: object) => {
			copy.write('myths/test.mdx', myth({ supersededBy: '/kb/0013/', state: 'superseded', ...changes }))
			return places(copy.problems())
		}

		test('marks the line that says so', () => {
			expect(placesOf({ history: [first] })).toEqual([`${MYTH}: history`])
			expect(placesOf({ history: [{ ...replacement, replaced: false }, first] })).toEqual([
				`${MYTH}: history[0].replaced`,
			])
			expect(placesOf({ history: [replacement, first] })).toEqual([])
		})

		test('marks no other line, and the first one stays', () => {
			const again = { ...replacement, date: '2026-11-23' }
			expect(placesOf({ history: [again, replacement, first], verified: '2026-11-23' })).toEqual([
				`${MYTH}: history[0].replaced`,
			])
		})

		test('is the only one with such a mark', () => {
			const history = [replacement, first]
			expect(placesOf({ history, state: 'verified', supersededBy: undefined })).toEqual([
				`${MYTH}: history[0].replaced`,
			])
			copy.change<{ history: object[] }>('settings/rdp-nla.yaml', ({ history }) => {
				Object.assign(history[0] ?? {}, { replaced: true })
			})
			copy.write('myths/test.mdx', myth())
			expect(places(copy.problems())[0]).toBe('content/settings/rdp-nla.yaml: history[0].replaced')
		})
	})
})

describe('worth a look, and no mistake', () => {
	test('is a page that changed after it was verified', () => {
		const before = places(worthALook(read()))
		copy.write('myths/test.mdx', myth({ history: [{ ...first, date: '2026-11-22' }, first], verified: '2026-11-21' }))
		expect(copy.problems()).toEqual([])
		expect(places(worthALook(read())).filter((place) => !before.includes(place))).toEqual([`${MYTH}: verified`])
	})

	test('is a tree whose history knows nothing of its last published version', () => {
		const before = places(worthALook(read()))
		writeTree(copy, tree({ history: [first] }))
		expect(copy.problems()).toEqual([])
		const after = places(worthALook(read())).filter((place) => !before.includes(place))
		// It was verified on the day of the version, after the only change that is told.
		expect(after).toEqual([`${TREE}: history`])
	})
})

describe('what is done to the content', () => {
	test('a replaced article stays a page and is told as replaced, with the title of what replaced it', () => {
		const history = [{ date: '2026-11-22', change: 'Replaced.', replaced: true }, first]
		copy.write('myths/test.mdx', myth({ state: 'superseded', supersededBy: '/kb/0013/', history }))
		const { content: changed, problems } = checkContent(copy.root)
		expect(problems).toEqual([])
		const told = changesIn(changed).filter(({ path }) => path === '/kb/9999/')
		const title = content.myths.find(({ data }) => data.kb === 'KB0013')?.data.title
		expect(told.map(({ sort, by }) => [sort, by])).toEqual([
			['superseded', { path: '/kb/0013/', title }],
			['new', undefined],
		])
	})

	test('a renamed title renames no change', () => {
		const ids = changesIn(read()).map(({ id }) => id)
		copy.change<{ name: string }>('settings/rdp-nla.yaml', (setting) => {
			setting.name = 'Another name'
		})
		expect(changesIn(read()).map(({ id }) => id)).toEqual(ids)
	})

	test('a line that was added adds one change and moves none', () => {
		const ids = changesIn(read()).map(({ id }) => id)
		copy.change<{ history: object[] }>('codes/disconnect.yaml', ({ history }) => {
			history.unshift({ date: '2026-12-24', change: 'A code added.' })
		})
		expect(changesIn(read()).map(({ id }) => id)).toEqual(['codes-disconnect-2026-12-24', ...ids])
	})
})

test('the last published version of each tree is told in its history', () => {
	expect(worthALook(content).filter(({ field }) => field === 'history')).toEqual([])
})
