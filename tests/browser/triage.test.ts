/** The triage in a real browser: one question at a time, with keys, links, tickets, and with parts that do not load. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import type { Outcome } from '../../src/kb/triage/tree.ts'
import { type Way, waysThrough } from '../../src/kb/triage/walk.ts'
import type { Triage } from '../../src/schemas/triage.ts'
import { useBrowser } from '../setup/browser.ts'
import { longestWay, readTree, searchOf as search } from '../setup/trees.ts'

const open = useBrowser()
const found = <T>(item: T | undefined): T => {
	if (item === undefined) throw new Error('The trees have nothing that this test needs.')
	return item
}

const TREE = '/triage/0x904-0x7/'
const EMBEDDED = '/c/mstsc-0x904-0x7/'
const tree = readTree('0x904-0x7')
const ways = [...waysThrough(tree)]
const longest = longestWay(tree)
const first = found(tree.questions.find(({ id }) => id === tree.start))

/** A way through a question that two answers to the first question lead to: the rest stays when the first one changes. */
const [oneAnswer, otherAnswer] = found(
	first.answers.flatMap((one) => {
		const other = first.answers.find(({ id, question }) => id !== one.id && question && question === one.question)
		return other ? [[one.id, other.id] as const] : []
	})[0],
)
const shared = found(ways.find(({ answers: [start, ...rest] }) => start?.[1] === oneAnswer && rest.length > 2))
/** An answer to the second question of that way that leaves the rest of the way. */
const leaving = found(
	tree.questions
		.find(({ id }) => id === shared.answers[1]?.[0])
		?.answers.find(
			(answer) =>
				![...waysThrough({ ...tree, start: answer.question ?? '' })].some(({ answers }) =>
					answers.some(([question]) => question === shared.answers[2]?.[0]),
				),
		),
).id

const ready = (page: Page) => page.waitForSelector('triage-tree[data-ready]')
const ticketIn = { permissions: ['clipboard-read', 'clipboard-write'] }
const asked = (page: Page) =>
	page.locator('[data-question]').evaluateAll((all) => all.map(({ dataset }) => dataset.question))
const outcome = (page: Page) =>
	page.locator('[data-outcome]').evaluateAll((all) => all.map(({ dataset }) => dataset.outcome))
const query = (page: Page) => new URL(page.url()).search
const steps = (page: Page) => page.locator('.path ol li').allTextContents()
const note = (page: Page) => page.locator('.note textarea')
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function openTree(path = TREE, options = {}): Promise<Page> {
	const page = await open(path, options)
	await ready(page)
	return page
}

async function follow(page: Page, answers: Way['answers']): Promise<void> {
	for (const [question, answer] of answers) {
		await expect.poll(() => asked(page)).toEqual([question])
		await page.click(`[data-answer="${answer}"]`)
	}
}

/** What the box copies, once it has said so. */
async function copied(page: Page, format: string): Promise<string> {
	await page.evaluate(() => navigator.clipboard.writeText(''))
	await page.click(`[data-as="${format}"]`)
	await expect.poll(() => clipboard(page)).not.toBe('')
	return clipboard(page)
}

async function paste(page: Page, text: string): Promise<void> {
	await page.locator('.for-ticket details').evaluate((box) => box.toggleAttribute('open', true))
	await page.fill('.for-ticket textarea', text)
	await page.click('[data-open]')
}

