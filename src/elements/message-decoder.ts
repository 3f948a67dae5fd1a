/** The paste box: a shell that wakes at the first touch, so that the page costs nothing until somebody pastes. */
class MessageDecoder extends HTMLElement {
	connectedCallback() {
		const box = this.querySelector('textarea')
		if (!box) return
		const given = /^#text=(.*)$/s.exec(location.hash)?.[1]
		if (given !== undefined) {
			try {
				box.value = decodeURIComponent(given)
			} catch {
				box.value = given
			}
		}
		this.hidden = false
		const wake = async () => {
			const { startDecoder } = await import('./decoder.ts')
			startDecoder(this, box)
		}
		for (const event of ['focus', 'input', 'paste']) box.addEventListener(event, wake, { once: true })
		// Text may be there already: from the address, or restored by the browser.
		if (box.value !== '' || document.activeElement === box) wake()
	}
}

customElements.define('message-decoder', MessageDecoder)
