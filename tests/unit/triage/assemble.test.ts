import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble, type TreeFile } from '../../../src/kb/triage/tree.ts'
import { waysThrough } from '../../../src/kb/triage/walk.ts'
import { soundTrees } from './trees.ts'

const lender: TreeFile = {
	id: 'lender',
	start: 'first',
	questions: [
		{
			id: 'first',
			answers: [
				{ id: 'yes', question: 'lent' },
				{ id: 'no', outcome: 'own' },
			],
		},
		{ id: 'lent', answers: [{ id: 'yes', outcome: 'far' }] },
	],
	outcomes: [
		{ id: 'own', causes: [] },
		{ id: 'far', causes: ['KB0001'] },
	],
}
const borrower: TreeFile = {
	id: 'borrower',
	start: 'begin',
	questions: [
		{
			id: 'begin',
			answers: [
				{ id: 'yes', question: 'lent' },
				{ id: 'no', outcome: 'near' },
			],
		},
	],
	outcomes: [{ id: 'near', causes: [] }],
}

test('a tree that borrows from another holds what it reaches, and nothing else of the other', () => {
	const tree = assemble(borrower, [lender, borrower])
	expect(tree.questions.map(({ id, tree }) => `${tree}/${id}`)).toEqual(['borrower/begin', 'lender/lent'])
	expect(tree.outcomes.map(({ id, tree }) => `${tree}/${id}`)).toEqual(['borrower/near', 'lender/far'])
})

test('what no tree has is left out', () => {
	const tree = assemble(borrower, [borrower])
	expect(tree.questions.map(({ id }) => id)).toEqual(['begin'])
})

describe('in any trees', () => {
	test('every path of an assembled tree stays in it, and its own parts come first', () => {
		fc.assert(
			fc.property(soundTrees, (files) => {
				for (const file of files) {
					const tree = assemble(file, files)
					const questions = tree.questions.map(({ id }) => id)
					const outcomes = tree.outcomes.map(({ id }) => id)
					for (const { answers } of tree.questions)
						for (const { question, outcome } of answers)
							expect(question === undefined ? outcomes.includes(outcome ?? '') : questions.includes(question)).toBe(
								true,
							)
					expect(new Set(questions).size).toBe(questions.length)
					expect(new Set(outcomes).size).toBe(outcomes.length)
					expect(questions.slice(0, file.questions.length)).toEqual(file.questions.map(({ id }) => id))
					expect(outcomes.slice(0, file.outcomes.length)).toEqual(file.outcomes.map(({ id }) => id))
					for (const part of [...tree.questions, ...tree.outcomes])
						expect(
							files.find(({ id }) => id === part.tree)?.[part.id.startsWith('q') ? 'questions' : 'outcomes'],
						).toContainEqual(expect.objectContaining({ id: part.id }))
				}
			}),
		)
	})

	test('nothing is borrowed that no path reaches', () => {
		fc.assert(
			fc.property(soundTrees, (files) => {
				for (const file of files) {
					const tree = assemble(file, files)
					const own = new Set(file.questions.map(({ id }) => id))
					const seen = new Set<string>()
					for (const from of own)
						for (const { answers, outcome } of waysThrough(tree, from)) {
							seen.add(outcome)
							for (const [question] of answers) seen.add(question)
						}
					for (const part of [...tree.questions, ...tree.outcomes])
						expect(part.tree === file.id || seen.has(part.id)).toBe(true)
				}
			}),
		)
	})
})
