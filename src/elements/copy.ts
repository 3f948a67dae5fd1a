/** Puts text on the clipboard and says so. */
import { TICKET_FORMATS, type TicketFormat, ticketText } from '../kb/ticket.ts'
import { codeBlock, ticket } from '../strings.ts'
import { write, writeRich } from './clipboard.ts'
import { make } from './dom.ts'

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
 * Copies the link to this page for a ticket, in the format of the button pressed. Rich text goes with its plain twin, so
 * that a plain field gets readable text too. Where copying is blocked, the whole address is put up and selected.
 */
export async function copyTicket(card: HTMLElement, format: string): Promise<void> {
	if (!TICKET_FORMATS.includes(format as TicketFormat)) return
	const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
	const { title = '', summary = '', verified } = card.dataset
	const link = { title, summary, url: canonical, ...(verified ? { verified } : {}) }
	const text = ticketText(link, format === 'html' ? 'text' : (format as TicketFormat))
	const copied = format === 'html' ? await writeRich(ticketText(link, 'html'), text) : await write(text)
	const status = card.querySelector('[role=status]')
	if (!status) return
	if (copied) {
		status.textContent = ticket.copied
		return
	}
	// The address comes first: the sentence after it speaks of the address above.
	const address = make('code', {}, canonical)
	status.replaceChildren(address, ' ', ticket.failed)
	getSelection()?.selectAllChildren(address)
}
