/** What the head of a built page says to programs. */
import { type HastNode, htmlToHast } from 'satteri'

/** A thing of the structured data. */
export type Thing = Readonly<Record<string, unknown>> & { readonly '@type': string }

export interface Head {
	title: string
	/** Contents of `<meta name>` and `<meta property>`, each name once. */
	meta: Map<string, string>
	/** Names that stand more than once. */
	twice: string[]
	links: { rel: string; type: string; href: string; media: string }[]
	/** Things of the structured data, in order. */
	graph: Thing[]
	permalink: string | undefined
}

/** @returns the head of a page. Throws where its structured data is no JSON. */
export function headOf(html: string): Head {
	const head: Head = { title: '', meta: new Map(), twice: [], links: [], graph: [], permalink: undefined }
	// An article can be long, and nothing in it belongs to the head.
	const end = html.indexOf('</head>')
	read(htmlToHast(html.slice(0, end)), head)
	head.permalink = /\sdata-permalink="([^"]+)"/.exec(html.slice(end))?.[1]
	return head
}

function read(node: HastNode, head: Head): void {
	if (node.type === 'element') {
		const said = (name: string) => String(node.properties[name] ?? '')
		const text = () => node.children.map((child) => ('value' in child ? child.value : '')).join('')
		if (node.tagName === 'title') head.title = text()
		if (node.tagName === 'meta' && (said('name') || said('property'))) {
			const name = said('name') || said('property')
			if (head.meta.has(name)) head.twice.push(name)
			head.meta.set(name, said('content'))
		}
		if (node.tagName === 'link')
			head.links.push({ rel: words(node.properties.rel), type: said('type'), href: said('href'), media: said('media') })
		if (node.tagName === 'script' && said('type') === 'application/ld+json')
			head.graph.push(...graphOf(JSON.parse(text())))
	}
	if ('children' in node) for (const child of node.children) read(child, head)
}

/** Without its context, nothing in a graph means anything. */
function graphOf(data: { '@context': unknown; '@graph': Thing[] }): Thing[] {
	if (data['@context'] !== 'https://schema.org') throw new Error(`The structured data speaks of ${data['@context']}.`)
	return data['@graph']
}

const words = (value: unknown) => (Array.isArray(value) ? value.join(' ') : String(value ?? ''))
