/** The path of answers for a ticket: copied in its formats, and opened again from what was copied. */
import { type ReadReport, type Report, readReport, reportText } from '../kb/triage/report.ts'
import { write, writeRich } from './clipboard.ts'
import { make } from './dom.ts'
import type { ShownWalk, Words } from './triage-view.ts'
import { fill } from './triage-view.ts'

/** What the box asks of the tree. */
interface Talk {
	heading: string
	/** The absolute address that opens the same place. */
	url(): string
	state(): { walk: ShownWalk; times: Readonly<Record<string, string>>; notes: Readonly<Record<string, string>> }
	/** Opens what was pasted. @returns how many answers it held */
	open(report: ReadReport, text: string): number
	/** Forgets all answers. */
	again(): void
}

export function ticketBox(words: Words, talk: Talk): HTMLElement {
	const status = make('p', { role: 'status', class: 'quiet' })
	const button = (says: string, act: () => unknown) => {
		const made = make('button', { type: 'button', class: 'button' }, says)
		made.onclick = act
		return made
	}
	const copy = (format: keyof Words['copy']) => async () => {
		const text = format === 'link' ? talk.url() : reportText(reportOf(words, talk), format === 'rich' ? 'text' : format)
		const done =
			format === 'rich' ? await writeRich(reportText(reportOf(words, talk), 'html'), text) : await write(text)
		if (done) {
			status.replaceChildren(words.copied)
			return
		}
		const shown = make('pre', { tabindex: '0' }, text)
		status.replaceChildren(words.copyFailed, shown)
		getSelection()?.selectAllChildren(shown)
	}
	const box = make('textarea', { rows: '3', 'aria-label': words.openLabel, placeholder: words.openLabel })
	const open = () => {
		const report = readReport(box.value)
		status.replaceChildren(report ? fill(words.opened, talk.open(report, box.value)) : words.notRead)
		if (report) box.value = ''
	}
	const formats = Object.keys(words.copy) as (keyof Words['copy'])[]
	return make(
		'div',
		{ class: 'card for-ticket' },
		make('h2', {}, words.ticket),
		make('p', { class: 'buttons' }, ...formats.map((format) => button(words.copy[format], copy(format)))),
		status,
		make('details', {}, make('summary', {}, words.open), box, button(words.openButton, open)),
		make('p', { class: 'buttons' }, button(words.startAgain, talk.again)),
	)
}

function reportOf({ report: words }: Words, talk: Talk): Report {
	const { walk, times, notes } = talk.state()
	const { path, open, outcome, kept } = walk
	const text = (node: Element | null | undefined) => node?.textContent?.trim() ?? ''
	const items = (parts: Iterable<Element>, link: string) =>
		[...parts].map((part) => {
			const found = part.matches(link) ? part : part.querySelector(link)
			return { says: text(found), url: (found as HTMLAnchorElement).href }
		})
	const shown = outcome && document.querySelector(`[data-outcome="${outcome.id}"]`)
	const causes = document.querySelectorAll('[data-cause]:not(.out)')
	const verify = shown?.querySelector('[data-verify]')
	const results: Report['results'] = [
		{ label: words.open, items: open ? [{ says: open.asks }] : [] },
		{ label: words.outcome, items: outcome ? items([outcome.link], 'a') : [] },
		{ label: outcome ? words.causes : words.stillPossible, items: items(causes, 'a:last-of-type') },
		{ label: words.fixes, items: items(shown?.querySelectorAll('.fixes .name') ?? [], 'a') },
		{ label: words.verify, items: verify ? [{ says: text(verify) }] : [] },
		{ label: words.kept, items: kept.map(({ question, answer }) => ({ says: `[${question}=${answer}]` })) },
	]
	return {
		heading: talk.heading,
		steps: path.map(({ question, answer }) => ({
			question: question.id,
			asks: question.asks,
			answer: answer.id,
			says: text(answer.link),
			at: times[question.id],
			note: notes[question.id]?.trim(),
		})),
		results: results.filter(({ items }) => items.length > 0),
		link: { says: words.link, url: talk.url() },
	}
}
