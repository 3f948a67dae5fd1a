import { markdownToHtml } from 'satteri'
import { describe, expect, test } from 'vitest'
import { headingIds, linksUnderBase } from '../../src/build/markdown.ts'

const render = (markdown: string, base = '/') =>
	markdownToHtml(markdown, { mdastPlugins: [headingIds(), linksUnderBase(base)] }).html.trim()

describe('a heading', () => {
	test('has the id that stands behind it, whatever its words, and does not show it', () => {
		expect(render('## Steps [#fix]')).toBe('<h2 id="fix">Steps</h2>')
		expect(render('## Die Schritte [#fix]')).toBe('<h2 id="fix">Die Schritte</h2>')
		expect(render('### On an Azure VM [#azure-vm]')).toBe('<h3 id="azure-vm">On an Azure VM</h3>')
	})

	test('keeps its markup', () => {
		expect(render('## Ask `TermService` twice [#check]')).toBe('<h2 id="check">Ask <code>TermService</code> twice</h2>')
	})

	test('without an id keeps its words', () => {
		expect(render('## Steps')).toBe('<h2>Steps</h2>')
		expect(render('## Item [#1] of many')).toContain('Item [#1] of many')
	})
})

describe('a link', () => {
	test('from the root follows the base path', () => {
		expect(render('[KB0005](/kb/0005/#undo)', '/guide/')).toContain('href="/guide/kb/0005/#undo"')
		expect(render('[KB0005](/kb/0005/)', '/')).toContain('href="/kb/0005/"')
	})

	test('by reference follows the base path, as an image does', () => {
		expect(render('[KB0005][undo]\n\n[undo]: /kb/0005/#undo', '/guide/')).toContain('href="/guide/kb/0005/#undo"')
		expect(render('![A dialog](/dialog.png)', '/guide/')).toContain('src="/guide/dialog.png"')
		expect(render('![A dialog][it]\n\n[it]: /dialog.png', '/guide/')).toContain('src="/guide/dialog.png"')
	})

	test('to another site or inside the page stays', () => {
		expect(render('[a](https://example.com/kb/)', '/guide/')).toContain('href="https://example.com/kb/"')
		expect(render('[a](#fix)', '/guide/')).toContain('href="#fix"')
	})
})
