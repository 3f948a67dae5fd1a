/** The filters of the list of codes: choosing works in CSS alone; this adds text, the count, and an address that keeps it. */
class CodeFilter extends HTMLElement {
	connectedCallback() {
		const form = this.querySelector('form')
		const text = form?.querySelector<HTMLInputElement>('input[name=text]')
		const status = form?.querySelector('[role=status]')
		if (!form || !text || !status) return
		text.closest('label')?.removeAttribute('hidden')
		const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[data-s]')]
		const parameters = new URLSearchParams(location.search)
		for (const field of form.elements)
			if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
				field.value = parameters.get(field.name) ?? ''

		const update = () => {
			const wanted = text.value.trim().toLowerCase()
			for (const row of rows) row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted)
			const shown = rows.filter((row) => row.offsetParent !== null).length
			status.textContent = (this.dataset.shown ?? '').replace('-1', String(shown))
			const state = new URLSearchParams()
			for (const [name, value] of new FormData(form)) if (value !== '') state.set(name, String(value))
			const search = state.size > 0 ? `?${state}` : ''
			history.replaceState(null, '', `${location.pathname}${search}${location.hash}`)
		}
		form.addEventListener('input', update)
		form.addEventListener('submit', (event) => event.preventDefault())
		update()
	}
}

customElements.define('code-filter', CodeFilter)
