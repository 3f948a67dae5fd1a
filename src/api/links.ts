/** How answers for programs refer to things of the guide. */
import type { ArticleEntry, Catalog } from '../catalog.ts'
import { absolute } from '../components/href.ts'
import { apiOf, pathTo, type Target, targetOfId, twinOf, under } from '../kb/addresses.ts'
import type { NumberedKind } from '../schemas/index.ts'

/** The whole address of a path of the site; the path below the base where the site has no origin. */
export function addressOf(path: string): string {
	const here = under(import.meta.env.BASE_URL, path)
	return import.meta.env.SITE ? new URL(here, import.meta.env.SITE).href : here
}

/** The addresses of a page and of what programs read instead. */
export function addresses(target: Target, list?: NumberedKind) {
	const data = apiOf(target, list)
	if (data === undefined) throw new Error(`${pathTo(target)} has nothing for programs.`)
	return { page: absolute(target), data: addressOf(data) }
}

/** The address of the Markdown of a page. */
export const markdownOf = (target: Target) => addressOf(twinOf(pathTo(target)))

export const articleRef = ({ collection, data: { kb, title } }: ArticleEntry) => ({
	id: kb,
	title,
	...addresses({ kind: 'article', kb }, collection),
})

/** A reference to whatever an id of content names: an article, a code, a pair or an event. */
export function refOf(catalog: Catalog, id: string) {
	const article = catalog.articles.get(id)
	if (article) return articleRef(article)
	const row = catalog.lookup.byId(id)
	if (!row) throw new Error(`The guide has no ${id}: content was not checked before the build.`)
	return { id, title: row.title, ...addresses(targetOfId(id)) }
}

export const refsOf = (catalog: Catalog, ids: readonly string[]) => ids.map((id) => refOf(catalog, id))

/** Causes with how firmly each is tied to its codes. */
export const causeRef = (catalog: Catalog, kb: string) => {
	const cause = catalog.article('causes', kb)
	return { ...articleRef(cause), grade: cause.data.pairLink.grade }
}

export const fixRef = (catalog: Catalog, kb: string) => {
	const fix = catalog.article('fixes', kb)
	return { ...articleRef(fix), risk: fix.data.risk, grade: fix.data.grade }
}

/** The settings an article names, in the order of the catalogue. */
export const settingRefs = (catalog: Catalog, ids: readonly string[]) =>
	catalog.settings
		.filter(({ id }) => ids.includes(id))
		.map(({ id, name }) => ({ id, title: name, ...addresses({ kind: 'setting', id }) }))

export const treeRef = (catalog: Catalog, id: string) => {
	const tree = catalog.trees.find((one) => one.id === id)
	if (!tree) throw new Error(`The guide has no tree ${id}: content was not checked before the build.`)
	return { id, title: tree.title, ...addresses({ kind: 'tree', id }) }
}

/** Whether an article was replaced, and by what. */
export const stateOf = ({ state, supersededBy }: Pick<ArticleEntry['data'], 'state' | 'supersededBy'>) => ({
	state,
	supersededBy: supersededBy === undefined ? null : addressOf(supersededBy),
})

/** What an article says besides its text. */
export const storyOf = ({
	history,
	appliesTo,
	alsoSaid,
	...data
}: Pick<ArticleEntry['data'], 'state' | 'supersededBy' | 'history' | 'appliesTo' | 'alsoSaid'>) => ({
	...stateOf(data),
	history,
	appliesTo,
	alsoSaid,
})
