/**
 * Leaves each page the styles it can use. The bundler gives a page the styles of every component that its parts may use,
 * and marks scopes with long names; an article from a ticket has to open fast.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Selector, transform } from 'lightningcss'

const STYLE = /<style>([\s\S]*?)<\/style>/g
/** Astro marks an element of a component with styles of its own, and the selectors that style it. */
const SCOPE = /data-astro-cid-[a-z0-9]+/g
/** A page with a tree fetches the tree's page and its outcomes, and shows parts of them under its own styles. */
const FETCHES = '<triage-tree'
const FETCHED = /<triage-tree|\sdata-outcome=/

/** Shrinks the styles in each HTML file below a folder. Hashes of styles are taken after this. */
export async function shrinkStyles(out: string): Promise<void> {
	const names = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html'))
	const pages = await Promise.all(
		names.map(async (name) => ({ file: join(out, name), html: await readFile(join(out, name), 'utf8') })),
	)
	const fetched = new Set(pages.filter(({ html }) => FETCHED.test(html)).flatMap(({ html }) => [...scopesOf(html)]))
	const short = shortNames(pages.map(({ html }) => html))
	const done = new Map<string, string>()
	const shrink = (css: string, scopes: ReadonlySet<string>): string => {
		const key = [...scopes].sort().join(' ') + css
		const known = done.get(key) ?? withoutScopes(css, scopes)
		done.set(key, known)
		return known
	}
	for (const { file, html } of pages) {
		const scopes = scopesOf(html)
		if (html.includes(FETCHES)) for (const scope of fetched) scopes.add(scope)
		const smaller = withStyles(html, (css) => shrink(css, scopes))
		await writeFile(
			file,
			smaller.replace(SCOPE, (scope) => short.get(scope) ?? scope),
		)
	}
}

/** The scopes that elements of a page are in. */
const scopesOf = (html: string) => new Set(html.replace(STYLE, '').match(SCOPE))

/** A short name for each scope on some pages, the same on all of them. */
function shortNames(pages: readonly string[]): Map<string, string> {
	const scopes = new Set(pages.flatMap((html) => html.match(SCOPE) ?? []))
	return new Map([...scopes].sort().map((scope, i) => [scope, `data-s${i}`]))
}

/** The page with one style element, where the first one stood, in place of all. */
function withStyles(html: string, change: (css: string) => string): string {
	const all = [...html.matchAll(STYLE)].map(([, css = '']) => css)
	let first = true
	return html.replace(STYLE, () => {
		if (!first) return ''
		first = false
		return `<style>${change(all.join('\n'))}</style>`
	})
}

/** The styles without those for elements in other scopes, which the page has not. */
function withoutScopes(css: string, scopes: ReadonlySet<string>): string {
	const { code } = transform({
		filename: 'page.css',
		code: Buffer.from(css),
		minify: true,
		// A rule that has lost its last selector goes, too.
		visitor: { Selector: (selector) => (scopesIn(selector).every((one) => scopes.has(one)) ? undefined : []) },
	})
	return code.toString()
}

/** The scopes a selector asks for. One inside :not() or :is() counts too: the bundler writes none there. */
const scopesIn = (selector: Selector): string[] =>
	selector.flatMap((part) => (part.type === 'attribute' && part.name.match(SCOPE)) || [])
