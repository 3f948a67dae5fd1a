/** Puts text on the clipboard and says so: code, links to pages and sections, and the path of a tree. */
import { TICKET_FORMATS, type TicketFormat, type TicketLink, ticketText } from '../kb/ticket.ts'
import { codeBlock, ticket } from '../strings.ts'
import { write, writeRich } from './clipboard.ts'
import { make } from './dom.ts'
import { chosenWords, ownQuery, showOwnAddress } from './own-address.ts'

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
	status.replaceChildren(ticket.blocked(what, html !== undefined))
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

/** Sections that list things: the sentence of the page does not describe them. */
const LISTS: readonly (string | undefined)[] = ['sources', 'history', 'reports', 'see', 'rests', 'before', 'outcomes']

async function copyLink(card: HTMLElement, button: HTMLElement, format: TicketFormat): Promise<void> {
	const status = card.querySelector('[role=status]')
	if (!status) return
	const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
	const { code, title = '', section, summary, verified, read, id } = card.dataset
	const link: TicketLink = {
		code,
		title,
		state: chosenWords(),
		section,
		// Where nothing is claimed the page is a list, and so is each of its sections.
		summary: id && (LISTS.includes(id) || !verified) ? undefined : summary,
		verified,
		read,
		url: canonical + ownQuery() + (id ? `#${id}` : ''),
	}
	const as = (format: TicketFormat) => ticketText(link, format)
	await (format === 'html'
		? copyOrShow(button, status, as('text'), as('html'))
		: copyOrShow(button, status, as(format)))
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
	// How many there are is true today only.
	const named = heading.cloneNode(true) as Element
	for (const count of named.querySelectorAll('small')) count.remove()
	const words = named.textContent.replace(/\s+/g, ' ').trim()
	card.dataset.id = heading.id
	card.dataset.section = words
	card.ariaLabel = ticket.section(words)
	section.anchor = anchor
	anchor.ariaExpanded = 'true'
	anchor.after(card)
	showOwnAddress()
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
	// From anywhere: whoever has scrolled on, or clicked beside it, need not go back to it.
	document.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') putAway()
	})
	// The anchor that opens it changes the address, too.
	addEventListener('hashchange', ({ newURL }) => {
		if (new URL(newURL).hash !== `#${card.dataset.id}`) putAway()
	})
	return { card }
}

/** Takes the card of a section away; the focus goes back to where it was opened. */
function putAway(): void {
	if (!section) return
	const { card, anchor } = section
	const within = card.contains(document.activeElement)
	card.querySelector('textarea')?.remove()
	card.querySelector('[role=status]')?.replaceChildren()
	card.remove()
	if (anchor) anchor.ariaExpanded = null
	if (within) anchor?.focus()
}
