/** Reads a number that says it is hexadecimal: 0x904, x904, &H904. */
import type { Label } from '../label-kinds.ts'
import { namesOther } from '../subject.ts'
import { inProgram } from '../surroundings.ts'
import type { Token } from '../tokens.ts'
import { type Context, type Found, foundIn } from './context.ts'
import { readLabelled } from './labelled.ts'
import { firstOf, isOfGateway, LARGEST_DIALOG_CODE, SMALLEST_UNLABELLED, UNLABELLED } from './spaces.ts'

/** No zeros in front, at most four digits. */
const AS_DIALOG = /^0x[1-9a-f][0-9a-f]{0,3}$/i

/** @returns the code, behind a label or by its spelling alone; empty where it is none */
export function readHex(context: Context, token: Token, label: Label): Found[] {
	const value = token.readings[0]?.value
	if (value === undefined) return []
	const { text, subject } = context
	if (label === 'none') return readUnlabelled(context, token, value)
	const asDialog = AS_DIALOG.test(token.text) && !namesOther(text, subject, token.index)
	return readLabelled(context, value, label, { asDialog })
}

function readUnlabelled(context: Context, token: Token, value: number): Found[] {
	const { lookup, text, subject, dumped } = context
	if (value < SMALLEST_UNLABELLED || dumped.has(token.index) || inProgram(text, token)) return []
	// A number of four digits is common, and one padded to eight may be a place in memory; a long one is nobody else's.
	const common = value <= LARGEST_DIALOG_CODE
	const padded = /^0x0{2}/i.test(token.text) || token.text.length > 10
	const slipped = !/^[0oO]x/i.test(token.text)
	if (subject.elsewhere || (common && (padded || slipped) && !subject.remoteDesktop)) return []
	const row = firstOf(lookup, value, UNLABELLED)
	if (row) return [foundIn(row, 'none', 'spelling', common ? 'likely' : 'sure')]
	const ofGateway = subject.remoteDesktop && isOfGateway(value)
	return ofGateway ? [{ space: 'gateway', value, label: 'none', because: 'spelling', sure: 'possible' }] : []
}
