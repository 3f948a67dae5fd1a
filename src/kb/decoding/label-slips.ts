/** Labels as people mistype them: "Error ode", "Fehlrecode", "Extendet error code". */
import { createSlipForms, type SlipForms } from '../text/slips.ts'
import { EXTENDED_LABELS, STRONG_LABELS } from './label-kinds.ts'
import { lettersOf } from './label-tree.ts'

/** A shorter label with one letter gone is as likely another word. */
const SHORTEST = 7
const LONGEST = 32
/** So many words may a label have. */
const MOST_WORDS = 4

const longEnough = (label: string) => label.length >= SHORTEST

/** Made when a typed text first needs them. */
let labels: SlipForms<'error' | 'extended'> | undefined
let extendedWords: SlipForms<true> | undefined

function slippedLabels(): SlipForms<'error' | 'extended'> {
	labels ??= createSlipForms([
		...STRONG_LABELS.map(lettersOf)
			.filter(longEnough)
			.map((label) => [label, 'error'] as const),
		...EXTENDED_LABELS.map(lettersOf)
			.filter(longEnough)
			.map((label) => [label, 'extended'] as const),
	])
	return labels
}

/** The words that make a label of an error code one of an extended code, where they stand before it. */
function slippedExtendedWords(): SlipForms<true> {
	const errors = new Set(STRONG_LABELS.map(lettersOf))
	extendedWords ??= createSlipForms(
		EXTENDED_LABELS.map((label) => lettersOf(label.split(' ')[0] ?? ''))
			.filter((word) => longEnough(word) && !errors.has(word))
			.map((word) => [word, true] as const),
	)
	return extendedWords
}

/**
 * What the last words before a number say where they are a label with one letter wrong, missing, added or swapped.
 *
 * @param words the text before the number; only its last four words are read
 */
export function slippedLabel(words: string): 'error' | 'extended' | 'none' {
	const last = words.split(/[\s_-]+/).slice(-MOST_WORDS)
	for (let from = 0; from < last.length; from++) {
		const written = lettersOf(last.slice(from).join(''))
		if (written.length < SHORTEST - 1 || written.length > LONGEST) continue
		const found = slippedLabels().find(written)
		if (found) return found
	}
	return 'none'
}

/** Whether the word before a label says "extended", with or without a slip. */
export function slippedExtended(text: string, start: number, limit: number): boolean {
	const before = text.slice(Math.max(limit, start - 24), start)
	const word = lettersOf(/[\p{L}]{6,20}[\s_-]{1,3}$/u.exec(before)?.[0] ?? '')
	return word !== '' && slippedExtendedWords().find(word) === true
}
