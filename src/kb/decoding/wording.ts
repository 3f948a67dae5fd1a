/**
 * Recognises messages by their wording: the text of a dialog, a log line or a user's own words, in any language, with
 * typing errors and line breaks. Each message is known by short phrases; a phrase is found where nearly all the weight of
 * its words stands close together. Rare words weigh more than common ones, as in any search engine (inverse document
 * frequency over all phrases).
 *
 * The text is cut into words once; only words that some phrase cannot do without start a comparison, and a comparison looks
 * at a bounded stretch: linear in the length of the text.
 */

import { ENOUGH, FILLER, type MessageRow, nearest, type Phrase, SLIPPED, type Slips, type Wording } from './phrases.ts'
import type { Word } from './words.ts'

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

/** The most messages that are told of one text. */
const MOST = 5

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
