/** What a chat, a ticket system or a search engine shows of a page whose link it meets. */
import { sentencesOf } from './text/sentences.ts'

/** What a page says of itself there. */
export interface PageFacts {
	/** Without marks of Markdown; it may begin with the code. */
	readonly title: string
	/** What a ticket calls the page: `0x904 / 0x7`, `Event 1057`, `KB0012`. */
	readonly code?: string | undefined
	/** What it is: Cause, Fix, Code … */
	readonly kind?: string | undefined
	/** Codes and constants it is about, besides its own; the first ones. */
	readonly about?: readonly string[] | undefined
	/** What it is good for, where it is a list or a tool and its title says little. */
	readonly text?: string | undefined
	/** How well it is known and since when, in a few words. */
	readonly note?: string | undefined
}

/** How many codes stand for all that a page is about. */
const CODES = 3

/** The codes that a page is about and is not called by: enough to recognise them. */
export const aboutOf = (about: readonly string[], code: string | undefined) =>
	about.filter((name) => name !== code).slice(0, CODES)

/** The title with the code first, which many readers of a list of links look for. */
export function codeFirst({ code, title }: Pick<PageFacts, 'code' | 'title'>): string {
	return code === undefined || beginsWith(title, code) ? title : `${code}: ${title}`
}

/** The title without the code it begins with, for a place where the code stands by itself. */
export function withoutCode({ code, title }: Pick<PageFacts, 'code' | 'title'>): string {
	return code !== undefined && beginsWith(title, code) ? title.slice(code.length).replace(/^:? +/, '') : title
}

/** `0x9` does not begin `0x904`. */
const beginsWith = (title: string, code: string) =>
	title === code || (/^:? /.test(title.slice(code.length)) && title.startsWith(code))

/** A description is cut at a sentence if that leaves this share of the room filled. */
const ENOUGH = 0.4

/**
 * A text no longer than its room: whole sentences where they fill enough of it, otherwise whole words and an ellipsis.
 *
 * @param text plain text
 * @param most how many characters there is room for
 */
export function excerpt(text: string, most = 200): string {
	const whole = text.trim()
	if (whole.length <= most) return whole
	let sentences = ''
	for (const sentence of sentencesOf(whole)) {
		const longer = sentences === '' ? sentence : `${sentences} ${sentence}`
		if (longer.length > most) break
		sentences = longer
	}
	if (sentences.length >= most * ENOUGH) return sentences
	const words = whole.slice(0, most).replace(/\s+\S*$/, '')
	return `${words.replace(/[\s,;:(–-]+$/, '').slice(0, most - 1)}…`
}
