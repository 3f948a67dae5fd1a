/** Reads the tokens of a text one after the other, and keeps what was found and what was passed over. */
import { toHex } from '../numbers.ts'
import type { CodeRow } from '../table.ts'
import type { FoundCode, PassedOver } from './findings.ts'
import type { Foreign, Label } from './label-kinds.ts'
import type { Context, Found, Reading } from './read/context.ts'
import { readNumberAt } from './read/number.ts'
import { readBefore } from './read/pairs.ts'
import { asCodes } from './read/spaces.ts'
import { readSymbol } from './read/symbol.ts'
import type { Token } from './tokens.ts'

/** The most numbers that are told to be no codes. */
const MOST_PASSED_OVER = 50
/** How far before an extended code its error code may stand without a label. */
const BEFORE = 28

/**
 * @param input the text as it was given, for the spelling of what is found
 * @param all its tokens
 * @param labels what each of them is called
 * @returns codes in the order of the text; the first of each spelling that was passed over
 */
export function collect(
	context: Context,
	input: string,
	all: readonly Token[],
	labels: readonly (Label | Foreign)[],
): { codes: FoundCode[]; passedOver: PassedOver[] } {
	const codes: FoundCode[] = []
	const passedOver = new Map<string, PassedOver>()
	const complete = completer(context, input)
	for (const [i, token] of all.entries()) {
		const last = codes.at(-1)
		const reading =
			token.kind === 'symbol' ? readSymbol(context, token) : readNumberAt(context, token, labels[i] ?? 'none', last)
		if ('passed' in reading) {
			if (token.kind !== 'symbol' && passedOver.size < MOST_PASSED_OVER) passOver(context, input, token, reading)
			continue
		}
		const error = errorBefore(i, reading.found)
		if (error) {
			// The name of a constant may stand between the two.
			const at = codes.findLastIndex(({ index }) => index < error.token.index) + 1
			codes.splice(at, 0, ...complete(error.token, [error.found]))
			const spelling = spelled(input, error.token)
			if (passedOver.get(spelling)?.index === error.token.index) passedOver.delete(spelling)
		}
		codes.push(...complete(token, reading.found))
	}
	return { codes: dropSymbolTwins(codes), passedOver: [...passedOver.values()] }

	function passOver({ lookup }: Context, input: string, token: Token, { passed, other }: Passed) {
		const text = spelled(input, token)
		if (passedOver.has(text)) return
		const rows = passed === 'plain' ? asCodes(lookup, token) : []
		passedOver.set(text, { text, index: token.index, because: passed, rows, ...(other ? { other } : {}) })
	}

	/** The error code that an extended code gives away, where nothing labels it and nothing has read it. */
	function errorBefore(i: number, [extended]: readonly Found[]): { token: Token; found: Found } | undefined {
		if (extended?.label !== 'extended') return
		const at = numberBefore(all, i)
		const token = all[at]
		if (!token || labels[at] !== 'none' || codes.findLast(({ index }) => index <= token.index)?.index === token.index)
			return
		const found = readBefore(context, token, extended)
		return found && { token, found }
	}
}

type Passed = Extract<Reading, { passed: unknown }>

/** Gives findings their place, their spelling and what else they could mean. */
function completer({ lookup }: Context, input: string): (token: Token, found: readonly Found[]) => FoundCode[] {
	const meanings = new Map<string, CodeRow[]>()
	return (token, found) => {
		const ids = new Set(found.map(({ row }) => row?.id))
		const known = meanings.get(token.text) ?? asCodes(lookup, token)
		meanings.set(token.text, known)
		const alone = token.kind === 'symbol' || found[0]?.because === 'event'
		const others = alone ? [] : known.filter(({ id }) => !ids.has(id))
		const text = spelled(input, token)
		return found.map((code) => ({ ...code, hex: toHex(code.value), text, index: token.index, others }))
	}
}

const spelled = (input: string, { index, text }: Token) => input.slice(index, index + text.length)

/** The place among the tokens of the number that stands shortly before another one, with no third between; else -1. */
function numberBefore(all: readonly Token[], i: number): number {
	const token = all[i]
	for (let at = i - 1; at >= 0 && token; at--) {
		const before = all[at]
		if (!before || token.index - before.index > BEFORE) return -1
		if (before.kind !== 'symbol') return at
	}
	return -1
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
