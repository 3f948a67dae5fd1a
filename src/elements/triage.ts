/**
 * Walks somebody through a tree, one question at a time. The page holds the tree (sections, links); the address holds the
 * answers; the history entry holds what a ticket wants besides: when each answer was given, and what was noted.
 */
import { readAddress, writeAddress } from '../kb/triage/address.ts'
import type { Answer, Question, Tree } from '../kb/triage/tree.ts'
import { causesOf, decisive, type Given, type Walk, walk } from '../kb/triage/walk.ts'
import { triage as words } from '../strings.ts'
import { write } from './copy.ts'
import { make } from './dom.ts'
import { type Talk, ticketBox } from './triage-ticket.ts'

interface ShownAnswer extends Answer {
	readonly label: string
	readonly link: HTMLAnchorElement
}
interface ShownQuestion extends Question {
	readonly label: string
	readonly answers: readonly ShownAnswer[]
	readonly section: HTMLElement
}
interface ShownOutcome {
	readonly id: string
	readonly causes: readonly string[]
	readonly link: HTMLAnchorElement
}
export type ShownTree = Tree<ShownQuestion, ShownOutcome>
export type ShownWalk = Walk<ShownQuestion, ShownOutcome>

/** What the history entry of the browser holds for one tree. */
interface Remembered {
	readonly times?: Record<string, string>
	readonly notes?: Record<string, string>
	/** The answered question that is open again. */
	readonly at?: string | undefined
}

