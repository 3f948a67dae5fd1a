/**
 * Walks somebody through a tree, one question at a time. The page holds the tree (sections, links, words); the address
 * holds the answers; the history entry holds what a ticket wants besides: when each was given, and what was noted.
 */
import { readAddress, writeAddress } from '../kb/triage/address.ts'
import { type ReadReport, readReport } from '../kb/triage/report.ts'
import { causesOf, type Given, walk } from '../kb/triage/walk.ts'
import { landing, showOwnAddress } from './own-address.ts'
import { wakeTicket } from './triage-ticket.ts'
import {
	chooseByKey,
	copyScript,
	drawCauses,
	drawPath,
	fetchTree,
	fill,
	leadToTicket,
	loadStyles,
	makeView,
	markDrawing,
	offerDrawing,
	one,
	outcomePart,
	readTree,
	readWords,
	type ShownOutcome,
	type ShownQuestion,
} from './triage-view.ts'

/** What the history entry holds for one tree. */
interface Remembered {
	readonly times?: Readonly<Record<string, string>>
	readonly notes?: Readonly<Record<string, string>>
	/** The answered question that is open again. */
	readonly at?: string | undefined
}

/**
 * Brings a tree to life.
 *
 * @param host holds the whole tree, or one question of it and the address of the whole in data-home
 * @param signal ends it
 * @returns gives an answer, as a click does
 * @throws when the whole tree cannot be loaded; nothing has happened then
 */
export async function startTriage(
	host: HTMLElement,
	signal: AbortSignal,
): Promise<(question: string, answer: string) => void> {
	const { tree: id = '', home = '', from: entry, styles = '' } = host.dataset
	const own = entry === undefined
	const [whole] = own ? [host] : await Promise.all([fetchTree(home), loadStyles(styles)])
	const words = readWords(whole)
	const tree = readTree(whole)
	const known = new Map(tree.questions.map((question) => [question.id, question]))
	const land = landing()
	const view = makeView(host, whole)
	const key = `triage ${id}`

	const begin = (answers: Given['answers']): Given => ({ from: entry, answers })
	const read = () =>
		own ? readAddress(location.search) : begin(readAddress(location.search, (name) => known.has(name)).answers)
	const remembered = (): Remembered => (history.state as Record<string, Remembered> | null)?.[key] ?? {}

	let given = read()
	let { times = {}, notes = {}, at } = remembered()

	/** The address of a state on this page; what is not of this tree stays in it. */
	const addressOf = (next: Given) => {
		const others = [...new URLSearchParams(own ? '' : location.search)].filter(([name]) => !known.has(name))
		// Where a tree begins within another page that page says.
		const answers = own ? writeAddress(tree, next) : writeAddress(tree, next).replace(/^from=[^&]*&?/, '')
		const query = [new URLSearchParams(others).toString(), answers].filter(Boolean).join('&')
		return location.pathname + (query && `?${query}`)
	}
	const remember = (method: 'pushState' | 'replaceState', address?: string) =>
		history[method]({ ...history.state, [key]: { times, notes, at } }, '', address)

	/** Goes to another state: a step that Back undoes. */
	function go(next: Given, open?: string) {
		given = next
		at = open
		remember('pushState', addressOf(next))
		render(true)
	}

	function answer(question: string, chosen: string) {
		times = { ...times, [question]: new Date().toISOString().slice(0, 16).replace('T', ' ') }
		// Another tree on the page may have answered a question that both have.
		go({ ...given, answers: new Map([...given.answers, ...read().answers, [question, chosen]]) })
	}

	/** Opens what a ticket text holds; a text of another tree is opened on the page of that tree. */
	function open(report: ReadReport, text: string): number {
		const link = readAddress(report.search)
		const answers = new Map([...report.answers, ...link.answers])
		if (report.tree !== undefined && report.tree !== id)
			location.assign(`${home.replace(/[^/]+\/$/, `${report.tree}/`)}#open=${encodeURIComponent(text)}`)
		else {
			times = { ...times, ...Object.fromEntries(report.times) }
			notes = { ...notes, ...Object.fromEntries(report.notes) }
			go(own ? { ...link, answers } : begin(answers))
		}
		return answers.size
	}

	wakeTicket(view.ticket, words, {
		host,
		url: () => new URL(`${home}?${writeAddress(tree, given)}`, location.href).href,
		state: () => ({ walk: walk(tree, given), times, notes }),
		open,
		again: () => {
			times = {}
			notes = {}
			go(begin(new Map()))
		},
	})

	function render(moved: boolean) {
		const state = walk(tree, given)
		const { path, remaining } = state
		const index = path.findIndex(({ question }) => question.id === at)
		const shown = path[index]?.question ?? state.open
		const most = path.length + remaining
		const done = index < 0 ? path.length : index
		const progress = shown ? fill(words.progress, done + 1, most) : fill(words.done, done)
		view.bar.max = most
		view.bar.value = done
		// Where no question is open there is an outcome.
		const part = shown
			? questionPart(shown.id, path[index]?.answer.id)
			: outcomePart(words, state.outcome as ShownOutcome)
		view.now.replaceChildren(view.progress, part)
		drawPath(view.path, words, state, shown, tree, given, (question) => go(given, question))
		const causes = causesOf(tree, state.possible)
		const says = fill(words.says, progress, causes.size)
		one(view.progress, 'p').replaceChildren(says)
		drawCauses(view.possible, words, causes)
		markDrawing(state)
		showOwnAddress()
		if (!moved) return
		view.status.replaceChildren(says)
		one(part, 'h2').focus()
	}

	function questionPart(id: string, current: string | undefined): HTMLElement {
		const { section, answers } = known.get(id) as ShownQuestion
		for (const { id: chosen, link } of answers) {
			link.href = addressOf({ ...given, answers: new Map([...given.answers, [id, chosen]]) })
			link.ariaCurrent = chosen === current ? 'true' : null
		}
		view.typed.value = notes[id] ?? ''
		view.typed.oninput = () => {
			notes = { ...notes, [id]: view.typed.value }
		}
		section.append(view.note)
		return section
	}

	/** Shows what the address says: answers, the question that a fragment names, or a ticket text. */
	function arrive(moved: boolean) {
		const { hash } = location
		const text = own && new URLSearchParams(hash.slice(1)).get('open')
		const report = text ? readReport(text) : undefined
		if (report) {
			history.replaceState(null, '', location.pathname)
			open(report, text as string)
			return
		}
		const named = own ? hash.slice(1) : ''
		if (known.has(named)) {
			const { path, open } = walk(tree, given)
			if (path.some(({ question }) => question.id === named)) at = named
			else if (open?.id !== named) given = { from: named, answers: given.answers }
			remember('replaceState', addressOf(given))
		}
		render(moved || known.has(named))
	}

	const keep = () => remember('replaceState')
	view.now.onchange = keep
	view.now.onclick = (event) => copyScript(words, event)
	view.now.onkeydown = (event) => chooseByKey(event, view.now)
	addEventListener('pagehide', keep, { signal })
	addEventListener(
		'popstate',
		() => {
			const before = `${addressOf(given)} ${at}`
			const entry = remembered()
			given = read()
			at = entry.at
			// What was noted since is not lost by going back.
			times = { ...entry.times, ...times }
			notes = { ...entry.notes, ...notes }
			if (known.has(location.hash.slice(1)) || `${addressOf(given)} ${at}` !== before) arrive(true)
		},
		{ signal },
	)
	if (own) {
		offerDrawing(() => markDrawing(walk(tree, given)))
		leadToTicket(view.ticket)
	}
	host.dataset.ready = ''
	arrive(false)
	land()
	return answer
}
