/** Articles and trees about a code, pair or event. */
import type { ArticleEntry, Catalog } from '../catalog.ts'
import { kinds } from '../strings.ts'
import { articleLink } from './article-links.ts'
import { href } from './href.ts'
import type { Link } from './LinkList.astro'

export function relatedTo(catalog: Catalog, id: string): Link[] {
	const trees = catalog.trees
		.filter(({ codes }) => codes.includes(id))
		.map((tree) => ({ text: tree.title, href: href({ kind: 'tree', id: tree.id }), note: kinds.tree.toLowerCase() }))
	const causes = catalog.ofKind('causes').filter(({ data }) => data.codes.includes(id) || data.events.includes(id))
	const myths = catalog.ofKind('myths').filter(({ data }) => data.codes.includes(id))
	const noted = (entry: ArticleEntry) => ({ ...articleLink(entry), note: kinds[entry.collection].toLowerCase() })
	return [...trees, ...causes.map(noted), ...myths.map(noted)]
}