/** Where an import leaves times and notes for the page of another tree. */
const HANDED_OVER = 'triage'

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
	const { tree: id = '', home = '', from: entry } = host.dataset
	const own = entry === undefined
	const [whole] = own ? [host] : await Promise.all([fetchTree(home), loadStyles(host.dataset.styles ?? '')])
	const tree = readTree(whole, host.dataset.start ?? whole.dataset.start ?? '')
	const heading = host.dataset.heading ?? ''
	const mine = new Set(tree.questions.map((question) => question.id))
	const known = new Map(tree.questions.map((question) => [question.id, question]))

	const read = (): Given =>
		own
			? readAddress(location.search)
			: { from: entry, answers: readAddress(location.search, (name) => mine.has(name)).answers }
	const remembered = (): Remembered => (history.state as Record<string, Remembered> | null)?.[`triage ${id}`] ?? {}

	let given = read()
	let { times = {}, notes = {}, at } = { ...remembered(), ...handedOver(id) }

	const query = (next: Given) => writeAddress(tree, next)
	/** The address of a state on this page; names that are not of this tree stay where they are. */
	const addressOf = (next: Given) => {
		const others = own
			? []
			: location.search
					.slice(1)
					.split('&')
					.filter((part) => part !== '' && !mine.has(decode(part.split('=')[0] ?? '')))
		return `?${[...others, query(next)].filter((part) => part !== '').join('&')}`
	}
	const remember = (method: 'pushState' | 'replaceState', address?: string) =>
		history[method]({ ...history.state, [`triage ${id}`]: { times, notes, at } }, '', address)

	const view = makeView(host, whole)
	const talk: Talk = {
		heading,
		url: () => new URL(`${home}?${query(own ? given : { from: entry, ...given })}`, location.href).href,
		state: () => ({ walk: walk(tree, given), times, notes }),
		open: (report) => {
			const address = readAddress(report.search)
			const answers = new Map([...report.answers, ...address.answers])
			const next: Given = address.from === undefined ? { answers } : { ...address, answers }
			if (report.tree !== undefined && report.tree !== id) {
				handOver(report.tree, { times: Object.fromEntries(report.times), notes: Object.fromEntries(report.notes) })
				location.assign(
					`${home.replace(/[^/]+\/$/, report.tree)}/?${new URLSearchParams([...(address.from ? [['from', address.from]] : []), ...answers] as string[][])}`,
				)
				return answers.size
			}
			times = { ...times, ...Object.fromEntries(report.times) }
			notes = { ...notes, ...Object.fromEntries(report.notes) }
			go(own ? next : { from: entry, answers })
			return answers.size
		},
		again: () => {
			times = {}
			notes = {}
			go(own ? { answers: new Map() } : { from: entry, answers: new Map() })
		},
	}
	const ticket = ticketBox(talk)
	view.left.append(view.path, ticket)

	/** Goes to another state: a step that Back undoes. */
	function go(next: Given, open?: string) {
		given = next
		at = open
		remember('pushState', addressOf(next))
		render(true)
	}

	function answer(question: string, chosen: string) {
		times = { ...times, [question]: new Date().toISOString().slice(0, 16).replace('T', ' ') }
		go({ ...given, answers: new Map([...given.answers, [question, chosen]]) })
	}

	function render(moved: boolean) {
		const state = walk(tree, given)
		const shown = (at && state.path.some(({ question }) => question.id === at) && known.get(at)) || state.open
		const number = shown ? state.path.findIndex(({ question }) => question === shown) : -1
		const most = state.path.length + state.remaining
		const progress = shown
			? words.progress(number < 0 ? state.path.length + 1 : number + 1, most)
			: words.done(state.path.length)
		view.progress.textContent = progress
		view.bar.max = most
		view.bar.value = number < 0 ? state.path.length : number
		const part = shown ? questionPart(shown, state) : outcomePart(state)
		view.now.replaceChildren(view.progress, view.bar, part)
		drawPath(view.path, state, shown, tree, given, (question) => go(given, question))
		const causes = causesOf(tree, state.possible)
		drawCauses(view.possible, causes)
		highlight(state)
		view.status.textContent = moved ? words.says(progress, causes.size) : ''
		if (moved) part.querySelector<HTMLElement>('h2, h3')?.focus()
	}

	function questionPart({ id: question, section, answers }: ShownQuestion, state: ShownWalk): HTMLElement {
		const current = state.path.find((step) => step.question.id === question)?.answer.id
		for (const { id: chosen, link } of answers) {
			link.href = addressOf({ ...given, answers: new Map([...given.answers, [question, chosen]]) })
			if (chosen === current) link.setAttribute('aria-current', 'true')
			else link.removeAttribute('aria-current')
		}
		for (const button of section.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false
		const box = section.querySelector('textarea') ?? noteBox(section, question)
		box.value = notes[question] ?? ''
		return section
	}

	function noteBox(section: HTMLElement, question: string): HTMLTextAreaElement {
		const box = make('textarea', { id: `note-${id}-${question}`, rows: '2', placeholder: ' ' })
		box.addEventListener('input', () => {
			notes = { ...notes, [question]: box.value }
			remember('replaceState')
		})
		section.append(
			make(
				'div',
				{ class: 'note' },
				make('label', { for: box.id }, words.note),
				box,
				make('p', { class: 'quiet' }, words.noteHint),
			),
		)
		return box
	}

	view.now.addEventListener('click', copyScript, { signal })
	view.now.addEventListener('keydown', (event) => chooseByKey(event, view.now), { signal })
	addEventListener(
		'popstate',
		() => {
			const before = addressOf(given) + (at ?? '')
			given = read()
			const entryState = remembered()
			at = entryState.at
			// What was noted since is not lost by going back.
			times = { ...entryState.times, ...times }
			notes = { ...entryState.notes, ...notes }
			if (addressOf(given) + (at ?? '') !== before || location.hash) arrive(true)
		},
		{ signal },
	)

	/** Shows what the address says: answers, and the question that a fragment names. */
	function arrive(moved: boolean) {
		const named = own ? known.get(location.hash.slice(1)) : undefined
		if (named) {
			if (walk(tree, given).path.some(({ question }) => question === named)) at = named.id
			else if (walk(tree, given).open !== named) given = { from: named.id, answers: given.answers }
			remember('replaceState', `${location.pathname}${addressOf(given)}`)
		}
		render(moved || named !== undefined)
	}

	if (own) offerDrawing(() => highlight(walk(tree, given)))
	host.dataset.ready = ''
	arrive(false)
	return answer
}

const decode = (part: string) => [...new URLSearchParams(part).keys()][0] ?? ''

/** The element of the tree's own page, with everything in it. */
async function fetchTree(home: string): Promise<HTMLElement> {
	const found = (await fetchPage(home)).querySelector<HTMLElement>('triage-tree')
	if (!found) throw new Error(`${home} holds no tree.`)
	return document.adoptNode(found)
}

/** The look of the whole tree, on a page that carries one question of it. A second tree there finds it loaded. */
function loadStyles(address: string): Promise<void> {
	const there = [...document.styleSheets].some(({ href }) => href?.endsWith(address))
	if (there) return Promise.resolve()
	return new Promise((resolve, reject) => {
		const link = make('link', { rel: 'stylesheet', href: address })
		link.onload = () => resolve()
		link.onerror = () => {
			link.remove()
			reject(new Error(`${address} did not load.`))
		}
		document.head.append(link)
	})
}

async function fetchPage(address: string): Promise<Document> {
	const response = await fetch(address)
	if (!response.ok) throw new Error(`${address}: ${response.status}`)
	return new DOMParser().parseFromString(await response.text(), 'text/html')
}