describe('the keyboard', () => {
	const focused = (page: Page) =>
		page.evaluate(() => {
			const { tagName, parentElement, dataset } = document.activeElement as HTMLElement
			return tagName === 'H2' ? parentElement?.dataset.question : dataset.answer
		})

	test('reaches the answers with Tab, chooses with Enter, and the next question has the focus', async () => {
		const page = await openTree()
		const reached: (string | undefined)[] = []
		for (let stop = 0; stop < 60 && !reached.includes(oneAnswer); stop++) {
			await page.keyboard.press('Tab')
			reached.push(await focused(page))
		}
		expect(reached).toContain(oneAnswer)
		await page.keyboard.press('Enter')
		await expect.poll(() => focused(page)).toBe(shared.answers[1]?.[0])
	})

	test('follows the longest path with digits and arrows alone, and ends on the title of the outcome', async () => {
		const page = await openTree()
		await page.focus('[data-question] h2')
		for (const [i, [question, answer]] of longest.answers.entries()) {
			await expect.poll(() => focused(page)).toBe(question)
			const at = tree.questions.find(({ id }) => id === question)?.answers.findIndex(({ id }) => id === answer) ?? -1
			if (i % 2 === 0 && at < 9) await page.keyboard.press(String(at + 1))
			else {
				for (let down = 0; down <= at; down++) await page.keyboard.press('ArrowDown')
				expect(await focused(page)).toBe(answer)
				await page.keyboard.press('Enter')
			}
		}
		await page.waitForSelector(`[data-outcome="${longest.outcome}"] h2:focus`)
		await page.waitForSelector('[data-outcome] [data-verify]')
	})

	test('digits in the note are text, and one beyond the answers does nothing', async () => {
		const page = await openTree()
		await note(page).focus()
		await page.keyboard.type('1 2 3')
		expect(await note(page).inputValue()).toBe('1 2 3')
		expect(await asked(page)).toEqual([first.id])
		await page.focus('[data-question] h2')
		await page.keyboard.press('0')
		if (first.answers.length < 9) await page.keyboard.press('9')
		await page.keyboard.press('Control+1')
		expect(await asked(page)).toEqual([first.id])
	})

	test('a key that is held down answers one question, not several', async () => {
		const page = await openTree()
		await page.focus('[data-question] h2')
		for (let repeat = 0; repeat < 4; repeat++) await page.keyboard.down('1')
		await page.keyboard.up('1')
		await expect.poll(() => steps(page)).toHaveLength(2)
		await page.waitForTimeout(200)
		expect(await steps(page)).toHaveLength(2)
	})
})

describe('without JavaScript', () => {
	const options = { javaScriptEnabled: false }

	test('every question is a section, and links alone lead from section to section to the page of the outcome', async () => {
		const page = await open(TREE, options)
		expect(await page.locator('[data-question]').count()).toBe(tree.questions.length)
		expect(await page.locator('triage-tree :is(button, textarea, progress):visible').count()).toBe(0)
		for (const [question, answer] of longest.answers) {
			const section = page.locator(`[data-question="${question}"]`)
			expect(await section.locator('h2').isVisible()).toBe(true)
			const link = section.locator(`[data-answer="${answer}"]`)
			const href = found((await link.getAttribute('href')) ?? undefined)
			await link.click()
			await page.waitForURL(`**${href}`)
		}
		expect(await outcome(page)).toEqual([longest.outcome])
		expect(await page.locator('[data-verify]').isVisible()).toBe(true)
	})

	test('the embedded question leads into the tree', async () => {
		const page = await open(EMBEDDED, options)
		const [question = ''] = await asked(page)
		const next = found(
			tree.questions.find(({ id }) => id === question)?.answers.find((answer) => answer.question !== undefined),
		)
		await page.click(`triage-tree [data-answer="${next.id}"]`)
		await page.waitForURL(`**${TREE}#${next.question}`)
		expect(await page.locator(`[data-question="${next.question}"] h2`).isVisible()).toBe(true)
	})
})

