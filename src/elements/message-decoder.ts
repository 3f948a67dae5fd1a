/** The paste box: a shell that wakes at the first touch, so that the page costs nothing until somebody pastes. */
import { Connected } from './connected.ts'
import { onTouch } from './lazy.ts'

class MessageDecoder extends Connected {
	protected connect(signal: AbortSignal) {
		const box = this.querySelector('textarea')
		if (!box) return
		const wake = onTouch(async () => {
			const { startDecoder } = await import('./decoder.ts')
			await startDecoder(this, box, signal)
		}, this.querySelector('[role=status]'))
		const changed = () => box.dispatchEvent(new Event('input', { bubbles: true }))
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
		for (const touch of ['focusin', 'input', 'change', 'dragenter']) this.addEventListener(touch, wake, { signal })
		// A file that is dropped counts as chosen; left alone, the browser would leave the page for it.
		this.addEventListener('dragover', (event) => event.preventDefault(), { signal })
		this.addEventListener(
			'drop',
			(event) => {
				const chooser = this.querySelector<HTMLInputElement>('[type=file]')
				const files = event.dataTransfer?.files
				if (!chooser || !files?.length) return
				event.preventDefault()
				chooser.files = files
				chooser.dispatchEvent(new Event('change', { bubbles: true }))
			},
			{ signal },
		)
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
