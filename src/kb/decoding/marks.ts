/** Which stretches of a text to mark: codes, and the words that gave a message away. */
import type { Decoded } from './findings.ts'

/** A stretch of the text. A code's number is its place among the codes, a message's among the messages, from 0. */
export interface Stretch {
	text: string
	code?: number
	message?: number
}

/** Lines of a text, or a number of lines that were left out. */
export type Excerpt = (Stretch[] | number)[]

/** Lines around a marked one that are shown with it. */
const AROUND = 1
/** A text of so many lines is shown whole. */
const WHOLE = 24
/** More lines than this help nobody. */
const MOST_LINES = 80
/** A longer line is cut where nothing in it is marked. */
const LONGEST = 240

/**
 * Cuts a text into marked and plain stretches, line by line, leaving out lines far from any mark and the middle of long
 * plain stretches. Nothing marked is left out of a line that is shown.
 */
export function excerptOf(text: string, { codes, messages }: Decoded): Excerpt {
	const marks = [
		...codes.map(({ index, text }, code) => ({ index, end: index + text.length, code })),
		...messages.map(({ index, length }, message) => ({ index, end: index + length, message })),
	].sort((a, b) => a.index - b.index)
	const lines = linesOf(text)
	const shown = new Set<number>()
	if (lines.length <= WHOLE) for (const i of lines.keys()) shown.add(i)
	let at = 0
	for (const { index, end } of marks) {
		while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) <= index) at++
		for (let i = Math.max(0, at - AROUND); i < lines.length; i++) {
			if (i > at && (lines[i - AROUND]?.start ?? 0) >= end) break
			if (shown.size < MOST_LINES) shown.add(i)
		}
	}
	const excerpt: Excerpt = []
	let from = 0
	for (const [i, { start, end }] of lines.entries()) {
		if (!shown.has(i)) {
			const last = excerpt.at(-1)
			if (typeof last === 'number') excerpt[excerpt.length - 1] = last + 1
			else excerpt.push(1)
			continue
		}
		while ((marks[from]?.end ?? Number.POSITIVE_INFINITY) <= start) from++
		excerpt.push(stretches(text, start, end, marks.slice(from, from + 200)))
	}
	return excerpt
}

interface Mark {
	index: number
	end: number
	code?: number
	message?: number
}

/** A line in stretches; where a code stands inside the words of a message, the code wins. */
function stretches(text: string, start: number, end: number, marks: readonly Mark[]): Stretch[] {
	const inside = marks.filter((mark) => mark.index < end && mark.end > start)
	const borders = new Set([start, end])
	for (const { index, end: to } of inside) {
		borders.add(Math.max(start, index))
		borders.add(Math.min(end, to))
	}
	const sorted = [...borders].sort((a, b) => a - b)
	return sorted.slice(1).map((to, i): Stretch => {
		const from = sorted[i] ?? start
		const over = inside.filter((mark) => mark.index <= from && mark.end >= to)
		const code = over.find((mark) => mark.code !== undefined)?.code
		const message = over.find((mark) => mark.message !== undefined)?.message
		const part = text.slice(from, to)
		if (code !== undefined) return { text: part, code }
		return message === undefined ? { text: shorten(part) } : { text: part, message }
	})
}

/** A character of two units is left whole. */
function shorten(text: string): string {
	if (text.length <= LONGEST) return text
	const start = text.slice(0, LONGEST / 2).replace(/[\ud800-\udbff]$/, '')
	const end = text.slice(-LONGEST / 2).replace(/^[\udc00-\udfff]/, '')
	return `${start} … ${end}`
}

function linesOf(text: string): { start: number; end: number }[] {
	const lines: { start: number; end: number }[] = []
	let start = 0
	for (;;) {
		const newline = text.indexOf('\n', start)
		lines.push({ start, end: newline < 0 ? text.length : newline })
		if (newline < 0) return lines
		start = newline + 1
	}
}
