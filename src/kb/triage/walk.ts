/** Walking a tree: from the answers somebody gave to the open question or the outcome. Pure; the address holds the answers. */
import type { Answer, Outcome, Question, Tree } from './tree.ts'

/** What somebody gave: in a link, in a pasted ticket text or by clicking. */
export interface Given {
	/** The question to begin with, where it is not the tree's first. */
	readonly from?: string | undefined
	/** Answer by question id, in the order given. What the tree does not know stays in it. */
	readonly answers: ReadonlyMap<string, string>
}

/** A question on the path, with the answer that counts. */
export interface Step<Q extends Question = Question> {
	readonly question: Q
	readonly answer: Q['answers'][number]
	/** Not given, but taken for granted: the link is older than the question. */
	readonly assumed: boolean
}

/** An answer that was given and does not count now: kept and shown, never dropped. */
export interface Kept {
	readonly question: string
	readonly answer: string
	/** Whether the tree has this question and this answer; the path just does not pass them. */
	readonly known: boolean
}

/** Where somebody stands in a tree. */
export interface Walk<Q extends Question = Question, O extends Outcome = Outcome> {
	readonly path: readonly Step<Q>[]
	/** The question that is open; undefined at an outcome. */
	readonly open: Q | undefined
	readonly outcome: O | undefined
	readonly kept: readonly Kept[]
	/** The most questions that can still come, the open one included. */
	readonly remaining: number
	/** Outcomes that can still be reached, by id. */
	readonly possible: ReadonlySet<string>
}

/**
 * Follows the answers from the first question.
 *
 * @param tree an assembled tree without cycles
 * @param given a `from` the tree does not know counts as none and is kept
 */
export function walk<Q extends Question, O extends Outcome>(tree: Tree<Q, O>, given: Given): Walk<Q, O> {
	const { question, outcome, below } = reader(tree)
	const from = question(given.from)
	const path: Step<Q>[] = []
	let open = from ?? question(tree.start)
	let end: O | undefined
	while (open) {
		const step = stepAt(open, given.answers, below)
		if (!step) break
		path.push(step)
		end = outcome(step.answer.outcome)
		open = question(step.answer.question)
	}
	const passed = new Set(path.filter(({ assumed }) => !assumed).map((step) => step.question.id))
	const kept = [...given.answers].flatMap(([id, answer]): Kept[] =>
		passed.has(id)
			? []
			: [{ question: id, answer, known: question(id)?.answers.some((one) => one.id === answer) ?? false }],
	)
	if (given.from !== undefined && !from) kept.unshift({ question: 'from', answer: given.from, known: false })
	const rest = open ? below(open.id) : undefined
	return {
		path,
		open,
		outcome: end,
		kept,
		remaining: rest?.depth ?? 0,
		possible: rest?.outcomes ?? new Set(end ? [end.id] : []),
	}
}

/** The answer to a question: the given one, or the assumed one where what was given lies beyond it. */
function stepAt<Q extends Question>(
	question: Q,
	answers: ReadonlyMap<string, string>,
	below: (id: string) => Below,
): Step<Q> | undefined {
	const find = (id: string | undefined) => question.answers.find((answer) => answer.id === id)
	const given = find(answers.get(question.id))
	if (given) return { question, answer: given, assumed: false }
	const older = answers.has(question.id) ? undefined : find(question.olderLinks)
	const beyond = older?.question === undefined ? undefined : below(older.question).questions
	return older && beyond && [...answers.keys()].some((id) => beyond.has(id))
		? { question, answer: older, assumed: true }
		: undefined
}

/**
 * The questions on a finished path where another answer could end elsewhere, the other answers kept; the rest made no
 * difference.
 *
 * @returns ids of questions; none while a question is open
 */
export function decisive(tree: Tree, given: Given): Set<string> {
	const { path, outcome } = walk(tree, given)
	const found = new Set<string>()
	if (!outcome) return found
	for (const { question } of path) {
		const elsewhere = question.answers.some((answer) => {
			const { possible } = walk(tree, { ...given, answers: new Map([...given.answers, [question.id, answer.id]]) })
			return possible.size > 1 || !possible.has(outcome.id)
		})
		if (elsewhere) found.add(question.id)
	}
	return found
}

/** The causes that some outcomes name, by KB number. */
export function causesOf(tree: Tree, outcomes: ReadonlySet<string>): Set<string> {
	return new Set(tree.outcomes.filter(({ id }) => outcomes.has(id)).flatMap(({ causes }) => causes))
}

/** What lies below a question. */
interface Below {
	/** Questions on the longest path, the question itself included. */
	readonly depth: number
	readonly questions: ReadonlySet<string>
	readonly outcomes: ReadonlySet<string>
}

function reader<Q extends Question, O extends Outcome>(tree: Tree<Q, O>) {
	const questions = new Map(tree.questions.map((one) => [one.id, one]))
	const outcomes = new Map(tree.outcomes.map((one) => [one.id, one]))
	const known = new Map<string, Below>()
	const below = (id: string): Below => {
		const found = known.get(id)
		if (found) return found
		const parts: Below[] = []
		const ends = new Set<string>()
		for (const answer of questions.get(id)?.answers ?? []) {
			if (answer.question !== undefined) parts.push(below(answer.question))
			if (answer.outcome !== undefined) ends.add(answer.outcome)
		}
		const made: Below = {
			depth: 1 + Math.max(0, ...parts.map(({ depth }) => depth)),
			questions: new Set([id, ...parts.flatMap((part) => [...part.questions])]),
			outcomes: new Set([...ends, ...parts.flatMap((part) => [...part.outcomes])]),
		}
		known.set(id, made)
		return made
	}
	return {
		question: (id = '') => questions.get(id),
		outcome: (id = '') => outcomes.get(id),
		below,
	}
}

/** A way through a tree: the answers by question, in order, and the outcome. */
export interface Way {
	readonly answers: readonly (readonly [question: string, answer: string])[]
	readonly outcome: string
}

/**
 * Every way from a question to an outcome.
 *
 * @param from the first question; the tree's own if left out
 */
export function* waysThrough(tree: Tree, from: string = tree.start): Generator<Way> {
	const questions = new Map(tree.questions.map((one) => [one.id, one.answers]))
	function* go(id: string, answers: Way['answers']): Generator<Way> {
		for (const answer of questions.get(id) ?? ([] as readonly Answer[])) {
			const so: Way['answers'] = [...answers, [id, answer.id]]
			if (answer.outcome !== undefined) yield { answers: so, outcome: answer.outcome }
			else if (answer.question !== undefined) yield* go(answer.question, so)
		}
	}
	yield* go(from, [])
}
