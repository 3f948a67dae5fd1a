/** Puts error codes and extended codes together, as the dialog shows them. */
import { pairId } from '../addresses.ts'
import type { Lookup } from '../table.ts'
import type { FoundCode, FoundPair } from './findings.ts'
import { isErrorSpace } from './read/spaces.ts'

/** How far an error code may stand before its extended code. */
const TOGETHER = 200

/**
 * Each error code takes the next extended code, unless another error code stands between them; an extended code that
 * nobody took goes to the error code behind it, for some write them the other way round.
 */
export function pairUp(lookup: Lookup, codes: readonly FoundCode[]): FoundPair[] {
	const pairs = new Map<string, FoundPair>()
	const add = (error: FoundCode, extended: FoundCode) => {
		const row = lookup.pair(error.value, extended.value)
		const pair = { error: error.value, extended: extended.value, id: pairId(error.value, extended.value) }
		if (!pairs.has(pair.id)) pairs.set(pair.id, row ? { ...pair, row } : pair)
	}
	let taken = -1
	for (const [i, code] of codes.entries()) {
		const next = nextTo(codes, i)
		if (!next) continue
		if (isErrorSpace(code.space) && isExtended(next)) {
			add(code, next)
			taken = i + 1
		} else if (isExtended(code) && taken !== i && isErrorSpace(next.space) && !isExtended(nextTo(codes, i + 1)))
			add(next, code)
	}
	return [...pairs.values()]
}

/** The next code, where it stands near. */
function nextTo(codes: readonly FoundCode[], i: number): FoundCode | undefined {
	const next = codes[i + 1]
	return next && next.index - (codes[i]?.index ?? 0) <= TOGETHER ? next : undefined
}

const isExtended = (code: FoundCode | undefined) =>
	code !== undefined && (code.space === 'extended' || (code.space === 'error-info' && code.label === 'extended'))
