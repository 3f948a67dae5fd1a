/** The scripts on the built site: page and file say the same. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { scriptText } from '../../src/kb/scripts/script.ts'
import { content } from '../unit/real-content.ts'

const dist = inject('dist')
const scripts = content.scripts.map(({ data }) => data)
const plain = (html: string) =>
	html
		.replace(/<[^>]+>/g, '')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;|&#34;|&#x22;/g, '"')
		.replace(/&#39;|&#x27;/g, "'")
		.replace(/&amp;|&#38;|&#x26;/g, '&')

describe('the page of a script', () => {
	test.each(scripts)('$id shows the text that the file holds, and the hash of the file', (data) => {
		const html = readFileSync(join(dist, 'scripts', data.id, 'index.html'), 'utf8')
		const file = readFileSync(join(dist, 'scripts', `${data.id}.ps1`))
		const text = scriptText(data)
		expect(file.toString('latin1').replaceAll('\r\n', '\n').endsWith(text)).toBe(true)
		expect(html).toContain(createHash('sha256').update(file).digest('hex'))
		const shown = [...html.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, code = '']) => plain(code).trimEnd())
		expect(shown).toContain(text.trimEnd())
	})
})
