/** The contents of a page, read off the page itself: a list kept beside it drifts. */

export interface Section {
	id: string
	/** Words of the heading as HTML text: escaped, without tags. */
	text: string
}

const HEADING = /<h2\b[^>]*\sid="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/g

/**
 * The sections of a rendered page.
 *
 * @param html the body of an article
 * @returns its headings of the second level that have an id, in order
 */
export function contentsOf(html: string): Section[] {
	return [...html.matchAll(HEADING)].map(([, id = '', heading = '']) => ({
		id,
		text: heading.replace(/<[^>]+>/g, '').trim(),
	}))
}
