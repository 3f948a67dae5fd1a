/**
 * Reads a query as concepts: what each of its words or phrases means, by which words pages may say it, and how much it
 * tells. Words are mended against the words of the guide; codes and names with digits never are.
 */
import { readNumber, toAscii, toHex } from '../numbers.ts'
import { fold } from '../text/fold.ts'
import { correct, slipsAllowed } from '../text/slips.ts'
import { GENERIC_WORDS, QUERY_STOP_WORDS } from '../text/stop-words.ts'
import { partsOf, splitUnspaced, stem, type Token, tokensOf } from './tokens.ts'
import { alike, type Group, type Words } from './words.ts'

/** One way of saying a concept: words that stand together. */
export interface Variant {
	words: readonly string[]
	/** 1 for what was typed, less for what stands in for it. */
	worth: number
	/** The last word may go on: somebody typed its beginning. */
	open?: boolean
}

export interface Concept {
	variants: readonly Variant[]
	/** How much it tells: the rarer on the pages, the more. */
	weight: number
}

export interface Plan {
	concepts: readonly Concept[]
	/** All words as they were understood, in their order, for closeness to a title. */
	words: readonly string[]
	/** What was mended, in the order of the query. */
	corrections: readonly { from: string; to: string }[]
	/** Words that no page has. */
	unknown: readonly string[]
	/** The query as it was understood, where something was mended. */
	mended?: string
}

/** How many concepts are looked up; a longer text belongs into the decoder. */
const MOST = 16
const LONGEST = 40

/** A stand-in counts nearly as much as the word itself. */
const STAND_IN = 0.9

/** Small numbers and versions tell little. */
const NUMBER = 1.5

interface Word {
	word: string
	token: Token
	/** Parts of a name, looked up together. */
	parts?: readonly string[]
	open?: boolean
	known: boolean
}

/** @param asTyped true looks up exactly what stands there, mending nothing */
export function planQuery(query: string, words: Words, asTyped = false): Plan {
	const { runs, rest } = splitUnspaced(toAscii(query))
	const corrections: { from: string; to: string }[] = []
	const unknown: string[] = []
	const readings = tokensOf(rest)
		.slice(0, LONGEST)
		.map((token): Word => {
			const read = asTyped ? asItStands(token, words) : readWord(token, words)
			if (read.word !== token.word && !read.parts) corrections.push({ from: token.raw, to: read.word })
			return read
		})
	const concepts: Concept[] = []
	const generic: Concept[] = []
	const add = (concept: Concept | undefined, plain: boolean) => {
		if (concept) (plain ? generic : concepts).push(concept)
	}
	for (const group of groupsIn(runs, words)) add(ofGroup(group, [], words), isGeneric(group.term))
	for (let i = 0; i < readings.length; ) {
		const phrase = phraseAt(readings, i, words)
		if (phrase) {
			const typed = readings.slice(i, i + phrase.length).map(({ word }) => word)
			add(ofGroup(phrase.group, typed, words), isGeneric(phrase.group.term))
			i += phrase.length
			continue
		}
		const reading = readings[i]
		i++
		if (!reading) continue
		const { word, token, parts, open, known } = reading
		if (QUERY_STOP_WORDS.has(word)) continue
		if (/\d/.test(word) && readNumber(word).length > 0) add(ofNumber(word), false)
		else if (!known) unknown.push(token.raw)
		else add(ofWord(parts ?? [word], open === true, words), GENERIC_WORDS.has(word))
	}
	const mended = corrections.length > 0 ? mend(rest, readings) : undefined
	return {
		concepts: (concepts.length > 0 ? concepts : generic).slice(0, MOST),
		words: readings.map(({ word }) => word),
		corrections,
		unknown,
		...(mended === undefined ? {} : { mended }),
	}
}

function asItStands(token: Token, words: Words): Word {
	return { word: token.word, token, known: words.stems.has(stem(token.word)) }
}

/** What a word was meant to be: itself, a name in parts, a beginning, a name without its first letter, a slip. */
function readWord(token: Token, words: Words): Word {
	const { word, raw } = token
	const known = (text: string) => words.stems.has(stem(text))
	if (known(word) || QUERY_STOP_WORDS.has(word) || GENERIC_WORDS.has(word)) return { word, token, known: known(word) }
	if (/\d/.test(word)) return { word, token, known: false }
	if (words.named.has(word)) return { word, token, known: false }
	const near = (most: number) => correct(word, words.counts, most)
	const slip = near(Math.min(1, slipsAllowed(word)))
	if (slip === undefined && [...words.named].some((name) => alike(name, word))) return { word, token, known: false }
	const parts = partsOf(raw)
	if (parts.length > 0 && parts.every(known)) return { word, token, parts, known: true }
	const every = [...words.counts.keys()]
	if (word.length > 3 && every.some((other) => other.startsWith(word))) return { word, token, open: true, known: true }
	const inside = word.length > 6 ? every.find((other) => other.length > word.length && other.endsWith(word)) : undefined
	if (inside) return { word: inside, token, known: true }
	if (slip) return { word: slip, token, known: known(slip) }
	for (let cut = 3; cut <= word.length - 3; cut++) {
		const halves = [word.slice(0, cut), word.slice(cut)]
		if (halves.every((half) => known(half) || words.named.has(half))) return { word, token, parts: halves, known: true }
	}
	const further = near(slipsAllowed(word)) ?? correct(word, candidates(words))
	return further ? { word: further, token, known: known(further) } : { word, token, known: false }
}

