/** Cuts queries and pages into words, names into their parts, and words down to their stems. */
import { fold } from '../text/fold.ts'
import { UNSPACED_CLASS } from '../text/scripts.ts'

/** A word as it stands in a text, with its place. */
export interface Token {
	raw: string
	word: string
	index: number
}

/** The words of a text in their order. An underscore joins, as in the names of constants. */
export function tokensOf(text: string): Token[] {
	return [...text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)].map(({ 0: raw, index }) => ({ raw, word: fold(raw), index }))
}

/** The parts of a name such as fDenyTSConnections, single letters left out; empty where it is one word. */
export function partsOf(raw: string): string[] {
	const parts = raw
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.split(/[\s_]+/)
	return parts.length < 2 ? [] : parts.filter((part) => part.length > 1).map(fold)
}

const RUN = new RegExp(`[${UNSPACED_CLASS}]+(?:\\s+[${UNSPACED_CLASS}]+)*`, 'gu')

/** Stretches of a text in scripts that are compared by characters, spaces left out, and the text without them. */
export function splitUnspaced(text: string): { runs: string[]; rest: string } {
	return { runs: (text.match(RUN) ?? []).map((run) => run.replace(/\s+/g, '')), rest: text.replace(RUN, ' ') }
}

/** Whether a phrase is compared by characters. */
export const isUnspaced = (text: string) => text.search(RUN) >= 0

/** A word without the commonest English endings: equal stems are the same word. Names with digits keep theirs. */
export function stem(word: string): string {
	if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
	let root = word
	if (/ies$/.test(root)) root = root.replace(/ies$/, 'y')
	else if (/(?:ch|sh|ss|x)es$/.test(root)) root = root.slice(0, -2)
	else if (/[^sui]s$/.test(root)) root = root.slice(0, -1)
	if (/.{3}ing$/.test(root)) root = root.slice(0, -3)
	else if (/.{2}[^e]ed$/.test(root)) root = root.slice(0, -2)
	root = root.replace(/([^aeiouls])\1$/, '$1')
	return root.length > 4 ? root.replace(/e$/, '') : root
}
