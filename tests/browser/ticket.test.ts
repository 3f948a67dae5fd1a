/** Copying for a ticket in a real browser: each form from each kind of page, sections, keys, and where copying is blocked. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { useBrowser } from '../setup/browser.ts'

const open = useBrowser()
const at = (path: string) => new URL(path, inject('url')).href
const ALLOWED = { permissions: ['clipboard-read', 'clipboard-write'] }

/** Each kind of page, as a reader may have reached it, and the address that a ticket gets. */
const PAGES: Record<string, { from: string; to?: string }> = {
	home: { from: '/' },
	pair: { from: '/c/mstsc-0x904-0x7/?utm_source=mail', to: '/c/mstsc-0x904-0x7/' },
	code: { from: '/c/mstsc-0x904/#sources', to: '/c/mstsc-0x904/' },
	choice: { from: '/c/0x7/' },
	event: { from: '/c/event-system-1057/' },
	cause: { from: '/kb/0002/?q=x', to: '/kb/0002/' },
	guide: { from: '/kb/0011/' },
	setting: { from: '/settings/rdp-nla/' },
	script: { from: '/scripts/probe/' },
	source: { from: '/sources/ms-tls-registry-settings/' },
	'list of codes': { from: '/codes/?phase=tls&mail=1', to: '/codes/?phase=tls' },
	'list of fixes': { from: '/fixes/?where=host' },
	'list of scripts': { from: '/scripts/?phase=tls', to: '/scripts/' },
	search: { from: '/search/?q=0x904%20(what)&utm=1', to: '/search/?q=0x904%20%28what%29' },
	decoder: { from: '/decode/' },
	builder: { from: '/settings/build/?rdp-nla=1' },
	'drawn tree': { from: '/triage/0x904-0x7/about/' },
	outcome: { from: '/triage/0x904-0x7/outcome/relay-closes/' },
	changes: { from: '/changes/' },
	'page for programs': { from: '/api/' },
}

interface Clip {
	text: string
	html: string
}
const read = (page: Page): Promise<Clip> =>
	page.evaluate(async () => {
		const [item] = await navigator.clipboard.read()
		const of = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '')
		return { text: await of('text/plain'), html: await of('text/html') }
	})

/** What a button puts on the clipboard, once it has said so. */
async function copied(page: Page, format: string, card = '#rail ticket-link'): Promise<Clip> {
	await page.evaluate(() => navigator.clipboard.writeText(''))
	const button = page.locator(`${card} [data-format=${format}]`)
	await button.click()
	const said = page.locator(`${card} [role=status]`)
	await expect.poll(() => said.textContent()).toContain((await button.textContent())?.trim())
	return read(page)
}

const block = (page: Page) =>
	page.evaluate(() => {
		const refuse = () => Promise.reject(new DOMException('blocked', 'NotAllowedError'))
		Object.assign(navigator.clipboard, { write: refuse, writeText: refuse })
	})
const focused = (page: Page) =>
	page.evaluate(() => {
		const { dataset, className, tagName } = document.activeElement as HTMLElement
		return dataset.format ?? (className || tagName)
	})
/** The words of a page's card. */
const cardOf = (page: Page) =>
	page
		.locator('#rail ticket-link')
		.evaluate(({ dataset: { code = '', title = '', summary = '', verified = '', read = '' } }) => ({
			code,
			title,
			summary,
			day: verified || read,
		}))
/** The address that a card shows, and where that leads. */
const shown = (page: Page, card = '#rail ticket-link') =>
	page.locator(`${card} .address`).evaluate((link: HTMLAnchorElement) => ({
		text: new URL(link.textContent.trim(), location.href).href,
		href: link.href,
	}))

