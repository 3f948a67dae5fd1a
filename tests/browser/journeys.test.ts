import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { useBrowser } from '../setup/browser.ts'

const open = useBrowser()
const at = (path: string) => new URL(path, inject('url')).href

const DIALOG = `[Window Title]
Remote Desktop Connection

[Content]
This computer can't connect to the remote computer.

[^] Hide details  [OK]

[Expanded Information]
Error code: 0x904
Extended error code: 0x7
Timestamp (UTC): 11/20/26 08:15:03 AM
Client 10.0.26100.5547, host 10.20.30.40:3389`

describe('from the message to the fix', () => {
	test('paste the dialog, open the pair, read a cause, open its fix', async () => {
		const page = await open('/')
		await page.fill('textarea[name=text]', DIALOG)
		await page.waitForSelector('[data-space="disconnect"][data-value="2308"]')
		await page.waitForSelector('[data-space="extended"][data-value="7"]')
		expect(await page.locator('[data-space]').count()).toBe(2)
		await page.click('[data-pair="mstsc-0x904-0x7"] a')
		await page.waitForURL(at('/c/mstsc-0x904-0x7/'))
		await page.click('main a[href="/kb/0002/"]')
		await page.waitForURL(at('/kb/0002/'))
		await page.click('main a[href="/kb/0007/"]')
		await page.waitForURL(at('/kb/0007/'))
		for (const id of ['before', 'fix', 'verify', 'undo']) expect(await page.locator(`#${id}`).count(), id).toBe(1)
	})

	test('the same with the keyboard alone', async () => {
		const page = await open('/')
		await page.keyboard.press('Control+k')
		await page.keyboard.type('904 7')
		await page.waitForSelector('.suggestions a')
		await page.keyboard.press('ArrowDown')
		await page.keyboard.press('Enter')
		await page.waitForURL(at('/c/mstsc-0x904-0x7/'))
		await page.keyboard.press('Tab')
		await page.keyboard.press('Enter')
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
	})

	test('a macro can hand the text over in the address', async () => {
		const page = await open(`/decode/#text=${encodeURIComponent('Fehlercode: 0x204')}`)
		await page.waitForSelector('[data-space="disconnect"][data-value="516"]')
	})
})

