/**
 * A path of answers as a ticket carries it, and back: what `reportText` writes, `readReport` reads, also after a ticket
 * system has turned it into its own kind of text.
 */
import { escapeHtml } from '../ticket.ts'

export interface Linked {
	readonly says: string
	/** Absolute address. */
	readonly url: string
}

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

export interface Report {
	/** The tree, its codes and its version in one line. */
	readonly heading: string
	readonly steps: readonly ReportStep[]
	/** What comes after the steps: the open question or the outcome, then causes and fixes. Labels end in a colon. */
	readonly results: readonly { readonly label: string; readonly items: readonly (Linked | { says: string })[] }[]
	/** Opens the same place again. */
	readonly link: Linked
}

export const REPORT_FORMATS = ['text', 'markdown', 'html'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** What stands at each answer so that a program finds it again. */
const mark = ({ question, answer, at }: ReportStep) => `[${question}=${answer}${at ? `, ${at} UTC` : ''}]`

/** The lines of a note, each behind a bar: line ends survive, and a ticket system finds nothing in them to format. */
const barred = (note: string) => note.split(/\r\n?|\n/).map((line) => `| ${line}`)

/**
 * Writes a report.
 *
 * @param format `html` is a fragment for the clipboard's text/html or for an editor of HTML
 */
export function reportText({ heading, steps, results, link }: Report, format: ReportFormat): string {
	const write = WRITERS[format]
	const lines = [
		write.heading(heading),
		...write.list(
			steps.map((step) => [step.asks, `${step.says} `, mark(step), step.note ? barred(step.note) : []] as const),
		),
		...results.flatMap(({ label, items }) => write.result(label, items)),
		...write.result(link.says, [{ says: link.url, url: link.url }]),
	]
	return lines.join(format === 'markdown' ? '\n\n' : '\n')
}

type Lines = readonly (readonly [asks: string, says: string, mark: string, note: readonly string[]])[]
type Items = Report['results'][number]['items']
interface Writer {
	heading(text: string): string
	list(lines: Lines): string[]
	result(label: string, items: Items): string[]
}

const urlOf = (item: Items[number]) => ('url' in item ? item.url : undefined)

const WRITERS: Record<ReportFormat, Writer> = {
	text: {
		heading: (text) => text,
		list: (lines) =>
			lines.map(([asks, says, at, note], i) =>
				[`${i + 1}. ${asks}`, `   ${says}${at}`, ...note.map((line) => `   ${line}`)].join('\n'),
			),
		result: (label, items) => [
			label,
			...items.map((item) => {
				const url = urlOf(item)
				return url && url !== item.says ? `- ${item.says}\n  ${url}` : `- ${item.says}`
			}),
		],
	},
	markdown: {
		heading: (text) => `**${inMarkdown(text)}**`,
		list: (lines) => [
			lines
				.map(([asks, says, at, note], i) => {
					const fence = '`'.repeat(Math.max(3, ...note.map((line) => (/`+/.exec(line)?.[0].length ?? 0) + 1)))
					const block = note.length > 0 ? [fence, ...note, fence].map((line) => `\n   ${line}`) : []
					return `${i + 1}. ${inMarkdown(asks)}\n   **${inMarkdown(says.trimEnd())}** \`${at}\`${block.join('')}`
				})
				.join('\n'),
		],
		result: (label, items) => [
			`${inMarkdown(label)}\n\n${items
				.map((item) => {
					const url = urlOf(item)
					return `- ${url === undefined ? inMarkdown(item.says) : url === item.says ? `<${url}>` : `[${inMarkdown(item.says)}](${url})`}`
				})
				.join('\n')}`,
		],
	},
	html: {
		heading: (text) => `<p><b>${escapeHtml(text)}</b></p>`,
		list: (lines) => [
			'<ol>',
			...lines.map(
				([asks, says, at, note]) =>
					`<li>${escapeHtml(asks)}<br><b>${escapeHtml(says)}</b> <code>${escapeHtml(at)}</code>${
						note.length > 0 ? `<pre>${escapeHtml(note.join('\n'))}</pre>` : ''
					}</li>`,
			),
			'</ol>',
		],
		result: (label, items) => [
			`<p>${escapeHtml(label)}</p><ul>${items
				.map((item) => {
					const url = urlOf(item)
					const says = escapeHtml(item.says)
					return `<li>${url === undefined ? says : `<a href="${escapeHtml(url)}">${says}</a>`}</li>`
				})
				.join('')}</ul>`,
		],
	},
}

const inMarkdown = (text: string) => text.replace(/[\\[\]*_<]|&(?=#?\w+;)/g, '\\$&')

export interface ReadReport {
	/** Id of the tree, where the text holds a link to it. */
	readonly tree?: string
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
	const text = /<(?:li|p|a|pre|br)\b/i.test(pasted) ? textOfHtml(pasted) : pasted
	const answers = new Map<string, string>()
	const times = new Map<string, string>()
	const notes = new Map<string, string>()
	/** The question whose note may follow. */
	let at: string | undefined
	const rest: string[] = []
	for (const line of text.split(/\r\n?|\n/)) {
		const note = /^[\s>]*\| ?(.*)$/.exec(line)
		if (note && at !== undefined) {
			const before = notes.get(at)
			notes.set(at, before === undefined ? (note[1] ?? '') : `${before}\n${note[1]}`)
			continue
		}
		rest.push(line)
		if (!/^[\s`]*$/.test(line)) at = undefined
		for (const [, question = '', answer = '', time] of line.matchAll(
			/\[([a-z0-9-]+)=([a-z0-9-]+)(?:, (\d{4}-\d\d-\d\d \d\d:\d\d) UTC)?\\?\]/g,
		)) {
			at = question
			answers.set(question, answer)
			if (time) times.set(question, time)
		}
	}
	const links = [...rest.join('\n').matchAll(/\/triage\/([a-z0-9-]+)\/(?:\?([^\s()[\]<>"']*))?/g)]
	const link = links.filter(([, , query]) => query).at(-1) ?? links.at(-1)
	if (answers.size === 0 && !link) return undefined
	const search = link?.[2] ?? ''
	return { ...(link?.[1] ? { tree: link[1] } : {}), search, answers, times, notes }
}

function textOfHtml(html: string): string {
	const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
	return html
		.replace(/\bhref="([^"]*)"[^>]*>/gi, '> $1 ')
		.replace(/<br\b[^>]*>|<\/?(?:p|li|pre|div|ol|ul)\b[^>]*>/gi, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&(\w+|#39);/g, (all, name: string) => names[name] ?? all)
}
