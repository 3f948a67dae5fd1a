/** What a number is part of, where that says it is no code: a version, an address, a day, a line of a program. */
import { isLetterAt } from '../text/scripts.ts'
import type { Token } from './tokens.ts'

/** Why the characters around a number say that it is no code. */
export type Part =
	| 'word'
	| 'dotted'
	| 'date-or-id'
	| 'guid'
	| 'path'
	| 'amount'
	| 'list'
	| 'offset'
	| 'dump'
	| 'source-code'

/** Invisible characters that programs put into numbers, and before and behind them. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/
const WORD = /[0-9A-Za-z]/

/** Whether a letter that belongs to the same word stands at a place; scripts that set no spaces begin a word anywhere. */
export function runsOn(text: string, index: number): boolean {
	let at = index
	while (INVISIBLE.test(text[at] ?? ' ')) at++
	return isLetterAt(text, at) || text[at] === '_'
}

/** Whether a number goes on before a place, behind something invisible. */
function runsOnBefore(text: string, index: number): boolean {
	let at = index
	while (INVISIBLE.test(text[at - 1] ?? ' ')) at--
	return at < index && WORD.test(text[at - 1] ?? ' ')
}

/**
 * @param text ASCII twin of the text
 * @returns what the token is part of, or undefined where it stands alone
 */
export function partOf(text: string, { text: token, index, kind }: Token): Part | undefined {
	const before = text[index - 1] ?? ' '
	const end = index + token.length
	const after = text[end] ?? ' '
	if (runsOnBefore(text, index) || runsOn(text, end)) return 'word'
	if (kind === 'hex')
		return before === '+' || (before === '.' && WORD.test(text[index - 2] ?? ' ')) ? 'offset' : undefined
	const wordBefore = WORD.test(text[index - 2] ?? ' ')
	const wordAfter = WORD.test(text[end + 1] ?? ' ')
	if (before === '#' && /^[0-9a-f]{6}$/i.test(token)) return 'amount'
	if ((before === '.' && wordBefore) || (after === '.' && wordAfter)) return 'dotted'
	if ((/[\\@_]/.test(before) && wordBefore) || (/[\\@]/.test(after) && wordAfter)) return 'path'
	if (
		(before === '-' || after === '-') &&
		/^(?:.{4}|.{8}|.{12})$/.test(token) &&
		GUID.test(text.slice(Math.max(0, index - 37), end + 37))
	)
		return 'guid'
	if ((/[-/]/.test(before) && wordBefore) || (/[:/]/.test(after) && wordAfter)) return 'date-or-id'
	if (after === '-' && wordAfter && !HYPHENED.test(text.slice(end, end + 8))) return 'date-or-id'
	if (before === ':' && /[0-9]/.test(text[index - 2] ?? ' ')) return 'date-or-id'
	if (
		/^(?:%|,\d{3}(?!\d)|\.\d|[^\S\r\n]?(?:ms|kb|mb|gb|px|mhz|€|\$|eur|usd)(?![A-Za-z]))/i.test(text.slice(end, end + 6))
	)
		return 'amount'
	if (/[$€£+]/.test(before)) return 'amount'
	// The number of a list's item: 1. or 1) at the start of a line. A longer one ends a sentence there.
	if (
		/^\d{1,3}$/.test(token) &&
		/[.)]/.test(after) &&
		/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, index - 20), index))
	)
		return 'list'
	return
}

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
/** German joins a number and its noun: 2308-Fehler. */
const HYPHENED = /^-(?:fehler|error)/i

/** What only a line of a program holds. */
const PROGRAM =
	/^\s*(?:#\s?(?:define|include|if)|const\s|static\s|enum\s|typedef\s|case\s|return\s|let\s|var\s|import\s|def\s|public\s|private\s|class\s|struct\s|int\s|uint|dword\s|mov\s|push\s|call\s)|[=!]=|<<|&&|\|\||->|=>|::|\);|[;{}]\s*(?:\/\/.*|\/\*.*)?$/i
/** How far from a number its line is read. */
const LINE = 160

/** Whether a number stands in a line of a program. */
export function inProgram(text: string, { text: token, index }: Token): boolean {
	if (text[index - 1] === ')') return true
	const line = lineAround(text, index, index + token.length)
	return (
		PROGRAM.test(line) ||
		(/^\s*(?:select|update|insert|delete)\b/i.test(line) && /\b(?:from|where|into|set)\b/i.test(line))
	)
}

/** The line around a stretch, as far as it is read; a carriage return ends it, too. */
export function lineAround(text: string, start: number, end: number): string {
	let from = start
	while (from > 0 && start - from < LINE && !isLineEnd(text[from - 1])) from--
	let to = end
	while (to < text.length && to - end < LINE && !isLineEnd(text[to])) to++
	return text.slice(from, to)
}

const isLineEnd = (char: string | undefined) => char === '\n' || char === '\r'

/** A hexadecimal number among so many others in a row is a dump. */
const DUMP = 5
/** What stands between the numbers of a dump. */
const BETWEEN = /^[\s,;|]{1,3}$/

/**
 * The places of hexadecimal numbers that stand in a dump of memory, registers or bytes.
 *
 * @param all the tokens of a text, in order
 */
export function dumps(text: string, all: readonly Token[]): ReadonlySet<number> {
	const hex = all.filter(({ kind }) => kind === 'hex')
	const found = new Set<number>()
	let first = 0
	for (let i = 1; i <= hex.length; i++) {
		const last = hex[i - 1]
		const token = hex[i]
		if (last && token && BETWEEN.test(text.slice(last.index + last.text.length, token.index).slice(0, 4))) continue
		if (i - first >= DUMP) for (const { index } of hex.slice(first, i)) found.add(index)
		first = i
	}
	return found
}
