/** Markdown plugins: permanent heading ids, and links that follow the base path. */
import { defineMdastPlugin, type MdastNode } from 'satteri'
import { under } from '../kb/addresses.ts'

const ID = '#[a-z0-9]+(?:-[a-z0-9]+)*'
const HEADING_IDS = new RegExp(`\\s*\\[(${ID}(?: ${ID})*)\\]\\s*$`)

/** What stands at the end of a heading: the permanent id of its section, then ids of sections that it took the place of. */
export function readHeading(text: string): { words: string; id?: string; former: string[] } {
	const found = HEADING_IDS.exec(text)
	if (!found?.[1]) return { words: text, former: [] }
	const [id = '', ...former] = found[1].split(' ').map((id) => id.slice(1))
	return { words: text.slice(0, found.index), id, former }
}

/** `## Steps [#fix]` becomes a heading with the id `fix`, whatever its words; `[#fix #steps]` answers to links to both. */
export function headingIds() {
	return defineMdastPlugin({
		name: 'heading-ids-from-source',
		heading(node, ctx) {
			const last = node.children.at(-1)
			if (last?.type !== 'text') return
			const { words, id, former } = readHeading(last.value)
			if (!id) return
			ctx.setProperty(last, 'value', words)
			ctx.setProperty(node, 'data', { hProperties: { id } })
			for (const name of former) ctx.prependChild(node, formerId(name))
		},
	})
}

/** An empty element that a link to a former section finds. */
const formerId = (id: string): MdastNode => ({
	type: 'emphasis',
	data: { hName: 'span', hProperties: { className: 'was', id } },
	children: [],
})

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
