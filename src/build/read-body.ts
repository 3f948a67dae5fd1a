/** Reads the Markdown of an article as the build does: its headings, its ids, and everything that leads elsewhere. */
import { type MdastNode, mdxToMdast } from 'satteri'
import { HEADING_ID } from './markdown.ts'

export interface Heading {
	/** Its words as they stand, id included. */
	text: string
	depth: number
	id: string | undefined
}

/** Something that names an address. */
export interface Reference {
	url: string
	line: number
	/** What the build does with it: it puts the base path in front of Markdown, never in front of HTML. */
	form: 'link' | 'image' | 'html'
}

export interface Body {
	headings: Heading[]
	references: Reference[]
	/** Ids that HTML elements carry. */
	htmlIds: string[]
	/** Settings that are embedded. */
	settings: { id: string; value?: string; line: number }[]
	/** Scripts that are embedded. */
	scripts: { id: string; line: number }[]
	/** Trees that are embedded, with the question to begin with. */
	trees: { id: string; from?: string | undefined; line: number }[]
}

/** Attributes of HTML elements that hold an address. */
const ADDRESSES = ['href', 'src']

/**
 * @param text the body of an article
 * @returns what stands in it; where it is not valid MDX, a sentence that says where and why
 */
export function readBody(text: string): Body | { error: string } {
	const body: Body = { headings: [], references: [], htmlIds: [], settings: [], scripts: [], trees: [] }
	try {
		collect(mdxToMdast(text), body)
		return body
	} catch (error) {
		const [, line, reason] = /^(\d+):\d+: (.*)$/s.exec((error as Error).message) ?? []
		const where = line ? ` at line ${line}: ${reason}` : `: ${(error as Error).message}`
		return { error: `is not valid MDX${where}. Mend it there; put a literal < or { into backticks.` }
	}
}

function collect(node: MdastNode, body: Body): void {
	const line = node.position?.start.line ?? 0
	switch (node.type) {
		case 'heading': {
			const last = node.children.at(-1)
			const id = last?.type === 'text' ? HEADING_ID.exec(last.value)?.[1] : undefined
			body.headings.push({ text: wordsOf(node), depth: node.depth, id })
			break
		}
		case 'link':
		case 'definition':
			body.references.push({ url: node.url, line, form: 'link' })
			break
		case 'image':
			body.references.push({ url: node.url, line, form: 'image' })
			break
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement':
			if (node.name === 'Setting') {
				const { id = '', value } = attributesOf(node)
				body.settings.push({ id, line, ...(value === undefined ? {} : { value }) })
				break
			}
			if (node.name === 'Script') {
				body.scripts.push({ id: attributesOf(node).id ?? '', line })
				break
			}
			if (node.name === 'Triage') {
				const { tree = '', from } = attributesOf(node)
				body.trees.push({ id: tree, from, line })
				break
			}
			for (const [name, text] of Object.entries(attributesOf(node))) {
				if (name === 'id') body.htmlIds.push(text)
				else if (ADDRESSES.includes(name)) body.references.push({ url: text, line, form: 'html' })
			}
	}
	if ('children' in node) for (const child of node.children) collect(child, body)
}

function attributesOf(
	node: Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
): Record<string, string> {
	return Object.fromEntries(
		node.attributes.flatMap((attribute) => {
			if (attribute.type !== 'mdxJsxAttribute') return []
			const { name, value } = attribute
			return [[name, typeof value === 'string' ? value : (value?.value ?? '')]]
		}),
	)
}

function wordsOf(node: MdastNode): string {
	if ('value' in node) return node.value
	return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
