/** Changing settings in a real browser: the ways to change one, the builder, the list. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useBrowser } from '../setup/browser.ts'

const open = useBrowser()
const SETTING = '/settings/rdp-security-layer/'
const panels = (page: Page) =>
	page.locator('setting-ways > section:visible').evaluateAll((all) => all.map(({ id }) => id))

describe('the ways to change a setting', () => {
	test('are tabs that the arrow keys, Home and End move between', async () => {
		const page = await open(SETTING)
		expect(await panels(page)).toEqual(['ways-powershell'])
		await page.focus('#ways-powershell-tab')
		await page.keyboard.press('ArrowRight')
		expect(await panels(page)).toEqual(['ways-reg'])
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('ways-reg-tab')
		await page.keyboard.press('End')
		expect(await panels(page)).toEqual(['ways-test'])
		await page.keyboard.press('ArrowRight')
		expect(await panels(page)).toEqual(['ways-powershell'])
		expect(await page.locator('[role=tab][tabindex="0"]').count()).toBe(1)
	})

	test('open at the one that a link names', async () => {
		const page = await open(`${SETTING}#ways-intune`)
		expect(await panels(page)).toEqual(['ways-intune'])
		await page.evaluate(() => {
			location.hash = '#ways-group-policy'
		})
		await expect.poll(() => panels(page)).toEqual(['ways-group-policy'])
	})

	test('stand below each other without JavaScript', async () => {
		const page = await open(SETTING, { javaScriptEnabled: false })
		expect((await panels(page)).length).toBe(6)
	})

	test('a file is saved under a name that tells it from others', async () => {
		const page = await open(SETTING)
		const [download] = await Promise.all([page.waitForEvent('download'), page.click('#ways-powershell a[download]')])
		expect(download.suggestedFilename()).toBe('rdp-security-layer-check.ps1')
	})
})

describe('the builder', () => {
	const field = (id: string) => `form[data-pick] [name="${id}"]`
	const result = '[data-result]'

	async function saved(page: Page, name: string): Promise<Buffer> {
		const link = page.locator(`${result} a[download$="-${name}"]`)
		const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
		return readFileSync(await download.path())
	}

	test('picks by hand, and the link made of it opens the same', async () => {
		const page = await open('/settings/build/')
		await page.selectOption(field('rdp-nla'), '1')
		await page.fill(field('rdp-port'), '3390')
		await page.waitForSelector(`${result} a[download$="-apply.reg"]`)
		await expect.poll(() => new URL(page.url()).search).toContain('rdp-port=3390')
		const again = await open(new URL(page.url()).pathname + new URL(page.url()).search)
		await again.waitForSelector(`${result} a[download$="-apply.reg"]`)
		expect(await again.inputValue(field('rdp-port'))).toBe('3390')
		const reg = (await saved(again, 'apply.reg')).toString('utf16le')
		expect(reg).toContain('"UserAuthentication"=dword:00000001\r\n')
		expect(reg).toContain('"PortNumber"=dword:00000d3e\r\n')
		expect((await saved(again, 'apply.ps1')).toString('latin1')).toContain("'rdp-port'")
		expect(reg).toBe((await saved(page, 'apply.reg')).toString('utf16le'))
	})

	test('writes nothing that is never written, says why, and loses nothing of the address', async () => {
		const page = await open('/settings/build/?rdp-nla=0&rdp-port=abc&no-such-setting=1&rdp-keepalive-interval=5')
		await page.waitForSelector(`${result} a[download$="-apply.reg"]`)
		expect(await page.locator(`${result} ul.callout li`).count()).toBe(3)
		const reg = (await saved(page, 'apply.reg')).toString('utf16le')
		expect(reg).toContain('KeepAliveInterval')
		expect(reg).not.toContain('UserAuthentication')
		await page.selectOption(field('rdp-prompt-password'), '1')
		await expect.poll(() => new URL(page.url()).search).toContain('rdp-prompt-password=1')
		const kept = new URL(page.url()).searchParams
		expect([kept.get('rdp-nla'), kept.get('rdp-port'), kept.get('no-such-setting')]).toEqual(['0', 'abc', '1'])
	})

	test('lets what somebody picks replace what the address asked for in vain', async () => {
		const page = await open('/settings/build/?rdp-nla=0')
		await page.waitForSelector(`${result} ul.callout li`)
		await page.selectOption(field('rdp-nla'), '1')
		await page.waitForSelector(`${result} a[download$="-apply.reg"]`)
		expect(await page.locator(`${result} ul.callout li`).count()).toBe(0)
		await expect.poll(() => new URL(page.url()).search).toBe('?rdp-nla=1')
	})

	test('gives no file where two changes do not go together', async () => {
		const page = await open('/settings/build/?restricted-admin-disable=1&credssp-allow-protected-creds=1')
		await page.waitForSelector(`${result} ul.callout li`)
		expect(await page.locator(`${result} a[download]`).count()).toBe(0)
	})

	test('says what to do without JavaScript', async () => {
		const page = await open('/settings/build/', { javaScriptEnabled: false })
		expect(await page.locator('noscript a').count()).toBe(1)
	})
})

test('the list of settings filters by where they act, by what files may do, and by text', async () => {
	const page = await open('/settings/')
	const visible = () => page.locator('[data-row]:visible').count()
	const all = await visible()
	await page.selectOption('#f-area', 'tls')
	await expect.poll(visible).toBeLessThan(all)
	await page.selectOption('#f-offer', 'remove-only')
	await expect.poll(visible).toBeLessThan(8)
	await page.selectOption('#f-area', '')
	await page.selectOption('#f-offer', '')
	await page.fill('input[name=text]', 'fDenyTS')
	await expect.poll(visible).toBe(1)
	await expect.poll(() => new URL(page.url()).search).toBe('?text=fDenyTS')
})
