import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble, type TreeFile } from '../../../src/kb/triage/tree.ts'
import {
	type CheckedOutcome,
	type CheckedQuestion,
	DEEPEST,
	edgesOf,
	linksOf,
	treeOf,
	validateTrees,
} from '../../../src/kb/triage/validate.ts'
import { walk, waysThrough } from '../../../src/kb/triage/walk.ts'
import { soundOutcome, soundTrees } from './trees.ts'

type File = TreeFile<CheckedQuestion, CheckedOutcome>
type Changes = Partial<CheckedQuestion>

const question = (id: string, changes: Changes = {}): CheckedQuestion => ({
	id,
	answers: [
		{ id: 'yes', outcome: 'end' },
		{ id: 'cant-tell', outcome: 'end' },
	],
	...changes,
})
const end = soundOutcome({ id: 'end', causes: [] })
const tree = (changes: Partial<File> = {}): File => ({
	id: 'tree',
	start: 'first',
	questions: [question('first')],
	outcomes: [end],
	...changes,
})
const first = (changes: Changes, ...others: CheckedQuestion[]) =>
	tree({ questions: [question('first', changes), ...others] })
const leads = (id: string, ...to: string[]) =>
	question(id, {
		answers: [...to.map((one) => ({ id: one, question: one })), { id: 'cant-tell', outcome: 'end' }],
	})
/** A line of questions, one after another. */
const chain = (count: number) =>
	tree({
		start: 'q1',
		questions: Array.from({ length: count }, (_, i) =>
			i + 1 < count ? leads(`q${i + 1}`, `q${i + 2}`) : question(`q${i + 1}`),
		),
	})

const nodes = (...files: File[]) => validateTrees(files).map(({ tree, node }) => `${tree}: ${node}`)

test('a sound tree has no fault', () => {
	expect(validateTrees([tree()])).toEqual([])
	expect(validateTrees([chain(DEEPEST)])).toEqual([])
})

test('any sound trees have no fault', () => {
	fc.assert(
		fc.property(soundTrees, (files) => {
			expect(validateTrees(files)).toEqual([])
		}),
		{ numRuns: 500 },
	)
})

test.each<[string, File | File[], string]>([
	['a start that is no question', [tree(), tree({ id: 'other', start: 'gone', questions: [], outcomes: [] })], 'start'],
	[
		'an answer to no question',
		first({ answers: [...question('first').answers, { id: 'no', question: 'gone' }] }),
		'questions.first.answers.no',
	],
	[
		'an answer to no outcome',
		first({ answers: [...question('first').answers, { id: 'no', outcome: 'gone' }] }),
		'questions.first.answers.no',
	],
	[
		'an answer that leads nowhere',
		first({ answers: [...question('first').answers, { id: 'no' }] }),
		'questions.first.answers.no',
	],
	[
		'an answer that leads to two places',
		first(
			{ answers: [...leads('first', 'second').answers, { id: 'no', question: 'second', outcome: 'end' }] },
			question('second'),
		),
		'questions.first.answers.no',
	],
	[
		'an answer that stands twice',
		first({ answers: [...question('first').answers, { id: 'yes', outcome: 'end' }] }),
		'questions.first.answers.yes',
	],
	['one answer', first({ answers: [{ id: 'cant-tell', outcome: 'end' }] }), 'questions.first'],
	[
		'a question that nobody may be unable to answer',
		first({
			answers: [
				{ id: 'yes', outcome: 'end' },
				{ id: 'no', outcome: 'end' },
			],
		}),
		'questions.first',
	],
	[
		'a question that everybody can answer and need not',
		first({ everybodyKnows: 'It is on the screen.' }),
		'questions.first',
	],
	['older links with an answer that is not there', first({ olderLinks: 'no' }), 'questions.first'],
	[
		'a question with the name that addresses need',
		tree({ start: 'from', questions: [question('from')] }),
		'questions.from',
	],
	['a question that nothing leads to', first({}, question('lonely')), 'questions.lonely'],
	[
		'an outcome that nothing leads to',
		tree({ outcomes: [end, soundOutcome({ id: 'lonely', causes: [] })] }),
		'outcomes.lonely',
	],
	[
		'a path back to itself',
		tree({ questions: [leads('first', 'second'), leads('second', 'first')] }),
		'questions.first',
	],
	['a question that leads to itself', tree({ questions: [leads('first', 'first')] }), 'questions.first'],
	['an eighth question', chain(DEEPEST + 1), `questions.q${DEEPEST + 1}`],
	['a ninth question', chain(DEEPEST + 2), `questions.q${DEEPEST + 1}`],
	['an outcome without verification', tree({ outcomes: [{ ...end, verify: ' ' }] }), 'outcomes.end'],
	['fixes without a check', tree({ outcomes: [{ ...end, confirm: undefined }] }), 'outcomes.end'],
	['neither fixes nor anything to collect', tree({ outcomes: [{ ...end, fixes: [] }] }), 'outcomes.end'],
])('%s is one fault, named at its node', (_, files, node) => {
	const found = validateTrees([files].flat())
	expect(found.map((problem) => problem.node)).toEqual([node])
	for (const { message } of found) expect(message).toMatch(/[.:] [A-Z].+\.$|: .+\.$/)
})

