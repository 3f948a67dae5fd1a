/** Cuts a text of any script into words that can be compared. */
import { fold } from '../text/fold.ts'
import { classOf, UNIT } from '../text/scripts.ts'

export interface Word {
	/** Lower case, without accents. */
	word: string
	index: number
	length: number
	/** Two neighbouring characters of a script that sets no spaces. */
	dense: boolean
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
		if (kind === UNIT.separator) {
			i++
			continue
		}
		let end = i + 1
		while (end < text.length && classOf(text.charCodeAt(end)) === kind) end++
		if (kind === UNIT.letter) found.push({ word: fold(text.slice(i, end)), index: i, length: end - i, dense: false })
		else if (end - i === 1) found.push({ word: text[i] ?? '', index: i, length: 1, dense: true })
		else
			for (let at = i; at + 1 < end; at++)
				found.push({ word: text.slice(at, at + 2), index: at, length: 2, dense: true })
		i = end
	}
	return found
}
