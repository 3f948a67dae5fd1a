/** Reads a number behind a word that stands before other numbers, too. */
import type { Token } from '../tokens.ts'
import { type Context, type Found, foundIn } from './context.ts'
import { DIALOG, firstOf, LARGEST_DIALOG_CODE, SMALL, SMALLEST_UNLABELLED, UNLABELLED } from './spaces.ts'

/** Numbers that every web server prints after "error" and "status". */
const HTTP_STATUS = /^(?:4\d\d|50\d)$/

/** A number behind a word such as "error": common everywhere, so it must be known, and the text about the right thing. */
export function readWeak({ lookup, subject }: Context, token: Token): Found[] {
	const { remoteDesktop, elsewhere } = subject
	const written = token.text
	if (elsewhere) return []
	const sure = remoteDesktop ? 'likely' : 'possible'
	const decimal = /^\d+$/.test(written) ? Number(written) : 0
	const row = decimal < SMALLEST_UNLABELLED ? undefined : firstOf(lookup, decimal, DIALOG)
	if (row) return [foundIn(row, 'weak', 'word', sure)]
	if (SMALL.test(written) || HTTP_STATUS.test(written)) return []
	const value = token.readings.find(({ base }) => base === 'hex')?.value
	if (value === undefined) return []
	// Three digits that are no decimal code may be anything, unless a letter says that they are hexadecimal.
	if (!remoteDesktop && !/[a-f]/i.test(written) && written.length <= 5) return []
	const hex = firstOf(lookup, value, value > LARGEST_DIALOG_CODE ? UNLABELLED : DIALOG)
	return hex ? [foundIn(hex, 'weak', 'word', sure)] : []
}
