/** What is wrong with a tree, each fault with the node it is at. Needs no words and no content but the tree itself. */
import { FROM } from './address.ts'
import type { Outcome, Question, TreeFile } from './tree.ts'
import { type Way, waysThrough } from './walk.ts'

/** More questions than this on one way, and an agent on the phone has lost the user. */
export const DEEPEST = 7

/** The answer that everybody can give. */
export const CANT_TELL = 'cant-tell'

/** A question with what the checks look at. */
export interface CheckedQuestion extends Question {
	/** Why nobody can be unable to answer; stands instead of the answer `cant-tell`. */
	readonly everybodyKnows?: string | undefined
}

/** An outcome with what the checks look at. */
export interface CheckedOutcome extends Outcome {
	readonly verify: string
	readonly fixes: readonly string[]
	readonly confirm?: string | undefined
	readonly collect: readonly string[]
}

/** One fault of a tree. */
export interface TreeProblem {
	/** Id of the tree whose file is to be mended. */
	readonly tree: string
	/** The node: `start`, `questions.<id>`, `questions.<id>.answers.<id>` or `outcomes.<id>`. */
	readonly node: string
	/** What is wrong and what to do. */
	readonly message: string
}

/**
 * Checks all trees together, for one may borrow from another.
 *
 * @returns nothing for sound trees. Depth and cycles are looked for along every path from the start of each tree
 */
export function validateTrees(trees: readonly TreeFile<CheckedQuestion, CheckedOutcome>[]): TreeProblem[] {
	const problems: TreeProblem[] = []
	const questions = new Map(trees.flatMap((tree) => tree.questions.map((one) => [one.id, { ...one, tree: tree.id }])))
	const outcomes = new Set(trees.flatMap((tree) => tree.outcomes.map(({ id }) => id)))
	const taken = new Map<string, string>()
	const reached = new Set<string>()
	const reach = (id: string) => {
		if (reached.has(`questions.${id}`)) return
		reached.add(`questions.${id}`)
		for (const answer of questions.get(id)?.answers ?? []) {
			if (answer.outcome !== undefined) reached.add(`outcomes.${answer.outcome}`)
			if (answer.question !== undefined) reach(answer.question)
		}
	}

	for (const tree of trees) {
		const report = (node: string, message: string) => problems.push({ tree: tree.id, node, message })
		const claim = (node: string) => {
			const owner = taken.get(node)
			if (owner !== undefined)
				report(node, `the id stands twice, here and in ${owner}. Ids are unique among all trees: rename one.`)
			taken.set(node, tree.id)
		}
		for (const { id } of tree.outcomes) claim(`outcomes.${id}`)
		for (const question of tree.questions) {
			const node = `questions.${question.id}`
			claim(node)
			if (question.id === FROM) report(node, `${FROM} is kept for addresses. Give the question another id.`)
			const ids = question.answers.map(({ id }) => id)
			for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
				report(`${node}.answers.${id}`, 'the answer stands twice. Rename one.')
			if (ids.length < 2) report(node, 'it has fewer than two answers: a dead end. Add answers or remove the question.')
			if (!ids.includes(CANT_TELL) && question.everybodyKnows === undefined)
				report(node, `nobody can say that they cannot tell. Add the answer ${CANT_TELL}, or say in everybodyKnows why.`)
			if (ids.includes(CANT_TELL) && question.everybodyKnows !== undefined)
				report(node, `it has the answer ${CANT_TELL} and says that everybody knows. Remove one of the two.`)
			if (question.olderLinks !== undefined && !ids.includes(question.olderLinks))
				report(
					node,
					`olderLinks names the answer ${question.olderLinks}, which it does not have. Name one of its answers.`,
				)
			for (const answer of question.answers) {
				const at = `${node}.answers.${answer.id}`
				if ((answer.question === undefined) === (answer.outcome === undefined))
					report(at, 'a dead end: it must lead to exactly one question or one outcome.')
				if (answer.question !== undefined && !questions.has(answer.question))
					report(at, `there is no question ${answer.question}. Correct the id or add the question.`)
				if (answer.outcome !== undefined && !outcomes.has(answer.outcome))
					report(at, `there is no outcome ${answer.outcome}. Correct the id or add the outcome.`)
			}
		}
		for (const outcome of tree.outcomes) {
			const node = `outcomes.${outcome.id}`
			if (outcome.verify.trim() === '') report(node, 'it does not say how to verify it. Fill verify.')
			if (outcome.fixes.length > 0 && outcome.confirm === undefined)
				report(node, 'it has fixes and no check that confirms it. Fill confirm.')
			if (outcome.fixes.length === 0 && outcome.collect.length === 0)
				report(node, 'it has no fix and nothing to collect: a dead end. Fill one of the two.')
		}

		if (!questions.has(tree.start))
			report('start', `there is no question ${tree.start}. Name the first question of the tree.`)
		const faults = new Set<string>()
		const visit = (id: string, path: readonly string[]) => {
			const question = questions.get(id)
			if (!question) return
			const fault = (message: string) => {
				if (faults.has(id)) return
				faults.add(id)
				problems.push({ tree: question.tree, node: `questions.${id}`, message })
			}
			if (path.includes(id)) {
				fault(`the path ${[...path, id].join(' → ')} comes back to itself. Lead one of its answers elsewhere.`)
				return
			}
			if (path.length === DEEPEST) {
				fault(
					`it is question ${DEEPEST + 1} on the path ${path.join(' → ')} of ${tree.id}. At most ${DEEPEST} are allowed: shorten the path.`,
				)
				return
			}
			for (const answer of question.answers) if (answer.question !== undefined) visit(answer.question, [...path, id])
		}
		visit(tree.start, [])
		reach(tree.start)
	}
	for (const [node, tree] of taken)
		if (!reached.has(node))
			problems.push({ tree, node, message: 'no path leads to it. Lead an answer to it, or remove it.' })
	return problems
}

