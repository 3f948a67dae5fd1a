import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { collectRedirects, nginxMap, type Redirect, redirectsFile, writeStubs } from '../../src/build/redirects.ts'
import { syntaxErrors } from '../setup/powershell.ts'
import { content } from './real-content.ts'

const moved: Redirect = { from: '/old/', to: '/kb/0005/', kind: 'moved' }
const spelling: Redirect = { from: '/c/904/', to: '/c/mstsc-0x904/', kind: 'spelling' }

describe('the addresses that lead on', () => {
	const redirects = collectRedirects(content)

	test('start at different places, and none leads to another', () => {
		const starts = new Set(redirects.map(({ from }) => from))
		expect(starts.size).toBe(redirects.length)
		for (const { to } of redirects) expect(starts.has(to), to).toBe(false)
	})

	test('hold every slug that an article ever had', () => {
		const table = new Map(redirects.map(({ from, to }) => [from, to]))
		for (const { data } of [...content.causes, ...content.fixes, ...content.guides, ...content.myths])
			for (const slug of data.slugs) {
				const number = data.kb.slice(2)
				expect(table.get(`/kb/${number}/${slug}/`)).toBe(`/kb/${number}/`)
			}
	})

	test('that start at the same place stop the build', () => {
		const [file] = content.redirects
		const data = [{ from: '/c/904/', to: '/codes/', since: '2026-11-22', reason: 'a test' }]
		const entry = { file: 'content/redirects.yaml', name: 'redirects', body: '', ...file, data }
		expect(() => collectRedirects({ ...content, redirects: [entry] })).toThrow('/c/904/')
	})
})

describe('the tables for servers', () => {
	test('stand below the base path, one address a line', () => {
		expect(redirectsFile([moved], '/guide/')).toBe('/guide/old/ /guide/kb/0005/ 302\n')
		expect(nginxMap([moved, spelling], '/guide')).toBe(
			'/guide/old/ /guide/kb/0005/;\n/guide/old /guide/kb/0005/;\n/guide/c/904/ /guide/c/mstsc-0x904/;\n/guide/c/904 /guide/c/mstsc-0x904/;\n',
		)
	})

	test('leave spellings to their pages where the service limits the count', () => {
		expect(redirectsFile([moved, spelling], '/')).not.toContain('/c/904/')
	})
})

describe('the pages that lead on', () => {
	let out = ''
	beforeEach(() => {
		out = mkdtempSync(join(tmpdir(), 'stubs-'))
	})
	afterEach(() => rmSync(out, { recursive: true }))

	test('lead on without JavaScript, below the base path, and name the real address to search engines', async () => {
		await writeStubs(out, [spelling], '/guide/', 'https://guide.example')
		const html = readFileSync(join(out, 'c/904/index.html'), 'utf8')
		expect(html).toContain('url=/guide/c/mstsc-0x904/"')
		expect(html).toContain('<a href="/guide/c/mstsc-0x904/">')
		expect(html).toContain('<link rel="canonical" href="https://guide.example/guide/c/mstsc-0x904/">')
		expect(html).toContain('noindex')
	})

	test('carry their policy from the start', async () => {
		await writeStubs(out, [spelling], '/', undefined)
		const html = readFileSync(join(out, 'c/904/index.html'), 'utf8')
		expect(html).toContain("default-src 'none'")
		expect(html).not.toContain('%CSP%')
	})

	test('of a file that was withdrawn say so, and stop what would run it', async () => {
		const reason = "It's not safe."
		const gone = ['/kb/0005/apply.ps1', '/kb/0005/data.json', '/kb/0005/apply.reg'].map(
			(from): Redirect => ({ from, to: '/kb/0005/', kind: 'moved', reason }),
		)
		await writeStubs(out, gone, '/', 'https://guide.example')
		const [script = '', data, reg] = gone.map(({ from }) =>
			readFileSync(join(out, from), from.endsWith('.reg') ? 'utf16le' : 'utf8'),
		)
		// With the mark by which Windows PowerShell and the registry editor know how to read them.
		for (const text of [script, reg]) expect(text?.[0]).toBe('\ufeff')
		expect(syntaxErrors(script.slice(1))).toEqual([])
		expect(script.slice(1)).toMatch(/^throw '[^']*''s not safe[^']*'\s*$/)
		expect(JSON.parse(data ?? '')).toEqual({ withdrawn: reason, to: 'https://guide.example/kb/0005/' })
		expect(reg).not.toMatch(/^\ufeff?(?:Windows Registry Editor|REGEDIT4)/)
		expect(reg).toContain('https://guide.example/kb/0005/')
	})

	test('never stand outside the site', async () => {
		const inside = join(out, 'site')
		mkdirSync(inside)
		const redirect: Redirect = { from: '/../outside/', to: '/kb/0005/', kind: 'moved' }
		await expect(writeStubs(inside, [redirect], '/', undefined)).rejects.toThrow('/../outside/')
		expect(existsSync(join(out, 'outside'))).toBe(false)
	})

	test('never replace a real page', async () => {
		mkdirSync(join(out, 'old'))
		writeFileSync(join(out, 'old/index.html'), 'real')
		await expect(writeStubs(out, [moved], '/', undefined)).rejects.toThrow('/old/')
		expect(readFileSync(join(out, 'old/index.html'), 'utf8')).toBe('real')
	})
})
