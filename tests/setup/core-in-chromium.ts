/** Runs the core in Chromium without a build: its TypeScript is served with the types taken out. */
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** An origin that exists for this page only. */
const ORIGIN = 'https://core.test/'

/** The page loads modules itself: an import in a test would be rewritten by the test runner. */
const PAGE = '<!doctype html><title>core</title><script>globalThis.load = (path) => import(path)</script>'

/** Opens an empty page in which `load('/src/kb/…')` imports a module of the core. */
export async function openCore(page: Page): Promise<void> {
	await page.route(`${ORIGIN}**`, (route) => {
		const path = new URL(route.request().url()).pathname
		if (path === '/') return route.fulfill({ contentType: 'text/html', body: PAGE })
		const source = readFileSync(join(process.cwd(), path), 'utf8')
		return route.fulfill({ contentType: 'text/javascript', body: stripTypeScriptTypes(source) })
	})
	await page.goto(ORIGIN)
}
