/**
 * Finds the Remote Desktop codes in a text: the dialog, a ticket, a log. A false reading costs more than a missed one,
 * so a number counts only where its spelling, its label or its surroundings say what it is.
 *
 * One pass over the text with patterns that cannot backtrack, and a bounded look to the left of each number: linear in
 * the length of the text.
 */
import { pairId } from './addresses.ts'
import { type Label, labelBefore } from './labels.ts'
import { readNumber, toAscii, toHex } from './numbers.ts'
import type { SpaceId } from './spaces.ts'
import type { CodeRow, Lookup, PairRow } from './table.ts'

/** A code found in a text. */
export interface FoundCode {
	space: CodeRow['space']
	value: number
	/** Canonical spelling. */
	hex: string
	/** The number as it stands in the text, and where it starts there. */
	text: string
	index: number
	/** What stood before the number. */
	label: Label
	/** The page about it; undefined for a labelled number that no list knows. */
	row?: CodeRow
}

/** An error code with the extended code that belongs to it. */
export interface FoundPair {
	error: number
	extended: number
	id: string
	/** The page about the pair, where there is one. */
	row?: PairRow
}

export interface Decoded {
	codes: FoundCode[]
	pairs: FoundPair[]
}

const TOKEN = /0[xX][0-9a-fA-F]{1,16}|-?[0-9][0-9A-Za-z]{0,15}|[A-Za-z][A-Za-z0-9_]{5,63}/g
/** A text of numbers alone: somebody pasted the code without its label. */
const BARE = /^[\s0-9A-Fa-fxX,;/|]{1,64}$/
/** A number too small to be an error code when nothing says that it is one. */
const SMALL = /^(?:0x)?0*[0-9a-f]{1,2}$/i
/** Below this an unlabelled 0x… is as likely a flag or an offset. */
const SMALLEST_UNLABELLED = 0x100
/** Spaces of what the dialog prints as error code. */
const ERROR_SPACES = new Set<string>(['disconnect', 'gateway', 'remoteapp'])
/** Disconnect reasons and extended codes are 16-bit numbers. */
const LARGEST_DIALOG_CODE = 0xffff

/**
 * @param lookup the table of known codes
 * @param input any text; never throws
 * @returns codes in the order of the text, each once per place, and the pairs they form
 */
export function decode(lookup: Lookup, input: string): Decoded {
	const text = toAscii(input)
	const bare = BARE.test(text)
	const codes: FoundCode[] = []
	for (const match of text.matchAll(TOKEN)) {
		const token = match[0]
		const index = match.index
		const isNumber = /^[-0-9]/.test(token) || /^[a-fA-F][0-9a-fA-F]{7}$/.test(token)
		const read = isNumber ? readToken(lookup, text, token, index, bare) : readSymbol(lookup, token)
		const found = read.length > 0 || !isNumber ? read : readBesideError(lookup, text, token, index, codes.at(-1))
		for (const code of found)
			codes.push({ ...code, hex: toHex(code.value), text: input.slice(index, index + token.length), index })
	}
	const kept = dropSymbolTwins(codes)
	return { codes: kept, pairs: pairUp(lookup, kept) }
}

type Found = Pick<FoundCode, 'space' | 'value' | 'row' | 'label'>

/** Letters and marks of any script, and the invisible characters that programs put into numbers. */
const RUNS_ON = /[\p{L}\p{N}\p{M}_\u00ad\u200b-\u200d\u2060\ufeff]/u
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/
/** Numbers that every web server prints after "error" and "status". */
const HTTP_STATUS = /^(?:4\d\d|50\d)$/

