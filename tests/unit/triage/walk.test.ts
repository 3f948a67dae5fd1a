import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tree } from '../../../src/kb/triage/tree.ts'
import { causesOf, decisive, type Given, type Walk, walk, waysThrough } from '../../../src/kb/triage/walk.ts'
import { answered, givens, reordered, trees } from './trees.ts'

/** What was given and where it went: on the path, or kept. */
const pairs = (given: Given) => [
	...(given.from === undefined ? [] : [`from=${given.from}`]),
	...[...given.answers].map((pair) => pair.join('=')),
]
const onPath = ({ path }: Walk) =>
	path.filter(({ assumed }) => !assumed).map(({ question, answer }) => `${question.id}=${answer.id}`)
const keptOf = ({ kept }: Walk) => kept.map(({ question, answer }) => `${question}=${answer}`)

/** A walk without the order in which somebody gave the answers. */
const shape = (walked: Walk) => ({
	path: walked.path.map(({ question, answer, assumed }) => [question.id, answer.id, assumed]),
	open: walked.open?.id,
	outcome: walked.outcome?.id,
	kept: walked.kept.map((one) => JSON.stringify(one)).sort(),
	remaining: walked.remaining,
	possible: [...walked.possible].sort(),
})

const small: Tree = {
	start: 'relay',
	questions: [
		{
			id: 'relay',
			answers: [
				{ id: 'yes', question: 'direct' },
				{ id: 'no', question: 'host' },
			],
		},
		{
			id: 'direct',
			answers: [
				{ id: 'works', outcome: 'relay-closes' },
				{ id: 'fails', question: 'host' },
			],
		},
		{
			id: 'host',
			answers: [
				{ id: 'stopped', outcome: 'service' },
				{ id: 'runs', outcome: 'unexplained' },
			],
		},
	],
	outcomes: [
		{ id: 'relay-closes', causes: ['KB0001', 'KB0002'] },
		{ id: 'service', causes: ['KB0002', 'KB0003'] },
		{ id: 'unexplained', causes: [] },
	],
}
const of = (answers: Record<string, string>, from?: string): Given => ({
	...(from === undefined ? {} : { from }),
	answers: new Map(Object.entries(answers)),
})

describe('walking', () => {
	test('goes from question to question and ends at an outcome', () => {
		expect(shape(walk(small, of({})))).toMatchObject({ path: [], open: 'relay', outcome: undefined, remaining: 3 })
		expect(shape(walk(small, of({ relay: 'yes' })))).toMatchObject({ open: 'direct', remaining: 2 })
		const end = shape(walk(small, of({ relay: 'yes', direct: 'works' })))
		expect(end).toMatchObject({ open: undefined, outcome: 'relay-closes', remaining: 0, possible: ['relay-closes'] })
	})

	test('keeps what does not count now, and counts it again when it applies again', () => {
		const given = of({ relay: 'no', direct: 'fails', host: 'stopped', elsewhere: 'yes' })
		const walked = walk(small, given)
		expect(walked.outcome?.id).toBe('service')
		expect(walked.kept).toEqual([
			{ question: 'direct', answer: 'fails', known: true },
			{ question: 'elsewhere', answer: 'yes', known: false },
		])
		const changed = walk(small, { answers: new Map([...given.answers, ['relay', 'yes']]) })
		expect(onPath(changed)).toEqual(['relay=yes', 'direct=fails', 'host=stopped'])
	})

	test('stops at a question whose answer it does not have, and keeps that', () => {
		const walked = walk(small, of({ relay: 'perhaps', host: 'runs' }))
		expect(walked.open?.id).toBe('relay')
		expect(walked.kept).toContainEqual({ question: 'relay', answer: 'perhaps', known: false })
	})

	test('begins where it is told to, and at the start where that question is gone', () => {
		expect(walk(small, of({}, 'host')).open?.id).toBe('host')
		const lost = walk(small, of({}, 'gone'))
		expect(lost.open?.id).toBe('relay')
		expect(keptOf(lost)).toEqual(['from=gone'])
	})

	test('says which causes are still possible', () => {
		const causes = (given: Given) => [...causesOf(small, walk(small, given).possible)].sort()
		expect(causes(of({}))).toEqual(['KB0001', 'KB0002', 'KB0003'])
		expect(causes(of({ relay: 'no' }))).toEqual(['KB0002', 'KB0003'])
		expect(causes(of({ relay: 'no', host: 'runs' }))).toEqual([])
	})
})