describe('the address', () => {
	test('holds the answers; Back and Forward walk them', async () => {
		const page = await openTree()
		await follow(page, longest.answers)
		expect(query(page)).toBe(search(longest.answers))
		for (const [question] of longest.answers.toReversed()) {
			await page.goBack()
			await expect.poll(() => asked(page)).toEqual([question])
		}
		for (const _ of longest.answers) await page.goForward()
		await expect.poll(() => outcome(page)).toEqual([longest.outcome])
	})

	test('opened elsewhere, in any order, shows the same place', async () => {
		const half = longest.answers.slice(0, -1)
		const page = await openTree(TREE + search(half.toReversed()))
		expect(await asked(page)).toEqual([longest.answers.at(-1)?.[0]])
		expect(await steps(page)).toHaveLength(longest.answers.length)
		const link = await page.locator(`[data-answer="${longest.answers.at(-1)?.[1]}"]`).getAttribute('href')
		const other = await openTree(found(link ?? undefined))
		expect(await outcome(other)).toEqual([longest.outcome])
	})

	test('from an earlier version: unknown question, unknown answer, unknown beginning are kept and shown', async () => {
		const [[question = ''] = []] = longest.answers
		const page = await openTree(`${TREE}?no-such-question=1&${question}=no-such-answer&from=no-such-beginning`)
		expect(await asked(page)).toEqual([question])
		expect(await page.locator('.kept li').count()).toBe(3)
		await page.click(`[data-answer="${oneAnswer}"]`)
		const kept = new URL(page.url()).searchParams
		expect([kept.get('no-such-question'), kept.get('from'), kept.get(question)]).toEqual([
			'1',
			'no-such-beginning',
			oneAnswer,
		])
	})

	test.each([
		['a name of another language', '?%E2%80%8B=%F0%9F%99%82'],
		['broken escapes', '?a=%E0%A4%A'],
		['markup', `?${encodeURIComponent('<img src=x onerror=alert(1)>')}=${encodeURIComponent('"><script>')}`],
		['a name that every object has', '?constructor=1&__proto__=2'],
	])('with rubbish (%s) opens the first question', async (_what, rubbish) => {
		const page = await openTree(TREE + rubbish)
		expect(await asked(page)).toEqual([first.id])
		expect(await page.locator('triage-tree :is(img, script:not([type]))').count()).toBe(0)
	})

	test('#question opens that question, whether the path has come to it or not', async () => {
		const [, [second = ''] = [], [third = ''] = []] = longest.answers
		const page = await openTree(`${TREE}#${third}`)
		expect(await asked(page)).toEqual([third])
		expect(new URL(page.url()).searchParams.get('from')).toBe(third)
		const further = await openTree(`${TREE}${search(longest.answers.slice(0, 2))}#${second}`)
		expect(await asked(further)).toEqual([second])
		expect(await steps(further)).toHaveLength(3)
	})

	test('#sources goes to the sources, and the question does not take the focus', async () => {
		const page = await openTree(TREE + search(longest.answers.slice(0, 1)), { reducedMotion: 'reduce' })
		await page.evaluate(() => {
			location.hash = '#sources'
		})
		const top = () => page.locator('#sources').evaluate((heading) => heading.getBoundingClientRect().top)
		await expect.poll(top).toBeLessThan(900)
		await page.waitForTimeout(200)
		expect(await top()).toBeLessThan(900)
		expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('H2')
		expect(await asked(page)).toEqual([longest.answers[1]?.[0]])
	})
})

describe('an earlier answer', () => {
	test('is changed without giving the others again', async () => {
		const page = await openTree(TREE + search(shared.answers))
		expect(await outcome(page)).toEqual([shared.outcome])
		await page.click('.path ol li:nth-child(1) button')
		await expect.poll(() => asked(page)).toEqual([first.id])
		expect(
			await page.locator('[data-answer][aria-current]').evaluateAll((all) => all.map((a) => a.dataset.answer)),
		).toEqual([oneAnswer])
		await page.click(`[data-answer="${otherAnswer}"]`)
		await expect.poll(() => outcome(page)).toEqual([shared.outcome])
		expect(query(page)).toBe(search([[first.id, otherAnswer], ...shared.answers.slice(1)]))
	})

	test('changed so that others no longer apply keeps and shows them, and they count again when it is changed back', async () => {
		const page = await openTree(TREE + search(shared.answers))
		await page.click('.path ol li:nth-child(2) button')
		await page.click(`[data-answer="${leaving}"]`)
		await expect.poll(() => page.locator('.kept li').count()).toBe(shared.answers.length - 2)
		for (const [question, answer] of shared.answers.slice(2))
			expect(new URL(page.url()).searchParams.get(question)).toBe(answer)
		await page.click('.path ol li:nth-child(2) button')
		await page.click(`[data-answer="${shared.answers[1]?.[1]}"]`)
		await expect.poll(() => outcome(page)).toEqual([shared.outcome])
		expect(await page.locator('.kept').isVisible()).toBe(false)
	})

	test('all of them are forgotten on request, and Back brings them again', async () => {
		const page = await openTree(TREE + search(shared.answers))
		await page.click('[data-forget]')
		await expect.poll(() => asked(page)).toEqual([first.id])
		expect(query(page)).toBe('')
		await page.goBack()
		await expect.poll(() => outcome(page)).toEqual([shared.outcome])
	})
})