/** A tree as it was when links to it went out: where each answer led. */
export interface PublishedTree {
	readonly tree: string
	readonly version: number
	readonly start: string
	/** By question and answer: the next question, or `=` and the outcome. */
	readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Where the answers of a tree lead, in the form in which it is published. */
export function edgesOf(tree: TreeFile): PublishedTree['answers'] {
	return Object.fromEntries(
		tree.questions.map(({ id, answers }) => [
			id,
			Object.fromEntries(
				answers.map((answer) => [
					answer.id,
					answer.outcome === undefined ? (answer.question ?? '') : `=${answer.outcome}`,
				]),
			),
		]),
	)
}

/** The tree that a published record stands for; enough of it to walk. */
export function treeOf({ start, answers }: PublishedTree) {
	const questions = Object.entries(answers).map(([id, targets]) => ({
		id,
		answers: Object.entries(targets).map(([answer, target]) =>
			target.startsWith('=') ? { id: answer, outcome: target.slice(1) } : { id: answer, question: target },
		),
	}))
	const ends = new Set(questions.flatMap((one) => one.answers.flatMap(({ outcome }) => outcome ?? [])))
	return { start, questions, outcomes: [...ends].map((id) => ({ id, causes: [] })) }
}

/** A link to a finished path, with the outcome that it promised. */
export interface PublishedLink extends Way {
	/** The question that it begins with, where that is not the first. */
	readonly from?: string
}

/** The links of a published tree: those from its start, then those that begin at a later question, as pages embed it. */
export function* linksOf(published: PublishedTree): Generator<PublishedLink> {
	const tree = treeOf(published)
	yield* waysThrough(tree)
	for (const { id } of tree.questions)
		if (id !== tree.start) for (const way of waysThrough(tree, id)) yield { from: id, ...way }
}
