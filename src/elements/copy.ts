/** Puts text on the clipboard and says so. */
import { TICKET_FORMATS, type TicketFormat, ticketText } from '../kb/ticket.ts'
import { codeBlock, ticket } from '../strings.ts'

const SHOWN_FOR_MS = 2000

/** Copies the text of a code block; the button says whether it worked. */
export async function copyCode(pre: HTMLElement, button: HTMLButtonElement): Promise<void> {
	const copied = await write(pre.textContent.trimEnd())
	button.textContent = copied ? codeBlock.copied : codeBlock.failed
	if (!copied) getSelection()?.selectAllChildren(pre)
	setTimeout(() => {
		button.textContent = codeBlock.copy
	}, SHOWN_FOR_MS)
}

/**
 * Copies the link to this page for a ticket, in the format of the button pressed. Rich text goes with its plain twin, so
 * that a plain field gets readable text too.
 */
export async function copyTicket(card: HTMLElement, format: string): Promise<void> {
	if (!TICKET_FORMATS.includes(format as TicketFormat)) return
	const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
	const { title = '', summary = '', verified } = card.dataset
	const link = { title, summary, url: canonical, ...(verified ? { verified } : {}) }
	const text = ticketText(link, format === 'html' ? 'text' : (format as TicketFormat))
	const copied = format === 'html' ? await writeRich(ticketText(link, 'html'), text) : await write(text)
	const status = card.querySelector('[role=status]')
	const address = card.querySelector('.address')
	if (!copied && address) getSelection()?.selectAllChildren(address)
	if (status) status.textContent = copied ? ticket.copied : ticket.failed
}

async function write(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text)
		return true
	} catch {
		return false
	}
}

async function writeRich(html: string, text: string): Promise<boolean> {
	try {
		const item = new ClipboardItem({
			'text/html': new Blob([html], { type: 'text/html' }),
			'text/plain': new Blob([text], { type: 'text/plain' }),
		})
		await navigator.clipboard.write([item])
		return true
	} catch {
		return write(text)
	}
}
