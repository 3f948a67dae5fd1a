/**
 * A path of answers as a ticket carries it, and back: what `reportText` writes, `readReport` reads, also after a ticket
 * system has turned it into its own kind of text.
 */
import { escapeHtml } from '../text/escape-html.ts'
import { jiraLink, jiraText, markdownText, safeUrl } from '../text/markup.ts'

/** A line of a result, which may be a link. */
export interface Item {
	readonly says: string
	/** Absolute address. */
	readonly url?: string | undefined
}

/** One answer as a ticket shows it. */
export interface ReportStep {
	readonly question: string
	readonly asks: string
	readonly answer: string
	readonly says: string
	/** When it was answered, as `2026-11-23 08:15`, in UTC; unknown where the answer came with a link. */
	readonly at?: string | undefined
	/** What the check showed, as typed. */
	readonly note?: string | undefined
}

/** What goes into a ticket. */
export interface Report {
	/** The tree and its version in one line. */
	readonly heading: string
	readonly steps: readonly ReportStep[]
	/** What comes after the steps: the open question or the outcome, then causes and fixes. Labels end in a colon. */
	readonly results: readonly { readonly label: string; readonly items: readonly Item[] }[]
	/** Opens the same place again. */
	readonly link: { readonly says: string; readonly url: string }
}

/** How a report can be written. */
export const REPORT_FORMATS = ['text', 'markdown', 'jira', 'html'] as const
/** One of the formats. */
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** What stands at each answer so that a program finds it again. */
const markOf = ({ question, answer, at }: ReportStep) => `[${question}=${answer}${at ? `, ${at} UTC` : ''}]`

/** The lines of a note, each behind a bar: line ends survive, and a ticket system finds nothing in them to format. */
const barred = (note: string) => note.split(/\r\n?|\n/).map((line) => `| ${line}`)

/** How a format sets the parts of a report. Text that comes in is made safe first. */
interface Format {
	safe(text: string): string
	strong(text: string): string
	/** The mark of an answer. */
	mark(text: string): string
	/** The lines of a note, each behind its bar. */
	note(lines: readonly string[]): string
	line: string
	/** A step, a heading or a label. */
	block(text: string): string
	/** Text that is not safe yet; an address that stands for itself is written once. */
	item(text: string, url?: string): string
	/** What stands below a label. */
	list(items: string): string
	between: string
}

