import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFormerSections } from '../../src/build/former-sections.ts'

const PAGE =
	'<main><h1>Title</h1><h2 class="a" id="fix">Fix</h2><ul><li id="0x1">One</li></ul><table><tr id="row"></tr></table></main>'
let out = ''
const read = () => readFileSync(join(out, 'kb/0001/index.html'), 'utf8')
beforeEach(() => {
	out = mkdtempSync(join(tmpdir(), 'sections-'))
	mkdirSync(join(out, 'kb/0001'), { recursive: true })
	writeFileSync(join(out, 'kb/0001/index.html'), PAGE)
})
afterEach(() => rmSync(out, { recursive: true }))

const move = (id: string, to?: string) => keepFormerSections(out, [{ page: '/kb/0001/', id, to }])

test.each([
	['fix', '<h2 class="a" id="fix"><span class="was" id="old"></span>Fix</h2>'],
	['0x1', '<li id="0x1"><span class="was" id="old"></span>One</li>'],
	[undefined, '<h1><span class="was" id="old"></span>Title</h1>'],
])('a section that went to %s is found there', async (to, html) => {
	expect(await move('old', to)).toEqual([])
	expect(read()).toContain(html)
})

test.each([
	['old', 'nowhere'],
	['old', 'row'],
	['fix', '0x1'],
])('%s cannot go to %s, and nothing is written', async (id, to) => {
	const problems = await move(id, to)
	expect(problems.map(({ file, field }) => [file, field])).toEqual([['content/redirects.yaml', `/kb/0001/#${id}`]])
	expect(read()).toBe(PAGE)
})
