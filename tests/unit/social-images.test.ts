import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { drawable, drawSocialImages, factsOf, loadFonts } from '../../src/build/social-images.ts'
import { graphOf, scriptText } from '../../src/components/structured-data.ts'
import { socialImageOf } from '../../src/kb/addresses.ts'
import { states } from '../../src/strings.ts'
import { root } from './real-content.ts'

const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A page whose head names its picture. */
function pageOf(path: string, title: string, image = socialImageOf(path)): string {
	const graph = graphOf({
		home: '/guide/',
		address: path,
		image: `https://docs.example.org/guide${image}`,
		title,
		description: title,
		article: { code: 'KB0012', kind: 'Guide', about: ['KB0012', '0x904 / 0x7', '0x204', '0x108', '0x104'] },
		crumbs: [],
	})
	return `<script type="application/ld+json">${scriptText(graph)}</script><article data-grade="B" data-verified="2026-11-22">`
}

/** Draws the pictures of some pages, with a cache of its own unless one is given. */
async function draw(name: string, pages: Record<string, string>, cache = join(folder, `${name}-cache`)) {
	const out = join(folder, name)
	for (const [path, html] of Object.entries(pages)) {
		await mkdir(dirname(join(out, path, 'index.html')), { recursive: true })
		await writeFile(join(out, path, 'index.html'), html)
	}
	const counts = await drawSocialImages(out, root, cache)
	return { ...counts, read: (path: string) => readFileSync(join(out, socialImageOf(path))) }
}

describe('the picture of a page', () => {
	test('shows the code, what the page is, the first codes it is about, its title, its grade and the day', () => {
		const facts = factsOf(pageOf('/kb/0012/', 'KB0012: Getting in'), '/kb/0012/')
		expect(facts).toMatchObject({
			code: 'KB0012',
			kind: 'Guide',
			title: 'Getting in',
			about: ['0x904 / 0x7', '0x204', '0x108'],
		})
		expect(facts?.note).toContain('B')
		expect(facts?.note).toContain('2026-11-22')
	})

	test('says of a replaced page that it was replaced, and of no other', () => {
		const page = pageOf('/kb/0012/', 'KB0012: Getting in')
		const noteIn = (state: string) =>
			factsOf(page.replace('<article', `<article data-state="${state}"`), '/kb/0012/')?.note ?? ''
		expect(noteIn('superseded')).toContain(states.short('superseded'))
		expect(noteIn('draft')).toBe(factsOf(page, '/kb/0012/')?.note)
	})

	test('is none of its own where its head names that of another page', () => {
		expect(factsOf(pageOf('/c/0x7/', '0x7', socialImageOf('/codes/')), '/c/0x7/')).toBeUndefined()
	})

	test('is the same to the byte whoever draws it, and drawn once', async () => {
		const pages = { '/kb/0012/': pageOf('/kb/0012/', 'KB0012: Getting in') }
		const one = await draw('one', pages)
		const two = await draw('two', pages)
		expect(one.drawn).toBe(1)
		expect(two.read('/kb/0012/')).toEqual(one.read('/kb/0012/'))
		const three = await draw('three', pages, join(folder, 'one-cache'))
		expect(three).toMatchObject({ pictures: 1, drawn: 0 })
		expect(three.read('/kb/0012/')).toEqual(one.read('/kb/0012/'))
	})

	test('changes with what the page says', async () => {
		const pages = { '/a/': pageOf('/a/', 'KB0012: Getting in'), '/b/': pageOf('/b/', 'KB0012: Getting out') }
		const { drawn, read } = await draw('changed', pages)
		expect(drawn).toBe(2)
		expect(read('/a/')).not.toEqual(read('/b/'))
	})

	test('keeps a long title and letters beyond English off its edges', async () => {
		const { read } = await draw('long', {
			'/long/': pageOf('/long/', `KB0012: ${'Überprüfen façade Łódź '.repeat(4)}`),
		})
		const { data, info } = await sharp(read('/long/')).removeAlpha().raw().toBuffer({ resolveWithObject: true })
		expect([info.width, info.height]).toEqual([1200, 630])
		const paper = data.subarray(-3)
		for (let y = 20; y < info.height; y++)
			for (const x of [0, 40, info.width - 40, info.width - 1]) {
				const at = (y * info.width + x) * 3
				expect(data.subarray(at, at + 3), `${x}, ${y}`).toEqual(paper)
			}
	})

	test('leaves out a title that its fonts have no letters for, since boxes say nothing', async () => {
		const { has } = await loadFonts()
		expect(has('Überprüfen · Łódź “0x904”')).toBe(true)
		expect(drawable({ code: '0x904', title: '远程桌面' }, has)).toMatchObject({ code: '0x904', title: '' })
		expect(drawable({ title: '远程桌面' }, has).title).not.toBe('')
	})
})
