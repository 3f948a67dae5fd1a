/**
 * The filters of a list: choosing works in CSS alone; this adds text, the count, and an address that keeps it,
 * from the first touch on, or at once where the address asks for something.
 */
import { Connected } from './connected.ts'
import { wakeForm } from './lazy.ts'

class ListFilter extends Connected {
	protected connect(signal: AbortSignal) {
		const form = this.querySelector('form')
		const status = form?.querySelector('[role=status]')
		if (!form || !status) return
		restore(form)
		const part = async () => {
			const { startFilter } = await import('./filter-list.ts')
			if (!signal.aborted) startFilter(form, status, this.dataset.unit ?? '', signal)
		}
		wakeForm(form, status, part, signal)
	}
}

/** Fills the form from the address; an option that does not exist is ignored. */
function restore(form: HTMLFormElement) {
	const parameters = new URLSearchParams(location.search)
	for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
		field.value = parameters.get(field.name) ?? ''
		if ('selectedIndex' in field && field.selectedIndex < 0) field.selectedIndex = 0
	}
}

customElements.define('list-filter', ListFilter)
