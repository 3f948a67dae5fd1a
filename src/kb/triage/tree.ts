/** What a decision tree is for the engine: ids and where answers lead. Content adds words; nothing here knows a particular tree. */

/** One answer to a question, and where it leads. */
export interface Answer {
	readonly id: string
	/** The question or the outcome it leads to: exactly one of the two. */
	readonly question?: string | undefined
	readonly outcome?: string | undefined
}

/** A question with its answers, in the order in which they are shown. */
export interface Question {
	readonly id: string
	readonly answers: readonly Answer[]
	/** The answer that links made before the question existed are taken to have given. */
	readonly olderLinks?: string | undefined
}

/** Where a path ends. */
export interface Outcome {
	readonly id: string
	/** KB numbers of the causes it names. */
	readonly causes: readonly string[]
}

/** Questions and outcomes, begun at one question. `Q` and `O` carry what a caller adds: words, links, elements. */
export interface Tree<Q extends Question = Question, O extends Outcome = Outcome> {
	/** Id of the first question. */
	readonly start: string
	readonly questions: readonly Q[]
	readonly outcomes: readonly O[]
}

/** A file of content: a tree whose answers may lead to questions and outcomes of other files. */
export interface TreeFile<Q extends Question = Question, O extends Outcome = Outcome> extends Tree<Q, O> {
	readonly id: string
}

/** A question or outcome with the id of the tree whose file holds it: there it has its address. */
export type Owned<T> = T & { readonly tree: string }

/**
 * A tree with everything that its answers reach, so that a path never leaves it: its own questions and outcomes first, then
 * those it borrows, in the order in which they are met. Ids are unique among all trees.
 *
 * @param trees all trees, the given one among them; ids that none of them has are left out
 */
export function assemble<Q extends Question, O extends Outcome, F extends TreeFile<Q, O>>(
	tree: F,
	trees: readonly TreeFile<Q, O>[],
): Omit<F, 'questions' | 'outcomes'> & Tree<Owned<Q>, Owned<O>> {
	const owned = <T extends { readonly id: string }>(of: (file: TreeFile<Q, O>) => readonly T[]) =>
		new Map(trees.flatMap((file) => of(file).map((part) => [part.id, { ...part, tree: file.id }] as const)))
	const questions = owned((file) => file.questions)
	const outcomes = owned((file) => file.outcomes)
	const reached = new Set(tree.questions.map(({ id }) => id))
	const ends = new Set(tree.outcomes.map(({ id }) => id))
	// A set is walked in the order of adding, also while it grows.
	for (const id of reached)
		for (const answer of questions.get(id)?.answers ?? []) {
			if (answer.question !== undefined) reached.add(answer.question)
			if (answer.outcome !== undefined) ends.add(answer.outcome)
		}
	const all = <T>(ids: Set<string>, parts: Map<string, T>) => [...ids].flatMap((id) => parts.get(id) ?? [])
	return { ...tree, questions: all(reached, questions), outcomes: all(ends, outcomes) }
}
