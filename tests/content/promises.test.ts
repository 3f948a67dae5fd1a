/** What an editor may do and what not: a copy of the guide is changed, and held to what was published. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PERMALINKS, readPermalinks, recorded } from '../../src/build/permalinks.ts'
import { codeId, pathTo, twinOf } from '../../src/kb/addresses.ts'
import { escapeHtml } from '../../src/kb/text/escape-html.ts'
import type { CodeSpaceFile } from '../../src/schemas/code.ts'
import type { Setting } from '../../src/schemas/setting.ts'
import type { Triage } from '../../src/schemas/triage.ts'
import { states } from '../../src/strings.ts'
import { content } from '../unit/real-content.ts'
import { answer, type ContentCopy, copyContent, question, root } from './content-copy.ts'

/** A build takes half a minute where nothing else runs. */
const PATIENCE = 300_000

let copy: ContentCopy
beforeEach(() => {
	copy = copyContent()
})
afterEach(() => copy.remove())

const read = (file: string) => readFileSync(join(copy.root, 'content', file), 'utf8')

/** Replaces text in a file of the copy; a text that is not there is a mistake of the test. */
function edit(file: string, from: string | RegExp, to: string) {
	const before = read(file)
	copy.write(file, before.replace(from, to))
	expect(read(file), `${file} holds ${from}`).not.toBe(before)
}

/** Puts a question between an answer of a tree and the question it leads to. */
function insertQuestion(changes: object = {}) {
	copy.change<Triage>('triage/which-error.yaml', (tree) => {
		const start = tree.questions.find(({ id }) => id === tree.start)
		const before = start?.answers.find(({ question }) => question !== undefined)
		if (before?.question === undefined) throw new Error('No first answer leads to a question.')
		const answers = [
			answer('no', { question: before.question }),
			answer('yes', { outcome: tree.outcomes[0]?.id ?? '' }),
		]
		before.question = 'put-between'
		tree.questions.push(question('put-between', answers, changes) as never)
	})
}

/** Raises the version of every tree: they lead into each other. */
function raiseVersions() {
	for (const { data } of content.triage)
		copy.change<Triage>(`triage/${data.id}.yaml`, (tree) => {
			tree.version++
		})
}

describe('a question that is put into a published tree', () => {
	test('stops the build while links from old tickets would stay open at it', () => {
		insertQuestion()
		raiseVersions()
		const problems = copy.problems()
		expect(problems.some(({ message }) => message.includes('stays open'))).toBe(true)
		expect(problems.every(({ file }) => /content\/(?:triage\/|published-trees)/.test(file))).toBe(true)
	})

	test('stops the build without a new version', () => {
		insertQuestion({ olderLinks: 'no' })
		const unraised = copy.problems().filter(({ field }) => field === 'version')
		expect(unraised.map(({ file }) => file)).toEqual(content.triage.map(({ file }) => file))
	})
})

describe('a page that something refers to', () => {
	test('cannot be removed: what refers to it is named', () => {
		const [fix] = content.fixes
		if (!fix) throw new Error('There is no fix.')
		copy.write(fix.file.replace('content/', ''), read(`fixes/${fix.name}.mdx`).replace(fix.data.kb, 'KB9998'))
		expect(copy.problems().some(({ message }) => message.includes(fix.data.kb))).toBe(true)
	})
})

/** A code by itself: its page lists every myth about it. A pair has two numbers and names its myths. */
const isCode = (id: string) => id.split('0x').length === 2

/** Replaces the first myth about a code, by the page given. */
function replaceMyth(by: string) {
	const myth = content.myths.find(({ data }) => data.codes.some(isCode))
	if (!myth) throw new Error('No myth is about a code.')
	const file = `myths/${myth.name}.mdx`
	edit(file, /^state: .*$/m, `state: superseded\nsupersededBy: ${by}`)
	edit(file, /^history:\n/m, 'history:\n  - { date: 2026-11-23, change: Replaced., replaced: true }\n')
	return myth.data
}

/** Holds lists, links, the head of the page and the list for language models of a built copy to a replaced article. */
function expectMarked({ kb, title, codes }: (typeof content.myths)[number]['data']) {
	const built = (path: string) => readFileSync(join(copy.root, 'dist', path, 'index.html'), 'utf8')
	const path = pathTo({ kind: 'article', kb })
	const marked = states.titled({ state: 'superseded', title })
	expect(marked).not.toBe(title)
	expect(built(path)).toContain(`<link rel="canonical" href="${path}"`)
	for (const list of ['/myths/', pathTo({ kind: 'code', id: codes.find(isCode) ?? '' })]) {
		const link = new RegExp(`<a href="${path}"[^>]*>([^<]*)</a>`).exec(built(list))?.[1]
		expect(link?.trim(), list).toBe(escapeHtml(marked))
	}
	const word = marked.slice(0, marked.indexOf(title))
	for (const start of [
		'<meta name="description" content="',
		'<meta property="og:description" content="',
		'"description":"',
	])
		expect(built(path), start).toContain(`${start}${word}`)
	const [decisive = '', optional = ''] = readFileSync(join(copy.root, 'dist', 'llms.txt'), 'utf8').split('## Optional')
	expect(decisive).not.toContain(twinOf(path))
	expect(optional).toContain(`[${marked}](`)
	expect(optional).toContain(twinOf(path))
}