describe('the ticket', () => {
	const NOTE = 'host 10.0.0.5 | "answers"\n1. [relay=no] <b>*bold*</b> ```\n\nlast line & more'
	const answers = longest.answers

	async function noted(): Promise<Page> {
		const page = await openTree(TREE, ticketIn)
		await follow(page, answers.slice(0, 1))
		await note(page).fill(NOTE)
		await follow(page, answers.slice(1))
		await page.waitForSelector('[data-outcome] [data-verify]')
		return page
	}

	test('a reload keeps answers, times and notes', async () => {
		const page = await noted()
		const before = await copied(page, 'text')
		expect(before.match(/UTC/g)).toHaveLength(answers.length)
		await page.reload()
		await page.waitForSelector('[data-outcome] [data-verify]')
		expect(await copied(page, 'text')).toBe(before)
		await page.click('.path ol li:nth-child(2) button')
		expect(await note(page).inputValue()).toBe(NOTE)
	})

	test('a note that was just typed survives going away and coming back', async () => {
		const page = await openTree(TREE + search(answers.slice(0, 1)))
		await note(page).focus()
		await page.keyboard.type('half a sent')
		await page.goto(new URL('/codes/', page.url()).href)
		await page.goBack()
		await ready(page)
		expect(await note(page).inputValue()).toBe('half a sent')
	})

	test('an outcome that a link opens has no note', async () => {
		const page = await openTree(TREE + search(longest.answers))
		expect(await outcome(page)).toEqual([longest.outcome])
		expect(await note(page).count()).toBe(0)
	})

	test('of an outcome that goes on in another tree names that tree, with the address of its question', async () => {
		const begun = readTree('which-error')
		const outcomes = begun.outcomes as readonly (Outcome & Pick<Triage['outcomes'][number], 'goOn'>)[]
		const goesOn = new Map(outcomes.flatMap(({ id, goOn }) => (goOn ? [[id, goOn]] : [])))
		const { answers, outcome: id } = found([...waysThrough(begun)].find(({ outcome }) => goesOn.has(outcome ?? '')))
		const page = await openTree(`/triage/which-error/${search(answers)}`, ticketIn)
		await page.waitForSelector('[data-outcome] [data-verify]')
		const { tree: next, question } = found(goesOn.get(id ?? ''))
		for (const format of ['text', 'jira'])
			expect(await copied(page, format)).toContain(`/triage/${next}/?from=${question}`)
	})

	test.each(['text', 'markdown', 'jira', 'html', 'rich'])(
		'copied as %s and opened on a fresh page has the same answers, times and notes',
		async (format) => {
			const page = await noted()
			const before = await copied(page, 'text')
			const texts = [await copied(page, format)]
			if (format === 'rich')
				texts.push(
					await page.evaluate(async () => {
						const [item] = await navigator.clipboard.read()
						return (await item?.getType('text/html'))?.text() ?? ''
					}),
				)
			for (const text of texts) {
				const fresh = await openTree(TREE, ticketIn)
				await paste(fresh, text)
				await fresh.waitForSelector('[data-outcome] [data-verify]')
				expect(query(fresh)).toBe(search(answers))
				expect(await copied(fresh, 'text')).toBe(before)
				expect(await fresh.inputValue('.for-ticket textarea')).toBe('')
			}
		},
	)

	test('holds outcome, verification, causes with their pages, version and link', async () => {
		const page = await noted()
		const text = await copied(page, 'text')
		expect(text).toContain(found((await page.locator('[data-verify]').textContent()) ?? undefined).trim())
		expect(text).toContain(`outcome/${longest.outcome}/`)
		expect(text).toContain(page.url())
		const causes = await page.locator('[data-cause]:not(.out) > a:last-of-type').evaluateAll((all) => all.map(String))
		for (const cause of causes) expect(text).toContain(cause)
		expect(await copied(page, 'link')).toBe(page.url())
	})

	test('of an escalation holds what to collect', async () => {
		const outcomes = tree.outcomes as readonly (Outcome & Pick<Triage['outcomes'][number], 'fixes' | 'collect'>)[]
		const { id, collect } = found(outcomes.find(({ fixes, collect }) => fixes.length === 0 && collect.length > 0))
		const { answers } = found(ways.find((way) => way.outcome === id))
		const page = await openTree(TREE + search(answers), ticketIn)
		await page.waitForSelector('[data-outcome] [data-verify]')
		const text = await copied(page, 'text')
		for (const item of collect) expect(text).toContain(item.replaceAll('`', ''))
	})

	test('where copying is blocked, the text is put up and selected', async () => {
		const page = await openTree(TREE + search(answers))
		await page.evaluate(() => {
			navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'))
			navigator.clipboard.write = () => Promise.reject(new Error('blocked'))
		})
		for (const format of ['text', 'rich', 'link']) {
			await page.click(`[data-as="${format}"]`)
			const field = page.locator('.for-ticket textarea:focus')
			await field.waitFor()
			expect(await field.inputValue()).toContain(page.url())
			expect(await page.evaluate(() => String(getSelection()))).toContain(page.url())
			await page.keyboard.press('Escape')
			expect(await page.locator('.for-ticket textarea[readonly]').count()).toBe(0)
		}
	})

	test('a text of another tree opens on that tree’s page, with its notes', async () => {
		const page = await noted()
		const before = await copied(page, 'text')
		const other = await openTree('/triage/which-error/', ticketIn)
		await paste(other, before)
		await other.waitForURL(`**${TREE}${search(answers)}`)
		await other.waitForSelector('[data-outcome] [data-verify]')
		expect(await copied(other, 'text')).toBe(before)
		expect(new URL(other.url()).hash).toBe('')
	})

	test('a text that holds nothing is said to hold nothing, and stays', async () => {
		const page = await openTree()
		await paste(page, 'The printer is on fire.')
		await expect.poll(() => page.locator('.for-ticket [role=status]').textContent()).not.toBe('')
		expect(await page.inputValue('.for-ticket textarea')).toBe('The printer is on fire.')
		expect(await asked(page)).toEqual([first.id])
	})
})

