import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { serve } from '../../scripts/serve.ts'
import { LOCAL_ORIGIN } from '../../src/kb/addresses.ts'
import { report as words } from '../../src/strings.ts'
import { json } from '../setup/api.ts'
import { useBrowser } from '../setup/browser.ts'
import { leadsOn, readPages } from '../setup/built-site.ts'
import { headOf } from '../setup/head.ts'

const BASE = '/kb/rdp'
const out = join(process.cwd(), '.cache', 'sub-path')
// The test runner's own variables (BASE_URL, MODE …) would reach the build.
const { PATH, HOME } = process.env
const TRACKER = 'https://tracker.example/new'
const environment = {
	PATH,
	HOME,
	BASE_PATH: BASE,
	SITE_URL: 'https://docs.example.org',
	OUT_DIR: out,
	REPORT_TO: `${TRACKER}?title={title}&body={body}`,
}
const open = useBrowser()
let server: Server
let url: string

beforeAll(async () => {
	execFileSync(process.execPath, [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], {
		env: environment,
		stdio: 'pipe',
	})
	;({ server, url } = await serve(out, BASE))
})
afterAll(() => {
	server?.close()
	rmSync(out, { recursive: true, force: true })
})

describe('a site built for a sub-path of another address', () => {
	test('keeps every link, script and form below the sub-path', () => {
		for (const { path, html } of readPages(out))
			for (const [, address = ''] of html.matchAll(
				/\s(?:href|src|action|data-(?:home|styles|drawing|copy))="(\/[^"]*)"/g,
			))
				expect(address.startsWith(`${BASE}/`), `${path} → ${address}`).toBe(true)
	})

	test('names canonical addresses in full', () => {
		const pages = new Map(readPages(out).map((page) => [page.path, page]))
		expect(pages.get('/c/mstsc-0x904-0x7/')?.html).toContain(
			`rel="canonical" href="https://docs.example.org${BASE}/c/mstsc-0x904-0x7/"`,
		)
		const alias = pages.get('/c/2308/')
		expect(alias && leadsOn(alias)).toBe(`${BASE}/c/mstsc-0x904/`)
	})

	test('names pages and pictures in full wherever a link to them is shown, at one address each', () => {
		const pages = readPages(out).filter((page) => leadsOn(page) === undefined && page.path !== '/404.html')
		for (const { path, html } of pages) {
			const { meta, links, graph } = headOf(html)
			const address = `https://docs.example.org${BASE}${path}`
			const canonical = links.find(({ rel }) => rel === 'canonical')?.href
			expect([canonical, meta.get('og:url'), graph[0]?.url], path).toEqual([address, address, address])
			expect(meta.get('og:image'), path).toMatch(new RegExp(`^https://docs\\.example\\.org${BASE}/social/`))
			for (const [, relative] of JSON.stringify(graph).matchAll(/"(?:url|item|image)":"(\/[^"]*)"/g))
				expect(relative, path).toBeUndefined()
		}
	})

	test('offers to report a problem on every page, with the address of that page filled in', () => {
		const pages = readPages(out).filter((page) => leadsOn(page) === undefined && page.path !== '/404.html')
		expect(pages.length).toBeGreaterThan(1000)
		for (const { path, html } of pages) {
			const links = [...html.matchAll(/href="(https:\/\/tracker\.example[^"]*)"/g)].map(([, link = '']) => link)
			expect(links.length, path).toBe(1)
			const report = new URL(links[0]?.replaceAll('&amp;', '&').replaceAll('&#38;', '&') ?? '').searchParams
			expect(report.get('title'), path).toBeTruthy()
			expect(report.get('body')?.split('\n'), path).toContain(`${words.page}: https://docs.example.org${BASE}${path}`)
			const [, verified] = /data-verified="([^"]+)"/.exec(html) ?? []
			if (/^\/(?:c|kb)\//.test(path) && verified)
				expect(report.get('body')?.split('\n'), path).toContain(`${words.verified}: ${verified}`)
		}
	})

	test('offers to report a missing address on the page that says so', async () => {
		const page = await open('missing/of-the-kind/', {}, url)
		const link = page.getByRole('link', { name: words.missing })
		await link.waitFor()
		const report = new URL((await link.getAttribute('href')) ?? '')
		expect(report.origin + report.pathname).toBe(TRACKER)
		expect(report.searchParams.get('body')).toContain(`${url}missing/of-the-kind/`)
	})

	test('names addresses in full to programs, and says where they can ask', () => {
		const api = join(out, 'api', 'v1')
		const site = `https://docs.example.org${BASE}`
		expect(json(join(api, 'lookup', '2308.json')).best).toMatchObject({
			page: `${site}/c/mstsc-0x904/`,
			data: `${site}/api/v1/codes/mstsc-0x904.json`,
		})
		expect(json(join(api, 'codes', 'mstsc-0x904.json')).page).toBe(`${site}/c/mstsc-0x904/`)
		expect(json(join(api, 'openapi.json')).servers).toMatchObject([{ url: `${site}/api/v1` }])
		expect(json(join(api, 'schemas', 'code.json')).$id).toBe(`${site}/api/v1/schemas/code.json`)
		expect(readPages(out).find(({ path }) => path === '/api/')?.html).toContain(`${site}/api/v1/lookup/`)
	})

	test('holds the same feeds, lists and twins as any other build, with its own addresses', () => {
		const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
			/(?:^|[\\/])(?:feed\.xml|index\.md)$|^(?:sitemap|sitemap-index|opensearch)\.xml$|^(?:robots|llms)\.txt$/.test(
				name,
			),
		)
		let compared = 0
		// Nothing in them may come from the clock, a random number or the order in which files were read.
		for (const name of names) {
			const here = readFileSync(join(out, name), 'utf8')
			expect(here, name).not.toContain(LOCAL_ORIGIN)
			// Downloads name the address of their page, so their sizes and hashes differ between two sites.
			if (/SHA-256|\d bytes/.test(here)) continue
			compared++
			const moved = here.replaceAll(`https://docs.example.org${BASE}/`, `${LOCAL_ORIGIN}/`).replaceAll(`${BASE}/`, '/')
			expect(moved, name).toBe(readFileSync(join(inject('dist'), name), 'utf8'))
		}
		expect(compared).toBeGreaterThan(900)
	})

	test('searches, decodes and leads on there', async () => {
		const page = await open('search/?q=machinekeys', {}, url)
		await page.waitForSelector('[data-result][data-rank="1"]')
		expect(await page.getAttribute('[data-rank="1"]', 'href')).toMatch(new RegExp(`^${BASE}/`))
		await page.goto(`${url}c/2308/?from=ticket#sources`)
		await page.waitForURL(`${url}c/mstsc-0x904/?from=ticket#sources`)
		await page.goto(url)
		await page.fill('textarea[name=text]', 'Error code: 0x904\nExtended error code: 0x7')
		await page.click('[data-pair] a')
		await page.waitForURL(`${url}c/mstsc-0x904-0x7/`)
	})
})
