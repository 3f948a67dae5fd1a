/** The tree as the page says it, and what of it is shown: path, question or outcome, causes, drawing. */
import type { Answer, Question, Tree } from '../kb/triage/tree.ts'
import { decisive, type Given, type Walk } from '../kb/triage/walk.ts'
import type { triage } from '../strings.ts'
import { write } from './clipboard.ts'
import { make } from './dom.ts'
import { landing } from './own-address.ts'

/** The words of the element; they come with the page. */
export type Words = typeof triage

interface ShownAnswer extends Answer {
	readonly label: string
	readonly link: HTMLAnchorElement
}
/** A question with its section of the page. */
export interface ShownQuestion extends Question {
	readonly label: string
	readonly asks: string
	readonly answers: readonly ShownAnswer[]
	readonly section: HTMLElement
}
/** An outcome with the link to its page. */
export interface ShownOutcome {
	readonly id: string
	readonly causes: readonly string[]
	readonly link: HTMLAnchorElement
}
export type ShownTree = Tree<ShownQuestion, ShownOutcome>
export type ShownWalk = Walk<ShownQuestion, ShownOutcome>

const SHOWN_FOR_MS = 2000

/** A text with its values in place of each {}. */
export const fill = (text: string, ...values: readonly (string | number)[]) =>
	values.reduce<string>((so, value) => so.replace('{}', String(value)), text)

/** All that match, none where there is no root. */
export const all = <T extends Element = HTMLElement>(root: ParentNode | null | undefined, selector: string) => [
	...(root?.querySelectorAll<T>(selector) ?? []),
]

/** @throws where there is none: the page and its element belong together */
export function one<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
	const found = root.querySelector<T>(selector)
	if (!found) throw new Error(`No ${selector}.`)
	return found
}

async function fetchText(address: string): Promise<string> {
	const response = await fetch(address)
	if (!response.ok) throw new Error(`${address}: ${response.status}`)
	return response.text()
}

/** A part of another page, for this one. Its ids, and the anchors to them, belong to the page that it comes from. */
async function fetchPart<T extends Element>(address: string, selector: string): Promise<T> {
	// In a template nothing loads, and the page's styles do not meet the policy of this one.
	const page = make('template')
	page.innerHTML = await fetchText(address)
	const found = document.adoptNode(one<T>(page.content, selector))
	for (const anchor of all(found, '.anchor')) anchor.remove()
	for (const part of all(found, '[id]')) part.removeAttribute('id')
	return found
}

/** The element of the tree's own page, with everything in it. */
export const fetchTree = (home: string) => fetchPart<HTMLElement>(home, 'triage-tree')

/** A stylesheet that the page does not carry. */
export async function loadStyles(address: string): Promise<void> {
	const sheet = await new CSSStyleSheet().replace(await fetchText(address))
	const land = landing()
	document.adoptedStyleSheets.push(sheet)
	land()
}

/** The words that the page carries for the element. */
export const readWords = (whole: HTMLElement): Words => JSON.parse(one(whole, 'script').textContent)

/** The tree as its sections and links say it. */
export function readTree(whole: HTMLElement): ShownTree {
	const questions = all(whole, '[data-question]').map((section): ShownQuestion => {
		const { question: id = '', label = '', olderLinks } = section.dataset
		const answers = all<HTMLAnchorElement>(section, 'a[data-answer]').map((link): ShownAnswer => {
			const { answer = '', label = '', to, end } = link.dataset
			return { id: answer, label, link, question: to, outcome: end }
		})
		const asks = one(section, 'h2').textContent
		return { id, label, asks, olderLinks, answers, section }
	})
	const outcomes = all<HTMLAnchorElement>(whole, 'a[data-ends]').map((link): ShownOutcome => {
		const { ends: id = '', causes } = link.dataset
		return { id, causes: causes?.split(' ') ?? [], link }
	})
	return { start: whole.dataset.start ?? '', questions, outcomes }
}

/** Puts the parts of the whole tree into the element, and shows those that wait for it. */
export function makeView(host: HTMLElement, whole: HTMLElement) {
	const part = <T extends Element = HTMLElement>(selector: string) => one<T>(host, selector)
	if (whole !== host) {
		// On the tree's own page the list of outcomes stays below; elsewhere it would be in the way.
		one(whole, '.ends').remove()
		host.replaceChildren(...whole.children)
	}
	for (const waiting of all(host, '[hidden]')) waiting.hidden = false
	// The style sheet hides them from the start where the screen is as narrow.
	for (const how of all<HTMLDetailsElement>(host, '.how')) how.open = innerWidth > 640
	const status = part('[role=status]')
	status.className = 'vh'
	return {
		status,
		now: part('.now'),
		progress: part('.progress'),
		bar: part<HTMLProgressElement>('progress'),
		path: part('.path'),
		possible: part('.possible'),
		ticket: part('.for-ticket'),
		note: part('.note'),
		typed: part<HTMLTextAreaElement>('.note textarea'),
	}
}

