/** Trees, and answers given to them, as property tests feed them in. */
import fc from 'fast-check'
import { readAddress } from '../../../src/kb/triage/address.ts'
import type { Answer, Outcome, Question, Tree } from '../../../src/kb/triage/tree.ts'
import type { CheckedOutcome, CheckedQuestion } from '../../../src/kb/triage/validate.ts'
import type { Given } from '../../../src/kb/triage/walk.ts'

export type Checked = { id: string } & Tree<CheckedQuestion, CheckedOutcome>

/** More than a tree of the guide may be deep, so that the engine is tried beyond it. */
const MOST = 9

/** Question 0 first; an answer leads to a later question or to an outcome, so that no path comes back. */
export const trees: fc.Arbitrary<Tree> = fc.integer({ min: 1, max: MOST }).chain((size) => {
	const end = fc.integer({ min: 0, max: 4 }).map((n) => ({ outcome: `o${n}` }))
	const target = (n: number) =>
		n === size - 1
			? end
			: fc.oneof(
					end,
					fc.integer({ min: n + 1, max: size - 1 }).map((to) => ({ question: `q${to}` })),
				)
	const question = (n: number) =>
		fc
			.tuple(fc.array(target(n), { minLength: 2, maxLength: 4 }), fc.option(fc.nat(3), { nil: undefined }))
			.map(([targets, older]): Question => {
				const answers = targets.map((to, i): Answer => ({ id: `a${i}`, ...to }))
				return { id: `q${n}`, answers, olderLinks: older === undefined ? undefined : answers[older]?.id }
			})
	return fc.tuple(...Array.from({ length: size }, (_, n) => question(n))).map((questions) => ({
		start: 'q0',
		questions,
		outcomes: Array.from({ length: 5 }, (_, n) => ({ id: `o${n}`, causes: n === 4 ? [] : [`KB000${n}`, 'KB0009'] })),
	}))
})

/** Answers as an address brings them: fitting ones, ones that the tree does not have, and anything at all. */
export const givens: fc.Arbitrary<Given> = fc
	.tuple(
		fc.uniqueArray(
			fc.tuple(
				fc.oneof(
					{ weight: 9, arbitrary: fc.nat(MOST).map((n) => `q${n}`) },
					fc.constantFrom('gone', 'constructor', '__proto__'),
					fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
				),
				fc.oneof(
					{ weight: 9, arbitrary: fc.nat(4).map((n) => `a${n}`) },
					fc.string({ unit: 'grapheme', maxLength: 6 }),
				),
			),
			{ selector: ([question]) => question, maxLength: 8 },
		),
		fc.option(
			fc.oneof(
				fc.nat(MOST).map((n) => `q${n}`),
				fc.constant('gone'),
			),
			{ nil: undefined },
		),
	)
	.map(([answers, from]) =>
		readAddress(new URLSearchParams([...answers, ...(from === undefined ? [] : [['from', from]])]).toString()),
	)

/** A tree with fitting answers to some of its questions. */
export const answered: fc.Arbitrary<{ tree: Tree; given: Given }> = trees.chain((tree) =>
	fc
		.tuple(...tree.questions.map(({ answers }) => fc.option(fc.constantFrom(...answers), { nil: undefined })))
		.map((chosen) => ({
			tree,
			given: {
				answers: new Map(
					tree.questions.flatMap(({ id }, i) => {
						const answer = chosen[i]
						return answer ? [[id, answer.id] as const] : []
					}),
				),
			},
		})),
)

/** The same answers, given in another order. */
export const reordered = (given: Given): fc.Arbitrary<Given> =>
	fc
		.shuffledSubarray([...given.answers], { minLength: given.answers.size })
		.map((answers) => ({ ...given, answers: new Map(answers) }))

/** An outcome that nothing is wrong with. */
export const soundOutcome = ({ id, causes }: Outcome): CheckedOutcome => ({
	id,
	causes,
	verify: 'It works again.',
	fixes: ['KB0005'],
	confirm: 'The event is there.',
	collect: [],
})

/** Trees that nothing is wrong with: everything reached, at most seven questions deep, spread over one to three files. */
export const soundTrees: fc.Arbitrary<Checked[]> = fc
	.tuple(
		trees.filter(({ questions }) => questions.length <= 7),
		fc.array(fc.nat(2), { minLength: MOST + 5, maxLength: MOST + 5 }),
		fc.array(fc.boolean(), { minLength: MOST, maxLength: MOST }),
	)
	.map(([{ questions, outcomes }, owners, everybodyKnows]) => {
		const reached = new Set(['q0'])
		const ends = new Set<string>()
		for (const id of reached)
			for (const { question, outcome } of questions.find((one) => one.id === id)?.answers ?? []) {
				if (question !== undefined) reached.add(question)
				if (outcome !== undefined) ends.add(outcome)
			}
		const asked = questions
			.filter(({ id }) => reached.has(id))
			.map(({ id, answers, olderLinks }, i): CheckedQuestion => {
				const knows = everybodyKnows[i] === true
				const renamed = (answer: string | undefined) => (!knows && answer === answers.at(-1)?.id ? 'cant-tell' : answer)
				return {
					id,
					answers: answers.map((answer) => ({ ...answer, id: renamed(answer.id) ?? '' })),
					olderLinks: renamed(olderLinks),
					...(knows ? { everybodyKnows: 'It stands on the screen.' } : {}),
				}
			})
		return [0, 1, 2].flatMap((file): Checked[] => {
			const own = asked.filter(({ id }, i) => (id === 'q0' ? 0 : owners[i]) === file)
			const first = own[0]
			const files = asked.map(({ id }, i) => (id === 'q0' ? 0 : owners[i]))
			const ownEnds = outcomes.filter(({ id }, i) => {
				const owner = owners[MOST + i] ?? 0
				return ends.has(id) && (files.includes(owner) ? owner : 0) === file
			})
			if (!first) return []
			return [{ id: `t${file}`, start: first.id, questions: own, outcomes: ownEnds.map(soundOutcome) }]
		})
	})
