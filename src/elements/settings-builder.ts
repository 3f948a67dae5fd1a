/** The builder of files for several settings: it wakes at the first touch, or at once where the address holds changes. */
import { Connected } from './connected.ts'
import { wakeForm } from './lazy.ts'

class SettingsBuilder extends Connected {
	protected connect(signal: AbortSignal) {
		const form = this.querySelector<HTMLFormElement>('form[data-pick]')
		const status = this.querySelector('#builder-status')
		if (form && status)
			wakeForm(
				form,
				status,
				async () => {
					const builder = await import('./build-settings.ts')
					await builder.startBuilder(this, form, status, signal)
				},
				signal,
			)
	}
}

customElements.define('settings-builder', SettingsBuilder)
