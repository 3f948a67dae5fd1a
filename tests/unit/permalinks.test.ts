import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
	type Addresses,
	batchText,
	goneFrom,
	PERMALINKS,
	readPermalinks,
	readSite,
	recorded,
	unrecorded,
} from '../../src/build/permalinks.ts'

let root = ''
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'permalinks-'))
	mkdirSync(join(root, 'content'))
})
afterEach(() => rmSync(root, { recursive: true }))

const addresses = (list: Record<string, string[]>): Addresses =>
	new Map(Object.entries(list).map(([path, sections]) => [path, new Set(sections)]))

/** A list of two batches, as npm run permalinks writes it. */
function twoBatches(): string {
	const first = batchText(addresses({ '/kb/0001/': ['fix', 'check'], '/': [] }), '2026-11-22', [])
	writeFileSync(join(root, PERMALINKS), first)
	return first + batchText(addresses({ '/kb/0001/': ['undo'], '/c/904/': [] }), '2026-11-23', read().batches)
}
const read = () => readPermalinks(root)
const readText = (text: string) => {
	writeFileSync(join(root, PERMALINKS), text)
	return read()
}

describe('the list', () => {
	test('holds what was put in, batch by batch', () => {
		const { batches, problems } = readText(twoBatches())
		expect(problems).toEqual([])
		expect(batches.map(({ published }) => published)).toEqual(['2026-11-22', '2026-11-23'])
		expect(recorded(batches)).toEqual(addresses({ '/': [], '/kb/0001/': ['check', 'fix', 'undo'], '/c/904/': [] }))
	})

	test.each<[string, (text: string) => string]>([
		['a line that was removed', (text) => text.replace('    - /\n', '')],
		['a section that was removed', (text) => text.replace(' check fix', ' fix')],
		['an address that was changed', (text) => text.replace('- /c/904/', '- /c/2308/')],
		['a line that was added by hand', (text) => `${text}    - /kb/0002/\n`],
		['lines that changed places', (text) => text.replace(/( {4}- \/\n)( {4}- .*\n)/, '$2$1')],
		['another day', (text) => text.replace('2026-11-22', '2026-11-21')],
		['a batch that was removed', (text) => text.slice(text.indexOf('- published: 2026-11-23'))],
	])('is broken by %s', (_, change) => {
		const text = twoBatches()
		expect(change(text)).not.toBe(text)
		const { problems } = readText(change(text))
		expect(problems.map(({ file, field }) => [file, /^\[\d\]\.seal$/.test(field)])).toEqual([[PERMALINKS, true]])
	})

	test.each([
		['- published: [', 'YAML'],
		['- published: 2026-02-30\n  seal: x\n  addresses: [nothing]\n', 'day'],
	])('that is no list says so: %s', (text, about) => {
		const { problems } = readText(text)
		expect(problems.length).toBeGreaterThan(0)
		expect(problems.map(({ message }) => message).join(' ')).toContain(about)
	})

	test.each(['', '[]\n', '# nothing but a remark\n'])(
		'that holds nothing is a mistake, for then nothing is promised: %j',
		(text) => {
			expect(readText(text).problems).toHaveLength(1)
		},
	)

	test('that is missing is a mistake as well', () => {
		expect(read().problems).toHaveLength(1)
	})

	test('says what is no address, however long it is', () => {
		const text = `- published: 2026-11-23\n  seal: ${'a'.repeat(64)}\n  addresses: [/triage/${'refuses-on-purpose'.repeat(9)}%]\n`
		expect(readText(text).problems.map(({ field }) => field)).toEqual(['[0].addresses[0]'])
	})
})

describe('a site', () => {
	const write = (file: string, text: string) => {
		mkdirSync(dirname(join(root, file)), { recursive: true })
		writeFileSync(join(root, file), text)
	}
	const stub = (to: string) => `<meta http-equiv="refresh" content="0; url=${to}">`
	beforeEach(() => {
		rmSync(join(root, 'content'), { recursive: true })
		write(
			'kb/0001/index.html',
			'<h2 id="outside"></h2><main><h2 class="x" id="fix">Fix <span class="was" id="steps"></span></h2><input id="q" name="q"><select name="phase"></select><li id="row"></main>',
		)
		write('kb/0001/apply.ps1', '')
		write('c/904/index.html', stub('/guide/kb/0001/'))
		write('_astro/x.a1b2.js', '')
		write('pagefind/pagefind.js', '')
	})
	const at = (base = '/guide') => readSite(root, base)

	test('answers its pages and files, with sections and entries but no fields; internal files are no promise', () => {
		const { addresses: found, leadOn } = at()
		expect(found).toEqual(
			addresses({ '/kb/0001/': ['fix', 'steps', 'row', '?q', '?phase'], '/kb/0001/apply.ps1': [], '/c/904/': [] }),
		)
		expect(leadOn).toEqual(new Map([['/c/904/', '/kb/0001/']]))
	})

	test('that has all that was published is in order, sections of pages that moved included', () => {
		expect(goneFrom(at(), addresses({ '/kb/0001/': ['fix', 'steps'], '/c/904/': ['fix'] }))).toEqual([])
	})

	test.each<[string, Record<string, string[]>, RegExp]>([
		['a page', { '/kb/0002/': [] }, /redirects\.yaml/],
		['a file', { '/kb/0001/undo.ps1': [] }, /redirects\.yaml/],
		['a section', { '/kb/0001/': ['undo'] }, /#undo/],
		['a field', { '/kb/0001/': ['?text'] }, /\?text/],
		['a section of a page that moved', { '/c/904/': ['undo'] }, /#undo/],
	])('that lost %s names it and what to do', (_, wanted, says) => {
		const problems = goneFrom(at(), addresses(wanted))
		expect(problems.map(({ field }) => field)).toEqual(Object.keys(wanted))
		expect(problems[0]?.message).toMatch(says)
	})

	test('on a file system that ignores case answers every case of a look-up', () => {
		const found = at()
		const ignoring = { ...found, has: (file: string) => found.has(file.toLowerCase()) }
		expect(goneFrom(ignoring, addresses({ '/kb/0001/APPLY.ps1': [] }))).toEqual([])
		expect(goneFrom(found, addresses({ '/kb/0001/APPLY.ps1': [] }))).toHaveLength(1)
	})

	test('that leads on to nothing, or on and on, does not answer', () => {
		write('a/index.html', stub('/guide/nothing/'))
		write('b/index.html', stub('/guide/c/904/'))
		const problems = goneFrom(at(), addresses({ '/a/': [], '/b/': [] }))
		expect(problems.map(({ field }) => field)).toEqual(['/a/', '/b/'])
	})

	test('with new pages and sections has them to be recorded, and nothing else', () => {
		const known = addresses({ '/kb/0001/': ['fix', 'row'], '/c/904/': [] })
		expect(unrecorded(at(), known)).toEqual(
			addresses({ '/kb/0001/': ['steps', '?q', '?phase'], '/kb/0001/apply.ps1': [] }),
		)
	})
})
