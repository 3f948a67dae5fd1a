/** Markdown plugins: permanent heading ids, and links that follow the base path. */
import { defineMdastPlugin } from 'satteri'
import { under } from '../kb/addresses.ts'

const ID = /\s*\[#([a-z0-9-]+)\]\s*$/

/** `## Steps [#fix]` becomes a heading with the id `fix`, whatever its words. */
export function headingIds() {
	return defineMdastPlugin({
		name: 'heading-ids-from-source',
		heading(node, ctx) {
			const last = node.children.at(-1)
			if (last?.type !== 'text') return
			const id = ID.exec(last.value)?.[1]
			if (!id) return
			ctx.setProperty(last, 'value', last.value.replace(ID, ''))
			ctx.setProperty(node, 'data', { hProperties: { id } })
		},
	})
}

/** Content links from the root of the site; a site under a sub-path needs its base in front. */
export function linksUnderBase(base: string) {
	return defineMdastPlugin({
		name: 'links-under-base',
		link(node, ctx) {
			if (node.url.startsWith('/') && base !== '/') ctx.setProperty(node, 'url', under(base, node.url))
		},
	})
}
