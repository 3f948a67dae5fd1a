/** The builder of files for several settings: it wakes at the first touch, or at once where the address holds changes. */
import { Connected } from './connected.ts'
import { onTouch } from './lazy.ts'

class SettingsBuilder extends Connected {
	protected connect(signal: AbortSignal) {
		const form = this.querySelector<HTMLFormElement>('form[data-pick]')
		const status = this.querySelector('[role=status]#builder-status')
		const result = this.querySelector<HTMLElement>('[data-result]')
		const { facts, settings } = this.dataset
		if (!form || !status || !result || !facts || !settings) return
		const wake = onTouch(async () => {
			const { startBuilder } = await import('./build-settings.ts')
			await startBuilder({ form, status, result, facts, settings, signal })
		}, status)
		for (const touch of ['focusin', 'input']) form.addEventListener(touch, wake, { signal })
		form.addEventListener('submit', (event) => event.preventDefault(), { signal })
		if (location.search !== '' || form.contains(document.activeElement)) wake()
	}
}

customElements.define('settings-builder', SettingsBuilder)
