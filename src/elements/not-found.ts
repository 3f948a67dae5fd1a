/** The 404 page reads its own path: if it holds a code, it offers the code. */
class NotFound extends HTMLElement {
	async connectedCallback() {
		const { offerCodes } = await import('./not-found-offer.ts')
		await offerCodes(this)
	}
}

customElements.define('not-found', NotFound)
