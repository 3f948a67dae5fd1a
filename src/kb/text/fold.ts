/** Words as they are compared: without case and accents. */

const NOT_ASCII = /[\u0080-\uffff]/

/** Letters that have no decomposition and that people type without their mark, and the sigma that ends a word. */
const PLAIN: Readonly<Record<string, string>> = {
	ß: 'ss',
	ł: 'l',
	ı: 'i',
	ø: 'o',
	đ: 'd',
	æ: 'ae',
	œ: 'oe',
	ς: 'σ',
}

/**
 * Lower case, without accents, in one Unicode form (NFC after a compatibility decomposition, Unicode Standard Annex #15).
 * The result may be shorter or longer than the text.
 */
export function fold(text: string): string {
	if (!NOT_ASCII.test(text)) return text.toLowerCase()
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.normalize('NFC')
		.toLowerCase()
		.replace(/[ßłıøđæœς]/g, (letter) => PLAIN[letter] ?? letter)
}

/**
 * Lower case in which every place is a place of the text. İ is the one letter whose lower case is longer than itself
 * (SpecialCasing.txt of Unicode), so it becomes a plain i.
 */
export const lowerInPlace = (text: string) => text.replaceAll('İ', 'i').toLowerCase()