describe('on a phone', () => {
	const phone = { viewport: { width: 390, height: 844 } }
	const isInView = (page: Page, selector: string) =>
		page.locator(selector).evaluate((part) => {
			const { top, bottom } = part.getBoundingClientRect()
			return top >= 0 && bottom <= innerHeight
		})

	test('question and first answer stand in view together, at the start and after each answer', async () => {
		const page = await openTree(TREE, { ...phone, reducedMotion: 'reduce' })
		for (const [question, answer] of longest.answers) {
			await expect.poll(() => asked(page)).toEqual([question])
			await expect.poll(() => isInView(page, '[data-question] h2')).toBe(true)
			expect(await isInView(page, '.answers li:first-child a')).toBe(true)
			await page.click(`[data-answer="${answer}"]`)
		}
	})

	test('how to check unfolds, and stays so when the question comes again', async () => {
		const page = await openTree(TREE, phone)
		expect(await page.locator('.how p >> nth=0').isVisible()).toBe(false)
		await page.click('.how > summary')
		expect(await page.locator('.how p >> nth=0').isVisible()).toBe(true)
		await follow(page, longest.answers.slice(0, 1))
		await expect.poll(() => asked(page)).toEqual([longest.answers[1]?.[0]])
		expect(await page.locator('.how p >> nth=0').isVisible()).toBe(false)
		await page.goBack()
		await expect.poll(() => asked(page)).toEqual([first.id])
		expect(await page.locator('.how p >> nth=0').isVisible()).toBe(true)
	})

	test('how to check is unfolded without JavaScript', async () => {
		const page = await open(TREE, { ...phone, javaScriptEnabled: false })
		expect(await page.locator('.how').evaluateAll((all) => all.every((how) => how.hasAttribute('open')))).toBe(true)
		expect(await page.locator('.how p >> nth=0').isVisible()).toBe(true)
	})
})

