/** Puts pages in order: how many of a query's concepts they hold, how much those tell, and where they stand. */

import { fold } from '../text/fold.ts'
import type { Concept, Plan, Variant } from './plan.ts'
import { partsOf, stem } from './tokens.ts'
import { indexWords } from './words.ts'

/** What the order rests on. */
export interface Page {
	title: string
	/** What people say for it, each entry by itself. */
	also: readonly string[]
	summary: string
	content: string
	/** Names by which Windows has what it is about. */
	names: readonly string[]
	/** The id of its kind: cause, fix, code … */
	kind: string
}

/** What somebody with a ticket open looks for first. */
const WORTH: Record<string, number> = {
	pair: 1.25,
	cause: 1.3,
	fix: 1.2,
	guide: 1.15,
	triage: 1,
	setting: 0.9,
	code: 0.95,
	event: 0.85,
	outcome: 0.7,
	myth: 0.75,
	number: 0.5,
}

const TITLE = 3
const ALSO = 2.5
const SUMMARY = 1.6
const BODY = 1
/** What a word is worth that only begins like the one that was typed. */
const BEGINS = 0.3
/** What a title or a saying is worth that is the query. */
const CLOSE = 6
/** What the page of a name is worth that was typed. */
const NAMED = 8

interface Field {
	stems: readonly string[]
	has: ReadonlySet<string>
}

function field(text: string): Field {
	const stems = indexWords(text).map(stem)
	return { stems, has: new Set(stems) }
}

/** @returns the pages that hold something of the plan, the best first, each with its score */
export function rank<P extends Page>(plan: Plan, pages: readonly P[]): { page: P; score: number }[] {
	return pages
		.map((page) => ({ page, score: scoreOf(plan, page) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score)
}

function scoreOf({ concepts, words }: Plan, page: Page): number {
	const title = field(page.title)
	const also = page.also.map(field)
	const summary = field(page.summary)
	const body = field(page.content)
	let score = 0
	let held = 0
	let all = 0
	for (const { variants, weight } of concepts) {
		all += weight
		let best = 0
		let seen = 0
		for (const variant of variants) {
			const inTitle = holds(title, variant)
			const inAlso = Math.max(0, ...also.map((entry) => holds(entry, variant)))
			const inSummary = holds(summary, variant)
			const inBody = often(body, variant)
			const sum = TITLE * inTitle + ALSO * inAlso + SUMMARY * inSummary + BODY * inBody
			best = Math.max(best, variant.worth * sum)
			seen = Math.max(seen, inTitle, inAlso, inSummary, Math.min(1, 2 * inBody))
		}
		score += weight * best
		held += weight * seen
	}
	if (held === 0 || all === 0) return 0
	const close = Math.max(0, ...[title, ...also].map((entry) => closeness(concepts, words, entry)))
	const named = page.names.some((name) => isName(name) && words.some((word) => isSaid(name, word))) ? NAMED * all : 0
	return ((score + CLOSE * all * close) * (held / all) ** 1.5 + named) * (WORTH[page.kind] ?? 1)
}

/** Whether a name is no word that people use otherwise: Shadow and Enabled are. */
const isName = (name: string) => partsOf(name).length > 0 || !/^[A-Z]?[a-z]+$/.test(name)

/** People leave out the letter in front that says the type. */
const isSaid = (name: string, word: string) =>
	word === fold(name) || (/^[a-z][A-Z]/.test(name) && word === fold(name.slice(1)))

/** 1 where a field holds all words of a variant, less where one only begins alike or they stand far apart. */
function holds({ stems, has }: Field, { words, open }: Variant): number {
	let least = 1
	for (const word of words) {
		const root = stem(word)
		if (has.has(root)) continue
		const begins = word.length > 2 && !/\d/.test(word) && stems.some((other) => other.startsWith(word))
		if (!begins) return 0
		least = Math.min(least, open ? 0.9 : BEGINS)
	}
	return words.length > 1 && least === 1 && !together(stems, words.map(stem)) ? 0.5 : least
}

/** Whether words stand within a few words of each other. */
function together(stems: readonly string[], wanted: readonly string[]): boolean {
	const reach = wanted.length + 3
	return stems.some((root, at) => root === wanted[0] && wanted.every((other) => near(stems, other, at, reach)))
}

const near = (stems: readonly string[], root: string, at: number, reach: number) =>
	stems.slice(Math.max(0, at - reach), at + reach).includes(root)

/** How often a text holds a variant, with less and less for each further time; a long text must hold it more often. */
function often(body: Field, variant: Variant): number {
	const whole = holds(body, variant)
	if (whole === 0) return 0
	const rarest = Math.min(
		...variant.words.map((word) => {
			const root = stem(word)
			return body.stems.filter((other) => other === root).length
		}),
	)
	const times = Math.max(1, rarest)
	return (whole * times) / (times + 1 + body.stems.length / 600)
}

/**
 * How close a title or a saying is to the whole query: the share of the query's weight that it holds, times the share of
 * its own words that the query holds.
 */
function closeness(concepts: readonly Concept[], words: readonly string[], entry: Field): number {
	if (entry.stems.length === 0) return 0
	const asked = new Set([...words, ...concepts.flatMap(({ variants }) => variants.flatMap((v) => v.words))].map(stem))
	const all = concepts.reduce((sum, { weight }) => sum + weight, 0)
	const held = concepts
		.filter(({ variants }) => variants.some((variant) => holds(entry, variant) === 1))
		.reduce((sum, { weight }) => sum + weight, 0)
	const shared = entry.stems.filter((root) => asked.has(root)).length / entry.stems.length
	return (held / all) * shared
}