describe('from a page of each kind', () => {
	test.each(Object.entries(PAGES))(
		'%s: every form lies on the clipboard as it should',
		async (_, { from, to = from }) => {
			const page = await open(from, ALLOWED)
			const { code, title, summary, day } = await cardOf(page)
			const url = at(to)
			expect(await copied(page, 'link')).toEqual({ text: url, html: '' })
			expect(await shown(page)).toEqual({ text: url, href: url })
			const { text } = await copied(page, 'text')
			expect(text.split('\n').at(-1)).toBe(url)
			for (const part of [code, title, summary, day]) expect(text).toContain(part)
			expect((await copied(page, 'markdown')).text).toContain(`](${url})`)
			expect((await copied(page, 'jira')).text).toContain(`|${url}]`)
			const rich = await copied(page, 'html')
			expect(rich.text).toBe(text)
			const links = await page.evaluate((html) => {
				const { body } = new DOMParser().parseFromString(html, 'text/html')
				return [...body.querySelectorAll('a')].map(({ href, textContent }) => ({ href, textContent }))
			}, rich.html)
			expect(links).toEqual([{ href: url, textContent: expect.stringContaining(title) }])
		},
	)

	test('the answers given in a tree within a page go along', async () => {
		const page = await open('/c/mstsc-0x904-0x7/?utm_source=mail', ALLOWED)
		await page.click('triage-tree [data-answer] >> nth=0')
		await expect.poll(() => new URL(page.url()).searchParams.size).toBe(2)
		const [answer] = [...new URL(page.url()).searchParams].filter(([name]) => name !== 'utm_source')
		const url = at(`/c/mstsc-0x904-0x7/?${answer?.join('=')}`)
		expect((await copied(page, 'link')).text).toBe(url)
		expect((await shown(page)).href).toBe(url)
		// In the order of the path, as the page of the tree writes it.
		const names = () => [...new URL(page.url()).searchParams.keys()].filter((name) => name !== 'utm_source')
		await page.goto(at('/c/mstsc-0x904-0x7/?relay=not-windows'))
		await page.waitForSelector('triage-tree[data-ready]')
		await page.click('triage-tree [data-question=daemon] [data-answer] >> nth=0')
		await expect.poll(names).toEqual(['relay', 'daemon'])
	})

	test.each([
		['/search/?q=machinekeys', 'input[name=q]', 'machinekeys'],
		['/codes/?phase=tls', 'option[value=tls]', ''],
		['/settings/build/?rdp-nla=1', 'label[for=b-rdp-nla]', ''],
		['/c/mstsc-0x904-0x7/?relay=not-windows&daemon=port-taken', 'triage-tree [data-outcome] > h2', ''],
	])('%s: the name says what the address chooses', async (path, chosen, words) => {
		const page = await open(path, ALLOWED)
		await page.waitForSelector(chosen, { state: 'attached' })
		const said = words || (await page.locator(chosen).first().textContent()) || chosen
		const [name = ''] = (await copied(page, 'text')).text.split('\n')
		expect(name).toContain(`${(await cardOf(page)).title}${path.startsWith('/c/') ? ' ›' : ':'} ${said}`)
	})

	test('a filter that is chosen now stands in the address that the card shows', async () => {
		const page = await open('/codes/', ALLOWED)
		await page.selectOption('#f-phase', 'tls')
		await expect.poll(() => shown(page)).toEqual({ text: at('/codes/?phase=tls'), href: at('/codes/?phase=tls') })
	})

	test('an outcome says the codes that its tree begins from', async () => {
		const page = await open('/triage/0x904-0x7/outcome/relay-closes/', ALLOWED)
		expect((await copied(page, 'text')).text).toMatch(/^0x904 \/ 0x7: /)
	})

	test('a tree has one way to copy, and the link at the top leads to it', async () => {
		const page = await open('/triage/0x904-0x7/?relay=not-windows', { viewport: { width: 390, height: 800 } })
		await page.waitForSelector('triage-tree[data-ready]')
		expect(await page.locator('#rail button:visible').count()).toBe(0)
		expect((await shown(page)).href).toBe(page.url())
		await page.click('.jump a')
		await expect
			.poll(() => page.locator('.for-ticket').evaluate((box) => box.getBoundingClientRect().top))
			.toBeLessThan(400)
	})

	test('the missing page offers no link to itself', async () => {
		const page = await open('/missing/?missing')
		expect(await page.locator('ticket-link').count()).toBe(0)
	})
})

