import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './real-content.ts'

interface Import {
	/** The file that imports, as in src/kb/decode.ts. */
	file: string
	/** What it imports: a path from the project's root for its own files, else the name as written. */
	target: string
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`; types count, for they tie files as well. */
const IMPORT = /^\s*(?:import|export)\s(?:[\w\s{},*$]*\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

function importsBelow(folder: string): Import[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|astro)$/.test(name))
		.flatMap((name) => {
			const file = `${folder}/${name.replaceAll('\\', '/')}`
			return importsOf(readFileSync(join(root, file), 'utf8')).map((target) => ({
				file,
				target: target.startsWith('.') ? posix.join(dirname(file), target) : target,
			}))
		})
}

const importsOf = (source: string) => [...source.matchAll(IMPORT)].map(([, named, called]) => named ?? called ?? '')

/** The imports of a folder that a rule forbids, as sentences. */
const strays = (folder: string, allowed: (stray: Import) => boolean) =>
	importsBelow(folder)
		.filter((found) => !allowed(found))
		.map(({ file, target }) => `${file} imports ${target}`)

const inside = (target: string, ...folders: string[]) => folders.some((folder) => target.startsWith(`src/${folder}/`))

test('the scan sees every form of import', () => {
	const source = `import a from 'a'
import type { B } from "b"
import {
	c,
	d,
} from 'c'
export * from 'd'
import 'e'
const f = await import('f')
import g, { type G } from 'g'`
	expect(importsOf(source)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
	expect(importsOf(`// the import of goods from 'abroad' is text\nconst important = 'h'`)).toEqual([])
})

describe('imports go one way', () => {
	test.each(['kb', 'schemas', 'build', 'components', 'elements', 'api'])('src/%s has imports to check', (folder) => {
		expect(importsBelow(`src/${folder}`).length).toBeGreaterThan(5)
	})

	test('the core knows only itself: no Astro, no Node, no package', () => {
		expect(strays('src/kb', ({ target }) => inside(target, 'kb'))).toEqual([])
	})

	test('schemas know the core and zod', () => {
		expect(strays('src/schemas', ({ target }) => inside(target, 'kb', 'schemas') || target === 'astro/zod')).toEqual([])
	})

	test('what runs in a browser is small: the core, the words and nothing from the site', () => {
		expect(
			strays('src/elements', ({ target }) => inside(target, 'kb', 'elements') || target === 'src/strings.ts'),
		).toEqual([])
	})

	test('the build draws no pages', () => {
		expect(strays('src/build', ({ target }) => !inside(target, 'components', 'pages', 'layouts', 'elements'))).toEqual(
			[],
		)
	})

	test('components know neither pages nor layouts nor the build', () => {
		expect(strays('src/components', ({ target }) => !inside(target, 'pages', 'layouts', 'build'))).toEqual([])
	})

	test('what programs read knows neither pages nor layouts nor the build', () => {
		expect(strays('src/api', ({ target }) => !inside(target, 'pages', 'layouts', 'build'))).toEqual([])
	})

	test('layouts know neither pages nor the build', () => {
		expect(strays('src/layouts', ({ target }) => !inside(target, 'pages', 'build'))).toEqual([])
	})
})
