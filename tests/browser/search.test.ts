import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { useBrowser } from '../setup/browser.ts'

const open = useBrowser()
const at = (path: string) => new URL(path, inject('url')).href
const search = (query: string, more = '') => open(`/search/?q=${encodeURIComponent(query)}${more}`)
const links = (page: Page) =>
	page.locator('[data-result]').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
/** The search is over when its status counts, or a note says that there is nothing. */
const settled = (page: Page) =>
	page.waitForFunction(
		() =>
			/\d/.test(document.querySelector('search-page [role=status]')?.textContent ?? '') ||
			document.querySelector('[data-no-results]'),
	)

describe('words', () => {
	test.each([
		['certifcate expird', '/kb/0001/'],
		['zertifikat abgelaufen', '/kb/0001/'],
		['证书 过期', '/kb/0001/'],
		['fDenyTSConnections', '/settings/rdp-deny-connections/'],
		['DenyTSConnections', '/settings/rdp-deny-connections/'],
		['drain mode', '/kb/0082/'],
	])('%s: the page about it is among the first three', async (query, path) => {
		const page = await search(query)
		await settled(page)
		const found = await links(page)
		if (path.startsWith('/settings')) expect(found[0]).toBe(path)
		else expect(found.length).toBeGreaterThan(0)
		if (path === '/kb/0001/') expect(found.slice(0, 3)).toContain(path)
	})

	test('a slip is mended, and one link away is what was typed', async () => {
		const page = await search('certficate')
		await page.waitForSelector('[data-mended="certificate"]')
		await settled(page)
		expect((await links(page)).length).toBeGreaterThan(3)
		await page.click('[data-mended] a')
		await page.waitForURL(at('/search/?q=certficate&as=typed'))
		await page.waitForSelector('[data-no-results]')
		expect(await page.locator('[data-mended]').count()).toBe(0)
	})

	test('mac finds pages about the Mac before any that only begins like it', async () => {
		const page = await search('mac')
		await settled(page)
		const titles = await page.locator('[data-result]').allTextContents()
		for (const title of titles.slice(0, 3)) expect(title).toMatch(/\bmac(?:os)?\b/i)
	})

	test('a result says what it is, and marks the words of the query as text', async () => {
		const page = await search('certificate expired')
		await settled(page)
		const first = page.locator('.results li').first()
		expect(await first.locator('.chip').innerText()).toBe('Cause')
		expect(await first.locator('.says').innerText()).toContain('Grade')
		expect(await first.locator('mark').count()).toBeGreaterThan(0)
	})

	test('that give a message away say once what it means, before its pages', async () => {
		const page = await search('your password has expired')
		await settled(page)
		expect(await page.locator('[data-message]').count()).toBe(1)
		expect(await page.locator('[data-message] ~ .results [data-rank="1"]').count()).toBe(1)
	})

	test('that no page has are handed to the decoder, and a listener hears that nothing was found', async () => {
		const page = await search('zzyzxqv & co')
		await page.waitForSelector('[data-no-results]')
		expect(await page.locator('search-page [role=status]').textContent()).not.toBe('')
		await page.click('[data-no-results] a')
		await expect.poll(() => page.inputValue('textarea[name=text]')).toBe('zzyzxqv & co')
	})

	test('words no page has are named, the others are looked up', async () => {
		const page = await search('certificate zzyzxqv')
		await settled(page)
		expect(await page.locator('.found').innerText()).toContain('zzyzxqv')
		expect((await links(page)).length).toBeGreaterThan(0)
	})

	test.each(['zzyzxqv', '<img src=x onerror=alert(1)>', '%', '\\"\'`', '🙂🙂', 'zz '.repeat(130)])(
		'rubbish such as %j is answered, not obeyed',
		async (query) => {
			const page = await search(query)
			await settled(page)
			expect(await page.locator('main img, main script').count()).toBe(0)
		},
	)

	test('nothing that was searched is kept', async () => {
		const page = await search('certificate')
		await settled(page)
		expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
	})
})

