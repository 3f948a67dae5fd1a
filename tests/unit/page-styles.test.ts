import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { shrinkStyles } from '../../src/build/page-styles.ts'

const folders: string[] = []
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Writes pages into a folder, shrinks them, and reads them again. */
async function shrunk<Name extends string>(pages: Record<Name, string>): Promise<Record<Name, string>> {
	const folder = mkdtempSync(join(tmpdir(), 'styles-'))
	folders.push(folder)
	for (const [name, html] of Object.entries<string>(pages)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true })
		writeFileSync(join(folder, name), html)
	}
	await shrinkStyles(folder)
	const read = Object.keys(pages).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
	return Object.fromEntries(read)
}

const A = 'data-astro-cid-aaaa1111'
const B = 'data-astro-cid-bbbb2222'
const CSS = `@layer parts{p{color:#111}.x[${A}]{margin:0}@media (width>=40rem){.y[${B}]{margin:1px}}.x[${A}] .y[${B}],q{margin:2px}}`

describe('the styles of a page', () => {
	test('keep what an element of it is styled by, and lose what styles elements it has not', async () => {
		const page = (await shrunk({ 'a.html': `<style>${CSS}</style><p class="x" ${A}>` }))['a.html']
		expect(page).toContain('p{color:#111}')
		expect(page).toContain('{margin:0}')
		expect(page).toContain('q{margin:2px}')
		expect(page).not.toContain('.y')
		expect(page).not.toContain('@media')
	})

	test('name a scope as its elements do, and alike on every page', async () => {
		const pages = await shrunk({
			'a.html': `<style>${CSS}</style><p class="x" ${A}>`,
			'b/index.html': `<style>${CSS}</style><p class="x" ${A}><p class="y" ${B}>`,
		})
		const scope = /<p class="x" (data-s\d+)>/.exec(pages['a.html'])?.[1]
		expect(pages['a.html']).toContain(`.x[${scope}]{margin:0}`)
		expect(pages['b/index.html']).toContain(`<p class="x" ${scope}>`)
		expect(Object.values(pages).join()).not.toContain('astro-cid')
	})

	test('stand in one element, the order of the layers first', async () => {
		const page = (
			await shrunk({
				'a.html':
					'<style>@layer base, parts;</style><i></i><style>@layer parts{i{color:#111}}@layer base{i{margin:0}}</style>',
			})
		)['a.html']
		expect(page.match(/<style>/g)).toHaveLength(1)
		expect(page.indexOf('@layer base')).toBeLessThan(page.indexOf('@layer parts'))
	})

	test('hold on a page with a tree what the fetched parts of trees need', async () => {
		const pages = await shrunk({
			'pair.html': `<style>${CSS}</style><triage-tree>`,
			'other.html': `<style>${CSS}</style>`,
			'outcome.html': `<style>${CSS}</style><div data-outcome="x"><p class="x" ${A}></div>`,
		})
		expect(pages['pair.html']).toContain('.x[')
		expect(pages['other.html']).not.toContain('.x[')
	})
})