const FORMATS: Record<ReportFormat, Format> = {
	text: {
		safe: (text) => text,
		strong: (text) => text,
		mark: (text) => text,
		note: (lines) => lines.map((line) => `\n   ${line}`).join(''),
		line: '\n   ',
		block: (text) => text,
		item: (text, url) => `\n- ${text}${url && url !== text ? `\n  ${url}` : ''}`,
		list: (items) => items,
		between: '\n',
	},
	markdown: {
		safe: markdownText,
		strong: (text) => `**${text}**`,
		mark: (text) => `\`${text}\``,
		// No line of a note can close the block: each begins with its bar.
		note: (lines) => ['```', ...lines, '```'].map((line) => `\n   ${line}`).join(''),
		line: '\\\n   ',
		block: (text) => text,
		item: (text, url) => `\n- ${url ? `[${markdownText(text)}](${url})` : markdownText(text)}`,
		list: (items) => `\n${items}`,
		between: '\n\n',
	},
	jira: {
		safe: jiraText,
		strong: (text) => `*${text}*`,
		mark: (text) => `{{${jiraText(text)}}}`,
		// Nothing can be escaped in this block, which ends at its name wherever that stands.
		note: (lines) =>
			['{noformat}', ...lines.map((line) => line.replace(/\{(?=noformat)/gi, '{ ')), '{noformat}']
				.map((line) => `\n${line}`)
				.join(''),
		line: '\n',
		block: (text) => text,
		item: (text, url) => `\n* ${!url ? jiraText(text) : url === text ? `[${url}]` : jiraLink(text, url)}`,
		list: (items) => items,
		between: '\n\n',
	},
	html: {
		safe: escapeHtml,
		strong: (text) => `<b>${text}</b>`,
		mark: (text) => `<code>${text}</code>`,
		// On a line of its own, so that its first bar is found also where the tags were taken out.
		note: (lines) => `\n<pre>${escapeHtml(lines.join('\n'))}</pre>`,
		line: '<br>',
		block: (text) => `<p>${text}</p>`,
		item: (text, url) => `<li>${url ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>` : escapeHtml(text)}</li>`,
		list: (items) => `<ul>${items}</ul>`,
		between: '\n',
	},
}

/**
 * Writes a report.
 *
 * @param format `html` is a fragment for the clipboard's text/html or for an editor of HTML
 */
export function reportText({ heading, steps, results, link }: Report, format: ReportFormat): string {
	const { safe, strong, mark, note, line, block, item, list, between } = FORMATS[format]
	const part = (label: string, items: readonly Item[]) =>
		block(safe(label)) + list(items.map(({ says, url }) => item(says, url)).join(''))
	const url = safeUrl(link.url)
	return [
		block(strong(safe(heading))),
		...steps.map(
			(one, i) =>
				block(`${i + 1}. ${safe(one.asks)}${line}${strong(safe(one.says))} ${mark(markOf(one))}`) +
				(one.note ? note(barred(one.note)) : ''),
		),
		...results.map(({ label, items }) => part(label, items)),
		part(link.says, [{ says: url, url }]),
	].join(between)
}

/** What a pasted text gave back. */
export interface ReadReport {
	/** Id of the tree, where the text holds a link to it. */
	readonly tree: string | undefined
	/** The query of the last link to a tree; empty if there is none. */
	readonly search: string
	/** By question. */
	readonly answers: ReadonlyMap<string, string>
	readonly times: ReadonlyMap<string, string>
	readonly notes: ReadonlyMap<string, string>
}

/**
 * Reads a pasted text: a report in any of its formats, or any text that holds a link to a tree.
 *
 * @returns undefined where there is neither
 */
export function readReport(pasted: string): ReadReport | undefined {
	// Tags in a note are what somebody typed.
	const isHtml = /<(?:li|p|a|pre|br)\b/i.test(pasted.replace(/^[ \t>]*\|[^\r\n]*/gm, ''))
	const text = isHtml ? textOfHtml(pasted) : pasted
	const answers = new Map<string, string>()
	const times = new Map<string, string>()
	const notes = new Map<string, string>()
	/** The question whose note may follow. */
	let at: string | undefined
	const rest: string[] = []
	for (const line of text.split(/\r\n?|\n/)) {
		const note = /^[\s>]*\| ?(.*)$/s.exec(line)
		if (note && at !== undefined) {
			const before = notes.get(at)
			notes.set(at, before === undefined ? (note[1] ?? '') : `${before}\n${note[1]}`)
			continue
		}
		rest.push(line)
		if (!/^[\s>`]*(?:\{noformat\})?$/.test(line)) at = undefined
		for (const [, question = '', answer = '', time] of line.matchAll(
			/\[([a-z0-9-]+)=([a-z0-9-]+)(?:, (\d{4}-\d\d-\d\d \d\d:\d\d) UTC)?\\?\]/g,
		)) {
			at = question
			answers.set(question, answer)
			if (time) times.set(question, time)
		}
	}
	// The sentence that a link stands in may end right behind it.
	const links = [...rest.join('\n').matchAll(/\/triage\/([a-z0-9-]+)\/(?:\?([^\s()[\]<>"']*[^\s()[\]<>"'.,;]))?/g)]
	const link = links.filter(([, , query]) => query).at(-1) ?? links.at(-1)
	if (answers.size === 0 && !link) return undefined
	const search = link?.[2] ?? ''
	return { tree: link?.[1], search, answers, times, notes }
}

function textOfHtml(html: string): string {
	const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
	return html
		.replace(/<[^<>]*>/g, (tag) => {
			const [, href] = /\shref=["']([^"']*)/i.exec(tag) ?? []
			return href === undefined ? (/^<\/?(?:br|p|li|pre|div|ol|ul)\b/i.test(tag) ? '\n' : '') : ` ${href} `
		})
		.replace(/&(\w+|#39);/g, (all, name: string) => names[name] ?? all)
}
