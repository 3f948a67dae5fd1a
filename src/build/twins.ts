/**
 * The Markdown twin of each article: what the page says, without what only a browser can use. Made from the built page,
 * so it cannot say anything else.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { type HastNode, htmlToHast } from 'satteri'
import { unified } from 'unified'
import { stringify } from 'yaml'
import { INDEX_NAMES, pathTo, twinOf } from '../kb/addresses.ts'
import { twinFields } from '../strings.ts'
import { isArticle, writtenPages } from './written-pages.ts'

type Element = Extract<HastNode, { type: 'element' }>
type Child = Element['children'][number]

/** Pages besides: lists answer questions about all codes at once, and one page is about programs. */
const OTHERS: ReadonlySet<string> = new Set([
	...INDEX_NAMES.map((of) => pathTo({ kind: 'index', of })),
	pathTo({ kind: 'api' }),
])

/** What only a browser can use, or what stands in the lines above the twin. */
const DROPPED = new Set([
	'button',
	'form',
	'input',
	'nav',
	'noscript',
	'progress',
	'script',
	'select',
	'style',
	'template',
	'textarea',
])
const DROPPED_CLASSES = ['anchor', 'jump', 'progress']

const processor = unified()
	.use(rehypeRemark)
	.use(remarkGfm, { tablePipeAlign: false })
	.use(remarkStringify, { bullet: '-', fences: true, rule: '-' })

/**
 * Writes the twin of every article, every list and the page for programs.
 *
 * @param out the folder of the built site
 * @param published makes a whole address of a path of the site
 * @returns how many twins were written
 */
export async function writeTwins(out: string, published: (path: string) => string): Promise<number> {
	let written = 0
	for await (const { path, html } of writtenPages(out)) {
		if (!isArticle(html) && !OTHERS.has(path)) continue
		await writeFile(join(out, twinOf(path)), twin(html, published(path)))
		written++
	}
	return written
}

/**
 * The article of a page as Markdown, below lines that say what it is.
 *
 * @param html a page with one `article`
 * @param address the whole address of the page; links are made whole with it
 */
export function twin(html: string, address: string): string {
	const start = html.indexOf('<article')
	const root = htmlToHast(html.slice(start, html.indexOf('</article>', start)), { fragment: true })
	if (root.type !== 'root') throw new Error(`${address} could not be read.`)
	const [article] = root.children.filter(isElement)
	if (!article) throw new Error(`${address} has no article.`)
	const { dataGrade, dataVerified, dataState, dataPagefindFilter } = article.properties
	const children = article.children.flatMap((child) => rewrite(child, address))
	const heading = children.find((child) => isElement(child) && child.tagName === 'h1')
	const fields = {
		title: heading ? textOf(heading).trim() : '',
		canonical: address,
		...(dataPagefindFilter ? { kind: String(dataPagefindFilter).replace(/^kind:/, '') } : {}),
		...(dataGrade ? { grade: String(dataGrade) } : {}),
		...(dataVerified ? { verified: String(dataVerified) } : {}),
		...(dataState ? { state: String(dataState) } : {}),
		...twinFields,
	}
	const markdown = processor.stringify(processor.runSync({ ...root, children }))
	return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${markdown}`
}

const isElement = (node: HastNode | Child): node is Element => node.type === 'element'

const element = (tagName: string, children: Child[], properties: Element['properties'] = {}): Element => ({
	type: 'element',
	tagName,
	properties,
	children,
})

const classesOf = ({ properties: { className } }: Element) => (Array.isArray(className) ? className.map(String) : [])

/** An element as Markdown can say it: nothing, itself, or several in its place. */
function rewrite(node: Child, address: string): Child[] {
	if (!isElement(node)) return node.type === 'text' ? [node] : []
	const { tagName, properties } = node
	const classes = classesOf(node)
	if (DROPPED.has(tagName) || properties.hidden !== undefined || properties.role === 'status') return []
	// What is for the eye alone stands beside it in words.
	if (String(properties.ariaHidden) === 'true') return []
	if (DROPPED_CLASSES.some((name) => classes.includes(name))) return []
	if (tagName === 'pre') return codeOf(node)
	// A drawing without words beside it: its name leads to it.
	if (tagName === 'svg')
		return [element('p', [element('a', [{ type: 'text', value: nameOf(node) }], { href: address })])]
	const children = apart(node.children.flatMap((child) => rewrite(child, address)))
	switch (tagName) {
		case 'a': {
			const href = new URL(String(properties.href ?? ''), address).href
			return [element('a', children, { href })]
		}
		case 'details':
			return children
		case 'summary':
		case 'caption':
			return [element('p', [element('strong', children)])]
		case 'dt':
			return [element('dt', [element('strong', children)])]
		case 'table': {
			// A caption would be lost: Markdown has none.
			const [captions, rows] = parted(children, (child) => isElement(child) && child.tagName === 'p')
			return [...captions, element('table', rows)]
		}
		case 'td':
		case 'th':
			return [element(tagName, children.flatMap(inline))]
		case 'figure':
			return classes.includes('strip') ? [phases(node)] : children
		case 'div':
			return [element(properties.role === 'note' ? 'blockquote' : 'div', children)]
		default:
			return [element(tagName, children)]
	}
}

/** Buttons that stand side by side are parted by their looks alone. */
const apart = (children: readonly Child[]) =>
	children.flatMap((child, i): Child[] => {
		const before = children[i - 1]
		const beside = before && isElement(before) && isElement(child) && before.tagName === 'a' && child.tagName === 'a'
		return beside ? [{ type: 'text', value: ' ' }, child] : [child]
	})

function parted<T>(items: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
	return [items.filter(fits), items.filter((item) => !fits(item))]
}

/** Everything that an element says. */
function textOf(node: Child): string {
	if (node.type === 'text') return node.value
	return isElement(node) ? node.children.map(textOf).join('') : ''
}

/** A block of code with its language, below the line that says where it runs. */
function codeOf(pre: Element): Child[] {
	const { dataLanguage, dataWhere } = pre.properties
	const language = dataLanguage && dataLanguage !== 'plaintext' ? { className: [`language-${dataLanguage}`] } : {}
	const block = element('pre', [element('code', [{ type: 'text', value: textOf(pre) }], language)])
	if (!dataWhere) return [block]
	return [element('p', [element('em', [{ type: 'text', value: `${dataWhere}:` }])]), block]
}

/** What a drawing calls itself. */
function nameOf(svg: Element): string {
	const title = svg.children.find((child) => isElement(child) && child.tagName === 'title')
	return title ? textOf(title) : String(svg.properties.ariaLabel ?? '')
}

const BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'li', 'blockquote'])

/** What stands in a cell, in one line: Markdown has no blocks there. */
function inline(node: Child): Child[] {
	if (!isElement(node)) return [node]
	if (node.tagName === 'br') return [{ type: 'text', value: ' ' }]
	if (!BLOCKS.has(node.tagName)) return [node]
	return [{ type: 'text', value: ' ' }, ...node.children.flatMap(inline)]
}

/** The strip of phases in a line: each with what becomes of the connection there. */
function phases(figure: Element): Child {
	const all = figure.children.filter(isElement)
	const caption = all.find(({ tagName }) => tagName === 'figcaption')
	const steps = all.flatMap(({ tagName, children }) => (tagName === 'ol' ? children.filter(isElement) : []))
	return element('p', [
		element('strong', [{ type: 'text', value: `${caption ? textOf(caption).trim() : ''}:` }]),
		{ type: 'text', value: ` ${steps.map((step) => textOf(step).trim()).join(', ')}` },
	])
}
