/** The spaces in which a number is looked up, by how it is written and what stands before it. */
import type { SpaceId } from '../../spaces.ts'
import type { CodeRow, Lookup } from '../../table.ts'
import type { Token } from '../tokens.ts'

/** A number too small to be an error code when nothing says that it is one. */
export const SMALL = /^(?:0?x ?|&h)?0*[0-9a-f]{1,2}$/i
/** Below this an unlabelled 0x… is as likely a flag or an offset. */
export const SMALLEST_UNLABELLED = 0x100
/** Disconnect reasons and extended codes are 16-bit numbers. */
export const LARGEST_DIALOG_CODE = 0xffff

/** What the dialog prints as error code. */
export const DIALOG: readonly SpaceId[] = ['disconnect', 'gateway', 'remoteapp']
/** Statuses of Windows, which have eight digits. */
export const STATUSES: readonly SpaceId[] = ['hresult', 'gateway-hresult', 'ntstatus']
/** Numbers with so many digits that nobody else's are meant. */
export const LONG: readonly SpaceId[] = ['gateway', 'remoteapp', ...STATUSES, 'freerdp-connect']
/** Numbers of the protocol have as few digits as anybody's and are met with a name or a label. */
export const UNLABELLED: readonly SpaceId[] = [...DIALOG, ...STATUSES, 'freerdp-connect']

/** Whether a space is one of what the dialog prints as error code. */
export const isErrorSpace = (space: CodeRow['space']) => space !== 'event' && DIALOG.includes(space)

/** The dialog of a gateway: numbers of its own range, also those that no list has. */
export const isOfGateway = (value: number) => value > 0x3000000 && value <= 0x30000ff

/** The row of a value in the first space that has it. */
export function firstOf(lookup: Lookup, value: number, spaces: readonly SpaceId[]): CodeRow | undefined {
	for (const space of spaces) {
		const row = lookup.bySpace(space, value)
		if (row) return row
	}
	// An NTSTATUS that is passed on as an HRESULT begins with D instead of C (MS-ERREF 2.1, the N bit).
	const passedOn = value >>> 28 === 0xd && spaces.includes('ntstatus')
	return passedOn ? lookup.bySpace('ntstatus', value - 0x10000000) : undefined
}

/** The row of a number without 0x: by its likelier base, else by the other one. */
export function eitherBase(lookup: Lookup, token: Token, spaces: readonly SpaceId[]): CodeRow | undefined {
	for (const { value } of token.readings) {
		const row = firstOf(lookup, value, spaces)
		if (row) return row
	}
	return
}

/** Every code of a dialog or a log that a spelling can mean, in either base. */
export function asCodes(lookup: Lookup, token: Token): CodeRow[] {
	const rows = token.readings.flatMap(({ value }) => lookup.byValue(value))
	return [...new Set(rows)].filter(({ space }) => space !== 'event' && space !== 'tls-alert')
}
