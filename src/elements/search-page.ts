/** The search page: reads the query from the address and fetches what answers it. */
import { attempt } from './lazy.ts'

class SearchPage extends HTMLElement {
	#asked = false

	connectedCallback() {
		if (this.#asked) return
		this.#asked = true
		const query = (new URLSearchParams(location.search).get('q') ?? '').trim()
		for (const input of document.querySelectorAll<HTMLInputElement>('input[name=q]')) input.value = query
		if (query === '') return
		document.title = `${query} · ${document.title}`
		const show = () =>
			attempt(
				async () => {
					const { showResults } = await import('./search-results.ts')
					await showResults(this, query)
				},
				this.querySelector('[role=status]'),
				show,
			)
		show()
	}
}

customElements.define('search-page', SearchPage)