/** The tree as its sections and links say it. */
function readTree(root: HTMLElement, start: string): ShownTree {
	const questions = [...root.querySelectorAll<HTMLElement>('[data-question]')].map((section): ShownQuestion => {
		const { question: id = '', label = '', olderLinks } = section.dataset
		const answers = [...section.querySelectorAll<HTMLAnchorElement>('a[data-answer]')].map((link): ShownAnswer => {
			const { answer = '', label = '', to, end } = link.dataset
			return { id: answer, label, link, question: to, outcome: end }
		})
		return { id, label, olderLinks, answers, section }
	})
	const outcomes = [...root.querySelectorAll<HTMLAnchorElement>('a[data-ends]')].map(
		(link): ShownOutcome => ({
			id: link.dataset.ends ?? '',
			causes: (link.dataset.causes ?? '').split(' ').filter(Boolean),
			link,
		}),
	)
	return { start, questions, outcomes }
}

/** Lays the element out: path and ticket on the left, the question, the causes on the right. */
function makeView(host: HTMLElement, whole: HTMLElement) {
	const possible = whole.querySelector<HTMLElement>('.possible') ?? make('aside')
	const ends = whole.querySelector<HTMLElement>('.ends')
	const now = make('div', { class: 'now' })
	const left = make('div', { class: 'side-left' })
	const path = make('nav', { class: 'path', 'aria-label': words.path })
	const status = make('p', { role: 'status', class: 'vh' })
	const progress = make('p', { class: 'progress' })
	const bar = make('progress', { 'aria-hidden': 'true' })
	const keys = make('p', { class: 'quiet' }, words.keys)
	host.replaceChildren(make('div', { class: 'table' }, now, left, possible), keys, status)
	// On the tree's own page the list of outcomes stays below; elsewhere it would be in the way.
	if (whole === host && ends) host.append(ends)
	return { now, left, path, possible, status, progress, bar }
}

function drawPath(
	nav: HTMLElement,
	state: ShownWalk,
	shown: ShownQuestion | undefined,
	tree: ShownTree,
	given: Given,
	change: (question: string) => void,
) {
	const decides = decisive(tree, given)
	const items = state.path.map(({ question, answer, assumed }) => {
		const asks = question.section.querySelector('h2')?.textContent ?? ''
		const button = make('button', { type: 'button', 'aria-label': words.changeOf(asks) }, words.change)
		button.addEventListener('click', () => change(question.id))
		const remark = assumed ? words.assumed : state.outcome && !decides.has(question.id) ? words.same : ''
		return make(
			'li',
			question === shown ? { class: 'open', 'aria-current': 'step' } : {},
			make('span', {}, question.label),
			make('b', {}, answer.label),
			...(remark ? [make('span', {}, remark)] : []),
			' ',
			button,
		)
	})
	const last = state.open && state.open === shown ? make('b', {}, state.open.label) : undefined
	if (last) items.push(make('li', { class: 'open', 'aria-current': 'step' }, make('span', {}, words.now), last))
	const kept = state.kept.map(({ question, answer, known }) => {
		const asked = tree.questions.find(({ id }) => id === question)
		const says = asked?.answers.find(({ id }) => id === answer)?.label ?? answer
		return make('li', {}, `${asked?.label ?? question}: ${says}${known ? '' : ` (${words.unknown})`}`)
	})
	nav.replaceChildren(
		...(items.length > 0 ? [make('h2', {}, words.path), make('ol', {}, ...items)] : []),
		...(kept.length > 0 ? [make('h2', {}, words.kept), make('ul', { class: 'kept' }, ...kept)] : []),
	)
}

/** Causes that are out go below the others, struck through. */
function drawCauses(box: HTMLElement, possible: ReadonlySet<string>) {
	const items = [...box.querySelectorAll<HTMLElement>('[data-cause]')]
	const isOut = ({ dataset }: HTMLElement) => !possible.has(dataset.cause ?? '')
	for (const item of items) item.classList.toggle('out', isOut(item))
	const heading = box.querySelector('h2')
	if (heading) heading.textContent = words.possible(items.filter((item) => !isOut(item)).length, items.length)
	let out = box.querySelector('details')
	if (!out) {
		out = make('details', {}, make('summary'), make('ul'))
		box.append(out)
	}
	box.querySelector('ul')?.replaceChildren(...items.filter((item) => !isOut(item)))
	const ruledOut = items.filter(isOut)
	out.querySelector('ul')?.replaceChildren(...ruledOut)
	const summary = out.querySelector('summary')
	if (summary) summary.textContent = words.ruledOut(ruledOut.length)
	out.hidden = ruledOut.length === 0
}

