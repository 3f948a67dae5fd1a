/** Articles, pairs and trees about a code, pair or event. */
import type { Catalog } from '../catalog.ts'
import { kinds } from '../strings.ts'
import { href } from './href.ts'

export interface RelatedPage {
	title: string
	href: string
	kind: string
}

export function relatedTo(catalog: Catalog, id: string): RelatedPage[] {
	const causes = catalog
		.ofKind('causes')
		.filter(({ data }) => data.codes.includes(id) || data.events.includes(id))
		.map(({ data }) => ({
			title: data.title,
			href: href({ kind: 'article', kb: data.kb }),
			kind: kinds.causes.toLowerCase(),
		}))
	const myths = catalog
		.ofKind('myths')
		.filter(({ data }) => data.codes.includes(id))
		.map(({ data }) => ({
			title: data.title,
			href: href({ kind: 'article', kb: data.kb }),
			kind: kinds.myths.toLowerCase(),
		}))
	const trees = catalog.trees
		.filter(({ codes }) => codes.includes(id))
		.map((tree) => ({ title: tree.title, href: href({ kind: 'tree', id: tree.id }), kind: kinds.tree.toLowerCase() }))
	return [...trees, ...causes, ...myths]
}
