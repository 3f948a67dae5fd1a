/** Puts text on the clipboard and says so: code, links to pages and sections, and the path of a tree. */
import { TICKET_FORMATS, type TicketFormat, ticketText } from '../kb/ticket.ts'
import { codeBlock, ticket } from '../strings.ts'
import { write, writeRich } from './clipboard.ts'
import { make } from './dom.ts'

export { reportText } from '../kb/triage/report.ts'

const SHOWN_FOR_MS = 2000

/** Copies the text of a code block; the button shows whether it worked, and the status says so to who does not see it. */
export async function copyCode(pre: HTMLElement, button: HTMLButtonElement, status: HTMLElement): Promise<void> {
	const copied = await write(pre.textContent.trimEnd())
	const outcome = copied ? codeBlock.copied : codeBlock.failed
	button.textContent = outcome
	status.textContent = outcome
	if (!copied) getSelection()?.selectAllChildren(pre)
	setTimeout(() => {
		button.textContent = codeBlock.copy
		status.textContent = ''
	}, SHOWN_FOR_MS)
}

/**
 * Copies what a button names, and says in the status beside it what was copied. Where copying is blocked, the text is put
 * up below the status, focused and selected; Escape or another press puts it away.
 *
 * @param html goes along as text/html where the button offers rich text
 */
export async function copyOrShow(button: HTMLElement, status: Element, text: string, html?: string): Promise<void> {
	const what = button.textContent.trim()
	const next = status.nextElementSibling
	const shown = next instanceof HTMLTextAreaElement && next.readOnly ? next : undefined
	shown?.remove()
	status.replaceChildren()
	if (shown?.dataset.of === what) return
	const copied = await (html === undefined ? write(text) : writeRich(html, text))
	if (copied) {
		status.replaceChildren(ticket.copied(copied === 'plain' ? ticket.buttons.text : what))
		return
	}
	const field = make('textarea', { readonly: '', rows: '4', 'aria-label': ticket.field, 'data-of': what }, text)
	field.onkeydown = (event) => {
		if (event.key !== 'Escape') return
		event.stopPropagation()
		field.remove()
		status.replaceChildren()
		button.focus()
	}
	status.replaceChildren(ticket.blocked)
	status.after(field)
	field.focus()
	field.select()
}

/** Does what a button of the card for tickets says, or shows and puts away the card of the section whose anchor was pressed. */
export async function forTicket(pressed: HTMLElement): Promise<void> {
	const card = pressed.closest<HTMLElement>('ticket-link')
	const format = TICKET_FORMATS.find((format) => format === pressed.dataset.format)
	if (!card) toggleSection(pressed)
	else if (format) await copyLink(card, pressed, format)
	else putAway()
}

async function copyLink(card: HTMLElement, button: HTMLElement, format: TicketFormat): Promise<void> {
	const status = card.querySelector('[role=status]')
	if (!status) return
	const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
	const { code, title = '', section, summary = '', verified, id } = card.dataset
	const url = canonical + ownQuery() + (id ? `#${id}` : '')
	const as = (format: TicketFormat) => ticketText({ code, title, section, summary, verified, url }, format)
	await (format === 'html'
		? copyOrShow(button, status, as('text'), as('html'))
		: copyOrShow(button, status, as(format)))
}

/**
 * The part of the address's query that belongs to the page: answers, filters, a search, what was picked. What else a link
 * brought along stays behind. The search and the page of a tree know every name, or keep it on purpose.
 */
function ownQuery(): string {
	const known = new Set(
		[...document.querySelectorAll<HTMLElement>('triage-tree')].flatMap(
			({ dataset }) => dataset.questions?.split(' ') ?? [],
		),
	)
	for (const field of document.querySelectorAll('main :is(input, select)[name]'))
		known.add(field.getAttribute('name') ?? '')
	const all = document.querySelector('search-page, triage-tree[data-start]')
	const parts = location.search
		.slice(1)
		.split('&')
		.filter((part) => part && (all || known.has([...new URLSearchParams(part).keys()][0] ?? '')))
	return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** The card of the section that is open, and the anchor that opened it; one card serves all sections. */
let section: { card: HTMLElement; anchor?: HTMLElement } | undefined

function toggleSection(anchor: HTMLElement): void {
	const open = section?.card.isConnected && section.anchor === anchor
	putAway()
	section ??= makeSection()
	const heading = anchor.previousElementSibling
	if (open || !section || !heading) return
	const { card } = section
	const words = heading.textContent.replace(/\s+/g, ' ').trim()
	const address = card.querySelector('a')
	const page = document.querySelector('#rail .address')
	card.dataset.id = heading.id
	card.dataset.section = words
	card.ariaLabel = ticket.section(words)
	address?.setAttribute('href', `#${heading.id}`)
	address?.replaceChildren(make('code', {}, `${page?.textContent}#${heading.id}`))
	section.anchor = anchor
	anchor.ariaExpanded = 'true'
	anchor.after(card)
	// The browser goes to the section first, and a tree may open its question.
	setTimeout(() => card.querySelector('button')?.focus({ preventScroll: true }))
}

/** A copy of the page's own card, for sections. */
function makeSection() {
	const card = document.querySelector<HTMLElement>('#rail ticket-link')?.cloneNode(true) as HTMLElement | undefined
	if (!card) return
	// No heading among those of the page.
	const title = card.querySelector('h2')
	title?.replaceWith(make('b', {}, title.textContent))
	for (const extra of card.querySelectorAll('[role=status] ~ *')) extra.remove()
	card.querySelector('[role=status]')?.replaceChildren()
	card.querySelector('.buttons')?.append(make('button', { type: 'button', class: 'button' }, ticket.close))
	card.role = 'group'
	card.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') putAway()
	})
	return { card }
}

/** Takes the card of a section away; the focus goes back to where it was opened. */
function putAway(): void {
	if (!section?.card.isConnected) return
	const { card, anchor } = section
	const within = card.contains(document.activeElement)
	card.querySelector('textarea')?.remove()
	card.querySelector('[role=status]')?.replaceChildren()
	card.remove()
	if (anchor) anchor.ariaExpanded = null
	if (within) anchor?.focus()
}
