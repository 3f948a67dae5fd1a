/** The tree as the page says it, and what of it is shown: path, question or outcome, causes, drawing. */
import type { Answer, Question, Tree } from '../kb/triage/tree.ts'
import { decisive, type Given, type Walk } from '../kb/triage/walk.ts'
import type { triage } from '../strings.ts'
import { write } from './clipboard.ts'
import { make } from './dom.ts'

/** The words of the element; they come with the page. */
export type Words = typeof triage

interface ShownAnswer extends Answer {
	readonly label: string
	readonly link: HTMLAnchorElement
}
interface ShownQuestion extends Question {
	readonly label: string
	readonly asks: string
	readonly answers: readonly ShownAnswer[]
	readonly section: HTMLElement
	/** Where somebody types what the check showed. */
	readonly note: HTMLTextAreaElement
}
interface ShownOutcome {
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

const all = <T extends Element = HTMLElement>(root: ParentNode | null | undefined, selector: string) => [
	...(root?.querySelectorAll<T>(selector) ?? []),
]

/** A part of another page, for this one. */
async function fetchPart<T extends Element>(address: string, selector: string): Promise<T> {
	const response = await fetch(address)
	// In a template nothing loads, and the page's styles do not meet the policy of this one.
	const page = make('template')
	page.innerHTML = response.ok ? await response.text() : ''
	const found = page.content.querySelector<T>(selector)
	if (!found) throw new Error(`${address} (${response.status}) has no ${selector}.`)
	return document.adoptNode(found)
}

/** The element of the tree's own page, with everything in it. */
export const fetchTree = (home: string) => fetchPart<HTMLElement>(home, 'triage-tree')

/** A stylesheet that the page does not carry; a second tree finds it loaded. */
export function loadStyles(address: string): Promise<unknown> {
	if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve()
	return new Promise((resolve, reject) => {
		const link = make('link', { rel: 'stylesheet', href: address })
		link.onload = resolve
		link.onerror = () => {
			link.remove()
			reject(new Error(`${address} did not load.`))
		}
		document.head.append(link)
	})
}

export const readWords = (whole: HTMLElement): Words => JSON.parse(whole.querySelector('script')?.textContent ?? '{}')

/** The tree as its sections and links say it. */
export function readTree(whole: HTMLElement): ShownTree {
	const words = readWords(whole)
	const questions = all(whole, '[data-question]').map((section): ShownQuestion => {
		const { question: id = '', label = '', olderLinks } = section.dataset
		const answers = all<HTMLAnchorElement>(section, 'a[data-answer]').map((link): ShownAnswer => {
			const { answer = '', label = '', to, end } = link.dataset
			return { id: answer, label, link, question: to, outcome: end }
		})
		for (const button of all(section, '[data-copy]')) button.hidden = false
		const note = make('textarea', { id: `note-${id}`, rows: '2', placeholder: ' ' })
		section.append(
			make(
				'div',
				{ class: 'note' },
				make('label', { for: note.id }, words.note),
				note,
				make('p', { class: 'quiet' }, words.noteHint),
			),
		)
		const asks = section.querySelector('h2')?.textContent ?? ''
		return { id, label, asks, olderLinks, answers, section, note }
	})
	const outcomes = all<HTMLAnchorElement>(whole, 'a[data-ends]').map((link): ShownOutcome => {
		const { ends: id = '', causes = '' } = link.dataset
		return { id, causes: causes.split(' '), link }
	})
	return { start: whole.dataset.start ?? '', questions, outcomes }
}

/** Lays the element out: path and ticket on the left, the question, the causes on the right. */
export function makeView(host: HTMLElement, whole: HTMLElement, words: Words) {
	const possible = whole.querySelector<HTMLElement>('.possible') ?? make('aside')
	const ends = whole.querySelector('.ends')
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
		make('li', isShown ? { class: 'open', 'aria-current': 'step' } : {}, ...parts)
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
		return make('li', {}, `${asked?.label ?? question}: ${says}${known ? '' : ` (${words.unknown})`}`)
	})
	nav.replaceChildren(
		make('h2', {}, words.path),
		make('ol', {}, ...items),
		...(rest.length > 0 ? [make('h2', {}, words.kept), make('ul', { class: 'kept' }, ...rest)] : []),
	)
}

/** Causes that are out go below the others, struck through. */
export function drawCauses(box: HTMLElement, words: Words, possible: ReadonlySet<string>) {
	const items = all(box, '[data-cause]')
	const isOut = ({ dataset }: HTMLElement) => !possible.has(dataset.cause ?? '')
	for (const item of items) item.classList.toggle('out', isOut(item))
	const out = items.filter(isOut)
	const [heading, list] = [box.querySelector('h2'), box.querySelector('ul')]
	if (heading) heading.textContent = fill(words.possible, items.length - out.length, items.length)
	list?.replaceChildren(...items.filter((item) => !isOut(item)))
	const rest = box.querySelector('details') ?? box.appendChild(make('details', {}, make('summary'), make('ul')))
	rest.hidden = out.length === 0
	rest.firstElementChild?.replaceChildren(fill(words.ruledOut, out.length))
	rest.lastElementChild?.replaceChildren(...out)
}

/** The outcome, with what its own page says of it. */
export function outcomePart(words: Words, { outcome }: ShownWalk): HTMLElement {
	if (!outcome) return make('div')
	const { link, id } = outcome
	const title = link.textContent ?? ''
	const loading = make('p', { class: 'quiet' }, words.loading)
	const box = make('div', { 'data-outcome': id }, make('h2', { tabindex: '-1' }, title), loading)
	fetchPart(link.href, 'article').then(
		(page) => {
			// Ids and ranks of headings belong to the page that was fetched.
			for (const part of all(page, '[data-outcome] [id]')) part.removeAttribute('id')
			for (const heading of all(page, '[data-outcome] h2')) heading.replaceWith(make('h3', {}, ...heading.childNodes))
			loading.replaceWith(...all(page, '.lead'), ...(page.querySelector('[data-outcome]')?.childNodes ?? []))
		},
		(error) => {
			console.error(error)
			loading.replaceChildren(words.notLoaded, make('a', { href: link.href }, title))
		},
	)
	return box
}

/** Lets the drawing be shown on the page, fetched when it is asked for. */
export function offerDrawing(words: Words, shown: () => void) {
	const box = document.querySelector<HTMLElement>('[data-drawing]')
	if (!box) return
	const { drawing = '', styles = '' } = box.dataset
	const button = make('button', { type: 'button', class: 'button' }, words.showDrawing)
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
	box.append(button)
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
	const response = await fetch(target.dataset.copy).catch(() => undefined)
	const done = response?.ok && (await write(await response.text()))
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
	if (target.matches('textarea, pre')) return
	const links = all(now, 'a[data-answer]')
	const at = links.indexOf(target)
	const move = { ArrowDown: 1, ArrowUp: -1 }[key]
	if (/^[1-9]$/.test(key)) links[Number(key) - 1]?.click()
	else if (move && (at >= 0 || target.matches('h2'))) {
		event.preventDefault()
		links[Math.max(0, at + move)]?.focus()
	}
}
