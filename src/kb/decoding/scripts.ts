/** Phrases are kept by script, so that a browser fetches those a text can hold. */
import { UNSPACED } from '../text/scripts.ts'
import { ENGLISH_STOP_WORDS, STOP_WORDS } from '../text/stop-words.ts'
import type { Word } from './words.ts'

export const PHRASE_GROUPS = ['english', 'latin', 'other', 'dense'] as const
/** English; other languages in Latin letters; other alphabets; scripts that set no spaces. */
export type PhraseGroup = (typeof PHRASE_GROUPS)[number]

const OTHER_ALPHABETS = new Set(['ru', 'uk', 'bg', 'el', 'ar', 'he'])
const DENSE_LANGUAGES = new Set(['zh', 'ja', 'ko', 'th'])

/** @param language as content tags it: de, zh-CN */
export function groupOf(language: string): PhraseGroup {
	const [tongue = ''] = language.split('-')
	if (tongue === 'en') return 'english'
	if (DENSE_LANGUAGES.has(tongue)) return 'dense'
	return OTHER_ALPHABETS.has(tongue) ? 'other' : 'latin'
}

/** So much of a text tells its languages. */
const ENOUGH = 20_000
/** So many small words that English does not have make another language of it. */
const FOREIGN_WORDS = 2

/**
 * @param cut the words of the text
 * @returns the groups whose phrases the text can hold; English always
 */
export function groupsIn(text: string, cut: readonly Word[]): PhraseGroup[] {
	const start = text.slice(0, ENOUGH)
	const groups: PhraseGroup[] = ['english']
	const foreign = new Set(
		cut
			.slice(0, ENOUGH)
			.map(({ word }) => word)
			.filter((word) => word.length > 1 && STOP_WORDS.has(word) && !ENGLISH_STOP_WORDS.has(word)),
	)
	if (/[\u00c0-\u024f]/.test(start) || foreign.size >= FOREIGN_WORDS) groups.push('latin')
	if (/[\u0370-\u06ff]/.test(start)) groups.push('other')
	if (UNSPACED.test(start)) groups.push('dense')
	return groups
}
