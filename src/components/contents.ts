/** The sections of a page, read off the page itself: a list kept beside it drifts. */

export interface Section {
	id: string
	/** Words of the heading as HTML text: escaped, without tags. */
	text: string
}

const HEADING = /<h2\b[^>]*\sid="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/g
const WITH_ID = /<(h[23])\b[^>]*\sid="([^"]+)"[^>]*>[\s\S]*?<\/\1>/g

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

/**
 * Puts an anchor behind each heading that has an id: a link to its section. It stands outside the heading, which keeps its
 * name; its own is that of the card for tickets and of the heading. Its sign comes from the style sheet, so that no text gains it.
 *
 * @param html a rendered page
 */
export const withAnchors = (html: string) =>
	html.replace(
		WITH_ID,
		(heading, _, id) => `${heading}<a class="anchor" href="#${id}" aria-labelledby="link ${id}"></a>`,
	)
