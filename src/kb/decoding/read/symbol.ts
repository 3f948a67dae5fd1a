/** Reads the name of a constant. */
import type { Token } from '../tokens.ts'
import { type Context, foundIn, type Reading } from './context.ts'

/** @returns the code that has the name; names in no list are words */
export function readSymbol({ lookup }: Context, { text: token }: Token): Reading {
	if (!/_|^(exDisc|disconnectReason)/i.test(token)) return { passed: 'word' }
	const rows = lookup.bySymbol(token)
	// The same constant may be listed in several spaces; its home is the one that names it first, and STATUS_ is Windows' own.
	const row =
		rows.find(({ space }) => space === 'ntstatus' && /^STATUS_/i.test(token)) ??
		rows.find(({ symbols }) => symbols[0]?.toLowerCase() === token.toLowerCase()) ??
		rows[0]
	return row ? { found: [foundIn(row, 'none', 'symbol', 'sure')] } : { passed: 'word' }
}
