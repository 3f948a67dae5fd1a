/** The 404 page reads its own path: if it holds a code, it offers the code. */
import { attempt } from './lazy.ts'

class NotFound extends HTMLElement {
	#asked = false

	connectedCallback() {
		if (this.#asked) return
		this.#asked = true
		// The element itself is a live region; the sentence needs only a place.
		const status = document.createElement('p')
		const offer = () =>
			attempt(
				async () => {
					const { offerCodes } = await import('./not-found-offer.ts')
					await offerCodes(this)
				},
				status,
				offer,
			).then((done) => {
				if (done) status.remove()
			})
		this.append(status)
		offer()
	}
}

customElements.define('not-found', NotFound)
