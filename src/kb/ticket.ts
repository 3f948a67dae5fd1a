/** The link to a page, or to a section of it, as it goes into a ticket, in the forms that ticket systems take. */
import { escapeHtml } from './text/escape-html.ts'
import { jiraLink, jiraText, markdownText, oneLine, safeUrl } from './text/markup.ts'

/** What a ticket says about a page. */
export interface TicketLink {
	/** What a support engineer knows the page by: `0x904 / 0x7`, `KB0012`, `Event 1057`; none for lists and tools. */
	readonly code?: string | undefined
	readonly title: string
	/** What the address chooses on the page: the words searched for, filters, an outcome. */
	readonly state?: string | undefined
	/** The words of a heading, where the link leads to its section. */
	readonly section?: string | undefined
	/** One sentence that says what the page answers; none where the link leads to a list. */
	readonly summary?: string | undefined
	/** Absolute address. */
	readonly url: string
	/** Day of verification, YYYY-MM-DD, where the page makes claims. */
	readonly verified?: string | undefined
	/** Instead, the day on which a text of others was read, YYYY-MM-DD. */
	readonly read?: string | undefined
}

/**
 * The forms, and who takes which: rich text for editors that keep formatting (Jira Cloud, ServiceNow's HTML fields,
 * Zendesk, Outlook, Teams), Jira's markup for Jira Data Center and text mode, Markdown for GitHub, GitLab, Azure DevOps and
 * Zendesk, plain text for fields that take nothing else. `html` is a fragment for the clipboard's text/html.
 */
export const TICKET_FORMATS = ['link', 'text', 'markdown', 'jira', 'html'] as const
/** One of the forms. */
export type TicketFormat = (typeof TICKET_FORMATS)[number]

/** The link in one form: a single line, besides `text`, which has the address on a second one. */
export function ticketText(link: TicketLink, format: TicketFormat): string {
	const name = nameOf(link)
	const url = safeUrl(link.url)
	const summary = link.summary ? `${/[.?!…]$/.test(name) ? ' ' : '. '}${oneLine(link.summary)}` : ''
	const says = summary + (link.read ? ` (read ${link.read})` : link.verified ? ` (verified ${link.verified})` : '')
	switch (format) {
		case 'link':
			return url
		case 'text':
			return `${name}${says}\n${url}`
		case 'markdown':
			return `[${markdownText(name)}](${url})${markdownText(says)}`
		case 'jira':
			return jiraLink(name, url) + jiraText(says)
		case 'html':
			return `<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>${escapeHtml(says)}`
	}
}

/** Code, title, state and section; the code only where the title does not say it. */
function nameOf({ code, title, state, section }: TicketLink): string {
	const inTitle =
		!code ||
		` ${title.toLowerCase()} `
			.split(/[\s:,;()]+/)
			.join(' ')
			.includes(` ${code.toLowerCase()} `)
	const chosen = state ? `${/:|[.?!…]$/.test(title) ? ' ›' : ':'} ${state}` : ''
	return oneLine(`${inTitle ? '' : `${code}: `}${title}${chosen}${section ? ` › ${section}` : ''}`)
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
	format: Exclude<TicketFormat, 'link'>,
): string {
	switch (format) {
		case 'text':
			return [heading, ...lines.map(({ says, url }) => `- ${says}${url ? `\n  ${url}` : ''}`)].join('\n')
		case 'markdown':
			return [
				`${markdownText(heading)}\n`,
				...lines.map(({ says, url }) => {
					const text = markdownText(says)
					return `- ${url ? `[${text}](${url})` : text}`
				}),
			].join('\n')
		case 'jira':
			return [
				`${jiraText(heading)}\n`,
				...lines.map(({ says, url }) => `* ${url ? jiraLink(says, safeUrl(url)) : jiraText(says)}`),
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
