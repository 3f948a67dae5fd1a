/** The filters of the list of codes: choosing works in CSS alone; this adds text, the count, and an address that keeps it. */
import { readNumber } from '../kb/numbers.ts'

class CodeFilter extends HTMLElement {
	connectedCallback() {
		const form = this.querySelector('form')
		const text = form?.querySelector<HTMLInputElement>('input[name=text]')
		const status = form?.querySelector('[role=status]')
		if (!form || !text || !status) return
		text.closest('label')?.removeAttribute('hidden')
		const sections = [...document.querySelectorAll<HTMLElement>('section[data-list]')]
		const rows = [...document.querySelectorAll<HTMLElement>('[data-list] tr[data-s], [data-list] li')]
		restore(form)

		const update = () => {
			const wanted = text.value.trim().toLowerCase()
			const values = new Set(readNumber(wanted).map(({ value }) => String(value)))
			const fits = (row: HTMLElement) =>
				wanted === '' || values.has(row.dataset.v ?? '') || row.textContent.toLowerCase().includes(wanted)
			for (const row of rows) row.hidden = !fits(row)
			for (const section of sections) {
				section.hidden = false
				section.hidden = !rows.some((row) => section.contains(row) && isShown(row))
			}
			status.textContent = (this.dataset.shown ?? '').replace(
				'-1',
				String(rows.filter((row) => row.dataset.s && isShown(row)).length),
			)
			keepInAddress(form)
		}
		form.addEventListener('input', update)
		form.addEventListener('submit', (event) => event.preventDefault())
		update()
	}
}

/** Whether a row is on the page, whatever hides it: the text, the chosen list or the chosen phase. */
const isShown = (row: HTMLElement) => row.offsetParent !== null

/** Fills the form from the address; a list or phase that does not exist is ignored. */
function restore(form: HTMLFormElement) {
	const parameters = new URLSearchParams(location.search)
	for (const field of form.elements) {
		if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue
		field.value = parameters.get(field.name) ?? ''
		if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0
	}
}

function keepInAddress(form: HTMLFormElement) {
	const state = new URLSearchParams()
	for (const [name, value] of new FormData(form)) if (value !== '') state.set(name, String(value))
	const search = state.size > 0 ? `?${state}` : ''
	history.replaceState(null, '', `${location.pathname}${search}${location.hash}`)
}

customElements.define('code-filter', CodeFilter)
