/** The path of answers for a ticket: copied in its formats, and opened again from what was copied. */
import { type ReadReport, type Report, type ReportFormat, readReport } from '../kb/triage/report.ts'
import { attempt } from './lazy.ts'
import { all, fill, one, type ShownWalk, type Words } from './triage-view.ts'

/** What the box asks of the tree. */
interface Talk {
	/** The element. */
	readonly host: HTMLElement
	/** The absolute address that opens the same place. */
	url(): string
	state(): { walk: ShownWalk; times: Readonly<Record<string, string>>; notes: Readonly<Record<string, string>> }
	/** Opens what was pasted. @returns how many answers it held */
	open(report: ReadReport, text: string): number
	/** Forgets all answers. */
	again(): void
}

/** Only a link has an address. */
type MaybeLink = HTMLElement & { readonly href?: string }

/** A ticket carries no longer list of causes: the link has the others. */
const MOST_CAUSES = 5

/** Makes the buttons of the box work. */
export function wakeTicket(box: HTMLElement, words: Words, talk: Talk): void {
	const status = one(box, '[role=status]')
	const pasted = one<HTMLTextAreaElement>(box, 'textarea')
	const copy = (button: HTMLElement, format: string) =>
		attempt(async () => {
			// The part that writes is the one that every page copies with.
			const { copyOrShow, reportText } = await import('./copy.ts')
			const inFormat = (of: ReportFormat) => reportText(reportOf(words, talk), of)
			const rich = format === 'rich'
			const text = format === 'link' ? talk.url() : inFormat(rich ? 'text' : (format as ReportFormat))
			await copyOrShow(button, status, text, rich ? inFormat('html') : undefined)
		}, status)
	box.onclick = ({ target }) => {
		if (!(target instanceof HTMLButtonElement)) return
		const { as, open } = target.dataset
		if (as) copy(target, as)
		else if (open === undefined) talk.again()
		else {
			const report = readReport(pasted.value)
			status.replaceChildren(report ? fill(words.opened, talk.open(report, pasted.value)) : words.notRead)
			if (report) pasted.value = ''
		}
	}
}

function reportOf({ report: words }: Words, talk: Talk): Report {
	const { walk, times, notes } = talk.state()
	const { path, open, outcome, kept } = walk
	const text = (node: Element) => node.textContent.trim()
	const item = (node: MaybeLink) => ({ says: text(node), url: node.href })
	const items = (selector: string) => all<MaybeLink>(talk.host, selector).map(item)
	const causes = items('[data-cause]:not(.out) > a:last-of-type')
	const results: Report['results'] = [
		{ label: words.open, items: open ? [{ says: open.asks }] : [] },
		{ label: words.outcome, items: outcome ? [item(outcome.link)] : [] },
		{ label: words.goOn, items: items('[data-go-on]') },
		{
			label: outcome ? words.causes : fill(words.stillPossible, causes.length),
			items: causes.slice(0, MOST_CAUSES),
		},
		{ label: words.fixes, items: items('.fixes .name a') },
		{ label: words.collect, items: items('[data-collect] li') },
		{ label: words.verify, items: items('[data-verify]') },
		{ label: words.kept, items: kept.map(({ question, answer }) => ({ says: `[${question}=${answer}]` })) },
	]
	return {
		heading: talk.host.dataset.heading ?? '',
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
