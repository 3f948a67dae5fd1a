/** The decoder as an agent with a user on the phone uses it. */
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { useBrowser } from '../setup/browser.ts'

const open = useBrowser()
const at = (path: string) => new URL(path, inject('url')).href
const BOX = 'textarea[name=text]'
const STATUS = 'message-decoder > [role=status]'
const TICKET = `Hi, Kim (ext. 4711) cannot work since this morning.

Error code: 0x904
Extended error code: 0x7
Timestamp (UTC): 11/20/26 08:15:03 AM`

async function paste(page: Page, text: string) {
	await page.focus(BOX)
	await page.keyboard.insertText(text)
	await page.waitForSelector('.found .card')
}

describe('a pasted ticket', () => {
	test('has its codes marked in place, and each mark leads to its card', async () => {
		const page = await open('/decode/')
		await page.fill(BOX, TICKET)
		const marks = page.locator('mark.code')
		await expect.poll(() => marks.allTextContents()).toEqual(['0x904', '0x7'])
		await marks.first().locator('a').click()
		const card = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.value)
		expect(card).toBe('2308')
		expect(await page.locator('.in-text pre').innerText()).toContain('Kim (ext. 4711) cannot work')
	})

	test('leads on with one key', async () => {
		const page = await open('/decode/')
		await page.keyboard.press('Tab')
		await page.focus(BOX)
		await page.keyboard.insertText(TICKET)
		await page.waitForSelector('[data-pair]')
		await page.keyboard.press('Control+Enter')
		await page.waitForURL(at('/c/mstsc-0x904-0x7/'))
		await page.goBack()
		await expect.poll(() => page.locator('[data-pair]').count()).toBe(1)
	})

	test('without a code is recognised by its wording', async () => {
		const page = await open('/decode/')
		await page.fill(BOX, 'Hallo, es kommt: „Der Lizenzserver ist nicht verfügbar“, Ihr Kennwort ist abgelaufen.')
		await page.waitForSelector('[data-message="password-expired"]')
		expect(await page.locator('mark.wording').count()).toBeGreaterThan(0)
	})

	test('says of another product’s number whose it is, and of other numbers why they are no codes', async () => {
		const page = await open('/decode/')
		await page.fill(BOX, 'Windows Update 0x80240017 on build 26100.4652, host 10.9.0.4')
		await page.waitForSelector('[data-other-number="0x80240017"]')
		await page.click('.passed-over summary')
		expect(await page.locator('.passed-over li').count()).toBeGreaterThan(1)
		expect(await page.locator('[data-space]').count()).toBe(0)
	})

	test('goes into the ticket as text, with the addresses of its pages', async () => {
		const page = await open('/decode/', { permissions: ['clipboard-read', 'clipboard-write'] })
		await page.fill(BOX, TICKET)
		await page.waitForSelector('.copy button')
		const copied = async (button: number) => {
			await page.evaluate(() => navigator.clipboard.writeText(''))
			await page.locator('.copy button').nth(button).click()
			await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('')
			return page.evaluate(() => navigator.clipboard.readText())
		}
		const url = `${new URL(page.url()).origin}/c/mstsc-0x904-0x7/`
		expect(await copied(0)).toBe(url)
		for (const [button, written] of [url, `](${url})`, `|${url}]`, url].entries())
			expect(await copied(button + 1)).toContain(written)
	})

	test('is put up as text where copying is blocked', async () => {
		const page = await open('/decode/')
		await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
		await page.fill(BOX, TICKET)
		await page.locator('.copy button').first().click()
		await page.waitForSelector('.copy textarea:focus')
		expect(await page.inputValue('.copy textarea')).toContain('/c/mstsc-0x904-0x7/')
	})

	test('is shown as text, whatever it holds', async () => {
		const page = await open('/decode/')
		const nasty = '<img src=x onerror=alert(1)> Error code: 0x904 </textarea><script>alert(2)</script>\u202e'
		await page.fill(BOX, nasty)
		await page.waitForSelector('mark.code')
		expect(await page.locator('.found img, .found script').count()).toBe(0)
		expect((await page.locator('.in-text pre').textContent())?.trimEnd()).toBe(nasty)
	})
})

