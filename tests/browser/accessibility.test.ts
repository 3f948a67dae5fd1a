import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import { useBrowser } from '../setup/browser.ts'

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
	tree: '/triage/0x904-0x7/',
	outcome: '/triage/0x904-0x7/outcome/relay-closes/',
	codes: '/codes/',
	causes: '/causes/',
	events: '/events/',
	sources: '/sources/',
	settings: '/settings/',
	search: '/search/?q=certificate',
	decoder: '/decode/#text=Error%20code%3A%200x904%20Extended%20error%20code%3A%200x7',
	missing: '/missing/0x904/?missing',
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
	test.each(Object.entries(KINDS))('the page of kind "%s" has no violation of WCAG 2.2 AA', async (kind, path) => {
		const page = await open(path, { colorScheme })
		if (kind === 'search') await page.waitForSelector('[data-result]')
		if (kind === 'decoder') await page.waitForSelector('[data-space]')
		// axe runs inside the page, which forbids foreign scripts: playwright injects it past the policy.
		const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
		const found = violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
		)
		expect(found).toEqual([])
	})
})

describe.each([320, 390, 1280])('at %i pixels', (width) => {
	test.each(Object.entries(KINDS))('the page of kind "%s" does not scroll sideways', async (_kind, path) => {
		const page = await open(path, { viewport: { width, height: 800 } })
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
	})
})
