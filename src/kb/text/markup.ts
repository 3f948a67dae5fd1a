/** Text and addresses made safe for what ticket systems read: nothing in them opens a link, emphasis, a macro or a tag. */

/** A text as one line. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * Text inside a paragraph of Markdown (CommonMark 0.31, and strikethrough of GFM). Code and tags bind tighter than the
 * brackets of a link, so they are escaped too.
 */
export const markdownText = (text: string) => text.replace(/[\\[\]*_`<~]|&(?=#?\w+;)/g, '\\$&')

/** What Jira reads as markup, character by character. */
const JIRA_MARKS = new RegExp(
	[
		/[{}[\]|]/,
		// Emphasis counts at the edge of a word only (Atlassian, PhraseRendererComponent).
		/(?<![\p{L}\p{N}])[*_+^~-](?=\S)/u,
		/(?<=\S)[*_+^~-](?![\p{L}\p{N}])/u,
		/\?(?=\?)|(?<=\?)\?/,
		// Pictures and smileys.
		/!(?=\S)/,
		/(?<=[:;])[()]/,
		/\((?=(?:[!?x/yni+-]|on|off|\*[rgby]?|flag(?:off)?)\))/,
	]
		.map(({ source }) => source)
		.join('|'),
	'gu',
)

/** What no backslash escapes: one that would itself escape, what looks like an entity, letters of smileys. */
const JIRA_LITERALS = /\\(?=[-\\#*_+?^~|%{}[\]()!@]|$)|&(?=#?\w+;)|(?<=[:;])[PDp](?![\p{L}\p{N}])/gu

/**
 * Text inside a paragraph of Jira's wiki markup. A backslash escapes a mark unless another one stands before it
 * (Atlassian, BackslashEscapeRendererComponent); what it cannot escape becomes an entity.
 */
export const jiraText = (text: string) =>
	text.replace(JIRA_LITERALS, (char) => `&#${char.charCodeAt(0)};`).replace(JIRA_MARKS, '\\$&')

/** A link in Jira's wiki markup. Its words end at a bar or a bracket even where that is escaped, so they get others. */
export const jiraLink = (text: string, url: string) =>
	`[${jiraText(text.replace(/[[{]/g, '(').replace(/[\]}]/g, ')').replace(/\|/g, '/'))}|${url}]`

/**
 * An absolute address that no markup can end early and no program that finds addresses in text cuts: brackets, quotation
 * marks and signs of emphasis go as percent codes, and so does a mark that could end a sentence, when it stands last. It
 * leads to the same place.
 */
export const safeUrl = (url: string) =>
	url.replace(/[\s()[\]{}<>|\\^`"'*!;]/g, encodeByte).replace(/[.,:?~_-]$/, encodeByte)

const encodeByte = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
