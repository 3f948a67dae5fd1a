/** The groups of the side navigation, from the catalogue. */
import type { Catalog } from '../catalog.ts'
import { pairText } from '../kb/numbers.ts'
import { nav, settingWords } from '../strings.ts'
import { href } from './href.ts'
import type { Group } from './SideNav.astro'

/** The error this guide is about: its page and its trees. */
export function thisError(catalog: Catalog): Group {
	const trees = catalog.trees.map((tree) => ({ text: tree.title, href: href({ kind: 'tree', id: tree.id }) }))
	const pairs = catalog.pairs
		.filter(({ entry }) => entry.data.triage !== undefined)
		.map(({ id, error, extended }) => ({
			text: pairText(error, extended),
			href: href({ kind: 'code', id }),
		}))
	return { title: nav.thisError, links: [...pairs, ...trees] }
}

/** All articles of some kinds, a group for each. */
export function articleGroups(catalog: Catalog, kinds: readonly ('causes' | 'fixes' | 'guides' | 'myths')[]): Group[] {
	return kinds.map((kind) => ({
		title: nav[kind],
		links: catalog.ofKind(kind).map(({ data }) => ({ text: data.title, href: href({ kind: 'article', kb: data.kb }) })),
	}))
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
