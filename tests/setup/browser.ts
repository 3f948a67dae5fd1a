/** Chromium for a test file: one browser, a fresh page for each test, and a record of everything that should not happen. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'

/** Sandboxing needs rights that a container's root has not; the other switches keep Chromium from calling home. */
const SWITCHES = [
	'--no-sandbox',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
]

/**
 * @returns a function that opens a path of the site in a fresh page. After each test the console errors, policy
 * violations, failed requests and requests to other hosts of all its pages must be none.
 */
export function useBrowser() {
	let browser: Browser
	let complaints: string[] = []
	const pages: Page[] = []
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: inject('chromium'), args: SWITCHES })
	})
	afterAll(() => browser?.close())
	afterEach(async () => {
		for (const page of pages.splice(0)) await page.context().close()
		const found = complaints
		complaints = []
		expect(found).toEqual([])
	})
	return async (path: string, options: BrowserContextOptions = {}, root = inject('url')): Promise<Page> => {
		const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
		const page = await context.newPage()
		pages.push(page)
		const { origin } = new URL(root)
		page.on('console', (message) => {
			const missing = message.text().includes('404 (Not Found)') && path.includes('missing')
			if (['error', 'warning'].includes(message.type()) && !missing)
				complaints.push(`${path}: console: ${message.text()}`)
		})
		page.on('pageerror', (error) => complaints.push(`${path}: error: ${error.message}`))
		page.on('request', (request) => {
			if (!request.url().startsWith(origin) && !request.url().startsWith('data:') && !request.url().startsWith('blob:'))
				complaints.push(`${path}: foreign request: ${request.url()}`)
		})
		await page.goto(root + path.replace(/^\//, ''), { waitUntil: 'load' })
		return page
	}
}
