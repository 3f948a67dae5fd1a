/** What a number is read with, and what comes of it. */
import type { CodeRow, Lookup } from '../../table.ts'
import type { EventForms, NamedSource } from '../events.ts'
import type { Facts, OtherNumber } from '../facts.ts'
import type { Because, FoundCode, NotBecause, Sureness } from '../findings.ts'
import type { Label } from '../label-kinds.ts'
import type { Subject } from '../subject.ts'
import type { FoundMessage } from '../wording.ts'

/** How a text is laid out: enough to say what its numbers are called. */
export interface Layout {
	/** ASCII twin of the text. */
	text: string
	/** A person may have typed the text: labels may hold a slip. */
	typed: boolean
	/** Forms of exports that the text holds. */
	forms: EventForms
	/** Where the text names providers of events. */
	sources: () => readonly NamedSource[]
	/** Places of numbers in event columns. */
	columns: ReadonlySet<number>
}

/** What a number is looked at with. */
export interface Context extends Layout {
	lookup: Lookup
	facts: Facts
	subject: Subject
	/** Nothing but numbers was pasted. */
	bare: boolean
	/** Places of numbers in dumps. */
	dumped: ReadonlySet<number>
	messages: readonly FoundMessage[]
}

/** A finding without its place, which the caller knows. */
export type Found = Pick<FoundCode, 'space' | 'value' | 'row' | 'label' | 'because' | 'sure'>

/** What a number means, or why it is no code; an event's number may mean several. */
export type Reading = { found: Found[] } | { passed: NotBecause; other?: OtherNumber | undefined }

/** A finding that has a page. */
export const foundIn = (row: CodeRow, label: Label, because: Because, sure: Sureness): Found => ({
	space: row.space,
	value: row.value,
	row,
	label,
	because,
	sure,
})

/** What says that a number is a code, by its label: its form alone does where the label is none of a code's. */
export function becauseOf(label: Label): Because {
	if (label === 'none' || label === 'event') return 'spelling'
	return label === 'weak' || label === 'status' ? 'word' : 'label'
}
