/**
 * Parts that are fetched at the first touch. One that does not arrive says so, and the next touch tries again: browsers
 * fetch a module anew whose loading failed (HTML, "fetch a single module script").
 */

type Part = () => Promise<unknown>

/**
 * Loads and runs a part.
 *
 * @param status where a failure is said. The words come from the page (data-failed and data-again in its frame), for
 * every page loads this file and none should load all words.
 * @param again given where nobody touches the element: what the button beside the sentence does
 * @returns whether it worked
 */
export async function attempt(part: Part, status: Element | null, again?: () => void): Promise<boolean> {
	const words = document.querySelector<HTMLElement>('[data-failed]')?.dataset
	const failed = words?.failed ?? ''
	const saysSo = () => status?.firstChild?.textContent === failed
	try {
		await part()
		if (saysSo()) status?.replaceChildren()
		return true
	} catch (error) {
		console.error(error)
		// Saying it once is enough: a live region would repeat it at every key.
		if (saysSo()) return false
		status?.replaceChildren(failed)
		if (again) {
			const button = document.createElement('button')
			button.type = 'button'
			button.className = 'button'
			button.textContent = words?.again ?? ''
			button.onclick = again
			status?.append(' ', button)
		}
		return false
	}
}

/**
 * Makes a listener for touches out of a part that is to run once.
 *
 * @returns a function that runs the part unless it runs or ran; after a failure the next call tries again. It answers
 * false when it has just failed.
 */
export function onTouch(part: Part, status: Element | null): () => Promise<boolean> {
	let asked = false
	return async () => {
		if (asked) return true
		asked = true
		asked = await attempt(part, status)
		return asked
	}
}

/**
 * Wakes a form at its first touch, or at once where the address holds something for it. Nothing is ever sent.
 *
 * @param part runs once
 * @param signal ends the listening
 */
export function wakeForm(form: HTMLFormElement, status: Element | null, part: Part, signal: AbortSignal): void {
	const wake = onTouch(part, status)
	for (const touch of ['focusin', 'input']) form.addEventListener(touch, wake, { signal })
	form.addEventListener('submit', (event) => event.preventDefault(), { signal })
	if (location.search !== '' || form.contains(document.activeElement)) wake()
}
