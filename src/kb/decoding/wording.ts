/**
 * Recognises messages by their wording: the text of a dialog, a log line or a user's own words, in any language, with
 * typing errors and line breaks. Each message is known by short phrases; a phrase is found where nearly all the weight of
 * its words stands close together. Rare words weigh more than common ones, as in any search engine (inverse document
 * frequency over all phrases).
 *
 * The text is cut into words once; only words that some phrase cannot do without start a comparison, and a comparison looks
 * at a bounded stretch: linear in the length of the text.
 */

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

/** A message found in a text. */
export interface FoundMessage {
	row: MessageRow
	/** Where the words stand that gave it away. */
	index: number
	length: number
	/** How sure: all words of a long phrase; nearly all; two words or some misspelt. */
	sure: 'sure' | 'likely' | 'possible'
	/** Weight of the words that were found; more says more. */
	weight: number
	/** How much of its phrase was found, by weight; 1 is all. */
	share: number
}

interface Phrase {
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
interface Slips {
	forms: SlipForms<number>
	stems: ReadonlyMap<string, readonly { word: string; id: number }[]>
}

/** How much of a phrase's weight must be there. */
const ENOUGH = 0.72
/** Words of less weight hold a sentence together; none is missed. */
const FILLER = 1.2
/** One telling word among so many may be missing. */
const WORDS_FOR_ONE = 4
/** A word that is one slip or an ending off counts less. */
const SLIPPED = 0.88
/** Shorter words have too many neighbours for one slip. */
const SHORTEST_SLIP = 5
/** The most messages that are told of one text. */
const MOST = 5

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

/**
 * @param cut the words of a text; places in the result are places in it
 * @param remoteDesktop whether the text is about Remote Desktop
 * @param typed true for a text that a person may have typed: slips are forgiven
 * @returns the messages, the weightiest first, each once; none where a weightier one claims the same words
 */
export function recognise(
	{ vocabulary, anchors, widest, slips }: Wording,
	cut: readonly Word[],
	typed: boolean,
	remoteDesktop: boolean,
): FoundMessage[] {
	if (vocabulary.size === 0) return []
	const text = idsOf(cut, vocabulary, typed ? slips() : undefined)
	const { ids, last } = text
	const best = new Map<MessageRow, FoundMessage>()
	let met = 0
	for (let i = 0; i < ids.length; i++) {
		for (; met < ids.length && met <= i + widest; met++) {
			const id = ids[met] ?? -1
			if (id >= 0) last[id] = met
		}
		for (const phrase of anchors.get(ids[i] ?? -1) ?? []) {
			if (phrase.ofSubject && !remoteDesktop) continue
			// What was found whole cannot be found better.
			if ((best.get(phrase.message)?.weight ?? 0) >= phrase.total) continue
			const match = matchAround(phrase, text, i)
			if (!match) continue
			const first = cut[match.first]
			const last = cut[match.last]
			if (!first || !last) continue
			const found: FoundMessage = {
				row: phrase.message,
				index: first.index,
				length: last.index + last.length - first.index,
				sure: surenessOf(phrase, match, remoteDesktop),
				weight: match.weight,
				share: match.weight / phrase.total,
			}
			const before = best.get(phrase.message)
			if (!before || found.weight > before.weight) best.set(phrase.message, found)
		}
	}
	const ranked = [...best.values()].sort((a, b) => worthOf(b) - worthOf(a) || a.index - b.index)
	const kept: FoundMessage[] = []
	for (const found of ranked) if (!kept.some((other) => overlaps(other, found))) kept.push(found)
	return kept.slice(0, MOST)
}

/** A phrase that is there whole says more than one that is there in part; a general one less than a telling one. */
const worthOf = ({ weight, share, row }: FoundMessage) => weight * share ** 2 * (row.general ? GENERAL : 1)
const GENERAL = 0.5

/** A text as ids of known words. */
interface KnownWords {
	/** -1 for a word that no phrase has. */
	ids: Int32Array
	/** 1 where the text has another form of the word. */
	slipped: Uint8Array
	/** Where each known word was met last, looking ahead as far as any phrase reaches. */
	last: Int32Array
}

/** @param slips without them words are taken letter for letter */
function idsOf(cut: readonly Word[], vocabulary: ReadonlyMap<string, number>, slips: Slips | undefined): KnownWords {
	const ids = new Int32Array(cut.length)
	const slipped = new Uint8Array(cut.length)
	const meant = new Map<string, number>()
	for (const [i, { word, dense }] of cut.entries()) {
		const known = vocabulary.get(word)
		if (known !== undefined || dense || !slips) {
			ids[i] = known ?? -1
			continue
		}
		const near = meant.get(word) ?? nearest(slips, word) ?? -1
		meant.set(word, near)
		ids[i] = near
		if (near >= 0) slipped[i] = 1
	}
	return { ids, slipped, last: new Int32Array(vocabulary.size).fill(NEVER) }
}

/** So far before any text that nothing reaches it. */
const NEVER = -0x40000000

interface Match {
	weight: number
	first: number
	last: number
	slips: number
}

/** The words of a phrase in the stretch around one of them. */
function matchAround(
	{ terms, weights, total, span, spare, needed }: Phrase,
	{ ids, slipped, last: lastPlaces }: KnownWords,
	at: number,
): Match | undefined {
	let weight = 0
	let first = at
	let last = at
	let slips = 0
	let missing = 0
	for (let t = 0; t < terms.length; t++) {
		const term = terms[t] ?? -1
		const own = weights[t] ?? 0
		const near = (lastPlaces[term] ?? NEVER) >= at - span
		const place = near ? nearestPlace(ids, term, at, span) : -1
		if (place < 0) {
			if (own >= needed || (own > FILLER && ++missing > spare)) return
			continue
		}
		// A word such as "not" may come from the sentence before.
		if (own > FILLER) {
			if (place < first) first = place
			if (place > last) last = place
		}
		slips += slipped[place] ?? 0
		weight += own * (slipped[place] ? SLIPPED : 1)
	}
	if (last - first > span || weight < ENOUGH * total) return
	return { weight, first, last, slips }
}

/** The place of a word nearest to another place. */
function nearestPlace(ids: Int32Array, term: number, at: number, span: number): number {
	for (let far = 0; far <= span; far++) {
		if (ids[at + far] === term) return at + far
		if (at >= far && ids[at - far] === term) return at - far
	}
	return -1
}

function surenessOf(
	{ weights, total, dense }: Phrase,
	{ weight, slips }: Match,
	remoteDesktop: boolean,
): FoundMessage['sure'] {
	const words = weights.filter((own) => own > FILLER).length
	const telling = dense ? words / 2 : words
	if (telling >= 4 && slips === 0 && weight >= 0.95 * total && remoteDesktop) return 'sure'
	return telling >= 3 && slips <= 1 ? 'likely' : 'possible'
}

function overlaps(a: FoundMessage, b: FoundMessage): boolean {
	const shared = Math.min(a.index + a.length, b.index + b.length) - Math.max(a.index, b.index)
	return shared > 0.4 * Math.min(a.length, b.length)
}

/** A known word that is one slip away (a letter wrong, missing, doubled or swapped), or the same word with another ending. */
function nearest({ forms, stems }: Slips, word: string): number | undefined {
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
