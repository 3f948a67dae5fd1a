/** The link to a page as it goes into a ticket, in the forms ticket systems take. */
import { escapeHtml } from './text/escape-html.ts'

export interface TicketLink {
	title: string
	/** One sentence that says what the page answers. */
	summary: string
	/** Absolute address. */
	url: string
	/** Day of verification, YYYY-MM-DD, where the page makes claims. */
	verified?: string
}

export const TICKET_FORMATS = ['link', 'text', 'markdown', 'jira', 'html'] as const
export type TicketFormat = (typeof TICKET_FORMATS)[number]

/** The link in one format. `html` is a fragment meant for the clipboard's text/html. */
export function ticketText(link: TicketLink, format: TicketFormat): string {
	const { title, summary, url } = link
	const verified = link.verified ? ` (verified ${link.verified})` : ''
	switch (format) {
		case 'link':
			return url
		case 'text':
			return `${title}: ${summary}${verified}\n${url}`
		case 'markdown':
			return `[${escapeWith(title, MARKDOWN)}](${url}): ${escapeWith(summary, MARKDOWN)}${verified}`
		case 'jira':
			return `[${title.replace(/[[\]{}|]/g, ' ')}|${url}]: ${escapeWith(summary, /[{}[\]*_]/g)}${verified}`
		case 'html':
			return `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>: ${escapeHtml(summary)}${verified}`
	}
}

/** A line of a list that goes into a ticket: what it says and where it leads. */
export interface TicketLine {
	says: string
	url?: string
}

/** A list of findings in one format. `html` is a fragment meant for the clipboard's text/html. */
export function ticketList(
	heading: string,
	lines: readonly TicketLine[],
	format: 'text' | 'markdown' | 'html',
): string {
	switch (format) {
		case 'text':
			return [heading, ...lines.map(({ says, url }) => `- ${says}${url ? `\n  ${url}` : ''}`)].join('\n')
		case 'markdown':
			return [
				`${escapeWith(heading, MARKDOWN)}\n`,
				...lines.map(({ says, url }) => {
					const text = escapeWith(says, MARKDOWN)
					return `- ${url ? `[${text}](${url})` : text}`
				}),
			].join('\n')
		case 'html': {
			const items = lines.map(({ says, url }) => {
				const text = escapeHtml(says)
				return `<li>${url ? `<a href="${escapeHtml(url)}">${text}</a>` : text}</li>`
			})
			return `<p>${escapeHtml(heading)}</p><ul>${items.join('')}</ul>`
		}
	}
}

/** What would open a link, emphasis, code, a tag or an entity; code and tags bind tighter than the brackets of a link. */
const MARKDOWN = /[\\[\]*_`<]|&(?=#?\w+;)/g

const escapeWith = (text: string, special: RegExp) => text.replace(special, '\\$&')