describe('the keyboard', () => {
	const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('href'))

	test('reaches the best next step from the box with one Tab, and the triage with the next', async () => {
		const page = await open('/')
		await paste(page, TICKET)
		await page.keyboard.press('Tab')
		expect(await focused(page)).toBe('/c/mstsc-0x904-0x7/')
		await page.keyboard.press('Tab')
		expect(await focused(page)).toMatch(/^\/triage\//)
	})

	test('stays where it is when messages arrive after the codes', async () => {
		const page = await open('/decode/')
		let arrive = () => {}
		const late = new Promise<void>((resolve) => {
			arrive = resolve
		})
		await page.route('**/decoder.json', async (route) => {
			await late
			await route.continue()
		})
		await paste(page, `${TICKET}\nYour password has expired`)
		await page.keyboard.press('Tab')
		await page.keyboard.press('Tab')
		const before = await focused(page)
		arrive()
		await page.waitForSelector('[data-message]')
		expect(await focused(page)).toBe(before)
	})

	test('empties the box, which is offered only where it holds something', async () => {
		const page = await open('/decode/')
		const clear = page.locator('button[name=clear]')
		expect(await clear.isVisible()).toBe(false)
		await paste(page, TICKET)
		await page.keyboard.press('Shift+Tab')
		await page.keyboard.press('Enter')
		await expect.poll(() => page.inputValue(BOX)).toBe('')
		expect(await page.locator('.found > *').count()).toBe(0)
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('text')
		expect(await clear.isVisible()).toBe(false)
	})
})

test('what was found is said once when the keys rest, not at every key', async () => {
	const page = await open('/decode/')
	await paste(page, 'Error code: 0x3')
	const changes = await page.evaluateHandle((status) => {
		const said: string[] = []
		const region = document.querySelector(status)
		if (region)
			new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
				childList: true,
				subtree: true,
			})
		return said
	}, STATUS)
	await page.keyboard.type('\nExtended error code: 0x7', { delay: 30 })
	await expect.poll(() => page.locator(STATUS).textContent()).toContain('2')
	expect(await changes.evaluate((said) => said.length)).toBe(1)
})

test('a code keeps the order of its characters in a text that runs from right to left', async () => {
	const page = await open('/decode/')
	await page.fill(BOX, 'رمز الخطأ: 0x904')
	const link = page.locator('mark.code a')
	await link.waitFor()
	// The characters of one run stand in one box; torn apart they would be two.
	expect(await link.evaluate((element) => element.getClientRects().length)).toBe(1)
	expect(await link.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
})

test('numbers that are written together are one entry', async () => {
	const page = await open('/decode/')
	await page.fill(BOX, 'Error code: 0x904 on build 10.0.26100.4652 at 11/20/26 08:15:03')
	const entries = page.locator('.passed-over li code')
	await expect.poll(() => entries.allTextContents()).toEqual(['10.0.26100.4652', '11/20/26', '08:15:03'])
})

test('on paper the marked text stands for the box, and no button is left', async () => {
	const page = await open('/decode/')
	await page.fill(BOX, TICKET)
	await page.waitForSelector('mark.code')
	await page.emulateMedia({ media: 'print' })
	expect(await page.locator(BOX).isVisible()).toBe(false)
	expect(await page.locator('mark.code').first().isVisible()).toBe(true)
	expect(await page.locator('message-decoder button:visible, message-decoder .file:visible').count()).toBe(0)
})

test('the box has its room before its script runs, so that nothing below it moves', async () => {
	const page = await open('/')
	const moved = await page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let sum = 0
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
				}).observe({ type: 'layout-shift', buffered: true })
				setTimeout(() => resolve(sum), 300)
			}),
	)
	expect(moved).toBeLessThan(0.02)
})