test('an outcome that only has something to collect needs no check', () => {
	const outcomes = [{ ...end, fixes: [], confirm: undefined, collect: ['The text of the dialog.'] }]
	expect(validateTrees([tree({ outcomes })])).toEqual([])
})

describe('several trees', () => {
	const other = (changes: Partial<File> = {}) =>
		tree({ id: 'other', start: 'there', questions: [leads('there', 'first')], outcomes: [], ...changes })

	test('may borrow from one another', () => {
		expect(nodes(tree(), other())).toEqual([])
	})

	test('share their ids', () => {
		expect(nodes(tree(), other({ questions: [leads('there', 'first'), question('first')] }))).toContain(
			'other: questions.first',
		)
		expect(nodes(tree(), other({ outcomes: [end] }))).toEqual(['other: outcomes.end'])
	})

	test('count their questions together', () => {
		const joined = other({ questions: [leads('there', 'q1')] })
		expect(nodes(chain(DEEPEST - 1), joined)).toEqual([])
		expect(nodes(chain(DEEPEST), joined)).toEqual([`tree: questions.q${DEEPEST}`])
	})

	test('do not lead round in a circle', () => {
		const round = [tree({ questions: [leads('first', 'there')] }), other()]
		expect(
			validateTrees(round)
				.map(({ message }) => message)
				.join(),
		).toContain('first → there → first')
	})
})

describe('in any sound trees, a fault is found where it was made', () => {
	/** Sound trees and one answer of one question in them. */
	const spots = soundTrees.chain((files) =>
		fc.constantFrom(
			...files.flatMap((file) =>
				file.questions.flatMap((question) => question.answers.map((answer) => ({ files, file, question, answer }))),
			),
		),
	)
	const changed = (
		{ files, question, answer }: typeof spots extends fc.Arbitrary<infer S> ? S : never,
		to: CheckedQuestion['answers'][number] | undefined,
	) =>
		files.map((file) => ({
			...file,
			questions: file.questions.map((one) =>
				one.id === question.id
					? { ...one, answers: one.answers.flatMap((each) => (each === answer ? (to ?? []) : each)) }
					: one,
			),
		}))

	test.each(['question', 'outcome'] as const)('an answer whose %s is gone', (kind) => {
		fc.assert(
			fc.property(spots, (spot) => {
				const found = nodes(...changed(spot, { id: spot.answer.id, [kind]: 'gone' }))
				expect(found).toContain(`${spot.file.id}: questions.${spot.question.id}.answers.${spot.answer.id}`)
				// What was reached by this answer alone is not reached any more; nothing else is wrong.
				expect(found.filter((node) => / (?:questions|outcomes)\.\w+$/.test(node))).toHaveLength(found.length - 1)
			}),
		)
	})

	test('an answer that leads back', () => {
		fc.assert(
			fc.property(spots, (spot) => {
				const messages = validateTrees(changed(spot, { id: spot.answer.id, question: spot.question.id })).map(
					({ node, message }) => `${node}: ${message}`,
				)
				expect(messages).toContainEqual(
					expect.stringMatching(
						new RegExp(`^questions\\.${spot.question.id}: .*${spot.question.id} → ${spot.question.id} `),
					),
				)
			}),
		)
	})
})

describe('a published tree', () => {
	test('remembers where each answer led, so that its links can be walked', () => {
		fc.assert(
			fc.property(soundTrees, (files) => {
				for (const file of files) {
					const whole = assemble(file, files)
					const record = { tree: file.id, version: 1, start: file.start, answers: edgesOf(whole) }
					const read = JSON.parse(JSON.stringify(record)) as typeof record
					const links = [...linksOf(read)]
					expect(links.filter(({ from }) => from === undefined)).toEqual([...waysThrough(whole)])
					expect(new Set(links.map(({ from = whole.start }) => from))).toEqual(
						new Set(whole.questions.map(({ id }) => id)),
					)
					for (const { from, answers, outcome } of links) {
						const given = { from, answers: new Map(answers) }
						expect(walk(whole, given).outcome?.id).toBe(outcome)
						expect(walk(treeOf(read), given).outcome?.id).toBe(outcome)
					}
				}
			}),
		)
	})
})
