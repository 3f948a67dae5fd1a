/** The sentence of a page that answers a query best, with the matching words told apart. */

import { ENGLISH_STOP_WORDS } from '../text/stop-words.ts'
import type { Plan } from './plan.ts'
import { partsOf, stem, tokensOf } from './tokens.ts'

export interface Part {
	text: string
	marked: boolean
}

const LONGEST = 240
/** The summary is written to be read by itself. */
const SUMMARY = 1.25
/** A line of a script says less than a sentence. */
const CODE = 0.3
/** A parameter, a variable, a pipe, a member, a path of the registry. */
const SCRIPT = /\s-[A-Z][a-zA-Z]+\s|\$\w|\s\|\s|::|\w\\\w+\\|^\W*$/

/** @returns the sentence in parts; without a matching one the summary, unmarked */
export function excerpt(
	{ concepts }: Plan,
	{ title, summary, content }: { title: string; summary: string; content: string },
): Part[] {
	const wanted = new Map<string, number>()
	const open: string[] = []
	for (const { variants, weight } of concepts)
		for (const { words, open: goesOn } of variants)
			for (const word of words) {
				// "out of date" is found by its words together; "of" alone tells nothing.
				if (words.length > 1 && ENGLISH_STOP_WORDS.has(word)) continue
				// One word of a phrase tells only its part.
				wanted.set(stem(word), Math.max(wanted.get(stem(word)) ?? 0, weight / words.length))
				if (goesOn) open.push(word)
			}
	const weightOf = (raw: string, word: string): number =>
		wanted.get(stem(word)) ??
		partsOf(raw).reduce<number | undefined>((found, part) => found ?? wanted.get(stem(part)), undefined) ??
		(open.some((start) => word.startsWith(start)) ? 1 : 0)
	let best = { text: summary, score: scoreOf(summary, weightOf) * SUMMARY + 0.01 }
	for (const sentence of sentencesOf(content)) {
		// The title stands above it.
		if (sentence.replace(/\.$/, '') === title) continue
		const score = scoreOf(sentence, weightOf)
		if (score > best.score) best = { text: sentence, score }
	}
	return mark(shorten(best.text, weightOf), weightOf)
}

type WeightOf = (raw: string, word: string) => number

/** Sentences end at a full stop before a space; headings and cells got one from the index. */
export function sentencesOf(content: string): string[] {
	return content.split(/(?<=[.!?…])\s+/u).filter((sentence) => sentence.length > 3)
}

/** Each word counts once; of two sentences that hold the same words the shorter reads faster. */
function scoreOf(text: string, weightOf: WeightOf): number {
	const seen = new Map<string, number>()
	for (const { raw, word } of tokensOf(text)) {
		const weight = weightOf(raw, word)
		if (weight > 0) seen.set(stem(word), weight)
	}
	const sum = [...seen.values()].reduce((total, weight) => total + weight, 0)
	const code = SCRIPT.test(text) ? CODE : 1
	return (code * sum) / (1 + Math.max(0, text.length - LONGEST) / 600)
}

/** A long sentence is cut around its first match, between words. */
function shorten(text: string, weightOf: WeightOf): string {
	if (text.length <= LONGEST) return text
	const first = tokensOf(text).find(({ raw, word }) => weightOf(raw, word) > 0)?.index ?? 0
	const from = first < LONGEST / 2 ? 0 : text.lastIndexOf(' ', first - LONGEST / 4) + 1
	const end = text.length - from <= LONGEST ? text.length : text.lastIndexOf(' ', from + LONGEST)
	return `${from > 0 ? '… ' : ''}${text.slice(from, end > from ? end : from + LONGEST)}${end < text.length ? ' …' : ''}`
}

function mark(text: string, weightOf: WeightOf): Part[] {
	const parts: Part[] = []
	let at = 0
	for (const { raw, word, index } of tokensOf(text)) {
		if (weightOf(raw, word) === 0) continue
		if (index > at) parts.push({ text: text.slice(at, index), marked: false })
		parts.push({ text: raw, marked: true })
		at = index + raw.length
	}
	if (at < text.length) parts.push({ text: text.slice(at), marked: false })
	return parts
}
