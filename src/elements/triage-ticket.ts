/** The path of answers for a ticket: copied in four formats, and opened again from what was copied. */
import { type ReadReport, type Report, type ReportFormat, readReport, reportText } from '../kb/triage/report.ts'
import { triage as words } from '../strings.ts'
import { write, writeRich } from './copy.ts'
import { make } from './dom.ts'
import type { ShownWalk } from './triage.ts'

/** What the box asks of the tree. */
export interface Talk {
	heading: string
	/** The absolute address that opens the same place. */
	url(): string
	state(): { walk: ShownWalk; times: Record<string, string>; notes: Record<string, string> }
	/** Opens what was pasted. @returns how many answers it held */
	open(report: ReadReport): number
	/** Forgets all answers. */
	again(): void
}

export function ticketBox(talk: Talk): HTMLElement {
	const status = make('p', { role: 'status', class: 'quiet' })
	const say = (...parts: (Node | string)[]) => status.replaceChildren(...parts)
	const copy = async (format: ReportFormat | 'link' | 'rich') => {
		const text = format === 'link' ? talk.url() : reportText(reportOf(talk), format === 'rich' ? 'text' : format)
		const done = format === 'rich' ? await writeRich(reportText(reportOf(talk), 'html'), text) : await write(text)
		if (done) return say(words.copied)
		const shown = make('pre', { tabindex: '0' }, text)
		say(words.copyFailed, shown)
		getSelection()?.selectAllChildren(shown)
	}
	const button = (says: string, act: () => unknown) => {
		const made = make('button', { type: 'button', class: 'button' }, says)
		made.addEventListener('click', act)
		return made
	}
	const box = make('textarea', { rows: '3', 'aria-label': words.openLabel, placeholder: words.openLabel })
	const open = () => {
		const report = readReport(box.value)
		if (!report) return say(words.notRead)
		box.value = ''
		details.open = false
		say(words.opened(talk.open(report)))
	}
	const details = make('details', {}, make('summary', {}, words.open), box, button(words.openButton, open))
	return make(
		'div',
		{ class: 'card for-ticket' },
		make('h2', {}, words.ticket),
		make(
			'p',
			{ class: 'buttons' },
			...(['link', 'text', 'markdown', 'rich', 'html'] as const).map((format) =>
				button(words.copy[format], () => copy(format)),
			),
		),
		status,
		details,
		make(
			'p',
			{ class: 'buttons' },
			button(words.startAgain, () => talk.again()),
		),
	)
}

function reportOf(talk: Talk): Report {
	const { walk, times, notes } = talk.state()
	const { path, open, outcome, kept } = walk
	const text = (node: Element | null | undefined) => node?.textContent?.trim() ?? ''
	const linked = (links: Iterable<HTMLAnchorElement>) =>
		[...links].map((link) => ({ says: text(link), url: link.href }))
	const shown = outcome && document.querySelector(`[data-outcome="${outcome.id}"]`)
	const causes = document.querySelectorAll<HTMLElement>('[data-cause]:not(.out)')
	const asks = (section: HTMLElement) => text(section.querySelector('h2'))
	const results: Report['results'] = [
		...(open ? [{ label: words.report.open, items: [{ says: asks(open.section) }] }] : []),
		...(outcome ? [{ label: words.report.outcome, items: linked([outcome.link]) }] : []),
		...(outcome && causes.length > 0
			? [
					{
						label: words.report.causes,
						items: [...causes].flatMap((item) => {
							const link = item.querySelector<HTMLAnchorElement>('a:last-of-type')
							return link ? [{ says: `${text(link)} (${text(item.querySelector('.chip'))})`, url: link.href }] : []
						}),
					},
				]
			: []),
		...(open ? [{ label: words.report.possible(causes.length), items: [] }] : []),
		...(shown?.querySelector('.fixes')
			? [{ label: words.report.fixes, items: linked(shown.querySelectorAll<HTMLAnchorElement>('.fixes .name a')) }]
			: []),
		...(shown?.querySelector('[data-verify]')
			? [{ label: words.report.verify, items: [{ says: text(shown.querySelector('[data-verify]')) }] }]
			: []),
		...(kept.length > 0
			? [{ label: words.report.kept, items: kept.map(({ question, answer }) => ({ says: `[${question}=${answer}]` })) }]
			: []),
	]
	return {
		heading: talk.heading,
		steps: path.map(({ question, answer }) => ({
			question: question.id,
			asks: asks(question.section),
			answer: answer.id,
			says: text(answer.link),
			at: times[question.id],
			note: notes[question.id]?.trim() || undefined,
		})),
		results,
		link: { says: words.report.link, url: talk.url() },
	}
}
