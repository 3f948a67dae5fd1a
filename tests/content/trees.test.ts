/** Every path of every tree of the guide, and what the trees owe to somebody who has only a telephone. */
import { describe, expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../src/kb/triage/address.ts'
import { assemble } from '../../src/kb/triage/tree.ts'
import { CANT_TELL, DEEPEST } from '../../src/kb/triage/validate.ts'
import { causesOf, walk, waysThrough } from '../../src/kb/triage/walk.ts'
import { content } from '../unit/real-content.ts'

const files = content.triage.map(({ data }) => data)
const trees = files.map((file) => assemble(file, files))
const causes = content.causes.map(({ data }) => data)

/** Questions that something outside a tree opens it with. */
const entries = [
	...content.pairs.flatMap(({ data: { triage, triageAt } }) =>
		triage && triageAt ? [[triage, triageAt] as const] : [],
	),
	...files.flatMap(({ outcomes }) =>
		outcomes.flatMap(({ goOn }) => (goOn ? [[goOn.tree, goOn.question] as const] : [])),
	),
]

test('there are at least three trees, and the one for 0x904 / 0x7 asks at least ten questions', () => {
	expect(trees.length).toBeGreaterThanOrEqual(3)
	expect(trees.find(({ id }) => id === '0x904-0x7')?.questions.length).toBeGreaterThanOrEqual(10)
})

describe.each(trees)('the tree $id', (tree) => {
	const ends = new Map(tree.outcomes.map((outcome) => [outcome.id, outcome]))

	test(`ends on every path at an outcome that says what to do, after at most ${DEEPEST} questions`, () => {
		let paths = 0
		const reached = new Set<string>()
		for (const { answers, outcome } of waysThrough(tree)) {
			paths++
			reached.add(outcome)
			const at = `${tree.id}?${answers.map((pair) => pair.join('=')).join('&')}`
			if (answers.length > DEEPEST) expect.fail(`${at} has ${answers.length} questions`)
			const { open, outcome: end, kept, remaining } = walk(tree, { answers: new Map(answers) })
			if (open || end !== ends.get(outcome) || kept.length > 0 || remaining > 0)
				expect.fail(`${at} does not end at ${outcome}`)
		}
		expect(paths).toBeGreaterThan(tree.questions.length)
		for (const { id, tree: owner } of tree.outcomes) if (owner === tree.id) expect(reached, id).toContain(id)
	})

	test('has for every path one address, which opens the same outcome whatever order it stands in', () => {
		const ways = [...waysThrough(tree)]
		// Addresses are tried on any tree elsewhere; here each outcome by its first path is enough.
		for (const id of ends.keys()) {
			const way = ways.find(({ outcome }) => outcome === id)
			if (!way) continue
			const address = writeAddress(tree, { answers: new Map(way.answers) })
			const turned = readAddress([...address.split('&')].reverse().join('&'))
			expect(walk(tree, turned).outcome?.id).toBe(id)
			expect(writeAddress(tree, turned)).toBe(address)
		}
	})

	test('leads somebody who can tell nothing to an outcome that is not a fix without a check', () => {
		let question = tree.questions.find(({ id }) => id === tree.start)
		let asked = 0
		while (question) {
			asked++
			const unsure = question.answers.find(({ id }) => id === CANT_TELL) ?? question.answers.at(-1)
			const outcome = ends.get(unsure?.outcome ?? '')
			if (outcome) expect(outcome.collect.length + (outcome.confirm ? 1 : 0), outcome.id).toBeGreaterThan(0)
			question = tree.questions.find(({ id }) => id === unsure?.question)
		}
		expect(asked).toBeGreaterThan(0)
		expect(asked).toBeLessThanOrEqual(DEEPEST)
	})

	test('rules out some cause with every question, and never all of them before it ends', () => {
		for (const question of tree.questions) {
			const below = walk(tree, { from: question.id, answers: new Map() }).possible
			const after = question.answers.map(
				({ id }) => walk(tree, { from: question.id, answers: new Map([[question.id, id]]) }).possible,
			)
			expect(
				after.some((possible) => possible.size < below.size),
				question.id,
			).toBe(true)
			for (const possible of after) expect(possible.size, question.id).toBeGreaterThan(0)
		}
	})

	test('has names that fit the drawing, no two alike in one question', () => {
		for (const { id, answers } of tree.questions) {
			const labels = answers.map(({ label }) => label)
			expect(new Set(labels).size, id).toBe(labels.length)
		}
	})
})

test('every cause of the guide is at the end of a path, or says why not', () => {
	const reached = new Set(
		trees.flatMap((tree) => [...causesOf(tree, new Set([...waysThrough(tree)].map(({ outcome }) => outcome)))]),
	)
	expect(causes.filter(({ kb, outsideTriage }) => !reached.has(kb) && !outsideTriage).map(({ kb }) => kb)).toEqual([])
	expect(causes.filter(({ kb, outsideTriage }) => reached.has(kb) && outsideTriage).map(({ kb }) => kb)).toEqual([])
	expect(reached.size).toBeGreaterThan(causes.length / 2)
})

test('every entry opens its tree at the question it names, with no more questions to come than a path has', () => {
	expect(entries.length).toBeGreaterThan(0)
	for (const [id, question] of entries) {
		const tree = trees.find((one) => one.id === id)
		expect(tree, id).toBeDefined()
		if (!tree) continue
		const { open, remaining, kept } = walk(tree, { from: question, answers: new Map() })
		expect([open?.id, kept], `${id}: ${question}`).toEqual([question, []])
		expect(remaining, `${id}: ${question}`).toBeLessThanOrEqual(DEEPEST)
	}
})