describe('a section', () => {
	const card = 'main ticket-link'

	test('is copied in every form, with the words of its heading and its fragment', async () => {
		const page = await open('/kb/0002/?utm_source=mail', ALLOWED)
		const { title, summary, day } = await cardOf(page)
		const words = (await page.locator('#check').textContent())?.trim() ?? ''
		await page.click('#check + .anchor')
		await page.waitForSelector(card)
		expect(new URL(page.url()).hash).toBe('#check')
		const url = at('/kb/0002/#check')
		expect((await copied(page, 'link', card)).text).toBe(url)
		const { text } = await copied(page, 'text', card)
		for (const part of ['KB0002', title, words, summary, day, url]) expect(text).toContain(part)
		expect((await copied(page, 'markdown', card)).text).toContain(`](${url})`)
		expect((await copied(page, 'jira', card)).text).toContain(`|${url}]`)
		expect((await copied(page, 'html', card)).html).toContain(`href="${url}"`)
		expect(await shown(page, card)).toEqual({ text: url, href: url })
		// The page's own card is not changed by it.
		expect((await copied(page, 'link')).text).toBe(at('/kb/0002/'))
	})

	test('is offered by the keyboard alone: Enter opens, Escape closes, the focus goes back, one card serves all', async () => {
		const page = await open('/kb/0002/', ALLOWED)
		const anchors = page.locator('main .anchor')
		await anchors.nth(0).focus()
		await page.keyboard.press('Enter')
		await expect.poll(() => focused(page)).toBe('link')
		await page.keyboard.press('Enter')
		const url = at(`/kb/0002/${await anchors.nth(0).getAttribute('href')}`)
		await expect.poll(async () => (await read(page)).text).toBe(url)
		await page.keyboard.press('Escape')
		expect(await page.locator(card).count()).toBe(0)
		expect(await anchors.nth(0).evaluate((anchor) => anchor === document.activeElement)).toBe(true)
		await page.keyboard.press('Enter')
		await page.waitForSelector(card)
		await anchors.nth(1).focus()
		await page.keyboard.press('Enter')
		await expect
			.poll(() => page.locator(card).getAttribute('data-id'))
			.toBe((await anchors.nth(1).getAttribute('href'))?.slice(1))
		expect(await page.locator('main [aria-expanded=true]').count()).toBe(1)
		await anchors.nth(1).press('Enter')
		await expect.poll(() => page.locator(card).count()).toBe(0)
	})

	test.each([
		['/kb/0002/', '#sources'],
		['/codes/', '#disconnect'],
		['/sources/ms-tls-registry-settings/', '#rests'],
	])('%s: of a list (%s) is copied without its count, and without the sentence of the page', async (path, section) => {
		const page = await open(path, ALLOWED)
		const { summary } = await cardOf(page)
		const count = await page.locator(`${section} small`).textContent()
		await page.click(`${section} + .anchor`)
		const { text } = await copied(page, 'text', card)
		expect(text).toContain(' › ')
		expect(text).not.toContain(count)
		expect(text).not.toContain(summary)
	})

	test('closes on Escape from anywhere and on the way to another section; its anchor leaves other clicks to the browser', async () => {
		const page = await open('/kb/0002/#fix')
		const context = page.context()
		const check = '#check + .anchor'
		await page.click(check)
		await page.waitForSelector(card)
		await page.locator('main').evaluate((main) => main.focus())
		await page.keyboard.press('Escape')
		expect(await page.locator(card).count(), 'Escape').toBe(0)
		await page.click(check)
		await page.waitForSelector(card)
		await page.goBack()
		await expect.poll(() => page.locator(card).count(), { message: 'Back' }).toBe(0)
		const window = context.waitForEvent('page')
		await page.click(check, { modifiers: ['Shift'] })
		await window
		expect(await page.locator(card).count(), 'Shift').toBe(0)
	})

	test('its anchor follows the last word of the heading, on a phone and on a desk', async () => {
		const page = await open('/kb/0002/')
		for (const width of [320, 390, 1400]) {
			await page.setViewportSize({ width, height: 800 })
			const far = await page.locator('main .anchor').evaluateAll((anchors) =>
				anchors.flatMap((anchor) => {
					const words = document.createRange()
					words.selectNodeContents(anchor.previousElementSibling as Element)
					const end = [...words.getClientRects()].filter(({ width, height }) => width > 0 && height > 5).at(-1)
					const at = anchor.getBoundingClientRect()
					const near = end && Math.abs(at.left - end.right) < 8 && at.top < end.bottom && at.bottom > end.top
					return near ? [] : [anchor.getAttribute('href')]
				}),
			)
			expect(far, `${width} pixels`).toEqual([])
		}
	})

	test('its anchor names it, and the heading keeps its name', async () => {
		const page = await open('/kb/0002/')
		const name = (await page.locator('#check').textContent())?.trim() ?? ''
		expect(await page.getByRole('heading', { level: 2, name, exact: true }).count()).toBe(1)
		expect(await page.getByRole('link', { name }).and(page.locator('.anchor')).count()).toBe(1)
		const { width, height } = (await page.locator('.anchor').first().boundingBox()) ?? { width: 0, height: 0 }
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
	})

	test('of a tree opens its question and is copied with the answers', async () => {
		const page = await open('/triage/0x904-0x7/', ALLOWED)
		await page.waitForSelector('triage-tree[data-ready]')
		await page.click('[data-answer] >> nth=0')
		await expect.poll(() => new URL(page.url()).search).not.toBe('')
		const question = await page.locator('[data-question]').getAttribute('data-question')
		await page.click(`[id="${question}"] + .anchor`)
		await expect.poll(() => focused(page)).toBe('link')
		expect((await copied(page, 'link', card)).text).toBe(`${page.url().replace(/#.*/, '')}#${question}`)
		// A digit chooses an answer of the question, but not from within the card.
		await page.keyboard.press('1')
		expect(await page.locator('[data-question]').getAttribute('data-question')).toBe(question)
	})

	test('open, has no violation of WCAG 2.2 AA and fits a phone, in either colours', async () => {
		const page = await open('/c/mstsc-0x904-0x7/', { ...ALLOWED, viewport: { width: 390, height: 800 } })
		await page.click('#causes + .anchor')
		await page.waitForSelector(card)
		await copied(page, 'jira', card)
		await block(page)
		await page.click(`${card} [data-format=text]`)
		await page.waitForSelector(`${card} textarea`)
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme })
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
				.analyze()
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([])
		}
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
		await page.emulateMedia({ media: 'print' })
		for (const hidden of [card, '.anchor']) expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
	})

	test('in a tree within another page there is none: what is shown comes from elsewhere', async () => {
		const page = await open('/c/mstsc-0x904-0x7/')
		await page.click('triage-tree [data-answer] >> nth=0')
		await page.waitForSelector('triage-tree[data-ready]')
		expect(await page.locator('triage-tree .anchor:visible').count()).toBe(0)
	})
})

