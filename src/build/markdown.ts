/** Markdown plugins: permanent heading ids, and links that follow the base path. */
import { defineMdastPlugin } from 'satteri'
import { under } from '../kb/addresses.ts'

/** The permanent id at the end of a heading's words. */
export const HEADING_ID = /\s*\[#([a-z0-9]+(?:-[a-z0-9]+)*)\]\s*$/

/** `## Steps [#fix]` becomes a heading with the id `fix`, whatever its words. */
export function headingIds() {
	return defineMdastPlugin({
		name: 'heading-ids-from-source',
		heading(node, ctx) {
			const last = node.children.at(-1)
			if (last?.type !== 'text') return
			const id = HEADING_ID.exec(last.value)?.[1]
			if (!id) return
			ctx.setProperty(last, 'value', last.value.replace(HEADING_ID, ''))
			ctx.setProperty(node, 'data', { hProperties: { id } })
		},
	})
}

/** Content links from the root of the site; a site under a sub-path needs its base in front. */
export function linksUnderBase(base: string) {
	const rebased = (url: string) => (url.startsWith('/') && base !== '/' ? under(base, url) : url)
	return defineMdastPlugin({
		name: 'links-under-base',
		link: (node, ctx) => ctx.setProperty(node, 'url', rebased(node.url)),
		// What a reference-style link or image names.
		definition: (node, ctx) => ctx.setProperty(node, 'url', rebased(node.url)),
		image: (node, ctx) => ctx.setProperty(node, 'url', rebased(node.url)),
	})
}
