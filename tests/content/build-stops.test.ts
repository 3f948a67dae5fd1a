import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countProblems } from '../../src/build/check-content.ts'
import { type ContentCopy, copyContent, myth, root } from './content-copy.ts'

/** A build that checks the content stops within a second or two; one that does not is ended here. */
const PATIENCE = 20_000

let copy: ContentCopy
beforeAll(() => {
	copy = copyContent()
	for (const folder of ['src', 'public', 'node_modules', 'scripts'])
		symlinkSync(join(root, folder), join(copy.root, folder), 'junction')
	for (const file of ['astro.config.ts', 'package.json', 'tsconfig.json'])
		cpSync(join(root, file), join(copy.root, file))
	copy.write('myths/test.mdx', myth({ sources: ['no-such-source'], verified: '2026-02-30' }))
	copy.write('guides/test.mdx', 'nothing')
})
afterAll(() => copy.remove())

function run(...words: string[]) {
	const { NODE_ENV: _, ...env } = process.env
	const options = { cwd: copy.root, env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' }, timeout: PATIENCE }
	const { status, stdout, stderr } = spawnSync(process.execPath, words, { ...options, encoding: 'utf8' })
	return { status, said: stdout + stderr }
}

test('a mistake in the content stops the build, which names it and writes nothing', () => {
	const { status, said } = run(join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', copy.root)
	expect(said).toContain('content/myths/test.mdx: verified: ')
	expect(said).toContain('2026-02-30')
	expect(said).toContain('content/guides/test.mdx: ')
	expect(status).toBe(1)
	expect(existsSync(join(copy.root, 'dist'))).toBe(false)
})

test('the check without a build names the same mistakes and fails as well', () => {
	const { status, said } = run(join(root, 'scripts/check-content.ts'))
	expect(said).toContain('content/myths/test.mdx: verified: ')
	expect(said).toContain('content/guides/test.mdx: ')
	expect(status).toBe(1)
})

test('one mistake is not called several', () => {
	const problem = { file: 'content/myths/test.mdx', field: '', message: '' }
	expect(countProblems([problem])).toMatch(/\b1 mistake\b/)
	expect(countProblems([problem, problem])).toMatch(/\b2 mistakes\b/)
})

test('serving a site that was not built says so in one sentence', () => {
	const { status, said } = run(join(root, 'scripts/serve.ts'))
	expect(said.trim().split('\n')).toEqual([expect.stringContaining('npm run build')])
	expect(status).toBe(1)
})

test('every command installs what it needs first', () => {
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		scripts: Record<string, string>
	}
	const installs = 'node scripts/ensure.mjs'
	for (const [name, command] of Object.entries(scripts))
		if (command !== installs) expect(scripts[`pre${name}`], name).toBe(installs)
})