describe('in any tree, with any answers', () => {
	test('nothing that was given is dropped, doubled or made up', () => {
		fc.assert(
			fc.property(trees, givens, (tree, given) => {
				const walked = walk(tree, given)
				const begins = tree.questions.some(({ id }) => id === given.from) ? [`from=${given.from}`] : []
				expect([...begins, ...onPath(walked), ...keptOf(walked)].sort()).toEqual(pairs(given).sort())
			}),
			{ numRuns: 500 },
		)
	})

	test('the path hangs together and ends at one question or one outcome', () => {
		fc.assert(
			fc.property(trees, givens, (tree, given) => {
				const { path, open, outcome, kept } = walk(tree, given)
				let at: string | undefined = tree.questions.some(({ id }) => id === given.from) ? given.from : tree.start
				let end: string | undefined
				for (const { question, answer, assumed } of path) {
					expect(question.id).toBe(at)
					expect(answer.id).toBe(assumed ? question.olderLinks : given.answers.get(question.id))
					at = answer.question
					end = answer.outcome
				}
				expect(open?.id).toBe(at)
				expect(outcome?.id).toBe(end)
				expect((open === undefined) !== (outcome === undefined)).toBe(true)
				for (const { question, answer, known } of kept) {
					const has = tree.questions.find(({ id }) => id === question)?.answers.some(({ id }) => id === answer)
					expect(known).toBe(has ?? false)
				}
			}),
			{ numRuns: 500 },
		)
	})

	test('the order in which the answers were given makes no difference', () => {
		fc.assert(
			fc.property(
				trees,
				givens.chain((given) => fc.tuple(fc.constant(given), reordered(given))),
				(tree, [given, other]) => {
					expect(shape(walk(tree, other))).toEqual(shape(walk(tree, given)))
				},
			),
		)
	})

	test('what remains and what is possible is what the ways from the open question say', () => {
		fc.assert(
			fc.property(trees, givens, (tree, given) => {
				const { open, outcome, remaining, possible } = walk(tree, given)
				const ways = open ? [...waysThrough(tree, open.id)] : []
				expect(remaining).toBe(Math.max(0, ...ways.map(({ answers }) => answers.length)))
				expect(new Set(possible)).toEqual(new Set(outcome ? [outcome.id] : ways.map((way) => way.outcome)))
			}),
		)
	})

	test('every way through, walked, arrives with nothing left over', () => {
		fc.assert(
			fc.property(trees, (tree) => {
				const seen = new Set<string>()
				for (const { answers, outcome } of waysThrough(tree)) {
					const walked = walk(tree, { answers: new Map(answers) })
					expect(walked.outcome?.id).toBe(outcome)
					expect(onPath(walked)).toEqual(answers.map((pair) => pair.join('=')))
					expect(walked.kept).toEqual([])
					seen.add(answers.join())
				}
				const count = (id: string | undefined): number =>
					(tree.questions.find((one) => one.id === id)?.answers ?? []).reduce(
						(sum, answer) => sum + (answer.outcome === undefined ? count(answer.question) : 1),
						0,
					)
				expect(seen.size).toBe(count(tree.start))
			}),
		)
	})

	test('one earlier answer can be changed and the rest stays', () => {
		fc.assert(
			fc.property(answered, fc.nat(), fc.nat(), ({ tree, given }, which, other) => {
				const { path } = walk(tree, given)
				const step = path[which % Math.max(1, path.length)]
				const answer = step?.question.answers[other % step.question.answers.length]
				fc.pre(step !== undefined && answer !== undefined)
				const changed = { answers: new Map([...given.answers, [step.question.id, answer.id]]) }
				const walked = walk(tree, changed)
				expect([...onPath(walked), ...keptOf(walked)].sort()).toEqual(pairs(changed).sort())
				const before = path.slice(0, path.indexOf(step)).map(({ question }) => question.id)
				expect(walked.path.slice(0, before.length).map(({ question }) => question.id)).toEqual(before)
			}),
		)
	})
})

