/** What the search page knows before it asks the index: the words of all pages, how common they are, and synonyms. */
import { readNumber } from '../numbers.ts'
import { fold } from '../text/fold.ts'
import { isUnspaced, partsOf, stem, tokensOf } from './tokens.ts'

/** One name of the guide, and what people call it. */
export interface SynonymGroup {
	term: string
	also: readonly string[]
}

/** The file as it is sent: words by how common they are (places of the list: powers of two), each list sorted. */
export interface PackedWords {
	pages: number
	words: string[]
	/** Folded; a line for each group, the guide's name first, names separated by a bar. */
	synonyms: string
}

export interface Phrase {
	words: readonly string[]
	group: Group
}
export interface Group {
	term: readonly string[]
	/** Other names that pages use, too. */
	used: readonly (readonly string[])[]
}

export interface Words {
	/** How many pages there are. */
	pages: number
	/** Each word, with about how many pages hold it. */
	counts: ReadonlyMap<string, number>
	/** The same by stem: the commonest of its words counts. */
	stems: ReadonlyMap<string, number>
	/** Names in scripts with words, the longest first. */
	phrases: readonly Phrase[]
	/** Names that are found as a string of characters, the longest first. */
	strings: readonly { text: string; group: Group }[]
	/** Words that stand in a name of some group. */
	named: ReadonlySet<string>
}

/** The words of a text as the index has them: whole, and the parts of names. */
export function indexWords(text: string): string[] {
	return tokensOf(text).flatMap(({ raw, word }) => [word, ...partsOf(raw)])
}

/** A word that can be looked up by itself. Numbers and names of constants have a table of their own. */
const counts = (word: string) =>
	word.length > 1 && word.length < 40 && /^\p{L}[\p{L}\p{N}]*$/u.test(word) && readNumber(word).length === 0

/** @param pages the text of every page */
export function packWords(pages: readonly string[], groups: readonly SynonymGroup[]): PackedWords {
	// One word stands for all that have its stem: the shortest.
	const found = new Map<string, { word: string; pages: number }>()
	for (const text of pages) {
		const words = new Map<string, string>()
		for (const word of indexWords(text)) {
			if (!counts(word)) continue
			const root = stem(word)
			const other = words.get(root)
			if (other === undefined || word.length < other.length) words.set(root, word)
		}
		for (const [root, word] of words) {
			const known = found.get(root)
			if (!known) found.set(root, { word, pages: 1 })
			else {
				known.pages++
				if (word.length < known.word.length) known.word = word
			}
		}
	}
	const lists: string[][] = []
	for (const { word, pages } of [...found.values()].sort((a, b) => (a.word < b.word ? -1 : 1))) {
		const place = Math.floor(Math.log2(pages))
		lists[place] ??= []
		lists[place]?.push(word)
	}
	return {
		pages: pages.length,
		words: Array.from(lists, (list) => (list ?? []).join(' ')),
		synonyms: groups.map(({ term, also }) => [term, ...also].map(fold).join('|')).join('\n'),
	}
}

/** The words as the search looks them up; a word counts as many pages as its list says. */
export function unpackWords(packed: PackedWords): Words {
	const counts = new Map<string, number>()
	const stems = new Map<string, number>()
	packed.words.forEach((list, place) => {
		for (const word of list.split(' ').filter(Boolean)) {
			counts.set(word, 2 ** place)
			const root = stem(word)
			stems.set(root, Math.max(stems.get(root) ?? 0, 2 ** place))
		}
	})
	const phrases: Phrase[] = []
	const strings: { text: string; group: Group }[] = []
	for (const line of packed.synonyms.split('\n').filter(Boolean)) {
		const all = line.split('|')
		const names = all.filter((name) => !isUnspaced(name)).map((name) => tokensOf(name).map(({ word }) => word))
		const used = names.slice(1).filter((words) => words.every((word) => stems.has(stem(word))))
		const group: Group = { term: names[0] ?? [], used }
		for (const words of names) phrases.push({ words, group })
		for (const name of all.filter(isUnspaced)) strings.push({ text: name.replace(/\s+/g, ''), group })
	}
	phrases.sort((a, b) => b.words.length - a.words.length)
	strings.sort((a, b) => b.text.length - a.text.length)
	const named = new Set(phrases.flatMap(({ words }) => words))
	return { pages: packed.pages, counts, stems, phrases, strings, named }
}

/** Whether two words of a language with endings are the same: a long common beginning, short different ends. */
export function alike(a: string, b: string): boolean {
	if (stem(a) === stem(b)) return true
	const short = Math.min(a.length, b.length)
	if (short < 4) return false
	let shared = 0
	while (shared < short && a[shared] === b[shared]) shared++
	const tail = Math.max(a.length, b.length) - shared
	return shared >= 4 && short - shared <= 2 && tail <= (shared < 6 ? (/^[a-z]+$/.test(a) ? 2 : 3) : shared < 8 ? 3 : 4)
}
