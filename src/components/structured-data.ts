/** What a page is, for search engines: a graph of schema.org types as JSON-LD. */
import type { BreadcrumbList, Graph, Organization, TechArticle, Thing, WebPage, WebSite } from 'schema-dts'
import { licence, site } from '../strings.ts'

/** A page as the graph describes it. Addresses are whole, or paths where no origin is configured. */
export interface Described {
	readonly home: string
	readonly address: string
	readonly image: string
	readonly title: string
	readonly description: string
	/** What it says is checked, dated and licensed; a list or a tool is a page and no more. */
	readonly article?: {
		/** What a ticket calls it. */
		readonly code?: string | undefined
		/** What it is: Cause, Fix, Code … */
		readonly kind: string
		/** Codes it is about, as people write them. */
		readonly about: readonly string[]
		/** The day it appeared and the day it last changed, where they are known. */
		readonly published?: string | undefined
		readonly modified?: string | undefined
	}
	/** The way to the page from the home page, without both. */
	readonly crumbs: readonly { readonly text: string; readonly href: string }[]
}

const LANGUAGE = 'en-GB'

/** The graph of a page. An article has its way; the home page is the site itself. */
export function graphOf(page: Described): Graph {
	const things: Thing[] = page.article ? [articleOf(page, page.article), wayOf(page)] : [plainOf(page)]
	return { '@context': 'https://schema.org', '@graph': things }
}

/** The graph as the text of a script element, which nothing in it can end: `<` is written as an escape. */
export const scriptText = (graph: Graph) => JSON.stringify(graph).replaceAll('<', '\\u003c')

const siteOf = (home: string): WebSite => ({ '@type': 'WebSite', name: site.name, url: home })

function articleOf(page: Described, article: NonNullable<Described['article']>): TechArticle {
	const guide: Organization = { '@type': 'Organization', name: site.name, url: page.home }
	return {
		'@type': 'TechArticle',
		headline: page.title,
		...(article.code !== undefined && { identifier: article.code }),
		articleSection: article.kind,
		description: page.description,
		url: page.address,
		image: page.image,
		...(article.about.length > 0 && { about: article.about.map((name) => ({ '@type': 'Thing', name }) as const) }),
		...(article.published !== undefined && { datePublished: article.published }),
		...(article.modified !== undefined && { dateModified: article.modified }),
		inLanguage: LANGUAGE,
		license: licence.url,
		author: guide,
		publisher: guide,
		isPartOf: siteOf(page.home),
	}
}

/** Where the page stands. Its own place comes last and needs no address. */
function wayOf({ home, address, title, crumbs }: Described): BreadcrumbList {
	const above = [{ text: site.name, href: home }, ...crumbs.filter(({ href }) => href !== address)]
	return {
		'@type': 'BreadcrumbList',
		itemListElement: [...above, { text: title, href: undefined }].map(({ text, href }, i) => ({
			'@type': 'ListItem',
			position: i + 1,
			name: text,
			...(href !== undefined && { item: href }),
		})),
	}
}

function plainOf({ home, address, image, title, description }: Described): WebSite | WebPage {
	const said = { url: address, description, image, inLanguage: LANGUAGE }
	if (address === home) return { ...siteOf(home), ...said }
	return { '@type': 'WebPage', name: title, ...said, isPartOf: siteOf(home) }
}
