/**
 * Finds the Remote Desktop codes in a text: the dialog, a ticket, a log. A false reading costs more than a missed one,
 * so a number counts only where its spelling, its label or its surroundings say what it is; what was passed over is told
 * with the reason.
 *
 * The text is cut once, with patterns that cannot backtrack, and each number gets a bounded look to both sides: linear in
 * the length of the text.
 */
import { pairId } from '../addresses.ts'
import { toAscii } from '../numbers.ts'
import type { CodeRow, Lookup } from '../table.ts'
import { eventColumns, eventForms, namedSources } from './events.ts'
import { EMPTY, type Facts } from './facts.ts'
import type { Decoded, FoundCode, FoundPair, PassedOver } from './findings.ts'
import type { Foreign, Label } from './label-kinds.ts'
import {
	asCodes,
	type Context,
	type Found,
	hexOf,
	isErrorSpace,
	labelOf,
	readBefore,
	readNumberAt,
	readSymbol,
} from './read.ts'
import { subjectOf } from './subject.ts'
import { dumps } from './surroundings.ts'
import { type Token, tokens } from './tokens.ts'
import { recognise } from './wording.ts'
import { words } from './words.ts'

/** More than this was typed by no person: words are then taken letter for letter. */
export const TYPED = 20_000
/** The most numbers that are told to be no codes. */
const MOST_PASSED_OVER = 50
/** A text of numbers alone: somebody pasted the code without its label. */
const BARE = /^[\s0-9A-Fa-fxXoO,;/|-]{1,64}$/
/** How far an error code may stand before its extended code. */
const TOGETHER = 200

/**
 * @param lookup the table of known codes
 * @param input any text; never throws
 * @param facts what is known of messages, logs and other products' numbers; without them only codes are found
 * @returns codes in the order of the text, each once per place, the pairs they form, the messages that are recognised, and
 * what was passed over
 */
export function decode(lookup: Lookup, input: string, facts: Facts = EMPTY): Decoded {
	const text = toAscii(input)
	const all = [...tokens(text)]
	const typed = text.length <= TYPED
	const cut = words(text)
	const subject = subjectOf(text, cut)
	const messages = recognise(facts.wording, cut, typed, subject.remoteDesktop).filter(
		({ sure }) => !subject.elsewhere || sure === 'sure',
	)
	const context: Context = {
		lookup,
		facts,
		text,
		subject,
		bare: BARE.test(text),
		typed,
		forms: eventForms(text),
		sources: once(() => namedSources(text, facts.logs)),
		columns: eventColumns(text),
		dumped: dumps(text, all),
		messages,
	}
	const labels = labelsOf(context, all)
	// Nobody but the dialog prints an extended code with its 0x.
	if (labels.some((label, i) => label === 'extended' && all[i]?.kind === 'hex'))
		context.subject = { ...subject, remoteDesktop: true, elsewhere: false }

	const codes: FoundCode[] = []
	const passedOver = new Map<string, PassedOver>()
	const meanings = new Map<string, CodeRow[]>()
	const add = (token: Token, found: readonly Found[]) => {
		const ids = new Set(found.map(({ row }) => row?.id))
		const known = remember(meanings, token.text, () => asCodes(lookup, token))
		const others =
			token.kind === 'symbol' || found[0]?.because === 'event' ? [] : known.filter(({ id }) => !ids.has(id))
		for (const code of found)
			codes.push({ ...code, hex: hexOf(code), text: spelled(input, token), index: token.index, others })
	}
	for (const [i, token] of all.entries()) {
		const label = labels[i] ?? 'none'
		const reading =
			token.kind === 'symbol' ? readSymbol(context, token) : readNumberAt(context, token, label, codes.at(-1))
		if ('found' in reading) {
			const before = reading.found[0]?.label === 'extended' ? numberBefore(all, i) : undefined
			const isNew = before && codes.at(-1)?.index !== before.index && labels[all.indexOf(before)] === 'none'
			const error = isNew && reading.found[0] ? readBefore(context, before, reading.found[0]) : undefined
			if (before && error) {
				add(before, [error])
				passedOver.delete(spelled(input, before))
			}
			add(token, reading.found)
			continue
		}
		const text = spelled(input, token)
		if (token.kind === 'symbol' || passedOver.size >= MOST_PASSED_OVER || passedOver.has(text)) continue
		passedOver.set(text, {
			text,
			index: token.index,
			because: reading.passed,
			rows: reading.passed === 'plain' ? asCodes(lookup, token) : [],
			...(reading.other ? { other: reading.other } : {}),
		})
	}
	const kept = dropSymbolTwins(codes)
	return { codes: kept, pairs: pairUp(lookup, kept), messages, passedOver: [...passedOver.values()] }
}

/** What each token is called; a list of numbers takes its label from the first. */
function labelsOf(context: Context, all: readonly Token[]): (Label | Foreign)[] {
	const labels: (Label | Foreign)[] = []
	for (const [i, token] of all.entries())
		labels.push(token.kind === 'symbol' ? 'none' : labelOf(context, token, all[i - 1], labels[i - 1]))
	return labels
}

/** The number that stands shortly before another one, with no third between them. */
function numberBefore(all: readonly Token[], i: number): Token | undefined {
	const token = all[i]
	for (let at = i - 1; at >= 0 && token; at--) {
		const before = all[at]
		if (!before || token.index - before.index > 28) return
		if (before.kind !== 'symbol') return before
	}
	return
}

const spelled = (input: string, { index, text }: Token) => input.slice(index, index + text.length)

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
	const found = known.get(key) ?? make()
	known.set(key, found)
	return found
}

function once<T>(make: () => T): () => T {
	let made: T | undefined
	return () => {
		made ??= make()
		return made
	}
}

/** A symbol followed by its own number, as FreeRDP prints them, is one finding: the number's space is the symbol's. */
function dropSymbolTwins(codes: FoundCode[]): FoundCode[] {
	return codes.filter((code, i) => {
		const previous = codes[i - 1]
		const twin =
			previous?.because === 'symbol' &&
			code.because !== 'symbol' &&
			previous.value === code.value &&
			code.index - (previous.index + previous.text.length) <= 4
		return !twin
	})
}

/**
 * Each error code takes the next extended code, unless another error code stands between them; an extended code that
 * nobody took goes to the error code behind it, for some write them the other way round.
 */
function pairUp(lookup: Lookup, codes: FoundCode[]): FoundPair[] {
	const pairs = new Map<string, FoundPair>()
	const add = (error: FoundCode, extended: FoundCode) => {
		const row = lookup.pair(error.value, extended.value)
		const pair = { error: error.value, extended: extended.value, id: pairId(error.value, extended.value) }
		if (!pairs.has(pair.id)) pairs.set(pair.id, row ? { ...pair, row } : pair)
	}
	let taken = -1
	for (const [i, code] of codes.entries()) {
		const next = codes[i + 1]
		if (!next || next.index - code.index > TOGETHER) continue
		if (isErrorSpace(code.space) && isExtended(next)) {
			add(code, next)
			taken = i + 1
		} else if (isExtended(code) && taken !== i && isErrorSpace(next.space) && !isExtended(codes[i + 2])) add(next, code)
	}
	return [...pairs.values()]
}

const isExtended = (code: FoundCode | undefined) =>
	code !== undefined && (code.space === 'extended' || (code.space === 'error-info' && code.label === 'extended'))
