/**
 * A tree of questions: a shell that wakes at once on the tree's own page and where the address holds answers, and at the
 * first touch elsewhere. Until then, and without it, the answers are links that lead on.
 */
import { Connected } from './connected.ts'
import { attempt } from './lazy.ts'

type Answer = (question: string, answer: string) => void

class TriageTree extends Connected {
	protected connect(signal: AbortSignal) {
		let waking: Promise<Answer | undefined> | undefined
		const wake = () => {
			waking ??= (async () => {
				let answer: Answer | undefined
				await attempt(async () => {
					const triage = await import('./triage.ts')
					answer = await triage.startTriage(this, signal)
				}, this.querySelector('[role=status]'))
				if (!answer) waking = undefined
				return answer
			})()
			return waking
		}
		for (const touch of ['pointerover', 'focusin', 'touchstart'])
			this.addEventListener(touch, wake, { signal, passive: true })
		// A click that comes before the rest is there waits for it; when it does not come, the link is followed.
		this.addEventListener(
			'click',
			async (event) => {
				const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-answer]') : null
				const question = link?.closest<HTMLElement>('[data-question]')?.dataset.question
				if (!link || !question || event.ctrlKey || event.metaKey || event.shiftKey) return
				event.preventDefault()
				const answer = await wake()
				if (answer) answer(question, link.dataset.answer ?? '')
				else location.assign(link.href)
			},
			{ signal },
		)
		const { questions } = this.dataset
		const named = [...new URLSearchParams(location.search).keys()]
		if (questions === undefined || named.some((name) => questions.split(' ').includes(name))) wake()
	}
}

customElements.define('triage-tree', TriageTree)
