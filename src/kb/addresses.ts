/**
 * The one place that makes addresses. The path of a page starts and ends with a slash and knows nothing of where
 * the site is served; `under` puts it below a base path. The scheme is a promise: see docs/decisions/0001-addresses.md.
 */
import { toHex } from './numbers.ts'
import type { PhaseId } from './phases.ts'
import { SPACES, type SpaceId } from './spaces.ts'

/** Something that has an address. */
export type Target =
	| { kind: 'home' }
	| { kind: 'code'; id: string; section?: string }
	| { kind: 'article'; kb: string; slug?: string; section?: string }
	/** A file of a fix that changes settings. */
	| { kind: 'article-file'; kb: string; file: string }
	| { kind: 'setting'; id: string; section?: string }
	/** A file of a setting; `data` names data other than the usual one. */
	| { kind: 'setting-file'; id: string; file: string; data?: string }
	| { kind: 'builder'; changes?: string }
	/** What programs read, below the version of its form; without a path, the page for those who write them. */
	| { kind: 'api'; path?: string }
	/** Feed of what changed: of everything, or of one list. */
	| { kind: 'feed'; of?: IndexName }
	/** A script with its explanation, and its file. */
	| { kind: 'script'; id: string; section?: string }
	| { kind: 'script-file'; id: string }
	/** A stylesheet that a page loads when it needs it. */
	| { kind: 'styles'; name: 'print' | 'triage' | 'tree-drawing' }
	| { kind: 'tree'; id: string; section?: string }
	/** A tree's drawing, versions and sources. */
	| { kind: 'about-tree'; id: string }
	| { kind: 'outcome'; tree: string; outcome: string }
	/** A source among the others. */
	| { kind: 'source'; id: string }
	/** Everything that rests on a source. */
	| { kind: 'source-page'; id: string }
	| { kind: 'index'; of: IndexName; section?: string }
	/** `state` is what else the search page keeps in its address: filters, and `as=typed` for no mending. */
	| { kind: 'search'; query?: string; state?: Readonly<Record<string, string>> }
	| { kind: 'decode' }
	| { kind: 'phase'; id: PhaseId }
	| { kind: 'file'; name: SiteFile }

/** Files that pages ask for by name; everything else is named by the build. */
export type SiteFile =
	| 'favicon.svg'
	| 'lead-on.js'
	| 'lookup.json'
	| 'decoder.json'
	| `decoder/${string}.json`
	| 'lookup-settings.json'
	| 'pagefind/pagefind.js'
	| 'search-words.json'
	| 'settings/build.json'
	| 'sitemap-index.xml'
	| 'sitemap.xml'
	| 'opensearch.xml'
	| 'llms.txt'
	| 'robots.txt'

/** Pages that list things for browsing. */
export const INDEX_NAMES = [
	'codes',
	'causes',
	'fixes',
	'guides',
	'myths',
	'settings',
	'scripts',
	'events',
	'messages',
	'sources',
	'triage',
	'changes',
] as const
export type IndexName = (typeof INDEX_NAMES)[number]

/** The path of a target, relative to the root of the site. */
export function pathTo(target: Target): string {
	switch (target.kind) {
		case 'home':
			return '/'
		case 'code':
			return withSection(`/c/${target.id}/`, target.section)
		case 'article': {
			const number = target.kb.replace(/^KB/, '')
			return withSection(`/kb/${number}/${target.slug ? `${target.slug}/` : ''}`, target.section)
		}
		case 'article-file':
			return `${pathTo({ kind: 'article', kb: target.kb })}${target.file}`
		case 'setting':
			return withSection(`/settings/${target.id}/`, target.section)
		case 'setting-file':
			return `/settings/${target.id}/${target.data === undefined ? '' : `${target.data}/`}${target.file}`
		case 'builder':
			return target.changes ? `/settings/build/?${target.changes}` : '/settings/build/'
		case 'api':
			return target.path === undefined ? '/api/' : `/api/v1/${target.path}`
		case 'feed':
			return target.of === undefined ? '/feed.xml' : `/${target.of}/feed.xml`
		case 'script':
			return withSection(`/scripts/${target.id}/`, target.section)
		case 'script-file':
			return `/scripts/${target.id}.ps1`
		case 'styles':
			return `/styles/${target.name}.css`
		case 'tree':
			return withSection(`/triage/${target.id}/`, target.section)
		case 'about-tree':
			return `/triage/${target.id}/about/`
		case 'outcome':
			return `/triage/${target.tree}/outcome/${target.outcome}/`
		case 'source':
			return `/sources/#${target.id}`
		case 'source-page':
			return `/sources/${target.id}/`
		case 'index':
			return withSection(`/${target.of}/`, target.section)
		case 'search':
			return target.query === undefined ? '/search/' : `/search/?${searchState(target.query, target.state)}`
		case 'decode':
			return '/decode/'
		case 'phase':
			return `${pathTo({ kind: 'index', of: 'codes' })}?phase=${target.id}`
		case 'file':
			return `/${target.name}`
	}
}