describe('between question and question', () => {
	test('nothing is fetched', async () => {
		const page = await openTree()
		const requests: string[] = []
		// Headless Chromium asks for the icon again with each address.
		page.on('request', (request) => {
			if (!request.url().endsWith('favicon.svg')) requests.push(request.url())
		})
		await follow(page, longest.answers.slice(0, -1))
		await expect.poll(() => asked(page)).toEqual([longest.answers.at(-1)?.[0]])
		expect(requests).toEqual([])
	})

	test.each([390, 1400])('at %i pixels the question stands where it stood before the element woke', async (width) => {
		const page = await open('/', { viewport: { width, height: 900 } })
		let wake = () => {}
		const late = new Promise<void>((resolve) => {
			wake = resolve
		})
		await page.route('**/_astro/triage.*.js', async (route) => {
			await late
			await route.continue()
		})
		await page.goto(new URL(TREE, page.url()).href, { waitUntil: 'domcontentloaded' })
		const place = () =>
			page.locator('triage-tree').evaluate((element) => {
				const [box, heading, causes] = [
					element,
					element.querySelector('.now h2'),
					element.querySelector('.possible'),
				].map((part) => part?.getBoundingClientRect())
				return box && heading && causes && [heading.x, heading.width, heading.y - box.y, causes.x].map(Math.round)
			})
		const before = await place()
		expect(await page.locator('triage-tree[data-ready]').count()).toBe(0)
		wake()
		await ready(page)
		expect(await place()).toEqual(before)
	})
})