function readToken(lookup: Lookup, text: string, token: string, index: number, bare: boolean): Found[] {
	const before = text[index - 1] ?? ' '
	const glued = /[0-9A-Za-z]/.test(before)
	const hexSpelling = /^0[xX]/.test(token)
	if (isPartOfMore(text, token, index, hexSpelling)) return []
	const written = labelBefore(text, index)
	const label: Label = written === 'none' && bare && !glued && !SMALL.test(token) ? 'error' : written
	if (label === 'foreign') return []
	if (hexSpelling) {
		const reading = readNumber(token)[0]
		return reading ? inSpace(lookup, reading.value, label) : []
	}
	const signed = /^-\d+$/.test(token)
	if (glued && label !== 'error' && label !== 'weak') return []
	if (signed || /^[0-9a-fA-F]{8}$/.test(token)) {
		for (const { value } of readNumber(token)) {
			const row = lookup.bySpace('hresult', value) ?? lookup.bySpace('gateway-hresult', value)
			if (row && value >= 0x80000000) return [{ space: row.space, value, row, label }]
		}
		if (signed) return []
	}
	if (label === 'event') {
		// One id may stand in several logs: each is a reading.
		const rows = /^\d{1,5}$/.test(token) ? lookup.byValue(Number(token)) : []
		return rows
			.filter(({ space }) => space === 'event')
			.map((row) => ({ space: row.space, value: row.value, row, label }))
	}
	if (!/^\d+$/.test(token) && !/^[0-9a-fA-F]{3,8}$/.test(token)) return []
	if (label === 'weak' && (SMALL.test(token) || HTTP_STATUS.test(token))) {
		const decimal = Number(token) >= SMALLEST_UNLABELLED ? inSpace(lookup, Number(token), label, true) : []
		return decimal
	}
	if (label !== 'none') {
		const decimal = /^\d+$/.test(token) ? inSpace(lookup, Number(token), label, true) : []
		return decimal.length > 0 ? decimal : inSpace(lookup, Number.parseInt(token, 16), label, true)
	}
	// mRemoteNG and its kin print the decimal first and then the sentence, without a label.
	if (/^\d{1,8}$/.test(token) && /disconnected!?["'`\s]*$/i.test(text.slice(Math.max(0, index - 24), index)))
		return inSpace(lookup, Number(token), 'error', true)
	return []
}

/** Parts of versions, addresses, dates, times, GUIDs, paths, counts and words are not codes. */
function isPartOfMore(text: string, token: string, index: number, hexSpelling: boolean): boolean {
	const before = text[index - 1] ?? ' '
	const end = index + token.length
	const after = text[end] ?? ' '
	if (INVISIBLE.test(before) || RUNS_ON.test(after)) return true
	if (hexSpelling) return /[+.]/.test(before)
	const wordBefore = /[0-9A-Za-z]/.test(text[index - 2] ?? ' ')
	const wordAfter = /[0-9A-Za-z]/.test(text[end + 1] ?? ' ')
	if (/[.\-/\\_@]/.test(before) && wordBefore) return true
	if (/[.:\-/\\@]/.test(after) && wordAfter) return true
	if (/^(?:%|,\d{3}(?!\d))/.test(text.slice(end, end + 5))) return true
	// The number of a list's item: 1. or 1) at the start of a line.
	return /^[.)]/.test(after) && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, index - 20), index)) && index > 0
}

/**
 * A small number directly behind an error code is its extended code, label or not: `0x904 0x7`, `0x904/0x7`, `904, 7`.
 */
function readBesideError(
	lookup: Lookup,
	text: string,
	token: string,
	index: number,
	previous: FoundCode | undefined,
): Found[] {
	if (!previous || !ERROR_SPACES.has(previous.space) || !SMALL.test(token)) return []
	if (!/^[\s,;/|&+:()-]{1,4}$/.test(text.slice(previous.index + previous.text.length, index))) return []
	const after = text[index + token.length] ?? ' '
	if (RUNS_ON.test(after) || after === '%') return []
	const value = Number.parseInt(token, 16)
	const row = lookup.bySpace('extended', value)
	return row && lookup.pair(previous.value, value) ? [{ space: 'extended', value, row, label: 'none' }] : []
}

/** What a number of a known spelling means, given its label. */
function inSpace(lookup: Lookup, value: number, label: Label, knownOnly = false): Found[] {
	const order: SpaceId[] =
		label === 'extended'
			? ['extended', 'error-info']
			: ['disconnect', 'gateway', 'remoteapp', 'hresult', 'gateway-hresult', 'freerdp-connect', 'error-info']
	if (label === 'none' && value < SMALLEST_UNLABELLED) return []
	for (const space of order) {
		const row = lookup.bySpace(space, value)
		if (row) return [{ space, value, row, label }]
	}
	if (knownOnly || label === 'none' || label === 'event') return []
	// A labelled number that no list has is worth telling, where it could be a code of a dialog; a longer one is another product's.
	if (value > LARGEST_DIALOG_CODE) return []
	return [{ space: label === 'extended' ? 'extended' : 'disconnect', value, label }]
}

function readSymbol(lookup: Lookup, token: string): Found[] {
	if (!/_|^(exDisc|disconnectReason)/i.test(token)) return []
	// The same constant may be listed in two spaces; its home is the one that names it first.
	const rows = lookup.bySymbol(token)
	const row = rows.find(({ symbols }) => symbols[0]?.toLowerCase() === token.toLowerCase()) ?? rows[0]
	return row ? [{ space: row.space, value: row.value, row, label: 'none' }] : []
}

/** A symbol followed by its own number, as FreeRDP prints them, is one finding: the number's space is the symbol's. */
function dropSymbolTwins(codes: FoundCode[]): FoundCode[] {
	return codes.filter((code, i) => {
		const previous = codes[i - 1]
		const twin =
			previous?.row?.symbols.some((symbol) => symbol.toLowerCase() === previous.text.toLowerCase()) &&
			previous.value === code.value &&
			code.index - (previous.index + previous.text.length) <= 4
		return !twin
	})
}

/** Each error code takes the next extended code, unless another error code stands between them. */
function pairUp(lookup: Lookup, codes: FoundCode[]): FoundPair[] {
	const pairs = new Map<string, FoundPair>()
	for (const [i, code] of codes.entries()) {
		const next = codes[i + 1]
		const isError = ERROR_SPACES.has(code.space)
		const isExtended = next && (next.space === 'extended' || (next.space === 'error-info' && next.label === 'extended'))
		if (!isError || !isExtended || next.index - code.index > 200) continue
		const row = lookup.pair(code.value, next.value)
		const pair = { error: code.value, extended: next.value, id: pairId(code.value, next.value) }
		if (!pairs.has(pair.id)) pairs.set(pair.id, row ? { ...pair, row } : pair)
	}
	return [...pairs.values()]
}
