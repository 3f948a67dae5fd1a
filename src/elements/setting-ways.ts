/** Turns the ways to change a setting, which stand below each other, into tabs (WAI-ARIA tabs pattern). */

class SettingWays extends HTMLElement {
	connectedCallback() {
		const panels = [...this.querySelectorAll<HTMLElement>(':scope > [data-tab]')]
		if (this.querySelector('[role=tablist]') || panels.length < 2) return
		const list = document.createElement('div')
		list.role = 'tablist'
		list.ariaLabel = this.dataset.label ?? ''
		const tabs = panels.map((panel) => {
			const heading = panel.querySelector('h3')
			const tab = document.createElement('button')
			tab.type = 'button'
			tab.role = 'tab'
			tab.id = `${panel.id}-tab`
			tab.textContent = heading?.textContent ?? ''
			tab.setAttribute('aria-controls', panel.id)
			heading?.classList.add('vh')
			panel.role = 'tabpanel'
			panel.tabIndex = 0
			panel.setAttribute('aria-labelledby', tab.id)
			// Searching in the page opens the panel that holds the words.
			panel.addEventListener('beforematch', () => open(panels.indexOf(panel)))
			return tab
		})
		const open = (chosen: number) => {
			for (const [i, tab] of tabs.entries()) {
				tab.ariaSelected = String(i === chosen)
				tab.tabIndex = i === chosen ? 0 : -1
				const panel = panels[i]
				if (i === chosen) panel?.removeAttribute('hidden')
				else panel?.setAttribute('hidden', 'until-found')
			}
		}
		const fromAddress = () => panels.findIndex(({ id }) => location.hash === `#${id}`)
		list.addEventListener('click', ({ target }) => {
			const at = tabs.indexOf(target as HTMLButtonElement)
			if (at >= 0) open(at)
		})
		list.addEventListener('keydown', (event) => {
			const at = tabs.indexOf(document.activeElement as HTMLButtonElement)
			const steps: Record<string, number> = {
				ArrowRight: (at + 1) % tabs.length,
				ArrowLeft: (at + tabs.length - 1) % tabs.length,
				Home: 0,
				End: tabs.length - 1,
			}
			const next = steps[event.key]
			if (next === undefined) return
			event.preventDefault()
			open(next)
			tabs[next]?.focus()
		})
		addEventListener('hashchange', () => {
			if (fromAddress() >= 0) open(fromAddress())
		})
		list.append(...tabs)
		this.prepend(list)
		open(Math.max(0, fromAddress()))
	}
}

customElements.define('setting-ways', SettingWays)
