/**
 * A tree of questions: a shell that wakes at once on the tree's own page and where the address holds answers, and at the
 * first touch elsewhere. Until then, and without it, the answers are links that lead on.
 */
import { Connected } from './connected.ts'
import { attempt } from './lazy.ts'

type Answer = (question: string, answer: string) => void

class TriageTree extends Connected {
	protected connect(signal: AbortSignal) {
		let answer: Answer | undefined
		let waking: Promise<boolean> | undefined
		const wake = async () => {
			waking ??= attempt(async () => {
				const triage = await import('./triage.ts')
				answer = await triage.startTriage(this, signal)
			}, this.querySelector('[role=status]'))
			if (!(await waking)) waking = undefined
			return answer
		}
		for (const touch of ['pointerover', 'focusin']) this.addEventListener(touch, wake, { signal })
		// A click that comes before the rest is there waits for it; when it does not come, the link is followed.
		this.addEventListener(
			'click',
			async (event) => {
				const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-answer]') : null
				const question = link?.closest<HTMLElement>('[data-question]')?.dataset.question
				if (!link || !question || event.ctrlKey || event.metaKey || event.shiftKey) return
				event.preventDefault()
				const give = await wake()
				if (give) give(question, link.dataset.answer ?? '')
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