describe('the answers that decide', () => {
	test('are those whose change leads elsewhere', () => {
		const same: Tree = {
			start: 'first',
			questions: [
				{
					id: 'first',
					answers: [
						{ id: 'yes', question: 'second' },
						{ id: 'no', question: 'second' },
					],
				},
				{
					id: 'second',
					answers: [
						{ id: 'yes', outcome: 'one' },
						{ id: 'no', outcome: 'other' },
					],
				},
			],
			outcomes: [
				{ id: 'one', causes: [] },
				{ id: 'other', causes: [] },
			],
		}
		expect(decisive(same, of({ first: 'yes' }))).toEqual(new Set())
		expect(decisive(same, of({ first: 'yes', second: 'yes' }))).toEqual(new Set(['second']))
	})

	test('are found by trying each other answer', () => {
		fc.assert(
			fc.property(answered, ({ tree, given }) => {
				const { path, outcome } = walk(tree, given)
				/** Outcomes that can come when this answer is given and whatever was not given is open. */
				const ends = (id: string, answers: ReadonlyMap<string, string>) => {
					const open = walk(tree, { answers }).open?.id
					const end = walk(tree, { answers }).outcome?.id
					return open === undefined ? [end] : [...waysThrough(tree, open)].map((way) => way.outcome ?? id)
				}
				const expected = path.filter(({ question }) =>
					question.answers.some((answer) =>
						ends(question.id, new Map([...given.answers, [question.id, answer.id]])).some((end) => end !== outcome?.id),
					),
				)
				expect(decisive(tree, given)).toEqual(new Set(outcome ? expected.map(({ question }) => question.id) : []))
			}),
		)
	})
})

describe('a link that is older than a question', () => {
	const older: Tree = {
		...small,
		questions: [
			{
				id: 'relay',
				answers: [
					{ id: 'yes', question: 'changed' },
					{ id: 'no', question: 'host' },
				],
			},
			{
				id: 'changed',
				answers: [
					{ id: 'policy', outcome: 'service' },
					{ id: 'cant-tell', question: 'direct' },
				],
				olderLinks: 'cant-tell',
			},
			...small.questions.slice(1),
		],
	}

	test('is taken to have given the answer that the question names', () => {
		const walked = walk(older, of({ relay: 'yes', direct: 'works' }))
		expect(walked.outcome?.id).toBe('relay-closes')
		expect(walked.path.map(({ question, assumed }) => [question.id, assumed])).toEqual([
			['relay', false],
			['changed', true],
			['direct', false],
		])
	})

	test('is asked where nothing it holds lies beyond', () => {
		expect(walk(older, of({ relay: 'yes' })).open?.id).toBe('changed')
		expect(walk(older, of({ relay: 'yes', gone: 'yes' })).open?.id).toBe('changed')
	})

	test('is asked where it holds an answer that is gone', () => {
		expect(walk(older, of({ relay: 'yes', changed: 'gone', direct: 'works' })).open?.id).toBe('changed')
	})

	test('ends where it ended, whatever edge the new question was put on', () => {
		fc.assert(
			fc.property(trees, fc.nat(), (tree, which) => {
				const edges = tree.questions.flatMap(({ id, answers }) =>
					answers.flatMap((answer) => (answer.question === undefined ? [] : [{ id, answer, to: answer.question }])),
				)
				const edge = edges[which % Math.max(1, edges.length)]
				fc.pre(edge !== undefined)
				const grown: Tree = {
					...tree,
					questions: [
						...tree.questions.map((question) => ({
							...question,
							answers: question.answers.map((answer) =>
								answer === edge.answer ? { id: answer.id, question: 'new' } : answer,
							),
						})),
						{
							id: 'new',
							olderLinks: 'no',
							answers: [
								{ id: 'yes', outcome: 'o0' },
								{ id: 'no', question: edge.to },
							],
						},
					],
				}
				for (const { answers, outcome } of waysThrough(tree))
					expect(walk(grown, { answers: new Map(answers) }).outcome?.id).toBe(outcome)
			}),
		)
	})
})