/** Words of names in other languages, with slips, too. */
const candidates = ({ named }: Words) => [...named].map((name): [string, number] => [name, 1])

/** The groups whose names stand in text without spaces, each character used once. */
function groupsIn(runs: readonly string[], words: Words): Group[] {
	const found: { at: number; group: Group }[] = []
	let text = fold(runs.join('\n'))
	for (const { text: name, group } of words.strings) {
		const at = text.indexOf(name)
		if (at < 0) continue
		found.push({ at, group })
		text = text.split(name).join('\n'.repeat(name.length))
	}
	return [...new Set(found.sort((a, b) => a.at - b.at).map(({ group }) => group))]
}

/** The longest name of a group that begins at a place; of two as long, the one that stands there without other endings. */
function phraseAt(readings: readonly Word[], at: number, words: Words): { group: Group; length: number } | undefined {
	let found: { group: Group; length: number } | undefined
	for (const { words: name, group } of words.phrases) {
		if (found && name.length < found.length) break
		const here = name.map((_, i) => readings[at + i])
		if (here.every((reading, i) => reading && !reading.parts && reading.word === name[i]))
			return { group, length: name.length }
		if (!found && here.every((reading, i) => reading && !reading.parts && fits(name[i] ?? '', reading)))
			found = { group, length: name.length }
	}
	if (found) return found
	const halves = readings[at]?.parts
	if (!halves) return undefined
	const group = words.phrases.find(
		({ words: name }) => name.length === halves.length && name.every((part, i) => stem(part) === stem(halves[i] ?? '')),
	)
	return group && { group: group.group, length: 1 }
}

/** Endings are forgiven: those of English in any word, others in words that no page has. */
const fits = (part: string, { word, known }: Word) =>
	stem(part) === stem(word) || (!known && !/\d/.test(part) && alike(part, word))

const isGeneric = (term: readonly string[]) => term.every((word) => GENERIC_WORDS.has(word))

/** The term of the guide, what was typed where pages say it, and other names that pages use. */
function ofGroup({ term, used }: Group, typed: readonly string[], words: Words): Concept | undefined {
	const same = (a: readonly string[], b: readonly string[]) => a.map(stem).join(' ') === b.map(stem).join(' ')
	const says = (variant: readonly string[]) =>
		variant.length > 0 && variant.every((word) => words.stems.has(stem(word)))
	const names = [
		...(says(typed) && !same(typed, term) ? [{ words: typed, worth: 1 }] : []),
		...(says(term) ? [{ words: term, worth: same(typed, term) ? 1 : STAND_IN }] : []),
		...used.filter((name) => !same(name, typed)).map((name) => ({ words: name, worth: STAND_IN * STAND_IN })),
	]
	if (names.length === 0) return undefined
	const weights = names.slice(0, 2).map(({ words: name }) => rarity(name, words))
	return { variants: names.slice(0, 5), weight: Math.min(...weights) }
}

function ofNumber(word: string): Concept {
	const [reading] = readNumber(word)
	const hex = reading && /^0x|^\d{3,}$/.test(word) ? readNumber(word).map(({ value }) => toHex(value)) : []
	const variants = [word, ...hex.filter((spelling) => spelling !== word)].map((spelling) => ({
		words: [spelling],
		worth: 1,
	}))
	return { variants, weight: /^0x|\d{3}/.test(word) ? 2 * NUMBER : NUMBER }
}

function ofWord(parts: readonly string[], open: boolean, words: Words): Concept {
	const [first = ''] = parts
	const seen = open ? [...words.counts.keys()].filter((word) => word.startsWith(first)) : parts
	return {
		variants: [{ words: parts, worth: 1, ...(open ? { open } : {}) }],
		weight: open ? Math.max(...seen.map((word) => rarity([word], words))) : rarity(parts, words),
	}
}

/** The inverse document frequency of the rarest word. */
function rarity(parts: readonly string[], { stems, pages }: Words): number {
	return Math.max(...parts.map((word) => Math.log2(1 + pages / (stems.get(stem(word)) ?? 1))))
}

/** The query with its mended words in place. */
function mend(text: string, readings: readonly Word[]): string {
	let mended = text
	for (const { word, token, parts } of [...readings].reverse())
		if (word !== token.word && !parts)
			mended = mended.slice(0, token.index) + word + mended.slice(token.index + token.raw.length)
	return mended.trim().replace(/\s+/g, ' ')
}