describe('a link to a section opens there', () => {
	const topOf = (page: Page) =>
		page.evaluate(() => document.getElementById(location.hash.slice(1))?.getBoundingClientRect().top)

	test.each([
		['/codes/?text=lock#hresult', '.filters [role=status]:not(:empty)'],
		['/triage/0x904-0x7/?which-error=this-pair#possible', 'triage-tree[data-ready]'],
		['/c/mstsc-0x904-0x7/?relay=not-windows&daemon=port-taken#sources', 'triage-tree [data-outcome] [data-verify]'],
	])('%s, also when what changes the page comes late', async (path, done) => {
		const page = await open('/decode/', { viewport: { width: 390, height: 800 } })
		await page.route(/\/(?:filter-list|triage)\.[^/]*\.js$|\/triage\/[^?]*\/$/, async (route) => {
			if (!route.request().isNavigationRequest()) await new Promise((rest) => setTimeout(rest, 300))
			await route.continue()
		})
		await page.goto(at(path))
		await page.waitForSelector(done)
		await expect.poll(() => topOf(page)).toBeCloseTo(80, -1)
	})

	test('unless the reader has scrolled since', async () => {
		const page = await open('/decode/', { viewport: { width: 390, height: 800 } })
		let send = () => {}
		await page.route(/\/filter-list\.[^/]*\.js$/, async (route) => {
			await new Promise<void>((go) => {
				send = go
			})
			await route.continue()
		})
		await page.goto(at('/codes/?text=lock#hresult'))
		await page.mouse.wheel(0, -400)
		await expect.poll(() => topOf(page)).toBeGreaterThan(300)
		send()
		await page.waitForSelector('.filters [role=status]:not(:empty)')
		expect(await topOf(page)).not.toBeCloseTo(80, -1)
	})
})

