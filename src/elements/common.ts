/**
 * What every page loads: small shells that wait. The heavy parts (table of codes, suggestions, clipboard formats) are
 * fetched at the first touch, so that opening a page from a ticket costs next to nothing.
 */

class SiteSearch extends HTMLElement {
	connectedCallback() {
		const input = this.querySelector('input')
		input?.addEventListener('focus', () => this.wake(), { once: true })
		input?.form?.addEventListener('submit', () => this.wake(), { once: true })
		document.addEventListener('keydown', (event) => {
			if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return
			event.preventDefault()
			input?.focus()
			input?.select()
		})
		if (document.activeElement === input) this.wake()
	}

	private async wake() {
		const { startSearch } = await import('./site-search.ts')
		startSearch(this)
	}
}

class ThemeSwitch extends HTMLElement {
	connectedCallback() {
		const root = document.documentElement
		const { label, system = '', light = '', dark = '' } = this.dataset
		const names: Record<string, string> = { '': system, light, dark }
		const button = document.createElement('button')
		button.type = 'button'
		const show = () => {
			const word = document.createElement('span')
			word.className = 'word'
			word.textContent = `${label}: ${names[root.dataset.theme ?? '']}`
			button.replaceChildren('◐', word)
		}
		button.onclick = () => {
			const order = ['', 'light', 'dark']
			const next = order[(order.indexOf(root.dataset.theme ?? '') + 1) % order.length]
			try {
				if (next) localStorage.setItem('theme', next)
				else localStorage.removeItem('theme')
			} catch {
				// Storage may be forbidden; the switch then holds for this page.
			}
			if (next) root.dataset.theme = next
			else delete root.dataset.theme
			show()
		}
		show()
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
		button.onclick = async () => {
			const { copyCode } = await import('./copy.ts')
			await copyCode(pre, button)
		}
		this.append(button)
	}
}

class TicketLink extends HTMLElement {
	connectedCallback() {
		const buttons = this.querySelector<HTMLElement>('.buttons')
		if (!buttons) return
		buttons.hidden = false
		buttons.onclick = async (event) => {
			const format = event.target instanceof HTMLElement ? event.target.dataset.format : undefined
			if (!format) return
			const { copyTicket } = await import('./copy.ts')
			await copyTicket(this, format)
		}
	}
}

customElements.define('site-search', SiteSearch)
customElements.define('theme-switch', ThemeSwitch)
customElements.define('code-block', CodeBlock)
customElements.define('ticket-link', TicketLink)
