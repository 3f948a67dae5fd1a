/** Reads a number behind a label of Remote Desktop. */
import type { SpaceId } from '../../spaces.ts'
import type { Label } from '../label-kinds.ts'
import { becauseOf, type Context, type Found, foundIn } from './context.ts'
import { firstOf, isOfGateway, LARGEST_DIALOG_CODE, SMALLEST_UNLABELLED, UNLABELLED } from './spaces.ts'

/** Labels that name one list of numbers, and where it is looked up. */
const ORDER: Partial<Record<Label, readonly SpaceId[]>> = {
	extended: ['extended', 'error-info'],
	internal: ['fatal-error'],
	'error-info': ['error-info', ...UNLABELLED],
}

/** What the caller knows of the spelling. */
interface Spelling {
	/** The number is told only where a list has it. */
	knownOnly?: boolean
	/** It is spelt as the dialog does. */
	asDialog?: boolean
}

/**
 * @param value how the number was read
 * @param label what stands before it, but not `none`
 * @returns the code; for the two labels of the dialog also a number that no list has; empty where the text is about
 * another product
 */
export function readLabelled(
	{ lookup, subject }: Context,
	value: number,
	label: Label,
	{ knownOnly = false, asDialog = false }: Spelling,
): Found[] {
	// Small numbers of the protocol stand behind its own labels only.
	const spaces = value < SMALLEST_UNLABELLED ? UNLABELLED : [...UNLABELLED, 'error-info' as const]
	const row = firstOf(lookup, value, ORDER[label] ?? spaces)
	const { elsewhere } = subject
	if (row) {
		// "Error code: 0x4" is printed by many; Remote Desktop is meant unless the text is about something else.
		if (elsewhere && !(asDialog && value >= SMALLEST_UNLABELLED)) return []
		const because = becauseOf(label)
		// A status of eight digits is nobody else's, whatever word stands before it.
		const common = because === 'word' && value <= LARGEST_DIALOG_CODE
		return [foundIn(row, label, because, common || elsewhere ? 'likely' : 'sure')]
	}
	if (knownOnly || (label !== 'error' && label !== 'extended') || elsewhere) return []
	// A number that no list has is worth telling where the text speaks of Remote Desktop, or it is spelt as the dialog does.
	if (!subject.remoteDesktop && !asDialog) return []
	const unknown = { value, label, because: 'label', sure: 'likely' } as const
	if (label === 'error' && isOfGateway(value)) return [{ ...unknown, space: 'gateway' }]
	if (value > LARGEST_DIALOG_CODE) return []
	return [{ ...unknown, space: label === 'extended' ? 'extended' : 'disconnect' }]
}
