/** Slips of the keyboard: how far two words are apart, and the known word that an unknown one was meant to be. */

/**
 * How many slips lie between two words: a letter too much, too few, another, or two that changed places (optimal string
 * alignment, the restricted Damerau distance).
 *
 * @param most what is larger need not be counted
 * @returns the number, or `most + 1` as soon as it is larger than `most`
 */
export function slipsBetween(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
	if (Math.abs(a.length - b.length) > most) return most + 1
	let before: number[] = []
	let row = Array.from({ length: b.length + 1 }, (_, i) => i)
	for (let i = 1; i <= a.length; i++) {
		const next = [i]
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1
			let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				slips = Math.min(slips, (before[j - 2] ?? 0) + 1)
			next.push(slips)
		}
		// Two letters that changed places reach back over one row.
		if (Math.min(...next) > most && Math.min(...row) >= most) return most + 1
		before = row
		row = next
	}
	return Math.min(row[b.length] ?? 0, most + 1)
}

/** How many slips a word may hold: the shorter it is, the sooner it becomes another word. */
export const slipsAllowed = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/**
 * The known word nearest to one that is not known. What holds a digit is a code or a name and is never corrected.
 *
 * @param known words with how common each is; of two equally near the commoner wins
 * @param most slips at most; without it, what the length allows
 */
export function correct(
	word: string,
	known: Iterable<readonly [word: string, pages: number]>,
	most = slipsAllowed(word),
): string | undefined {
	if (most < 1 || !/^\p{L}+$/u.test(word)) return undefined
	let best: { word: string; slips: number; pages: number } | undefined
	for (const [candidate, pages] of known) {
		if (!sameStart(word, candidate) || !/^\p{L}+$/u.test(candidate)) continue
		const slips = slipsBetween(word, candidate, best?.slips ?? most)
		if (slips > most) continue
		if (!best || slips < best.slips || (slips === best.slips && pages > best.pages))
			best = { word: candidate, slips, pages }
	}
	return best?.word
}

/** People hit the first letter, or swap the first two. Words of six letters and more may miss it. */
function sameStart(a: string, b: string): boolean {
	return a[0] === b[0] || a.length >= 6 || (a[0] === b[1] && a[1] === b[0])
}

/** A word without one of its letters, each in turn. */
export const withoutOneLetter = (word: string): string[] =>
	Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1))

/** Known words by what is left of them after a slip: two words one slip apart share such a form. */
export interface SlipForms<T> {
	/** What a word stands for that is a known one, or one slip away from one: a letter wrong, missing, added or swapped. */
	find(word: string): T | undefined
}

/**
 * @param known words with what they stand for; where two share a form the first has it
 */
export function createSlipForms<T>(known: Iterable<readonly [word: string, meaning: T]>): SlipForms<T> {
	const forms = new Map<string, T>()
	for (const [word, meaning] of known)
		for (const form of [word, ...withoutOneLetter(word)]) if (!forms.has(form)) forms.set(form, meaning)
	return {
		find(word) {
			const own = forms.get(word)
			if (own !== undefined) return own
			for (let i = 0; i < word.length; i++) {
				const found = forms.get(word.slice(0, i) + word.slice(i + 1))
				if (found !== undefined) return found
			}
			return
		},
	}
}