/** The page of an id as content writes it: KB0012 is an article, anything else a code, a pair or an event. */
export function targetOfId(id: string): Target {
	return /^KB\d{4}$/.test(id) ? { kind: 'article', kb: id } : { kind: 'code', id }
}

/**
 * The Markdown twin of a page.
 *
 * @param path the path of a page, with a slash at its end
 */
export const twinOf = (path: string) => `${path}index.md`

/**
 * The picture that stands for a page where its link is unfurled.
 *
 * @param path the path of a page, with a slash at its end
 */
export const socialImageOf = (path: string) => `/social${path.replace(/\/$/, '') || '/home'}.png`

/** Lists of numbered articles: which one an article belongs to stands in its content, not in its address. */
type ArticleList = 'causes' | 'fixes' | 'guides' | 'myths'

/**
 * What programs read instead of a page, as a path; undefined where a page has no such twin.
 *
 * @param page the page
 * @param list the list of a numbered article, which its number does not tell
 */
export function apiOf(page: Target, list?: IndexName | 'decode'): string | undefined {
	const path = (path: string) => pathTo({ kind: 'api', path: `${path}.json` })
	switch (page.kind) {
		case 'code':
			if (/^event-/.test(page.id)) return path(`events/${page.id}`)
			if (/^mstsc-0x[0-9a-f]+-0x/.test(page.id)) return path(`pairs/${page.id}`)
			return path(`${/^[a-z]+-/.test(page.id) ? 'codes' : 'lookup'}/${page.id}`)
		case 'article':
			return isArticleList(list) ? path(`${list}/${page.kb.toLowerCase()}`) : undefined
		case 'setting':
			return path(`settings/${page.id}`)
		case 'script':
			return path(`scripts/${page.id}`)
		case 'tree':
		case 'about-tree':
			return path(`triage/${page.id}`)
		case 'outcome':
			return path(`triage/${page.tree}`)
		case 'index':
			return page.of === 'changes' ? undefined : path(page.of)
		case 'api':
			return path('index')
		default:
			return undefined
	}
}

const isArticleList = (list: string | undefined): list is ArticleList =>
	list === 'causes' || list === 'fixes' || list === 'guides' || list === 'myths'

/**
 * Where the site is looked at on this machine. Files that must hold whole addresses (sitemap, feeds, OpenSearch) name it
 * when nobody said where the site will live.
 */
export const LOCAL_ORIGIN = 'http://localhost:4321'

/** The path of the page of an id. */
export const pathOfId = (id: string) => pathTo(targetOfId(id))

function searchState(query: string, state: Readonly<Record<string, string>> = {}): string {
	return Object.entries({ q: query, ...state })
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join('&')
}

function withSection(path: string, section: string | undefined): string {
	return section ? `${path}#${section}` : path
}

/**
 * A path of the site below the base path it is served from.
 *
 * @param base '/' or '/some/path', with or without a slash at the end
 */
export function under(base: string, path: string): string {
	return base.replace(/\/+$/, '') + path
}

/** The path of an address that holds the base path: the way back from `under`. */
export function withoutBase(base: string, address: string): string {
	return address.slice(base.replace(/\/+$/, '').length)
}

/** The id of a code: the prefix of its space and the canonical hexadecimal number, as in `mstsc-0x904`. */
export function codeId(space: SpaceId, value: number): string {
	const prefix = SPACES.find((candidate) => candidate.id === space)?.prefix ?? space
	return `${prefix}-${toHex(value)}`
}

/** The id of a pair as the dialog shows it, as in `mstsc-0x904-0x7`. */
export function pairId(error: number, extended: number): string {
	return `mstsc-${toHex(error)}-${toHex(extended)}`
}

/** The id of an event: decimal, as the event log prints it. */
export function eventId(logSlug: string, id: number): string {
	return `event-${logSlug}-${id}`
}
