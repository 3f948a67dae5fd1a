/**
 * How well the search answers: the built site is asked each query in Chromium, and the place of the first right result
 * counts. Queries come from tests/fixtures/queries.yaml, and from a folder of samples where there is one.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { parse } from 'yaml'
import { searchPage } from '../../src/strings.ts'
import { samplesFolder } from '../setup/samples.ts'

interface Query {
	q: string
	lang: string
	kind: string
	/** Whether a result is a right one. Without it no code may be claimed. */
	right?: (result: Result) => boolean
}
interface Result {
	href: string
	title: string
	text: string
	/** Claims to be what was asked for. */
	exact: boolean
}

let browser: Browser
let page: Page
beforeAll(async () => {
	browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] })
	page = await (await browser.newContext()).newPage()
})
afterAll(() => browser?.close())

async function ask(query: string): Promise<Result[]> {
	await page.goto(`${inject('url')}search/?q=${encodeURIComponent(query)}`)
	// The status says what there is when all results are there.
	await page.waitForFunction((working) => {
		const says = document.querySelector('search-page [role=status]')?.textContent ?? ''
		return says !== '' && says !== working
	}, searchPage.working)
	return page.locator('[data-result]').evaluateAll((links) =>
		links
			.sort((a, b) => Number(a.getAttribute('data-rank')) - Number(b.getAttribute('data-rank')))
			.map((link) => ({
				href: link.getAttribute('href') ?? '',
				title: link.textContent ?? '',
				text: link.closest('li')?.textContent ?? '',
				exact: link.hasAttribute('data-exact'),
			})),
	)
}

async function measure(name: string, queries: readonly Query[]): Promise<void> {
	const rows = new Map<string, { all: number; first: number; third: number }>()
	const misses: string[] = []
	const times: number[] = []
	for (const { q, lang, kind, right } of queries) {
		const began = performance.now()
		const results = await ask(q)
		times.push(performance.now() - began)
		const place = right ? results.findIndex(right) : results.some(({ exact }) => exact) ? -1 : 0
		for (const key of ['all', `kind ${kind}`, `lang ${lang}`]) {
			const row = rows.get(key) ?? { all: 0, first: 0, third: 0 }
			row.all++
			if (place === 0) row.first++
			if (place >= 0 && place < 3) row.third++
			rows.set(key, row)
		}
		if (place < 0 || place > 2 || (place > 0 && kind.startsWith('code')))
			misses.push(
				`${kind} ${lang} "${q}": ${place < 0 ? 'not found' : `place ${place + 1}`}; first ${results[0]?.title ?? 'none'}`,
			)
	}
	const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(0).padStart(3)} %`
	const lines = [...rows]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(
			([key, { all, first, third }]) =>
				`${key.padEnd(24)}${String(all).padStart(5)}   top-1 ${percent(first, all)}   top-3 ${percent(third, all)}`,
		)
	const middle = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
	console.log(
		[`${name}: ${queries.length} queries, ${middle.toFixed(0)} ms each with loading`, ...lines, '', ...misses].join(
			'\n',
		),
	)
}

/** What passes between the table's arrival and the first exact result, in milliseconds. */
async function exactDelay(code: string): Promise<number> {
	const fresh = await (await browser.newContext()).newPage()
	await fresh.addInitScript(() => {
		new MutationObserver(() => {
			if (document.querySelector('[data-exact]')) performance.mark('exact')
		}).observe(document, { childList: true, subtree: true })
	})
	await fresh.goto(`${inject('url')}search/?q=${code}`)
	await fresh.waitForSelector('[data-exact]')
	const delay = await fresh.evaluate(() => {
		const table = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/lookup.json'))
		const mark = performance.getEntriesByName('exact')[0]
		return (mark?.startTime ?? 0) - ((table as PerformanceResourceTiming | undefined)?.responseEnd ?? 0)
	})
	await fresh.context().close()
	return delay
}

test('an exact code stands there as soon as the table does', async () => {
	const delays: number[] = []
	for (const code of ['0x904', '2308', '904+7', '0x204', 'exDiscReasonServerDeniedConnection'])
		delays.push(await exactDelay(code))
	console.log(`first exact result after the table: ${delays.map((delay) => `${delay.toFixed(1)} ms`).join(', ')}`)
})

const FIXTURES = join(process.cwd(), 'tests/fixtures/queries.yaml')

/** The page of an id, as an address ends. */
function pathOf(id: string): string {
	if (id.startsWith('setting:')) return `/settings/${id.slice('setting:'.length)}/`
	return id.startsWith('KB') ? `/kb/${id.slice(2)}/` : `/c/${id}/`
}

test.runIf(existsSync(FIXTURES))('queries of the guide', { timeout: 600_000 }, async () => {
	const rows: { q: string; lang: string; kind: string; first?: string[]; among?: string[]; none?: boolean }[] = parse(
		readFileSync(FIXTURES, 'utf8'),
	)
	expect(rows.length).toBeGreaterThan(0)
	await measure(
		'queries.yaml',
		rows.map(({ q, lang, kind, first, among, none }) => {
			const paths = [...(first ?? []), ...(among ?? [])].map(pathOf)
			return { q, lang, kind, ...(none ? {} : { right: ({ href }) => paths.some((path) => href.endsWith(path)) }) }
		}),
	)
})

const samples = samplesFolder()

test.runIf(samples)('samples', { timeout: 600_000 }, async () => {
	const rows: { q: string; lang: string; kind: string; expectAnyOf: string[] }[] = readFileSync(
		join(samples ?? '', 'queries.jsonl'),
		'utf8',
	)
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line))
	await measure(
		'samples',
		rows.map(({ q, lang, kind, expectAnyOf }) => {
			const wanted = expectAnyOf.map((text) => text.toLowerCase())
			const right = ({ href, text }: Result) => wanted.some((word) => `${text} ${href}`.toLowerCase().includes(word))
			return { q, lang, kind, ...(wanted.length > 0 ? { right } : {}) }
		}),
	)
})
