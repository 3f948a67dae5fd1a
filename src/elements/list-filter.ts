/**
 * The filters of a list: choosing works in CSS alone; this adds text, the count, and an address that keeps it,
 * from the first touch on, or at once where the address asks for something.
 */
import { Connected } from './connected.ts'
import { onTouch } from './lazy.ts'

class ListFilter extends Connected {
	protected connect(signal: AbortSignal) {
		const form = this.querySelector('form')
		const status = form?.querySelector('[role=status]')
		if (!form || !status) return
		form.querySelector('label[hidden]')?.removeAttribute('hidden')
		restore(form)
		const wake = onTouch(async () => {
			const { startFilter } = await import('./filter-list.ts')
			if (!signal.aborted) startFilter(form, status, this.dataset.unit ?? '', signal)
		}, status)
		for (const touch of ['focusin', 'input']) form.addEventListener(touch, wake, { signal })
		form.addEventListener('submit', (event) => event.preventDefault(), { signal })
		if (location.search !== '' || form.contains(document.activeElement)) wake()
	}
}

/** Fills the form from the address; an option that does not exist is ignored. */
function restore(form: HTMLFormElement) {
	const parameters = new URLSearchParams(location.search)
	for (const field of form.elements) {
		if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue
		field.value = parameters.get(field.name) ?? ''
		if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0
	}
}

customElements.define('list-filter', ListFilter)
