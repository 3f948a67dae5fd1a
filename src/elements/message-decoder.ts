/** The paste box: a shell that wakes at the first touch, so that the page costs nothing until somebody pastes. */
import { Connected } from './connected.ts'
import { onTouch } from './lazy.ts'

class MessageDecoder extends Connected {
	protected connect(signal: AbortSignal) {
		const box = this.querySelector('textarea')
		if (!box) return
		this.hidden = false
		const wake = onTouch(async () => {
			const { startDecoder } = await import('./decoder.ts')
			await startDecoder(this, box, signal)
		}, this.querySelector('[role=status]'))
		const changed = () => box.dispatchEvent(new Event('input'))
		const takeFromAddress = () => {
			const given = /^#text=(.*)$/s.exec(location.hash)?.[1]
			if (given === undefined) return
			try {
				box.value = decodeURIComponent(given)
			} catch {
				box.value = given
			}
			changed()
		}
		for (const touch of ['focus', 'paste', 'input']) box.addEventListener(touch, wake, { signal })
		addEventListener('hashchange', takeFromAddress, { signal })
		// Going back, the browser puts the text in again.
		addEventListener(
			'pageshow',
			() => {
				if (box.value !== '') changed()
			},
			{ signal },
		)
		takeFromAddress()
		if (box.value !== '' || document.activeElement === box) wake()
	}
}

customElements.define('message-decoder', MessageDecoder)