/** The path so far, each answer with a button that opens its question again, and below it the answers that do not count now. */
export function drawPath(
	nav: HTMLElement,
	words: Words,
	{ path, open, outcome, kept }: ShownWalk,
	shown: ShownQuestion | undefined,
	tree: ShownTree,
	given: Given,
	change: (question: string) => void,
) {
	const decides = decisive(tree, given)
	const step = (isShown: boolean, ...parts: (Node | string)[]) =>
		make('li', isShown ? { 'aria-current': 'step' } : {}, ...parts)
	const items = path.map(({ question, answer, assumed }) => {
		const button = make('button', { type: 'button', 'aria-label': fill(words.changeOf, question.asks) }, words.change)
		button.onclick = () => change(question.id)
		const remark = assumed ? words.assumed : outcome && !decides.has(question.id) ? words.same : ''
		return step(
			question === shown,
			make('span', {}, question.label),
			make('b', {}, answer.label),
			make('span', {}, remark),
			button,
		)
	})
	if (open) items.push(step(open === shown, make('span', {}, words.now), make('b', {}, open.label)))
	const rest = kept.map(({ question, answer, known }) => {
		const asked = tree.questions.find(({ id }) => id === question)
		const says = asked?.answers.find(({ id }) => id === answer)?.label ?? answer
		return make('li', {}, `${asked?.label ?? `${question}:`} ${says}${known ? '' : ` (${words.unknown})`}`)
	})
	one(nav, 'ol').replaceChildren(...items)
	one(nav, 'ul').replaceChildren(...rest)
	one(nav, '.kept').hidden = rest.length === 0
}

/** Causes that are out go below the others, struck through. */
export function drawCauses(box: HTMLElement, words: Words, possible: ReadonlySet<string>) {
	const items = all(box, '[data-cause]')
	const out = items.filter((item) => item.classList.toggle('out', !possible.has(item.dataset.cause ?? '')))
	const rest = one(box, 'details')
	const count = fill(words.ofCauses, items.length - out.length, items.length)
	one(box, 'h2').replaceChildren(words.possible, ' ', make('small', {}, count))
	one(box, 'ul').replaceChildren(...items.filter((item) => !out.includes(item)))
	one(rest, 'summary').textContent = fill(words.ruledOut, out.length)
	one(rest, 'ul').replaceChildren(...out)
	rest.hidden = out.length === 0
}

/** The outcome, with what its own page says of it. */
export function outcomePart(words: Words, { link, id }: ShownOutcome): HTMLElement {
	const title = link.textContent
	const loading = make('p', { class: 'quiet loading' }, words.loading)
	const box = make('div', { 'data-outcome': id }, make('h2', { tabindex: '-1' }, title), loading)
	fetchPart(link.href, 'article').then(
		(page) => {
			for (const heading of all(page, '[data-outcome] h2')) heading.replaceWith(make('h3', {}, ...heading.childNodes))
			const land = landing()
			loading.replaceWith(...all(page, '.lead'), ...one(page, '[data-outcome]').childNodes)
			land()
		},
		(error) => {
			console.error(error)
			loading.className = ''
			loading.replaceChildren(words.notLoaded, make('a', { href: link.href }, title))
		},
	)
	return box
}

/** Lets the link at the top of the page lead to the box of the tree: the rail has no buttons once this one has. */
export function leadToTicket(box: HTMLElement) {
	const link = document.querySelector<HTMLAnchorElement>('.jump a')
	if (!link) return
	link.hash = box.id
	link.textContent = one(box, 'h2').textContent
}

/** Lets the drawing be shown on the page, fetched when it is asked for. */
export function offerDrawing(shown: () => void) {
	const box = document.querySelector<HTMLElement>('[data-drawing]')
	if (!box) return
	const { drawing = '', styles = '' } = box.dataset
	const button = one(box, 'button')
	button.hidden = false
	button.onclick = async () => {
		try {
			const [found] = await Promise.all([fetchPart<HTMLElement>(drawing, '.tree-drawing'), loadStyles(styles)])
			button.replaceWith(found)
			found.focus()
			shown()
		} catch (error) {
			console.error(error)
			location.assign(drawing)
		}
	}
}

/** Marks the path in the drawing of the tree, where the page shows it, and brings its end into view there. */
export function markDrawing({ path, open }: ShownWalk) {
	const on = new Set([
		...path.flatMap(({ question, answer }) => [question.id, `${question.id}=${answer.id}`]),
		open?.id ?? '',
	])
	const box = document.querySelector('.tree-drawing')
	let last: Element | undefined
	for (const part of all<SVGElement>(box, '[data-node], [data-edge]')) {
		const { node, edge = '' } = part.dataset
		const isOn = edge.split(' ').some((name) => on.has(name || (node ?? '')))
		part.classList.toggle('on', isOn)
		if (isOn) last = part
	}
	if (!box || !last) return
	const [inner, outer] = [last.getBoundingClientRect(), box.getBoundingClientRect()]
	box.scrollBy(inner.x - outer.x - outer.width / 2, inner.y - outer.y - outer.height / 2)
}

/** Puts a script of the guide on the clipboard; what happened stands on its button for a moment. */
export async function copyScript(words: Words, { target }: Event) {
	if (!(target instanceof HTMLElement) || !target.dataset.copy) return
	const done = await fetchText(target.dataset.copy).then(write, () => false)
	const before = target.textContent
	target.ariaLive = 'polite'
	target.textContent = done ? words.copied : words.scriptFailed
	setTimeout(() => {
		target.textContent = before
	}, SHOWN_FOR_MS)
}

/** Digits choose an answer, arrows move among them; only while the focus is in the question, and not while somebody types. */
export function chooseByKey(event: KeyboardEvent, now: HTMLElement) {
	const { target, key } = event
	if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
	if (target.matches('textarea, pre, ticket-link *')) return
	const links = all(now, 'a[data-answer]')
	const at = links.indexOf(target)
	const move = { ArrowDown: 1, ArrowUp: -1 }[key]
	// A key that is held down answers once.
	if (/^[1-9]$/.test(key) && !event.repeat) links[Number(key) - 1]?.click()
	else if (move && (at >= 0 || target.matches('h2'))) {
		event.preventDefault()
		links[Math.max(0, at + move)]?.focus()
	}
}
