/** The search page: its address is all it knows. Reads query and filters from it, and fetches what answers them. */
import { attempt } from './lazy.ts'

class SearchPage extends HTMLElement {
	#asked = false

	connectedCallback() {
		const form = this.querySelector('form')
		if (this.#asked || !form) return
		this.#asked = true
		const address = new URLSearchParams(location.search)
		const query = (address.get('q') ?? '').trim()
		for (const input of document.querySelectorAll<HTMLInputElement>('input[name=q]')) input.value = query
		const filters = restore(form, address)
		// What is not chosen stays out of the address.
		form.onformdata = ({ formData }) => {
			for (const [name, value] of [...formData]) if (value === '') formData.delete(name)
		}
		if (query === '' && Object.keys(filters).length === 0) return
		if (query !== '') document.title = `${query} · ${document.title}`
		const status = this.querySelector('[role=status]')
		const found = this.querySelector<HTMLElement>('.found')
		const show = () =>
			attempt(
				async () => {
					const { showResults } = await import('./search-results.ts')
					if (found) await showResults(found, status, { query, filters, asTyped: address.get('as') === 'typed' })
				},
				status,
				show,
			)
		show()
	}
}

/** Chooses in the form what the address says, and gives it back; what the form does not offer is ignored. */
function restore(form: HTMLFormElement, address: URLSearchParams): Record<string, string> {
	const filters: Record<string, string> = {}
	for (const select of form.querySelectorAll('select')) {
		select.value = address.get(select.name) ?? ''
		if (select.selectedIndex < 0) select.selectedIndex = 0
		if (select.value !== '') filters[select.name] = select.value
	}
	const details = form.closest('details')
	if (details && Object.keys(filters).length > 0) details.open = true
	return filters
}

customElements.define('search-page', SearchPage)
