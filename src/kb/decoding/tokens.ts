/** Cuts a text into what may be a code: numbers in any spelling, and names of constants. */

import { type Reading, readNumber } from '../numbers.ts'

export interface Token {
	text: string
	index: number
	kind: 'hex' | 'number' | 'symbol'
	/** Every way to read it, the likelier first; none for a symbol. */
	readings: readonly Reading[]
}

/**
 * 0x and its digits, where an O may stand for a zero and a space behind the x; the &H of Visual Basic; an x without its
 * zero; a number, with the sign that PowerShell prints and letters that belong to it; a name of at least six characters,
 * which ends where a 0x begins (`Error0x904`). No alternative can match what another one has begun, so nothing is tried
 * twice.
 */
const TOKEN =
	/[0oO][xX](?: (?=[0-9a-fA-F]{1,8}(?![0-9A-Za-z])))?[0-9a-fA-FoO]{1,16}|&[hH][0-9a-fA-F]{1,8}(?![0-9A-Za-z])|(?<![0-9A-Za-z])[xX][0-9a-fA-F]{1,4}(?![0-9A-Za-z])|-?(?!0[xX])[0-9](?:(?!0[xX])[0-9A-Za-z]){0,15}|[A-Za-z](?:(?!0[xX][0-9])[A-Za-z0-9_]){5,63}/g

/**
 * @param text a text in which full-width characters have their ASCII twins
 * @returns tokens in the order of the text; they do not overlap
 */
export function* tokens(text: string): Generator<Token> {
	// A long text repeats its numbers.
	const known = new Map<string, readonly Reading[]>()
	for (const { 0: found, index } of text.matchAll(TOKEN)) {
		const kind = kindOf(found)
		if (kind === 'symbol') {
			yield { text: found, index, kind, readings: NONE }
			continue
		}
		const readings = known.get(found) ?? readingsOf(found)
		known.set(found, readings)
		yield { text: found, index, kind, readings }
	}
}

const NONE: readonly Reading[] = []

function kindOf(text: string): Token['kind'] {
	if (/^(?:[0oO]?[xX]|&[hH])/.test(text)) return 'hex'
	// Eight digits that begin with a letter are an HRESULT without its 0x.
	return /^[-0-9]/.test(text) || /^[a-fA-F][0-9a-fA-F]{7}$/.test(text) ? 'number' : 'symbol'
}

/** An x without its zero counts as 0x. */
const readingsOf = (text: string) => readNumber(/^[xX]/.test(text) ? `0${text}` : text)