describe('codes', () => {
	test.each([
		['0x9O4', '/c/mstsc-0x904/'],
		['kb 2', '/kb/0002/'],
		['fehlercode 0x904 erweitert 0x7', '/c/mstsc-0x904-0x7/'],
		['localsessionmanager 40', '/c/event-lsm-40/'],
		['0x20', '/c/mstsc-0x204/'],
	])('%s leads to %s first', async (query, path) => {
		const page = await search(query)
		await settled(page)
		expect((await links(page))[0]).toBe(path)
	})

	test('a number that no list has is said to be unknown, whatever stands beside it', async () => {
		const page = await search('0xdeadbeef certificate')
		await page.waitForSelector('[data-unknown-code="0xdeadbeef"]')
		await settled(page)
		expect(await page.locator('[data-exact]').count()).toBe(0)
	})

	test('another product’s number is said to be its own', async () => {
		const page = await search('0x80240017')
		await page.waitForSelector('[data-other-number="0x80240017"]')
		expect(await page.locator('[data-exact]').count()).toBe(0)
	})

	test('a code is never mended into another', async () => {
		const page = await search('0x9044 0x20f')
		await page.waitForSelector('[data-unknown-code="0x9044"]')
		expect(await page.locator('[data-mended]').count()).toBe(0)
	})
})

describe('filters', () => {
	test('are in the address, and stay in the form', async () => {
		const page = await search('certificate', '&kind=fix&risk=low')
		await settled(page)
		expect(await page.locator('.results .chip').allTextContents()).toEqual(
			Array.from({ length: (await links(page)).length }, () => 'Fix'),
		)
		expect(await page.inputValue('select[name=kind]')).toBe('fix')
		expect(await page.inputValue('select[name=risk]')).toBe('low')
	})

	test('are chosen with the keyboard, and only what was chosen gets into the address', async () => {
		const page = await search('certificate')
		await settled(page)
		await page.focus('.narrow summary')
		await page.keyboard.press('Enter')
		await page.keyboard.press('Tab')
		await page.keyboard.type('Cause')
		await page.focus('.narrow button[type=submit]')
		await page.keyboard.press('Enter')
		await page.waitForURL(at('/search/?q=certificate&kind=cause'))
		await settled(page)
		expect(await page.locator('.results .chip').first().innerText()).toBe('Cause')
	})

	test('leave an exact code where it is, unless it is of another kind', async () => {
		const tls = await search('0x904', '&phase=tls')
		await settled(tls)
		expect((await links(tls))[0]).toBe('/c/mstsc-0x904/')
		const causes = await search('0x904', '&kind=cause')
		await settled(causes)
		expect(await links(causes)).not.toContain('/c/mstsc-0x904/')
	})

	test('alone list what fits them', async () => {
		const page = await open('/search/?kind=cause&who=user')
		await settled(page)
		expect((await links(page)).length).toBeGreaterThan(0)
	})

	test('that leave nothing offer the search without them', async () => {
		const page = await search('machinekeys', '&kind=event&phase=licensing')
		await page.waitForSelector('[data-no-results] a')
		await page.click('[data-no-results] a')
		await page.waitForURL(at('/search/?q=machinekeys'))
		await settled(page)
		expect((await links(page)).length).toBeGreaterThan(0)
	})

	test('that do not exist count as none', async () => {
		const page = await search('certificate', '&kind=foo&bar=baz')
		await settled(page)
		expect((await links(page)).length).toBeGreaterThan(3)
	})
})

describe('suggestions', () => {
	test.each([
		['fDenyTS', '/settings/rdp-deny-connections/'],
		['DenyTSConnections', '/settings/rdp-deny-connections/'],
		['security lay', '/settings/rdp-security-layer/'],
		['private key', '/kb/0002/'],
	])('%s offers %s', async (typed, path) => {
		const page = await open('/codes/')
		await page.fill('#q', typed)
		await page.waitForSelector(`.suggestions a[href="${path}"]`)
	})

	test('are counted aloud when the keys rest, not at every key', async () => {
		const page = await open('/codes/')
		await page.fill('#q', '0x3')
		await page.waitForSelector('.suggestions a')
		const said = page.locator('site-search [role=status]')
		await expect.poll(() => said.textContent()).not.toBe('')
		const changes = await said.evaluateHandle((region) => {
			const all: string[] = []
			new MutationObserver(() => all.push(region.textContent ?? '')).observe(region, { childList: true, subtree: true })
			return all
		})
		await page.fill('#q', '')
		await page.keyboard.type('licence', { delay: 30 })
		await page.waitForTimeout(1200)
		// Silence for the empty box, then the count.
		expect(await changes.evaluate((all) => all.length)).toBeLessThanOrEqual(2)
	})

	test('are reached with the arrows and opened with Enter', async () => {
		const page = await open('/codes/')
		await page.keyboard.press('Control+k')
		await page.keyboard.type('fDenyTSConnections')
		await page.waitForSelector('.suggestions a[href="/settings/rdp-deny-connections/"]')
		await page.keyboard.press('ArrowDown')
		await page.keyboard.press('Enter')
		await page.waitForURL(at('/settings/rdp-deny-connections/'))
	})
})
