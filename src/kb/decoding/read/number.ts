/** Reads one number of a text: which code it is, or why it is none. */
import type { Facts, OtherNumber } from '../facts.ts'
import type { FoundCode } from '../findings.ts'
import { type Foreign, isForeign, type Label } from '../label-kinds.ts'
import { inProgram, partOf } from '../surroundings.ts'
import type { Token } from '../tokens.ts'
import { readBare } from './bare.ts'
import type { Context, Reading } from './context.ts'
import { readAlert, readEvent } from './events.ts'
import { readHex } from './hex.ts'
import { readBeside, readSlashedPair, readSlashedSecond } from './pairs.ts'
import { asCodes } from './spaces.ts'
import { readLong } from './unlabelled.ts'

/** Programs print the status of a connection as their own exit code or last error. */
const MAY_CARRY_STATUS: ReadonlySet<Foreign> = new Set<Foreign>(['exit-code', 'system-error', 'exception'])

/**
 * @param label what the number is called, see labelOf
 * @param previous the last code that was found before it
 * @returns the code, or events where one number means several; else why it is no code
 */
export function readNumberAt(
	context: Context,
	token: Token,
	label: Label | Foreign,
	previous: FoundCode | undefined,
): Reading {
	const pair = readSlashedPair(context, token)
	if (pair.length > 0) return { found: pair }
	const second = readSlashedSecond(context, token, previous)
	if (second.length > 0) return { found: second }
	const part = partOf(context.text, token)
	const isEvent = label === 'event' && /^\d{1,5}$/.test(token.text)
	// "Event IDs 1057/1058": the slash is no date there.
	if (part && !(isEvent && part === 'date-or-id')) return { passed: part }
	if (isEvent) return readEvent(context, token)
	const alert = readAlert(context, token, label)
	if (alert) return alert
	if (isAssigned(context, token, label)) return { passed: 'source-code' }
	if (isForeign(label)) return readForeign(context, token, label)
	const found = token.kind === 'hex' ? readHex(context, token, label) : readBare(context, token, label)
	if (found.length > 0) return { found }
	const beside = readBeside(context, token, previous)
	return beside.length > 0 ? { found: beside } : whyNot(context, token, label)
}

/** A bare number in a line of a program, where the label is the name of a variable: `error = 2308;`. */
function isAssigned({ text, subject }: Context, token: Token, label: Label | Foreign): boolean {
	if (label === 'none' || label === 'event' || token.kind !== 'number') return false
	return !subject.remoteDesktop && inProgram(text, token)
}

/** A number that its label gives to somebody else. */
function readForeign(context: Context, token: Token, label: Foreign): Reading {
	const carries = context.subject.remoteDesktop && MAY_CARRY_STATUS.has(label)
	const found = carries ? readLong(context, token) : []
	return found.length > 0 ? { found } : { passed: label, other: otherNumber(context.facts, token) }
}

/** Why a number that was read as no code is none. */
function whyNot({ lookup, facts, text, subject, dumped }: Context, token: Token, label: Label): Reading {
	const other = otherNumber(facts, token)
	if (other) return { passed: 'other-number', other }
	if (subject.elsewhere && label !== 'error' && asCodes(lookup, token).length > 0) return { passed: 'other-product' }
	if (label !== 'none') return { passed: 'unknown' }
	if (token.kind !== 'hex') return { passed: 'plain' }
	if (dumped.has(token.index)) return { passed: 'dump' }
	return { passed: inProgram(text, token) ? 'source-code' : 'plain' }
}

/** Whose number it is, where it is another product's; the narrowest range says most. */
function otherNumber({ others }: Facts, token: Token): OtherNumber | undefined {
	for (const { value, base } of token.readings) {
		if (base === 'decimal' || (token.kind === 'number' && base === 'hex' && token.text.length < 8)) continue
		const narrowest = others.find(({ from, to }) => value >= from && value <= to)
		if (narrowest) return narrowest
	}
	return
}
