/** Which characters make words, and which of them belong to scripts that set no spaces between words. */

/** A class for regular expressions: scripts without spaces, and Korean, whose words carry their endings with them. */
export const UNSPACED_CLASS =
	'\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}ー'

/** A character of a script that is compared by characters and not by words. */
export const UNSPACED = new RegExp(`[${UNSPACED_CLASS}]`, 'u')

/** What a UTF-16 unit is: between words, part of a word, or a character of an unspaced script. */
export const UNIT = { separator: 1, letter: 2, unspaced: 3 } as const

const LETTERS = /[\p{L}\p{M}\p{N}]/u

/** The class of each UTF-16 unit, filled as units are met: a megabyte has few different ones. */
const classes = new Uint8Array(0x10000)

/** The class of a unit, one of {@link UNIT}. Halves of surrogate pairs are separators. */
export function classOf(unit: number): number {
	const known = classes[unit] ?? UNIT.separator
	if (known !== 0) return known
	const char = String.fromCharCode(unit)
	const found = UNSPACED.test(char) ? UNIT.unspaced : LETTERS.test(char) ? UNIT.letter : UNIT.separator
	classes[unit] = found
	return found
}

/** Whether a letter, mark or digit of a script that sets words apart stands at a place; false outside the text. */
export const isLetterAt = (text: string, index: number) => classOf(text.charCodeAt(index) || 0) === UNIT.letter