/** A code that nothing refers to, so that only the list of addresses can miss it. */
function lonelyCode(): { file: string; id: string; value: number } {
	const all = readdirSync(join(copy.root, 'content'), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(?:mdx|yaml)$/.test(name) && !name.startsWith('permalinks'))
		.map(read)
		.join('\n')
	const times = new Map<string, number>()
	const timesOf = (source: string) => {
		const known = times.get(source) ?? all.split(source).length - 1
		times.set(source, known)
		return known
	}
	for (const { file, data } of content.codes)
		for (const { value, sources } of [...data.codes].reverse()) {
			const id = codeId(data.space, value)
			const cited = sources.every((source) => timesOf(source) > 2)
			if (cited && !all.includes(id)) return { file: file.replace('content/', ''), id, value }
		}
	throw new Error('Every code is referred to.')
}

/** Offers no file of a setting any more, and says so at the address of each file and of each section that shows one. */
function withdrawFiles(id: string, promised: ReadonlyMap<string, ReadonlySet<string>>) {
	const page = `/settings/${id}/`
	copy.change<Setting>(`settings/${id}.yaml`, (setting) => {
		setting.offer = 'check-only'
		delete setting.apply
	})
	const files = [...promised.keys()].filter((path) => path.startsWith(page) && /(?:apply|undo)\.\w+$/.test(path))
	const sections = [...(promised.get(page) ?? [])].filter((section) => section.startsWith('ways-'))
	expect(files.length).toBeGreaterThan(3)
	expect(sections.length).toBeGreaterThan(3)
	copy.change<object[]>('redirects.yaml', (redirects) => {
		for (const from of [...files, ...sections.map((section) => `${page}#${section}`)])
			redirects.push({ from, to: page, since: '2026-11-23', reason: 'It does harm on some machines.' })
	})
}

/** Makes the copy a project that can be built: the program is copied, the modules are shared but for their cache. */
function makeProject() {
	for (const folder of ['src', 'public', 'scripts'])
		cpSync(join(root, folder), join(copy.root, folder), { recursive: true })
	for (const file of ['astro.config.ts', 'package.json', 'tsconfig.json'])
		cpSync(join(root, file), join(copy.root, file))
	mkdirSync(join(copy.root, 'node_modules'))
	for (const name of readdirSync(join(root, 'node_modules')))
		if (!/^\.(?:astro|vite)/.test(name))
			symlinkSync(join(root, 'node_modules', name), join(copy.root, 'node_modules', name), 'junction')
	mkdirSync(join(root, '.cache'), { recursive: true })
	symlinkSync(join(root, '.cache'), join(copy.root, '.cache'), 'junction')
}

test('a new title, other words in a heading, a question in between and a replaced article break no link; a page or a section that goes is named, and nothing else', {
	timeout: PATIENCE,
}, () => {
	const [cause] = content.causes
	if (!cause) throw new Error('There is no cause.')
	const article = `causes/${cause.name}.mdx`
	const before = [read('permalinks.yaml'), read('published-trees.yaml')]
	const promised = recorded(readPermalinks(copy.root).batches)

	// Harmless.
	edit(article, /^title: .*$/m, 'title: Quite another title')
	edit(article, /^## .* (?=\[#mechanism\])/m, '## Quite another heading ')
	insertQuestion({ olderLinks: 'no' })
	raiseVersions()
	withdrawFiles('rdp-hw-gpu', promised)
	const old = replaceMyth('/kb/0001/')
	// Not harmless.
	const code = lonelyCode()
	copy.change<CodeSpaceFile>(code.file, (space) => {
		space.codes = space.codes.filter(({ value }) => value !== code.value)
	})
	const [guide] = content.guides.filter(({ body }) => /^## .*\[#[a-z-]+\]$/m.test(body))
	const lost = /^## .*\[#([a-z-]+)\]$/m.exec(guide?.body ?? '')?.[1]
	edit(`guides/${guide?.name}.mdx`, `[#${lost}]`, '[#renamed-for-no-reason]')

	makeProject()
	const { NODE_ENV: _, ...env } = process.env
	const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy.root, 'scripts/permalinks.ts')], {
		cwd: copy.root,
		env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', BASE_URL: undefined },
		encoding: 'utf8',
		timeout: PATIENCE,
	})
	const said = stdout + stderr
	const named = [...said.matchAll(/^content\/permalinks\.yaml: (\/\S*): (#\S+)?/gm)].map(([, path, section]) =>
		[path, section].filter(Boolean).join(''),
	)
	const guidePath = `/kb/${guide?.data.kb.slice(2)}/`
	expect(status, said).toBe(1)
	expect(named).toContain(`/c/${code.id}/`)
	expect(named).toContain(`${guidePath}#${lost}`)
	const ofCode = [...promised.keys()].filter((path) => path.includes(code.id))
	for (const path of ofCode) expect(named).toContain(path)
	// What else went is the number itself, in its spellings.
	for (const path of named)
		expect(
			path === `${guidePath}#${lost}` ||
				ofCode.includes(path) ||
				/^\/(?:c|api\/v1\/lookup)\/-?\w+(?:\/|\.json)$/.test(path),
			path,
		).toBe(true)
	// What was replaced is at its place, and says so wherever somebody meets it.
	expectMarked(old)
	// Nothing was recorded of a build that broke a promise, and but for that the trees are in order.
	expect([read('permalinks.yaml'), read('published-trees.yaml')]).toEqual(before)
	expect(copy.problems().filter(({ file, field }) => file !== PERMALINKS && field !== 'version')).toEqual([])
})
