/** The search page: reads the query from the address and fetches what answers it. */
class SearchPage extends HTMLElement {
	async connectedCallback() {
		const query = (new URLSearchParams(location.search).get('q') ?? '').trim()
		for (const input of document.querySelectorAll<HTMLInputElement>('input[name=q]')) input.value = query
		if (query === '') return
		document.title = `${query} · ${document.title}`
		const { showResults } = await import('./search-results.ts')
		await showResults(this, query)
	}
}

customElements.define('search-page', SearchPage)
