import { readdirSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { headersOf } from '../../src/build/headers.ts'
import { goneFrom, readPermalinks, readSite, recorded, unrecorded } from '../../src/build/permalinks.ts'
import { missingNginx, startNginx } from '../setup/nginx.ts'
import { root } from '../unit/real-content.ts'

const dist = inject('dist')
const site = readSite(dist, '/')
const known = recorded(readPermalinks(root).batches)
/** The table for nginx, besides the ways without the slash at the end. */
const leadOn = new Map(
	[...readFileSync(join(dist, 'redirects.nginx.map'), 'utf8').matchAll(/^(\S+(?:\/|\.\w+)) (\S+);$/gm)].map(
		([, from = '', to = '']) => [from, to],
	),
)

describe('addresses that were published', () => {
	test('are thousands, and each still answers, with its sections, in one hop at most', () => {
		expect(known.size).toBeGreaterThan(5000)
		expect(goneFrom(site, known)).toEqual([])
	})

	test('are all that the site has: what is new is recorded with npm run permalinks', () => {
		expect([...unrecorded(site, known)].map(([path, sections]) => [path, ...sections].join(' #'))).toEqual([])
	})

	test('are lower case and ASCII, but for spellings that programs send as they find them', () => {
		for (const path of known.keys()) if (!path.startsWith('/api/v1/lookup/')) expect(path).toMatch(/^\/[a-z0-9/._-]*$/)
	})
})

const missing = missingNginx()
describe.skipIf(missing)(`nginx as docs/nginx.conf sets it up${missing ? ` (${missing})` : ''}`, () => {
	let nginx: Awaited<ReturnType<typeof startNginx>>
	const agent = new Agent({ keepAlive: true, maxSockets: 16 })
	beforeAll(async () => {
		nginx = await startNginx(dist)
	})
	afterAll(() => {
		agent.destroy()
		nginx?.stop()
	})

	const ask = (path: string) =>
		new Promise<{ status: number; location: string | undefined; headers: Record<string, unknown> }>(
			(resolve, reject) => {
				get(nginx.url + path, { agent }, (response) => {
					response.resume()
					response.once('end', () =>
						resolve({
							status: response.statusCode ?? 0,
							location: response.headers.location,
							headers: response.headers,
						}),
					)
				}).once('error', reject)
			},
		)

	test('answers every published address, and leads on in one hop that keeps the query', async () => {
		const wrong: string[] = []
		let hops = 0
		const check = async (path: string) => {
			const asked = `${path}?from=ticket&n=1`
			const first = await ask(asked)
			const target = leadOn.get(path)
			if (target === undefined) {
				if (first.status !== 200) wrong.push(`${path}: ${first.status}`)
				return
			}
			hops++
			if (first.status !== 302 || first.location !== `${target}?from=ticket&n=1`)
				wrong.push(`${path}: ${first.status} to ${first.location}, not to ${target}`)
			else if ((await ask(first.location)).status !== 200) wrong.push(`${path}: nothing at ${first.location}`)
		}
		const paths = [...known.keys()]
		for (let i = 0; i < paths.length; i += 64) await Promise.all(paths.slice(i, i + 64).map(check))
		expect(wrong).toEqual([])
		expect(hops).toBe(leadOn.size)
	})

	test('answers what was never published with 404, below the page for it, and leads a folder to its slash', async () => {
		for (const path of ['/nothing/', '/c/0xdeadbeef/', '/api/v1/lookup/nothing.json', '/404.html', '/kb/', '/api/v1/'])
			expect((await ask(path)).status, path).toBe(404)
		expect(await ask('/codes')).toMatchObject({ status: 301, location: '/codes/' })
		// Mail and chat drop the slash at the end: an address that leads on still does it in one hop.
		expect(await ask('/c/2308?x=1')).toMatchObject({ status: 302, location: '/c/mstsc-0x904/?x=1' })
	})

	test('lets programs in a browser read that there is no answer', async () => {
		for (const path of ['/api/v1/lookup/nothing.json', '/api/v1/lookup/2308.json'])
			for (const base of [nginx.url, inject('url').replace(/\/$/, '')])
				expect((await fetch(base + path)).headers.get('access-control-allow-origin'), base + path).toBe('*')
		expect((await ask('/nothing/')).headers).not.toHaveProperty('access-control-allow-origin')
	})

	test('sends the headers of the table', async () => {
		const [hashed = ''] = readdirSync(join(dist, '_astro'))
		const paths = [`/_astro/${hashed}`, '/pagefind/pagefind-worker.js', ...known.keys()]
		// One of each kind will do.
		const kinds = new Map(paths.map((path) => [JSON.stringify(headersOf(path)), path]))
		expect(kinds.size).toBeGreaterThan(4)
		for (const path of kinds.values()) expect((await ask(path)).headers, path).toMatchObject(headersOf(path))
	})
})