/** Lets the drawing be shown on the page, fetched when it is asked for. */
function offerDrawing(shown: () => void) {
	const box = document.querySelector<HTMLElement>('[data-drawing]')
	if (!box) return
	const { drawing = '', styles = '' } = box.dataset
	const button = make('button', { type: 'button', class: 'button' }, words.showDrawing)
	button.addEventListener('click', async () => {
		try {
			const [page] = await Promise.all([fetchPage(drawing), loadStyles(styles)])
			const found = page.querySelector('.tree-drawing')
			if (!found) throw new Error(`${drawing} holds no drawing.`)
			button.replaceWith(found)
			shown()
		} catch (error) {
			console.error(error)
			location.assign(drawing)
		}
	})
	box.append(button)
}

/** Marks the path in the drawing of the tree, where the page shows it, and brings its end into view there. */
function highlight({ path, open }: ShownWalk) {
	const on = new Set([
		...path.flatMap(({ question, answer }) => [question.id, `${question.id}=${answer.id}`]),
		...(open ? [open.id] : []),
	])
	const parts = [...document.querySelectorAll<SVGElement>('.tree-drawing [data-node], .tree-drawing [data-edge]')]
	for (const part of parts) {
		const { node = '', edge = '' } = part.dataset
		part.classList.toggle(
			'on',
			[node, ...edge.split(' ')].some((name) => on.has(name)),
		)
	}
	const last = parts.filter((part) => part.matches('.on')).at(-1)
	const box = last?.closest('.tree-drawing')
	if (!last || !box) return
	const [inner, outer] = [last.getBoundingClientRect(), box.getBoundingClientRect()]
	box.scrollBy(inner.x - outer.x - outer.width / 2, inner.y - outer.y - outer.height / 2)
}

/** The outcome, with what its own page says of it. */
function outcomePart({ outcome }: ShownWalk): HTMLElement {
	if (!outcome) return make('div')
	const { link, id } = outcome
	const box = make('div', { 'data-outcome': id }, make('h2', { tabindex: '-1' }, link.textContent ?? ''))
	const loading = make('p', { class: 'quiet' }, words.loading)
	box.append(loading)
	fetchPage(link.href).then(
		(page) => {
			const body = page.querySelector<HTMLElement>('[data-outcome]')
			// Ids and ranks of headings belong to the page that was fetched.
			for (const part of body?.querySelectorAll('[id]') ?? []) part.removeAttribute('id')
			for (const heading of body?.querySelectorAll('h2') ?? [])
				heading.replaceWith(make('h3', {}, ...heading.childNodes))
			const lead = page.querySelector('.lead')
			loading.replaceWith(...(lead ? [lead] : []), ...(body?.childNodes ?? []))
		},
		(error) => {
			console.error(error)
			loading.replaceChildren(words.notLoaded, ' ', make('a', { href: link.href }, link.textContent ?? ''))
		},
	)
	return box
}

/** Puts a script of the guide on the clipboard; what happened stands on its button. */
async function copyScript({ target }: Event) {
	const button = target instanceof HTMLElement ? target.closest<HTMLButtonElement>('button[data-copy]') : null
	if (!button) return
	const response = await fetch(button.dataset.copy ?? '').catch(() => undefined)
	const done = response?.ok && (await write(await response.text()))
	button.textContent = done ? words.copied : words.scriptFailed
	button.setAttribute('aria-live', 'polite')
}

/** Digits choose an answer, arrows move among them; only while the focus is in the question, and not while somebody types. */
function chooseByKey(event: KeyboardEvent, now: HTMLElement) {
	const { target, key } = event
	if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
	if (target.matches('textarea, input, select, pre')) return
	const links = [...now.querySelectorAll<HTMLAnchorElement>('a[data-answer]')]
	if (/^[1-9]$/.test(key)) links[Number(key) - 1]?.click()
	else if (key === 'ArrowDown' || key === 'ArrowUp') {
		if (!target.matches('h2, h3, a[data-answer]')) return
		const at = links.indexOf(target as HTMLAnchorElement)
		const next = key === 'ArrowDown' ? links[at + 1] : links[Math.max(0, at - 1)]
		if (!next) return
		event.preventDefault()
		next.focus()
	}
}

/** Times and notes that a pasted text carried to this page; taken once. */
function handedOver(id: string): Remembered {
	try {
		const { tree, ...rest } = JSON.parse(sessionStorage.getItem(HANDED_OVER) ?? '{}') as Remembered & { tree?: string }
		if (tree !== id) return {}
		sessionStorage.removeItem(HANDED_OVER)
		return rest
	} catch {
		return {}
	}
}

function handOver(tree: string, what: Remembered) {
	try {
		sessionStorage.setItem(HANDED_OVER, JSON.stringify({ tree, ...what }))
	} catch {
		// Storage may be forbidden: the answers go with the address all the same.
	}
}
