/**
 * How long an answer takes to show on the page of the largest tree, in Chromium: from the click until the next question is
 * painted, as a ratio to an empty frame of the same run. One frame is the aim; numbers of different machines cannot be compared.
 */
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject, test } from 'vitest'

const TREE = '0x904-0x7'
const ROUNDS = 20
/** How much slower than this machine a phone may be. */
const SLOWER = 6

let browser: Browser
let page: Page
beforeAll(async () => {
	browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] })
	page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
})
afterAll(() => browser?.close())

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Times in milliseconds: an empty frame, the work of a click, and from the click to the paint after it. */
async function measure(rate: number) {
	await page.goto(`${inject('url')}triage/${TREE}/`)
	await page.waitForSelector('triage-tree[data-ready]')
	const session = await page.context().newCDPSession(page)
	await session.send('Emulation.setCPUThrottlingRate', { rate })
	return page.evaluate(async (rounds) => {
		const painted = () =>
			new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))))
		const times = { frame: [] as number[], work: [] as number[], shown: [] as number[] }
		for (let i = 0; i < rounds; i++) {
			await painted()
			let before = performance.now()
			times.frame.push((await painted()) - before)
			// The first answer leads on; at an outcome the first question is opened again.
			const link = document.querySelector<HTMLElement>('a[data-answer]')
			const again = document.querySelector<HTMLElement>('.path button')
			before = performance.now()
			;(link ?? again)?.click()
			await Promise.resolve()
			times.work.push(performance.now() - before)
			times.shown.push((await painted()) - before)
		}
		return times
	}, ROUNDS)
}

test('an answer is shown', async () => {
	for (const rate of [1, SLOWER]) {
		const { frame, work, shown } = await measure(rate)
		const ratio = (median(shown) / median(frame)).toFixed(1)
		console.log(
			`${rate === 1 ? 'this machine' : `${rate} times slower`}: work of a click ${median(work).toFixed(1)} ms, ` +
				`click to paint ${median(shown).toFixed(1)} ms, ${ratio} empty frames of ${median(frame).toFixed(1)} ms`,
		)
	}
})
