import { expect, test } from 'vitest'
import { contentsOf, withAnchors } from '../../src/components/contents.ts'

const PAGE = `<h1 id="top">Title</h1><section><h2 data-x id="fix">Steps <code>a</code></h2><p>Text</p></section>
<h3 class="c" id="undo">The way
back</h3><h2>Without an id</h2><h2 id="sources" tabindex="-1">Sources (3)</h2>`

test('each heading below the title that has an id gets an anchor right behind it, and nothing else changes', () => {
	const page = withAnchors(PAGE)
	const anchors = [...page.matchAll(/(<\/h[23]>)<a class="anchor" href="#([a-z]+)" aria-labelledby="link \2"><\/a>/g)]
	expect(anchors.map(([, , id]) => id)).toEqual(['fix', 'undo', 'sources'])
	expect(page.replace(/<a class="anchor".*?<\/a>/g, '')).toBe(PAGE)
})

test('the contents are the same with and without anchors', () => {
	expect(contentsOf(withAnchors(PAGE))).toEqual(contentsOf(PAGE))
	expect(contentsOf(PAGE).map(({ text }) => text)).toEqual(['Steps a', 'Sources (3)'])
})
