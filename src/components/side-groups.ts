/** The groups of the side navigation, from the catalogue. */
import { type ArticleEntry, beginsTree, type Catalog } from '../catalog.ts'
import { pairText } from '../kb/numbers.ts'
import type { Cause } from '../schemas/articles.ts'
import { articleIndex, nav, settingWords } from '../strings.ts'
import { articleLink } from './article-links.ts'
import { href } from './href.ts'
import type { Group } from './SideNav.astro'

/** The error this guide is about: its page and its trees. */
export function thisError(catalog: Catalog): Group {
	const trees = catalog.trees.map((tree) => ({ text: tree.title, href: href({ kind: 'tree', id: tree.id }) }))
	const pairs = catalog.pairs
		.filter(({ id }) => beginsTree(catalog, id))
		.map(({ id, error, extended }) => ({
			text: pairText(error, extended),
			href: href({ kind: 'code', id }),
		}))
	return { title: nav.thisError, links: [...pairs, ...trees] }
}

/** All articles of a kind. */
function allOf(catalog: Catalog, kind: 'guides' | 'myths'): Group {
	return { title: nav[kind], links: catalog.ofKind(kind).map(articleLink) }
}

/** What stands beside an article: its like, and what is used together with it. */
export function articleGroups(catalog: Catalog, entry: ArticleEntry): Group[] {
	switch (entry.collection) {
		case 'causes':
			return [areaGroup(catalog, entry.data.area), linked(catalog, 'fixes', entry.data.fixes)]
		case 'fixes': {
			const causes = catalog.ofKind('causes').filter(({ data }) => data.fixes.includes(entry.data.kb))
			const fixes = new Set([entry.data.kb, ...causes.flatMap(({ data }) => data.fixes)])
			return [
				{ title: nav.causes, links: [...causes.map(articleLink), all('causes')] },
				linked(catalog, 'fixes', [...fixes]),
			]
		}
		case 'myths':
			return [
				{
					title: articleIndex.myths[entry.data.about],
					links: catalog
						.ofKind('myths')
						.filter(({ data }) => data.about === entry.data.about)
						.map(articleLink),
				},
			]
		case 'guides':
			return [allOf(catalog, 'guides')]
	}
}

/** The causes of one area. */
function areaGroup(catalog: Catalog, area: Cause['area']): Group {
	const causes = catalog.ofKind('causes').filter(({ data }) => data.area === area)
	return { title: `${nav.causes}: ${articleIndex.areas[area]}`, links: [...causes.map(articleLink), all('causes')] }
}

function linked(catalog: Catalog, kind: 'causes' | 'fixes', numbers: readonly string[]): Group {
	const links = catalog
		.ofKind(kind)
		.filter(({ data }) => numbers.includes(data.kb))
		.map(articleLink)
	return { title: nav[kind], links: [...links, all(kind)] }
}

const all = (kind: 'causes' | 'fixes') => ({
	text: kind === 'causes' ? articleIndex.allCauses : articleIndex.allFixes,
	href: href({ kind: 'index', of: kind }),
})

/** The causes that a page names, and their fixes. */
export function causeGroups(catalog: Catalog, causes: readonly string[]): Group[] {
	const fixes = causes.flatMap((kb) => catalog.article('causes', kb).data.fixes)
	return [linked(catalog, 'causes', causes), linked(catalog, 'fixes', fixes)]
}

/** The spaces of codes. */
export function spaceGroup(catalog: Catalog): Group {
	return {
		title: nav.codes,
		links: catalog.spaces.map(({ space, title }) => ({
			text: title,
			href: href({ kind: 'index', of: 'codes', section: space }),
		})),
	}
}

/** The event logs. */
export function logGroup(catalog: Catalog): Group {
	return {
		title: nav.events,
		links: catalog.logs.map(({ slug, title }) => ({
			text: title,
			href: href({ kind: 'index', of: 'events', section: slug }),
		})),
	}
}

/** The settings that act in the same place. */
export function settingGroups(catalog: Catalog, area: Catalog['settings'][number]['area']): Group {
	return {
		title: `${nav.settings}: ${settingWords.areas[area]}`,
		links: catalog.settings
			.filter((setting) => setting.area === area)
			.map(({ id, name }) => ({ text: name, href: href({ kind: 'setting', id }) })),
	}
}
