/** Cuts a text of any script into words that can be compared. */

export interface Word {
	/** Lower case, without accents. */
	word: string
	index: number
	length: number
	/** Two neighbouring characters of a script that sets no spaces. */
	dense: boolean
}

/** Scripts that write without spaces, or glue endings to words as Korean does. */
export const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u
const CLASS = { separator: 1, letter: 2, dense: 3 } as const
const LETTERS = /[\p{L}\p{M}\p{N}]/u

/** The class of each UTF-16 unit, filled as units are met. */
const classes = new Uint8Array(0x10000)

function classOf(unit: number): number {
	const known = classes[unit] ?? CLASS.separator
	if (known !== 0) return known
	const char = String.fromCharCode(unit)
	const found = DENSE.test(char) ? CLASS.dense : LETTERS.test(char) ? CLASS.letter : CLASS.separator
	classes[unit] = found
	return found
}

/** Whether a letter, mark or digit of a script that sets words apart stands at a place. */
export const isLetterAt = (text: string, index: number) => classOf(text.charCodeAt(index) || 0) === CLASS.letter

const NOT_ASCII = /[\u0080-\uffff]/

/** Lower case without accents; the dotless and dotted i of Turkish and the ß count as i and ss. */
export function foldWord(word: string): string {
	const lower = word.toLowerCase()
	if (!NOT_ASCII.test(lower)) return lower
	return lower
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replaceAll('ı', 'i')
		.replaceAll('ß', 'ss')
		.replaceAll('ł', 'l')
		.replaceAll('ø', 'o')
		.replaceAll('ё', 'е')
		.replaceAll('ς', 'σ')
}

/**
 * @returns the words of a text in order; a stretch of a script without spaces gives its pairs of neighbouring
 * characters, and one character alone gives itself
 */
export function words(text: string): Word[] {
	const found: Word[] = []
	let i = 0
	while (i < text.length) {
		const kind = classOf(text.charCodeAt(i))
		if (kind === CLASS.separator) {
			i++
			continue
		}
		let end = i + 1
		while (end < text.length && classOf(text.charCodeAt(end)) === kind) end++
		if (kind === CLASS.letter)
			found.push({ word: foldWord(text.slice(i, end)), index: i, length: end - i, dense: false })
		else if (end - i === 1) found.push({ word: text[i] ?? '', index: i, length: 1, dense: true })
		else
			for (let at = i; at + 1 < end; at++)
				found.push({ word: text.slice(at, at + 2), index: at, length: 2, dense: true })
		i = end
	}
	return found
}