describe('on a phone', () => {
	test('what leads to the card and to its guide is tall enough for a finger', async () => {
		const page = await open('/kb/0002/', { viewport: { width: 390, height: 800 } })
		for (const link of ['.jump a', '#rail a.quiet'])
			expect((await page.locator(link).boundingBox())?.height, link).toBeGreaterThanOrEqual(24)
	})

	test('the number of a log entry stands in one line', async () => {
		const page = await open('/events/', { viewport: { width: 390, height: 800 } })
		const heights = await page
			.locator('td.number a')
			.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
		expect(Math.max(...heights)).toBeLessThan(40)
	})

	test.each(['/kb/0002/', '/codes/', '/', '/search/?q=nla', '/settings/build/'])(
		'%s: a link at the top leads to the card',
		async (path) => {
			const page = await open(path, { ...ALLOWED, viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' })
			await page.click('.jump a')
			await expect
				.poll(() =>
					page.locator('#rail .address').evaluate((card) => {
						const { top, bottom } = card.getBoundingClientRect()
						return top >= 0 && bottom <= innerHeight
					}),
				)
				.toBe(true)
		},
	)
})

describe('where copying is blocked', () => {
	test.each(['link', 'text', 'markdown', 'jira', 'html'])(
		'%s: the text is put up, focused and selected',
		async (format) => {
			const page = await open('/kb/0002/')
			await block(page)
			const button = page.locator(`#rail [data-format=${format}]`)
			await button.click()
			const field = page.locator('#rail textarea')
			await expect.poll(() => field.evaluate((field) => field === document.activeElement)).toBe(true)
			const { value, start, end, readOnly } = await field.evaluate((field: HTMLTextAreaElement) => ({
				value: field.value,
				start: field.selectionStart,
				end: field.selectionEnd,
				readOnly: field.readOnly,
			}))
			expect(value).toContain(at('/kb/0002/'))
			expect([start, end, readOnly]).toEqual([0, value.length, true])
			expect(await page.locator('#rail [role=status]').textContent()).not.toBe('')
			await page.keyboard.press('Escape')
			expect(await field.count()).toBe(0)
			expect(await focused(page)).toBe(format)
			await button.click()
			await field.waitFor()
			await button.click()
			await expect.poll(() => field.count()).toBe(0)
		},
	)

	test('for rich text alone, the plain text is copied, and the status says so', async () => {
		const page = await open('/kb/0002/', ALLOWED)
		await page.evaluate(() => {
			navigator.clipboard.write = () => Promise.reject(new DOMException('blocked', 'NotAllowedError'))
		})
		await page.click('#rail [data-format=html]')
		const plain = (await page.locator('#rail [data-format=text]').textContent())?.trim() ?? ''
		await expect.poll(() => page.locator('#rail [role=status]').textContent()).toContain(plain)
		expect((await read(page)).text).toContain(at('/kb/0002/'))
	})

	test('for there is no clipboard at all, as over plain HTTP, the text is put up too', async () => {
		const page = await open('/kb/0002/')
		await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
		await page.click('#rail [data-format=html]')
		await page.waitForSelector('#rail textarea')
		expect(await page.inputValue('#rail textarea')).toContain(at('/kb/0002/'))
	})

	test('in the card of a section, Escape puts the text away first and the card second', async () => {
		const page = await open('/kb/0002/')
		await block(page)
		await page.click('#check + .anchor')
		await page.click('main ticket-link [data-format=text]')
		await page.waitForSelector('main ticket-link textarea:focus')
		await page.keyboard.press('Escape')
		expect(await page.locator('main ticket-link textarea').count()).toBe(0)
		await page.keyboard.press('Escape')
		expect(await page.locator('main ticket-link').count()).toBe(0)
		expect(await focused(page)).toBe('anchor')
	})
})

describe('without JavaScript', () => {
	test('anchors are links, and no button is dead', async () => {
		const page = await open('/kb/0002/', { javaScriptEnabled: false })
		expect(await page.locator('ticket-link button:visible').count()).toBe(0)
		expect(await page.locator('#rail .address').isVisible()).toBe(true)
		await page.click('#check + .anchor')
		expect(page.url()).toBe(at('/kb/0002/#check'))
	})
})
