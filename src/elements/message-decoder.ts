/** The paste box: a shell that wakes at the first touch, so that the page costs nothing until somebody pastes. */
class MessageDecoder extends HTMLElement {
	connectedCallback() {
		const box = this.querySelector('textarea')
		if (!box) return
		this.hidden = false
		const wake = async () => {
			const { startDecoder } = await import('./decoder.ts')
			startDecoder(this, box)
			box.dispatchEvent(new Event('input'))
		}
		const takeFromAddress = () => {
			const given = /^#text=(.*)$/s.exec(location.hash)?.[1]
			if (given === undefined) return
			try {
				box.value = decodeURIComponent(given)
			} catch {
				box.value = given
			}
			wake()
		}
		for (const event of ['focus', 'paste']) box.addEventListener(event, wake, { once: true })
		addEventListener('hashchange', takeFromAddress)
		// Going back, the browser puts the text in again.
		addEventListener('pageshow', () => {
			if (box.value !== '') wake()
		})
		takeFromAddress()
		if (box.value !== '' || document.activeElement === box) wake()
	}
}

customElements.define('message-decoder', MessageDecoder)
