/** An element whose listeners, wherever they hang, end when it leaves the page and start afresh when it comes back. */
export abstract class Connected extends HTMLElement {
	#connection: AbortController | undefined

	connectedCallback() {
		this.#connection = new AbortController()
		this.connect(this.#connection.signal)
	}

	disconnectedCallback() {
		this.#connection?.abort()
	}

	/** Called each time the element joins the page. @param signal aborts when it leaves */
	protected abstract connect(signal: AbortSignal): void
}
