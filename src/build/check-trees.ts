/** A tree leads somewhere from everywhere: no unknown target, no question or outcome that nothing reaches, no cycle, not too deep. */
import type { DataOf } from '../schemas/index.ts'
import type { Content, Problem } from './read-content.ts'

/** More questions than this on one path, and an agent on the phone has lost the user. */
const DEEPEST = 7

export function checkTrees(content: Content): Problem[] {
	const questions = new Map(content.triage.map(({ data }) => [data.id, data.questions.map(({ id }) => id)]))
	const entries = content.pairs.flatMap(({ file, data: { triage, triageAt } }) =>
		triageAt === undefined || (triage !== undefined && questions.get(triage)?.includes(triageAt) !== false)
			? []
			: [
					{
						file,
						field: 'triageAt',
						message: `there is no question ${triageAt} in the tree ${triage ?? '(none is named)'}. Name one of its questions.`,
					},
				],
	)
	const trees = content.triage.flatMap(({ file, data }) =>
		treeProblems(data).map(({ field, message }) => ({ file, field, message })),
	)
	return [...entries, ...trees]
}

function treeProblems(tree: DataOf<'triage'>): Omit<Problem, 'file'>[] {
	const problems: Omit<Problem, 'file'>[] = []
	const questions = new Map(tree.questions.map((question) => [question.id, question]))
	const outcomes = new Set(tree.outcomes.map((outcome) => outcome.id))
	const twice = (ids: string[], what: string) => {
		for (const id of ids.filter((id, i) => ids.indexOf(id) !== i))
			problems.push({ field: what, message: `the ${what.replace(/s$/, '')} ${id} stands twice. Rename one.` })
	}
	twice(
		tree.questions.map(({ id }) => id),
		'questions',
	)
	twice(
		tree.outcomes.map(({ id }) => id),
		'outcomes',
	)

	const reached = new Set<string>()
	const visit = (id: string, path: string[]): void => {
		const question = questions.get(id)
		if (!question) return
		if (path.includes(id)) {
			problems.push({
				field: `questions.${id}`,
				message: `the path ${[...path, id].join(' → ')} comes back to itself. Lead one of its answers elsewhere.`,
			})
			return
		}
		if (path.length === DEEPEST) {
			problems.push({
				field: `questions.${id}`,
				message: `it is question ${DEEPEST + 1} on the path ${path.join(' → ')}. At most ${DEEPEST} are allowed: shorten the path.`,
			})
			return
		}
		reached.add(id)
		twice(
			question.answers.map((answer) => answer.id),
			`questions.${id}.answers`,
		)
		for (const answer of question.answers) {
			const target = answer.question ?? answer.outcome ?? ''
			const field = `questions.${id}.answers.${answer.id}`
			if (answer.question !== undefined && !questions.has(target))
				problems.push({ field, message: `there is no question ${target}. Correct the id or add the question.` })
			if (answer.outcome !== undefined && !outcomes.has(target))
				problems.push({ field, message: `there is no outcome ${target}. Correct the id or add the outcome.` })
			if (answer.outcome !== undefined) reached.add(`outcome ${target}`)
			if (answer.question !== undefined) visit(target, [...path, id])
		}
	}
	if (!questions.has(tree.start))
		problems.push({ field: 'start', message: `there is no question ${tree.start}. Name the first question.` })
	visit(tree.start, [])
	for (const id of questions.keys())
		if (!reached.has(id))
			problems.push({ field: `questions.${id}`, message: 'no answer leads to it. Link it or remove it.' })
	for (const id of outcomes)
		if (!reached.has(`outcome ${id}`))
			problems.push({ field: `outcomes.${id}`, message: 'no answer leads to it. Link it or remove it.' })
	return problems
}
