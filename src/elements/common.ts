/**
 * What every page loads: small shells that wait. The heavy parts (table of codes, suggestions, clipboard formats) are
 * fetched at the first touch, so that opening a page from a ticket costs next to nothing.
 */
import { Connected } from './connected.ts'
import { attempt, onTouch } from './lazy.ts'

class SiteSearch extends Connected {
	protected connect(signal: AbortSignal) {
		const input = this.querySelector('input')
		if (!input) return
		const status = statusOf(this)
		const load = onTouch(async () => {
			const search = await import('./site-search.ts')
			await search.startSearch(this, signal)
		}, status)
		const wake = async () => {
			const failed = !(await load())
			// A failure is for everybody to see, the count of suggestions only for those who do not.
			status.className = failed && document.activeElement === input ? 'suggestions' : 'vh'
		}
		for (const touch of ['focus', 'input']) input.addEventListener(touch, wake, { signal })
		input.addEventListener(
			'blur',
			() => {
				status.className = 'vh'
			},
			{ signal },
		)
		document.addEventListener(
			'keydown',
			(event) => {
				if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
				event.preventDefault()
				input.focus()
				input.select()
			},
			{ signal },
		)
		if (document.activeElement === input) wake()
	}
}

class ThemeSwitch extends Connected {
	protected connect(signal: AbortSignal) {
		const { dataset } = document.documentElement
		const { label, system, light, dark } = this.dataset
		const names: Record<string, string | undefined> = { '': system, light, dark }
		const word = document.createElement('span')
		word.className = 'word'
		const button = document.createElement('button')
		button.append(word)

		/** Shows a choice; one that does not exist counts as none. */
		const show = (chosen: string) => {
			const theme = Object.hasOwn(names, chosen) ? chosen : ''
			if (theme) dataset.theme = theme
			else delete dataset.theme
			word.textContent = `${label}: ${names[theme]}`
		}
		const read = () => {
			try {
				show(localStorage.getItem('theme') ?? '')
			} catch {
				// Storage may be forbidden; the switch then holds for this page.
				show(dataset.theme ?? '')
			}
		}
		button.onclick = () => {
			const order = Object.keys(names)
			const next = order[(order.indexOf(dataset.theme ?? '') + 1) % order.length] ?? ''
			show(next)
			try {
				if (next) localStorage.setItem('theme', next)
				else localStorage.removeItem('theme')
			} catch {
				// As above.
			}
		}
		read()
		// Another tab may choose, also while this page waits behind the Back button.
		for (const change of ['pageshow', 'storage']) addEventListener(change, read, { signal })
		this.replaceChildren(button)
		this.hidden = false
	}
}

class CodeBlock extends HTMLElement {
	connectedCallback() {
		const pre = this.querySelector('pre')
		if (!pre || this.querySelector('button')) return
		pre.tabIndex = 0
		const button = document.createElement('button')
		button.type = 'button'
		button.className = 'button'
		button.textContent = document.body.dataset.copy ?? ''
		this.append(button)
		const status = statusOf(this)
		button.onclick = async () => {
			const done = await attempt(async () => {
				const copy = await import('./copy.ts')
				await copy.copyCode(pre, button, status)
			}, status)
			// The button itself shows what copying came to; that it did not load is said below the code.
			status.className = done ? 'vh' : 'quiet'
		}
	}
}

/** Shows its buttons by being defined. */
class TicketLink extends HTMLElement {}

/** Where anchors say what failed: it goes where one is pressed. */
const beside = document.createElement('span')
beside.role = 'status'

// The anchors of sections stay links: what they offer besides comes after they were followed.
document.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
	const pressed = (target as Element).closest<HTMLElement>('.anchor, ticket-link button')
	if (!pressed || ctrlKey || metaKey || shiftKey) return
	const card = pressed.closest('ticket-link')
	if (!card) pressed.after(beside)
	attempt(
		async () => {
			const copy = await import('./copy.ts')
			await copy.forTicket(pressed)
		},
		card ? statusOf(card) : beside,
	)
})

/** The live region of an element, made when it has none; nobody sees it until it has to be seen. */
function statusOf(host: Element): HTMLElement {
	const found = host.querySelector<HTMLElement>('[role=status]')
	if (found) return found
	const status = document.createElement('p')
	status.role = 'status'
	status.className = 'vh'
	host.append(status)
	return status
}

declare global {
	interface HTMLElementTagNameMap {
		'code-block': CodeBlock
	}
}

customElements.define('site-search', SiteSearch)
customElements.define('theme-switch', ThemeSwitch)
customElements.define('code-block', CodeBlock)
customElements.define('ticket-link', TicketLink)