describe('the embedded tree', () => {
	const entry = (page: Page) => page.locator('triage-tree').getAttribute('data-from')
	const next = (question: string | null) =>
		found(tree.questions.find(({ id }) => id === question)?.answers.find((answer) => answer.question !== undefined))

	test('loads nothing of its own before the first touch, and wakes at it', async () => {
		const page = await open(EMBEDDED)
		const scripts = () =>
			page.evaluate(() =>
				performance
					.getEntriesByType('resource')
					.map(({ name }) => name)
					.filter((name) => /\/triage[./]/.test(name)),
			)
		expect(await scripts()).toEqual([])
		await page.hover('triage-tree [data-answer] >> nth=0')
		await ready(page)
		expect((await scripts()).length).toBeGreaterThan(0)
		expect(await asked(page)).toEqual([await entry(page)])
	})

	test('a click before the rest is there waits for it; the address keeps what is not of the tree', async () => {
		const page = await open(`${EMBEDDED}?ticket=4711&utm_source=mail`)
		const from = await entry(page)
		let arrive = () => {}
		const late = new Promise<void>((resolve) => {
			arrive = resolve
		})
		await page.route(`**${TREE}`, async (route) => {
			await late
			await route.continue()
		})
		await page.click(`triage-tree [data-answer="${next(from).id}"]`)
		await page.waitForTimeout(200)
		expect(await asked(page)).toEqual([from])
		arrive()
		await expect.poll(() => asked(page)).toEqual([next(from).question])
		expect(await page.locator('.path ol li').count()).toBe(2)
		const { pathname, searchParams } = new URL(page.url())
		expect(pathname).toBe(EMBEDDED)
		expect([...searchParams]).toEqual([
			['ticket', '4711'],
			['utm_source', 'mail'],
			[from, next(from).id],
		])
		await page.reload()
		await expect.poll(() => asked(page)).toEqual([next(from).question])
		await page.goBack()
		await expect.poll(() => asked(page)).toEqual([from])
		await page.click('[data-forget]')
		await expect.poll(() => new URL(page.url()).search).toBe('?ticket=4711&utm_source=mail')
	})

	test('looks like the tree’s own page', async () => {
		const looks = (page: Page) =>
			page
				.locator('.path ol')
				.evaluate((list) => [getComputedStyle(list).listStyleType, getComputedStyle(list).borderInlineStartWidth])
		const page = await open(EMBEDDED)
		await page.hover('triage-tree [data-answer] >> nth=0')
		await ready(page)
		expect(await looks(page)).toEqual(await looks(await openTree()))
	})

	test('copies a link to the tree’s own page, which opens the same place', async () => {
		const page = await open(EMBEDDED, ticketIn)
		const from = await entry(page)
		await page.click(`triage-tree [data-answer="${next(from).id}"]`)
		await ready(page)
		const { pathname, search: answered } = new URL(await copied(page, 'link'))
		expect(pathname).toBe(TREE)
		const own = await openTree(pathname + answered)
		expect(await asked(own)).toEqual(await asked(page))
		expect(await steps(own)).toHaveLength(2)
	})

	test.each([
		['the tree', (path: string) => path === TREE],
		['its styles', (path: string) => path.endsWith('.css')],
		['its script', (path: string) => /^\/_astro\/triage\./.test(path)],
	])('follows the link when %s does not load', async (_what, lost) => {
		const page = await open(EMBEDDED)
		// The browser reports the requests that fail here on purpose.
		page.removeAllListeners('console')
		await page.route(
			(url) => lost(url.pathname),
			(route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()),
		)
		const { id, question } = next(await entry(page))
		await page.click(`triage-tree [data-answer="${id}"]`)
		await page.waitForURL((url) => url.pathname === TREE)
		await expect.poll(() => page.locator(`[data-question="${question}"] h2`).isVisible()).toBe(true)
	})

	test('stands beside another tree on one page: each keeps to its own answers', async () => {
		const other = readTree('azure-vm')
		const otherStart = found(other.questions.find(({ id }) => id === other.start))
		const page = await open('/', ticketIn)
		// No page has two, so one is made: the element of the other tree, with its first question, stands before the first.
		await page.route(
			({ pathname }) => pathname === EMBEDDED,
			async (route) => {
				const response = await route.fetch()
				const whole = await (await route.fetch({ url: new URL('/triage/azure-vm/', inject('url')).href })).text()
				const section = found(/<section data-question=.*?<\/section>/s.exec(whole)?.[0])
				const element = `<triage-tree data-tree="azure-vm" data-home="/triage/azure-vm/" data-from="${other.start}"
				data-styles="/styles/triage.css" data-questions="${other.questions.map(({ id }) => id).join(' ')}"
				><div class="now">${section}</div></triage-tree>`
				const html = await response.text()
				await route.fulfill({ response, body: html.replace('<triage-tree', `${element}<triage-tree`) })
			},
		)
		await page.goto(new URL(EMBEDDED, page.url()).href)
		const [theOther, theFirst] = [page.locator('triage-tree >> nth=0'), page.locator('triage-tree >> nth=1')]
		const askedIn = (part: typeof theFirst) => part.locator('[data-question]').getAttribute('data-question')
		const from = await theFirst.getAttribute('data-from')
		const otherNext = found(otherStart.answers.find(({ question }) => question !== undefined))
		await theFirst.locator(`[data-answer="${next(from).id}"]`).click()
		await expect.poll(() => askedIn(theFirst)).toBe(next(from).question)
		await theOther.locator(`[data-answer="${otherNext.id}"]`).click()
		await expect.poll(() => askedIn(theOther)).toBe(otherNext.question)
		expect(await askedIn(theFirst)).toBe(next(from).question)
		expect([...new URL(page.url()).searchParams]).toEqual([
			[from, next(from).id],
			[other.start, otherNext.id],
		])
		const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
		expect(ids).toEqual([...new Set(ids)])
		// Earlier tests left theirs there.
		await page.evaluate(() => navigator.clipboard.writeText(''))
		await theFirst.locator('[data-as=text]').click()
		await expect.poll(() => clipboard(page)).not.toBe('')
		const text = await clipboard(page)
		const causes = (part: typeof theFirst) =>
			part.locator('[data-cause]:not(.out) > a:last-of-type').evaluateAll((all) => all.map(String))
		const own = await causes(theFirst)
		// It holds the best documented ones alone, and their number.
		expect(text).toContain(`${own.length}.`)
		for (const cause of new Set([...own, ...(await causes(theOther))]))
			expect(text.includes(`${cause}\n`), cause).toBe(own.slice(0, 5).includes(cause))
		await page.goBack()
		await expect.poll(() => askedIn(theOther)).toBe(other.start)
		expect(await askedIn(theFirst)).toBe(next(from).question)
		await page.goForward()
		await expect.poll(() => askedIn(theOther)).toBe(otherNext.question)
		await page.reload()
		await expect.poll(() => askedIn(theOther)).toBe(otherNext.question)
		await expect.poll(() => askedIn(theFirst)).toBe(next(from).question)
	})
})