describe('a file', () => {
	const drop = async (page: Awaited<ReturnType<typeof open>>, name: string, bytes: number[]) => {
		const transfer = await page.evaluateHandle(
			({ name, bytes }) => {
				const data = new DataTransfer()
				data.items.add(new File([new Uint8Array(bytes)], name))
				return data
			},
			{ name, bytes },
		)
		for (const event of ['dragenter', 'dragover']) await page.dispatchEvent(BOX, event, { dataTransfer: transfer })
		await page.dispatchEvent(BOX, 'drop', { dataTransfer: transfer })
	}

	test('is read where it is dropped, in the encoding that Windows saves', async () => {
		const page = await open('/decode/')
		const utf16 = [0xff, 0xfe, ...Buffer.from('Fehlercode: 0x204\r\n', 'utf16le')]
		await drop(page, 'export.txt', utf16)
		await page.waitForSelector('[data-space="disconnect"][data-value="516"]')
	})

	test('that holds no text is refused with a sentence, and the text in the box stays', async () => {
		const page = await open('/decode/')
		await page.fill(BOX, TICKET)
		await page.waitForSelector('[data-pair]')
		await drop(page, 'System.evtx', [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0, 0, 0])
		await expect.poll(() => page.locator(STATUS).textContent()).toContain('System.evtx')
		expect(await page.inputValue(BOX)).toBe(TICKET)
	})

	test('can be chosen instead of dropped', async () => {
		const page = await open('/decode/')
		await page.focus(BOX)
		await page.setInputFiles('message-decoder input[type=file]', {
			name: 'log.txt',
			mimeType: 'text/plain',
			buffer: Buffer.from('RDP Disconnected!\n2308\nSocket closed'),
		})
		await page.waitForSelector('[data-space="disconnect"][data-value="2308"]')
	})
})

test('a megabyte is pasted without freezing the page', async () => {
	const page = await open('/decode/')
	await page.fill(BOX, 'Error code: 0x3')
	await page.waitForSelector('[data-space]')
	const longest = await page.evaluate(async (box) => {
		const area = document.querySelector<HTMLTextAreaElement>(box)
		if (!area) return Number.POSITIVE_INFINITY
		const line = 'The user says it worked yesterday. Build 10.0.26100.5547, host 10.20.30.40, ticket 4711.\n'
		area.value = `${line.repeat(11_000)}Error code: 0x904\n${line}`.slice(-1_000_000)
		area.dispatchEvent(new Event('input', { bubbles: true }))
		let last = performance.now()
		let longest = 0
		while (!document.querySelector('[data-value="2308"]')) {
			await new Promise((resolve) => setTimeout(resolve, 5))
			longest = Math.max(longest, performance.now() - last)
			last = performance.now()
		}
		return longest
	}, BOX)
	// Far above what it takes, for the machine may be busy: a page that hangs takes longer still.
	expect(longest).toBeLessThan(5000)
	expect(await page.locator('.in-text .line').count()).toBeLessThan(100)
})

test('a text longer than is read says so', async () => {
	const page = await open('/decode/')
	await page.focus(BOX)
	await page.evaluate((box) => {
		const area = document.querySelector<HTMLTextAreaElement>(box)
		if (!area) return
		area.value = `Error code: 0x904 ${'x '.repeat(600_000)}`
		area.dispatchEvent(new Event('input', { bubbles: true }))
	}, BOX)
	await expect.poll(() => page.locator(STATUS).textContent()).toContain('1200018')
})

test('codes are found although the table of messages does not load, and it is asked for again', async () => {
	const page = await open('/')
	page.removeAllListeners('console')
	await page.route('**/decoder.json', (route) => route.abort())
	await page.goto(at('/decode/'))
	await page.fill(BOX, TICKET)
	await page.waitForSelector('[data-pair]')
	await page.unroute('**/decoder.json')
	await page.fill(BOX, 'Ihr Kennwort ist abgelaufen, Remotedesktop geht nicht')
	await page.waitForSelector('[data-message="password-expired"]')
})
