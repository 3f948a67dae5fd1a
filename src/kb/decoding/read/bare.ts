/** Reads a number without 0x: decimal as logs print it, or hexadecimal as the dialog would. */
import type { Label } from '../label-kinds.ts'
import type { Token } from '../tokens.ts'
import { becauseOf, type Context, type Found, foundIn } from './context.ts'
import { readLabelled } from './labelled.ts'
import { DIALOG, eitherBase, firstOf, SMALL, STATUSES } from './spaces.ts'
import { readBeforeSentence, readBySubject } from './unlabelled.ts'
import { readWeak } from './weak.ts'

const DECIMAL = /^\d+$/
const SIGNED = /^-\d+$/
/** Three to eight hexadecimal digits, with or without the h of an assembler. */
const BARE_HEX = /^[0-9a-fA-F]{3,8}h?$/
/** A status as programs print it without 0x: eight hexadecimal digits, or the unsigned decimal. */
const UNSIGNED_STATUS = /^(?:[0-9a-fA-F]{8}|[1-4]\d{9})$/
const SIGN_BIT = 0x80000000

/** @returns the code, behind a label, by its spelling or by what the text is about; empty where it is none */
export function readBare(context: Context, token: Token, label: Label): Found[] {
	const written = token.text
	const glued = isGlued(context, token)
	if (glued && label !== 'error' && label !== 'weak') return []
	const status = readStatus(context, token, label)
	if (status.length > 0 || SIGNED.test(written)) return status
	if (!DECIMAL.test(written) && !BARE_HEX.test(written)) return []
	switch (label) {
		case 'none':
			return readWithoutLabel(context, token, glued)
		case 'status':
			return []
		case 'weak':
			return readWeak(context, token)
		case 'internal':
			return readLabelled(context, Number(written), label, { knownOnly: true })
		default: {
			const decimal = DECIMAL.test(written) ? readLabelled(context, Number(written), label, { knownOnly: true }) : []
			return decimal.length > 0
				? decimal
				: readLabelled(context, Number.parseInt(written, 16), label, { knownOnly: true })
		}
	}
}

const isGlued = ({ text }: Context, { index }: Token) => /[0-9A-Za-z]/.test(text[index - 1] ?? ' ')

/** A status of Windows in decimal, signed or not, or in eight bare hexadecimal digits. */
function readStatus({ lookup, subject, forms }: Context, token: Token, label: Label): Found[] {
	// An instance id of an event is such a number, too.
	if (forms.instances || subject.elsewhere) return []
	if (!SIGNED.test(token.text) && !UNSIGNED_STATUS.test(token.text)) return []
	for (const { value } of token.readings) {
		const row = value >= SIGN_BIT ? firstOf(lookup, value, STATUSES) : undefined
		const because = becauseOf(label)
		if (row) return [foundIn(row, label, because, because === 'spelling' ? 'likely' : 'sure')]
	}
	return []
}

function readWithoutLabel(context: Context, token: Token, glued: boolean): Found[] {
	const { lookup, bare, subject } = context
	const sentence = readBeforeSentence(context, token)
	if (sentence.length > 0) return sentence
	if (bare && !glued && !SMALL.test(token.text)) {
		const row = eitherBase(lookup, token, DIALOG)
		return row ? [foundIn(row, 'none', 'alone', 'likely')] : []
	}
	return subject.remoteDesktop ? readBySubject(context, token) : []
}
