import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from '../setup/browser.ts'
import { longestWay, readTree } from '../setup/trees.ts'

const open = useBrowser()
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** One page of every kind. */
const KINDS = {
	home: '/',
	pair: '/c/mstsc-0x904-0x7/',
	code: '/c/mstsc-0x904/',
	'code with a contradiction': '/c/mstsc-0x408/',
	choice: '/c/0x7/',
	event: '/c/event-system-1057/',
	cause: '/kb/0001/',
	fix: '/kb/0007/',
	guide: '/kb/0011/',
	myth: '/kb/0016/',
	setting: '/settings/tls12-server-enabled/',
	'setting that is only read': '/settings/rdp-listener-key/',
	builder: '/settings/build/?rdp-nla=1&rdp-port=3390&rdp-shadow=2',
	'fix with files': '/kb/0009/',
	source: '/sources/ms-tls-registry-settings/',
	tree: '/triage/0x904-0x7/',
	'tree with a link from another time': '/triage/0x904-0x7/?no-such-question=1&from=nowhere',
	'tree as a drawing': '/triage/0x904-0x7/about/',
	changes: '/changes/',
	'for programs': '/api/',
	'how to link': '/kb/0148/',
	trees: '/triage/',
	outcome: '/triage/0x904-0x7/outcome/relay-closes/',
	codes: '/codes/',
	causes: '/causes/',
	events: '/events/',
	messages: '/messages/',
	sources: '/sources/',
	settings: '/settings/',
	search: '/search/?q=certificate',
	'search with filters': '/search/?q=certficate&kind=cause',
	decoder: '/decode/#text=Error%20code%3A%200x904%20Extended%20error%20code%3A%200x7',
	'search for a message': '/search/?q=your%20password%20has%20expired',
	'search without results': '/search/?q=zzyzxqv',
	'search for a stranger': '/search/?q=0x80240017',
	'decoder with a message': '/decode/#text=Your%20password%20has%20expired%2C%20Remote%20Desktop%20says',
	'decoder with Arabic': '/decode/#text=%D8%B1%D9%85%D8%B2%20%D8%A7%D9%84%D8%AE%D8%B7%D8%A3%3A%200x904',
	'decoder without findings': '/decode/#text=Windows%20Update%200x80240017%20on%20build%2026100.4652',
	missing: '/missing/0x904/?missing',
}

/** The rules of axe that look at colours; all others find in the dark what they find in the light. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** What axe finds, in either colours. */
async function violations(page: Page): Promise<string[]> {
	const found: string[] = []
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme })
		// axe is foreign to the page's policy; playwright injects it past that.
		const axe = new AxeBuilder({ page })
		const chosen = colorScheme === 'light' ? axe.withTags(STANDARDS) : axe.withRules(COLOUR_RULES)
		const { violations } = await chosen.analyze()
		for (const { id, nodes } of violations)
			for (const { target, failureSummary } of nodes) found.push(`${colorScheme}: ${id}: ${target}: ${failureSummary}`)
	}
	return found
}

test.each(Object.entries(KINDS))(
	'the page of kind "%s" has no violation of WCAG 2.2 AA in either colours and never scrolls sideways',
	async (kind, path) => {
		const page = await open(path)
		if (kind.startsWith('search'))
			await page.waitForSelector('[data-result], [data-no-results], [data-unknown-code]', { state: 'attached' })
		if (kind === 'builder') await page.waitForSelector('[data-result] a[download]')
		if (kind.startsWith('decoder')) await page.waitForSelector('.found > *')
		for (const folded of await page.locator('.found summary').all()) await folded.click()
		expect(await violations(page)).toEqual([])
		// From phone to desk, with everything unfolded.
		for (const width of [320, 390, 768, 1280]) {
			await page.setViewportSize({ width, height: 800 })
			expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width}`).toBeLessThanOrEqual(width)
		}
	},
)

test.each([390, 1400])(
	'no step of the longest path through a tree has a violation of WCAG 2.2 AA at %i pixels',
	async (width) => {
		const page = await open('/triage/0x904-0x7/', { viewport: { width, height: 900 } })
		for (const [question, answer] of longestWay(readTree('0x904-0x7')).answers) {
			await page.waitForSelector(`triage-tree[data-ready] [data-question="${question}"]`)
			expect(await violations(page), question).toEqual([])
			await page.fill('.note textarea', 'What the check showed')
			await page.click(`[data-answer="${answer}"]`)
		}
		await page.waitForSelector('[data-outcome] [data-verify]')
		for (const folded of await page.locator('triage-tree summary').all()) await folded.click()
		await page.click('[data-drawing] button')
		await page.waitForSelector('.tree-drawing')
		expect(await violations(page), 'the outcome').toEqual([])
		await page.click('.path button >> nth=1')
		expect(await violations(page), 'an answered question').toEqual([])
	},
)

test('a tree that woke within another page has no violation of WCAG 2.2 AA', async () => {
	const page = await open('/c/mstsc-0x904-0x7/')
	await page.click('triage-tree [data-answer] >> nth=0')
	await page.waitForSelector('triage-tree[data-ready]')
	expect(await violations(page)).toEqual([])
})

test('what has focus is never hidden behind something else', async () => {
	const page = await open('/kb/0002/', { reducedMotion: 'reduce' })
	for (let stop = 0; stop < 40; stop++) {
		await page.keyboard.press('Tab')
		const seen = await page.evaluate(() => {
			const element = document.activeElement
			if (!element || element === document.body) return true
			const { x, y, width, height } = element.getBoundingClientRect()
			const top = document.elementFromPoint(x + Math.min(width / 2, 40), y + Math.min(height / 2, 10))
			return width > 8 && height > 8 && top !== null && (element.contains(top) || top.contains(element))
		})
		expect(seen, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))).toBe(true)
	}
})
