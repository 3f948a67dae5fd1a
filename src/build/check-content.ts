/**
 * Checks the whole content: every file against its schema, every reference against what exists, ids against each other.
 * A mistake stops the build with file, field and what to do; all mistakes are named in one run.
 */
import { checkBodies } from './check-bodies.ts'
import { checkHistories } from './check-histories.ts'
import { checkRedirects } from './check-redirects.ts'
import { checkReferences } from './check-references.ts'
import { checkSettings } from './check-settings.ts'
import { checkSources } from './check-sources.ts'
import { checkTrees } from './check-trees.ts'
import { collectKnown } from './known.ts'
import { type Content, type Problem, readContent } from './read-content.ts'

/**
 * @param root the project's root
 * @returns the content that parsed, and every problem found, each once; the build must not go on when there is one
 */
export function checkContent(root: string): { content: Content; problems: Problem[] } {
	const { content, problems, incomplete } = readContent(root)
	const { known, problems: idProblems } = collectKnown(content, incomplete)
	const all = [
		...problems,
		...idProblems,
		...checkReferences(content, known),
		...checkBodies(content, known, root),
		...checkSettings(content),
		...checkTrees(content, incomplete),
		...checkRedirects(content, known),
		...checkHistories(content),
		// Where a file could not be read, what it cites is not known.
		...(incomplete.size === 0 ? checkSources(content) : []),
	]
	const lines = all.map(toLine)
	return { content, problems: all.filter((problem, i) => lines.indexOf(toLine(problem)) === i) }
}

/** The problems as text for a terminal, one a line, sorted by file. */
export function formatProblems(problems: Problem[]): string {
	return problems.map(toLine).sort().join('\n')
}

/** How many they are, as in "1 mistake in content/". */
export function countProblems({ length }: Problem[]): string {
	return `${length} ${length === 1 ? 'mistake' : 'mistakes'} in content/`
}

function toLine({ file, field, message }: Problem): string {
	return field ? `${file}: ${field}: ${message}` : `${file}: ${message}`
}
