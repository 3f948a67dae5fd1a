/** The answers in an address: `?relay=no&scope=one-host`, by question id, in any order. */
import type { Tree } from './tree.ts'
import { type Given, walk } from './walk.ts'

/** The name that no question may have: where the path begins. */
export const FROM = 'from'

/**
 * Reads what a link gave.
 *
 * @param search the query of an address, with or without `?`. A name that stands twice counts once, the first time
 * @param mine names to read; all of them if left out. A page that holds a tree and is not the tree's own leaves the others alone
 */
export function readAddress(search: string, mine?: (name: string) => boolean): Given {
	const answers = new Map<string, string>()
	let from: string | undefined
	for (const [name, value] of new URLSearchParams(search)) {
		if (name === FROM) from ??= value
		else if (!answers.has(name) && (mine?.(name) ?? true)) answers.set(name, value)
	}
	return { from, answers }
}

/**
 * The one spelling of a state: where it begins, the answers on the path in its order, then those kept.
 *
 * @returns a query without `?`; empty where nothing was given
 */
export function writeAddress(tree: Tree, given: Given): string {
	const { path, kept } = walk(tree, given)
	// It leaves no bracket or quotation mark as it is, at which a reader of a ticket text would end the link.
	return new URLSearchParams([
		...(given.from === undefined || given.from === tree.start ? [] : [[FROM, given.from]]),
		...path.filter(({ assumed }) => !assumed).map(({ question, answer }) => [question.id, answer.id]),
		...kept
			.filter(({ question }) => question !== FROM)
			.map(({ question, answer }) => [question, answer])
			.sort(),
	]).toString()
}
