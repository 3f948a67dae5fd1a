/** Makes the phrases of messages ready to be looked for: what each word weighs, and by which words a phrase is found. */
import { UNSPACED } from '../text/scripts.ts'
import { createSlipForms, type SlipForms } from '../text/slips.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { namesIn } from './subject.ts'
import { type Word, words } from './words.ts'

/** A message as content knows it. */
export interface MessageRow {
	id: string
	title: string
	meaning: string
	/** Phrases of all languages, one after the other. */
	phrases: readonly string[]
	/** Many messages begin so: anything else says more. */
	general?: boolean
	/** Id of the code that clients mean by it. */
	code?: string
	/** Ids of pages, the best first. */
	to: readonly string[]
}

/** A phrase as it is looked for. */
export interface Phrase {
	message: MessageRow
	/** It holds in a text about Remote Desktop only. */
	ofSubject: boolean
	/** Ids of its words, each once. */
	terms: readonly number[]
	weights: readonly number[]
	total: number
	/** How many of its telling words may be missing, and the weight above which none may. */
	spare: number
	needed: number
	/** How many words of a text it may stretch over. */
	span: number
	/** Words of a script without spaces come as pairs of characters: their number says less. */
	dense: boolean
}

/** Phrases, ready to be looked for. */
export interface Wording {
	vocabulary: ReadonlyMap<string, number>
	/** Phrases by the words they cannot do without. */
	anchors: ReadonlyMap<number, readonly Phrase[]>
	/** The widest span of a phrase. */
	widest: number
	/** Words by the forms that a slip leaves; made when a typed text first needs it. */
	slips: () => Slips
}

/** Known words by what is left of them after a slip, and by how they begin. */
export interface Slips {
	forms: SlipForms<number>
	stems: ReadonlyMap<string, readonly { word: string; id: number }[]>
}

/** How much of a phrase's weight must be there. */
export const ENOUGH = 0.72
/** Words of less weight hold a sentence together; none is missed. */
export const FILLER = 1.2
/** One telling word among so many may be missing. */
const WORDS_FOR_ONE = 4
/** A word that is one slip or an ending off counts less. */
export const SLIPPED = 0.88
/** Shorter words have too many neighbours for one slip. */
const SHORTEST_SLIP = 5
/** Phrases by the words they cannot do without; a word weighs by how few phrases of all languages hold it. */
export function createWording(messages: readonly MessageRow[]): Wording {
	const vocabulary = new Map<string, number>()
	const frequency: number[] = []
	const cut = messages.flatMap((message) =>
		message.phrases.map((phrase) => {
			const { kept: found, ofSubject, whole, length } = withoutSubject(phrase)
			const terms = [...new Set(found.map(({ word }) => word))].map((word) => {
				const id = vocabulary.get(word) ?? vocabulary.size
				vocabulary.set(word, id)
				frequency[id] = (frequency[id] ?? 0) + 1
				return id
			})
			return { message, terms, ofSubject, whole, dense: found.some(({ dense }) => dense), length }
		}),
	)
	const byId = [...vocabulary.keys()]
	const anchors = new Map<number, Phrase[]>()
	for (const { message, terms, ofSubject, whole, dense, length } of cut) {
		const weights = terms.map((id) => weightOf(byId[id] ?? '', frequency[id] ?? 1, cut.length))
		const total = weights.reduce((sum, weight) => sum + weight, 0)
		const telling = terms.filter((id) => !isFiller(byId[id] ?? '')).length
		const spare = whole ? 0 : Math.floor((dense ? terms.length - 1 : telling) / WORDS_FOR_ONE)
		const needed = dense
			? Number.POSITIVE_INFINITY
			: ([...weights].sort((a, b) => b - a)[Math.ceil(telling / 2) - 1] ?? 0)
		const phrase: Phrase = {
			message,
			ofSubject,
			terms,
			weights,
			total,
			spare,
			needed,
			span: spanOf(length, dense),
			dense,
		}
		for (const id of anchorsOf(phrase)) {
			const phrases = anchors.get(id)
			if (phrases) phrases.push(phrase)
			else anchors.set(id, [phrase])
		}
	}
	let slips: Slips | undefined
	return {
		vocabulary,
		anchors,
		widest: Math.max(0, ...[...anchors.values()].map((phrases) => Math.max(...phrases.map(({ span }) => span)))),
		slips: () => {
			slips ??= slipsOf(vocabulary)
			return slips
		},
	}
}

/** So many words, or pairs of characters, must be left of a phrase without the words that only name the subject. */
const FEWEST = { words: 2, dense: 2 }

/**
 * Words such as "RDP" stand anywhere in a ticket, not beside the words that tell: a phrase that holds them is looked for
 * without them, in texts about Remote Desktop. One that would have too little left is looked for whole.
 */
function withoutSubject(phrase: string): { kept: Word[]; ofSubject: boolean; whole: boolean; length: number } {
	const all = words(phrase)
	const subject = namesIn(phrase, all)
	const kept = all.filter((_, i) => !subject.has(i))
	const telling = kept.filter(({ word }) => !isFiller(word))
	const enough = kept.some(({ dense }) => dense) ? FEWEST.dense : FEWEST.words
	const whole = subject.size > 0 && telling.length < enough
	return { kept: whole ? all : kept, ofSubject: subject.size > 0, whole, length: all.length }
}

/** How many words of a text a phrase may stretch over: names and line breaks stand between its words. */
function spanOf(length: number, dense: boolean): number {
	if (dense) return length + 8
	return length <= 2 ? length + 1 : 2 * length + 3
}

/** Rare words say most; those that hold a sentence together next to nothing. */
function weightOf(word: string, frequency: number, phrases: number): number {
	const rarity = Math.log(1 + phrases / frequency)
	return isFiller(word) ? rarity * 0.12 : rarity
}

const isFiller = (word: string) => STOP_WORDS.has(word) || (word.length === 1 && !UNSPACED.test(word))

/** The heaviest words, one of which any sufficient match must hold. */
function anchorsOf({ terms, weights, total }: Phrase): number[] {
	const heaviest = terms.map((id, i) => ({ id, weight: weights[i] ?? 0 })).sort((a, b) => b.weight - a.weight)
	const found: number[] = []
	let rest = total
	for (const { id, weight } of heaviest) {
		if (rest < ENOUGH * SLIPPED * total) break
		found.push(id)
		rest -= weight
	}
	return found
}

/** A known word that is one slip away (a letter wrong, missing, doubled or swapped), or the same word with another ending. */
export function nearest({ forms, stems }: Slips, word: string): number | undefined {
	if (word.length < SHORTEST_SLIP || word.length > 24 || /^\d/.test(word)) return
	return forms.find(word) ?? stems.get(word.slice(0, STEM))?.find((known) => sameStem(known.word, word))?.id
}

/** Words of one stem share their beginning; languages differ in the endings. */
const STEM = 5
function sameStem(a: string, b: string): boolean {
	let shared = STEM
	while (shared < a.length && a[shared] === b[shared]) shared++
	return shared >= 0.7 * Math.max(a.length, b.length) && Math.abs(a.length - b.length) <= 4
}

function slipsOf(vocabulary: ReadonlyMap<string, number>): Slips {
	const known = [...vocabulary].filter(([word]) => word.length >= SHORTEST_SLIP)
	const stems = new Map<string, { word: string; id: number }[]>()
	for (const [word, id] of known) {
		const stem = word.slice(0, STEM)
		stems.set(stem, [...(stems.get(stem) ?? []), { word, id }])
	}
	return { forms: createSlipForms(known), stems }
}