describe('what is fetched later', () => {
	test('an outcome that does not load leads to its page', async () => {
		const last = longest.answers.at(-1)
		const page = await openTree(TREE + search(longest.answers.slice(0, -1)))
		page.removeAllListeners('console')
		await page.route(`**/outcome/${longest.outcome}/`, (route) =>
			route.request().isNavigationRequest() ? route.continue() : route.abort(),
		)
		await page.click(`[data-answer="${last?.[1]}"]`)
		await page.click(`[data-outcome] a[href$="/outcome/${longest.outcome}/"]`)
		await page.waitForURL(`**/outcome/${longest.outcome}/`)
		expect(await page.locator('[data-verify]').count()).toBe(1)
		await page.goBack()
		await expect.poll(() => outcome(page)).toEqual([longest.outcome])
	})

	test('a script is copied from the question', async () => {
		const [question] = found(
			ways
				.flatMap(({ answers }) => answers)
				.find(([id]) => {
					const html = readFileSync(join(inject('dist'), 'triage/0x904-0x7/index.html'), 'utf8')
					return new RegExp(`<section data-question="${id}"(?:(?!</section>).)*data-copy`, 's').test(html)
				}),
		)
		const page = await openTree(`${TREE}#${question}`, ticketIn)
		const button = page.locator('button[data-copy]').first()
		const file = found((await button.getAttribute('data-copy')) ?? undefined)
		const says = await button.textContent()
		await button.click()
		await expect.poll(() => button.textContent()).not.toBe(says)
		const script = readFileSync(join(inject('dist'), file), 'utf8').replace(/^\uFEFF/, '')
		expect((await clipboard(page)).replaceAll('\r\n', '\n')).toBe(script.replaceAll('\r\n', '\n'))
		await expect.poll(() => button.textContent()).toBe(says)
	})

	test('the drawing is shown on demand, with the path marked, and the mark follows the path', async () => {
		const page = await openTree(TREE + search(longest.answers))
		expect(await page.locator('.tree-drawing').count()).toBe(0)
		await page.click('[data-drawing] button')
		await page.waitForSelector('.tree-drawing')
		const marked = () =>
			page
				.locator('.tree-drawing [data-node].on')
				.evaluateAll((all) => all.map((node) => node.getAttribute('data-node')))
		expect((await marked()).sort()).toEqual(longest.answers.map(([question]) => question).sort())
		expect(await page.locator('.tree-drawing [data-edge].on').count()).toBe(longest.answers.length)
		await page.click('[data-forget]')
		await expect.poll(marked).toEqual([first.id])
	})

	test('a drawing that does not load is opened on its own page', async () => {
		const page = await openTree()
		page.removeAllListeners('console')
		await page.route('**/about/', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()))
		await page.click('[data-drawing] button')
		await page.waitForURL(`**${TREE}about/`)
		expect(await page.locator('.tree-drawing').count()).toBe(1)
	})
})
