/** What decoding gives: codes, pairs, messages, and what was passed over. */
import type { CodeRow, PairRow } from '../table.ts'
import type { OtherNumber } from './facts.ts'
import type { Foreign, Label } from './label-kinds.ts'
import type { Part } from './surroundings.ts'
import type { FoundMessage } from './wording.ts'

/** How sure a reading is: the text names the number; its form or place says so; it may be one. */
export type Sureness = 'sure' | 'likely' | 'possible'

/** What said that a number is a code. */
export type Because =
	/** A label of the dialog stands before it. */
	| 'label'
	/** A word such as "error" stands beside it. */
	| 'word'
	/** The name of the constant. */
	| 'symbol'
	/** A known code, spelled as only codes are. */
	| 'spelling'
	/** It stands beside a code it is known with. */
	| 'beside'
	/** A client prints it before the sentence that says what happened. */
	| 'sentence'
	/** It is known, and the text is about a failed connection. */
	| 'subject'
	/** The text is nothing but numbers. */
	| 'alone'
	/** An event number by its label or by its place in an export. */
	| 'event'

/** A code found in a text. */
export interface FoundCode {
	space: CodeRow['space']
	value: number
	/** Canonical spelling. */
	hex: string
	/** The number as it stands in the text, and where it starts there. */
	text: string
	index: number
	/** What stood before the number. */
	label: Label
	because: Because
	sure: Sureness
	/** The page about it; undefined for a labelled number that no list knows. */
	row?: CodeRow
	/** What else the same spelling could mean, the likelier first. */
	others: readonly CodeRow[]
}

/** Why a number is not read as a code. */
export type NotBecause = Part | Foreign | 'other-number' | 'other-event' | 'other-product' | 'unknown' | 'plain'

/** A number that is not read as a code. */
export interface PassedOver {
	text: string
	index: number
	because: NotBecause
	/** What the number is instead, where that is known. */
	other?: OtherNumber
	/** What it would mean if it was a code after all. */
	rows: readonly CodeRow[]
}

/** An error code with the extended code that belongs to it. */
export interface FoundPair {
	error: number
	extended: number
	id: string
	/** The page about the pair, where there is one. */
	row?: PairRow
}

export interface Decoded {
	codes: FoundCode[]
	pairs: FoundPair[]
	/** Messages recognised by their wording, the weightiest first. */
	messages: FoundMessage[]
	/** Numbers that are not codes, the first of each spelling. */
	passedOver: PassedOver[]
}
