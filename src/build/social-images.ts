/**
 * The picture of each page that its link shows where it is pasted. It says what the page's own head says, so it is drawn
 * from the built page. Text becomes paths of fonts that come with the project: the same bytes on every machine.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import satori, { type Font } from 'satori'
import sharp from 'sharp'
import { socialImageOf } from '../kb/addresses.ts'
import type { Grade } from '../kb/evidence.ts'
import { aboutOf, type PageFacts, withoutCode } from '../kb/unfurl.ts'
import { site, unfurl } from '../strings.ts'
import { drawingOf, readColours, SIZE } from './social-drawing.ts'
import { writtenPages } from './written-pages.ts'

const require = createRequire(import.meta.url)
/** How many pictures are at work at once: one is set while others are drawn and packed beside it. */
const AT_ONCE = 4
/** Flat colours need no more than a few, and chats show the picture smaller than it is. */
const PALETTE = { palette: true, colours: 16, quality: 1, dither: 0, effort: 1, compressionLevel: 9 } as const
const SUBSETS = ['latin', 'latin-ext'] as const
const FACES = [
	{ name: 'sans', package: 'ibm-plex-sans', weight: 400 },
	{ name: 'sans', package: 'ibm-plex-sans', weight: 600 },
	{ name: 'mono', package: 'ibm-plex-mono', weight: 600 },
] as const

/**
 * Draws the picture of every page that names one of its own, or takes it from an earlier build.
 *
 * @param out the folder of the built site
 * @param root the folder of the project
 * @param cache the folder that keeps pictures by what they were made from; builds share it
 * @returns how many pages have a picture, and how many had to be drawn
 */
export async function drawSocialImages(
	out: string,
	root: string,
	cache = join(root, '.cache', 'social'),
): Promise<{ pictures: number; drawn: number }> {
	const colours = readColours(await readFile(join(root, 'src', 'styles', 'tokens.css'), 'utf8'))
	const { fonts, has } = await loadFonts()
	await mkdir(cache, { recursive: true })
	const versions = [sharp.versions, ...['satori', ...FACES.map(packageOf)].map(versionOf)]
	const pages = writtenPages(out)
	let pictures = 0
	let drawn = 0
	const work = async () => {
		// Each takes the next page that nobody has.
		for await (const { path, html } of pages) {
			const facts = factsOf(html, path)
			if (!facts) continue
			const drawing = drawingOf(drawable(facts, has), colours)
			const made = createHash('sha256')
				.update(JSON.stringify([drawing, versions, PALETTE]))
				.digest('hex')
			const kept = join(cache, `${made}.png`)
			if (!existsSync(kept)) {
				// Another build, or another page with the same picture, may read it meanwhile: it appears whole.
				const half = `${kept}.${randomUUID()}`
				await writeFile(half, await draw(drawing, fonts))
				await rename(half, kept)
				drawn++
			}
			const file = join(out, socialImageOf(path))
			await mkdir(dirname(file), { recursive: true })
			await writeFile(file, await readFile(kept))
			pictures++
		}
	}
	await Promise.all(Array.from({ length: AT_ONCE }, work))
	return { pictures, drawn }
}

/** What the head of a page says, or undefined where it has no picture of its own. */
export function factsOf(html: string, path: string): PageFacts | undefined {
	const graph = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1]
	if (!graph) return undefined
	const [page] = JSON.parse(graph)['@graph']
	if (!page.image.endsWith(socialImageOf(path))) return undefined
	const { identifier: code, articleSection: kind, headline, name, about = [] } = page
	const article = /<article\s[^>]*>/.exec(html)?.[0] ?? ''
	const said = (attribute: string) => new RegExp(`\\sdata-${attribute}="([^"]+)"`).exec(article)?.[1]
	return {
		code,
		title: withoutCode({ code, title: headline ?? name }),
		kind,
		about: aboutOf(
			about.map(({ name }: { name: string }) => name),
			code,
		),
		text: kind === undefined ? page.description : undefined,
		note: unfurl.note(said('grade') as Grade | undefined, said('verified'), said('state')),
	}
}

/** The facts without texts that the fonts have no letters for: boxes say nothing. */
export function drawable(facts: PageFacts, has: (text: string) => boolean): PageFacts {
	const text = facts.text !== undefined && has(facts.text) ? facts.text : undefined
	return { ...facts, text, title: has(facts.title) ? facts.title : facts.code === undefined ? site.name : '' }
}

async function draw(drawing: ReturnType<typeof drawingOf>, fonts: Font[]): Promise<Buffer> {
	const svg = await satori(drawing, { ...SIZE, fonts })
	return sharp(Buffer.from(svg)).png(PALETTE).toBuffer()
}

const packageOf = (face: (typeof FACES)[number]) => `@fontsource/${face.package}`
const versionOf = (name: string): string => require(`${name}/package.json`).version

/** The fonts, and whether all of them have the letters of a text. */
export async function loadFonts(): Promise<{ fonts: Font[]; has: (text: string) => boolean }> {
	const fonts = FACES.flatMap((face) =>
		SUBSETS.map(async (subset): Promise<Font> => {
			const file = require.resolve(`${packageOf(face)}/files/${face.package}-${subset}-${face.weight}-normal.woff`)
			return {
				name: subset === 'latin' ? face.name : `${face.name}-${subset}`,
				weight: face.weight,
				data: await readFile(file),
			}
		}),
	)
	const letters = FACES.map((face) => {
		const ranges: Record<string, string> = require(`${packageOf(face)}/unicode.json`)
		const inside = SUBSETS.flatMap((subset) => ranges[subset]?.split(',') ?? []).map((range) => {
			const [from = '', to = from] = range.replace('U+', '').split('-')
			return `\\u{${from}}-\\u{${to}}`
		})
		return new RegExp(`^[${inside.join('')}]*$`, 'u')
	})
	return { fonts: await Promise.all(fonts), has: (text) => letters.every((known) => known.test(text)) }
}