describe('search', () => {
	test.each([
		['2308', '/c/mstsc-0x904/'],
		['0X904', '/c/mstsc-0x904/'],
		['0x00000904', '/c/mstsc-0x904/'],
		['904 7', '/c/mstsc-0x904-0x7/'],
		['exDiscReasonServerDeniedConnection', '/c/extended-0x7/'],
		['error code 0x204 on windows 11', '/c/mstsc-0x204/'],
	])('%s has its exact page first', async (query, path) => {
		const page = await open(`/search/?q=${encodeURIComponent(query)}`)
		await page.waitForSelector('[data-result][data-rank="1"]')
		expect(await page.getAttribute('[data-rank="1"]', 'href')).toBe(path)
	})

	test('machinekeys finds the cause and the fix by words', async () => {
		const page = await open('/search/?q=machinekeys')
		await page.waitForSelector('[data-rank="3"]')
		const links = await page.locator('[data-result]').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
		expect(links).toContain('/kb/0002/')
		expect(links).toContain('/kb/0007/')
	})

	test('0x9044 is said to be unknown, and no neighbour passes for it', async () => {
		const page = await open('/search/?q=0x9044')
		await page.waitForSelector('[data-unknown-code="0x9044"]')
		expect(await page.locator('[data-result]').count()).toBe(0)
	})

	test('words that stand nowhere find nothing', async () => {
		const page = await open('/search/?q=zzyzxqv')
		await page.waitForSelector('[data-no-results]')
	})

	test('an exact code in the box goes to its page on Enter, words go to the results, and Back returns', async () => {
		const page = await open('/codes/')
		await page.fill('#q', '0x904/0x7')
		await page.waitForSelector('.suggestions a')
		await page.press('#q', 'Enter')
		await page.waitForURL(at('/c/mstsc-0x904-0x7/'))
		await page.fill('#q', 'certificate')
		await page.press('#q', 'Enter')
		await page.waitForURL(at('/search/?q=certificate'))
		await page.waitForSelector('[data-result]')
		await page.goBack()
		await page.waitForURL(at('/c/mstsc-0x904-0x7/'))
	})

	test('rubbish is answered, not obeyed', async () => {
		const page = await open(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> % ../ 🙂')}`)
		await page.waitForSelector('[data-no-results], [data-result]')
		expect(await page.locator('main img').count()).toBe(0)
	})
})

describe('without JavaScript', () => {
	const options = { javaScriptEnabled: false }

	test('home, pair, cause and fix are linked and readable', async () => {
		const page = await open('/', options)
		await page.click('main a[href="/c/mstsc-0x904-0x7/"] >> nth=0')
		await page.waitForURL(at('/c/mstsc-0x904-0x7/'))
		await page.click('main a[href="/kb/0001/"]')
		await page.click('main a[href="/kb/0005/"]')
		await page.waitForURL(at('/kb/0005/'))
		expect(await page.locator('#undo').count()).toBe(1)
		expect(await page.locator('button:visible').count()).toBe(1)
	})

	test('a spelling of a number leads on', async () => {
		const page = await open('/c/2308/', options)
		await page.waitForURL(at('/c/mstsc-0x904/'))
	})

	test('the list of codes filters by list and by phase', async () => {
		const page = await open('/codes/', options)
		const all = await page.locator('tr[data-row]:visible').count()
		await page.selectOption('#f-space', 'disconnect')
		const some = await page.locator('tr[data-row]:visible').count()
		await page.selectOption('#f-phase', 'tls')
		const few = await page.locator('tr[data-row]:visible').count()
		expect(all).toBeGreaterThanOrEqual(483)
		expect(some).toBeLessThan(all)
		expect(few).toBeLessThan(some)
		expect(few).toBeGreaterThan(0)
	})

	test('search and decoder say what to do instead', async () => {
		for (const path of ['/search/', '/decode/']) {
			const page = await open(path, options)
			expect(await page.locator('main .callout a').count(), path).toBeGreaterThan(0)
		}
	})
})

describe('the smaller tools', () => {
	test('the list of codes filters by text and keeps it in the address', async () => {
		const page = await open('/codes/')
		await page.fill('input[name=text]', 'FDCLOSE')
		await expect.poll(() => page.locator('tr[data-row]:visible').count()).toBe(1)
		await expect.poll(() => new URL(page.url()).searchParams.get('text')).toBe('FDCLOSE')
		await page.reload()
		await expect.poll(() => page.locator('tr[data-row]:visible').count()).toBe(1)
	})

	test.each([
		['/c/0X0904/', '/c/mstsc-0x904/'],
		['/missing/mstsc-0x00000904/', '/c/mstsc-0x904/'],
	])('the page for %s, which is missing, offers the code in it', async (path, offered) => {
		const page = await open(`${path}?missing`)
		await page.waitForSelector(`not-found a[href="${offered}"]`)
	})

	test('a block of code is copied', async () => {
		const page = await open('/kb/0002/', { permissions: ['clipboard-read', 'clipboard-write'] })
		const read = () => page.evaluate(() => navigator.clipboard.readText())
		const command = (await page.locator('code-block code').first().textContent())?.trimEnd()
		await page.locator('code-block button').first().click()
		await expect.poll(read).toBe(command)
	})

	test('the colours follow the system until the switch says otherwise, and stay', async () => {
		const page = await open('/', { colorScheme: 'light' })
		const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
		const light = await paper()
		await page.click('theme-switch button')
		expect(await paper()).toBe(light)
		await page.click('theme-switch button')
		const dark = await paper()
		expect(dark).not.toBe(light)
		await page.goto(at('/codes/'))
		expect(await paper()).toBe(dark)
	})

	test('a choice of colours that does not exist counts as none', async () => {
		const page = await open('/')
		const name = () => page.locator('theme-switch button').innerText()
		const system = await name()
		await page.evaluate(() => localStorage.setItem('theme', 'foo'))
		await page.reload()
		expect(await name()).toBe(system)
		expect(await page.locator('html').getAttribute('data-theme')).toBeNull()
	})

	test('an element that leaves the page and comes back works once, not twice', async () => {
		const page = await open('/')
		await page.evaluate(() => {
			for (const name of ['site-search', 'theme-switch', 'message-decoder']) {
				const element = document.querySelector(name)
				element?.parentElement?.insertBefore(element, element.nextSibling)
			}
		})
		const before = await page.locator('theme-switch button').innerText()
		await page.click('theme-switch button')
		expect(await page.locator('theme-switch button').innerText()).not.toBe(before)
		await page.fill('#q', '904 7')
		await page.waitForSelector('.suggestions a')
		await page.press('#q', 'ArrowDown')
		expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/c/mstsc-0x904-0x7/')
		await page.fill('textarea[name=text]', DIALOG)
		await expect.poll(() => page.locator('[data-space]').count()).toBe(2)
	})
})

describe('a part that does not load', () => {
	test.each([
		{
			part: 'suggestions',
			path: '/',
			status: 'site-search [role=status]',
			touch: (page: Page) => page.fill('#q', '904 7'),
			works: '.suggestions a[href="/c/mstsc-0x904-0x7/"]',
		},
		{
			part: 'the decoder',
			path: '/decode/',
			status: 'message-decoder [role=status]',
			touch: (page: Page) => page.fill('textarea[name=text]', DIALOG),
			works: '[data-pair="mstsc-0x904-0x7"]',
		},
		{
			part: 'the ticket link',
			path: '/kb/0002/',
			status: 'ticket-link [role=status]',
			touch: (page: Page) => page.click('[data-format=link]'),
			works: 'ticket-link [role=status]:not(:empty)',
		},
		{
			part: 'the card of a section',
			path: '/kb/0002/',
			status: '#check + .anchor + [role=status]',
			touch: (page: Page) => page.click('#check + .anchor'),
			works: 'main ticket-link',
		},
		{
			part: 'copying code',
			path: '/kb/0002/',
			status: 'code-block [role=status] >> nth=0',
			touch: (page: Page) => page.locator('code-block > button').first().click(),
			works: 'code-block [role=status].vh >> nth=0',
		},
		{
			part: 'the filter of codes',
			path: '/codes/',
			status: 'list-filter [role=status]',
			touch: (page: Page) => page.fill('input[name=text]', 'FDCLOSE'),
			works: 'tr[data-row][hidden]',
		},
		{
			part: 'the search page',
			path: '/search/?q=machinekeys',
			status: 'search-page [role=status]',
			again: 'search-page [role=status] button',
			works: '[data-result]',
		},
		{
			part: 'the offer of a missing page',
			path: '/missing/0x904/?missing',
			status: 'not-found p',
			again: 'not-found button',
			works: 'not-found a[href="/c/mstsc-0x904/"]',
		},
	])('$part: it says so, and a second try works', async ({ path, status, touch, again, works }) => {
		const page = await open('/', { permissions: ['clipboard-read', 'clipboard-write'] })
		// The browser reports the requests that fail here on purpose.
		page.removeAllListeners('console')
		// What a page names in its HTML loads; what these scripts ask for later does not.
		const lost = /\/_astro\/(?:site-search|decoder|copy|filter-list|search-results|not-found-offer)\.[^/]*\.js$/
		await page.route(lost, (route) => route.abort())
		await page.goto(at(path))
		const sentence = await page.locator('[data-failed]').getAttribute('data-failed')
		await touch?.(page)
		const said = page.locator(status)
		await expect.poll(() => said.textContent()).toContain(sentence)
		expect(await said.isVisible()).toBe(true)
		await page.unroute(lost)
		if (again) await page.click(again)
		else await touch?.(page)
		await page.waitForSelector(works, { state: 'attached' })
		await expect.poll(() => page.locator('[role=status], not-found').allTextContents()).not.toContain(sentence)
	})
})
