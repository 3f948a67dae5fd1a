/**
 * The guide for language models (llmstxt.org): what it is, the pages that decide a case first, each as Markdown with a
 * sentence, and the long lists at the end, where they may be left out.
 */
import { type ArticleEntry, beginsTree, getCatalog, type PairItem } from '../catalog.ts'
import { DIAGNOSTICS, GRADES_GUIDE, NINE_FACTS } from '../components/guides.ts'
import { published } from '../components/href.ts'
import { type IndexName, pathTo, type Target, twinOf } from '../kb/addresses.ts'
import { plainText } from '../kb/inline.ts'
import { sentencesOf } from '../kb/text/sentences.ts'
import type { NumberedKind } from '../schemas/index.ts'
import { indexes, llms, nav, site, states } from '../strings.ts'

export const GET = async () => {
	const catalog = await getCatalog()
	const [replaced, articles] = parted([...catalog.articles.values()], ({ data }) => isReplaced(data))
	const [replacedPairs, presentPairs] = parted(catalog.pairs, ({ entry }) => isReplaced(entry.data))
	const ofKind = (kind: NumberedKind, fits = (_kb: string) => true) =>
		articles.filter(({ collection, data }) => collection === kind && fits(data.kb)).map(article)
	const pairs = (fits: (id: string) => boolean) => presentPairs.filter(({ id }) => fits(id)).map(pair)
	const trees = catalog.trees.map(({ id, title, summary }) => link({ kind: 'tree', id }, title, summary))
	const text = [
		`# ${site.name}\n\n> ${site.description}`,
		...llms.notes,
		section(llms.start, [...pairs((id) => beginsTree(catalog, id)), ...trees, ...ofKind('guides', isFirst)]),
		section(nav.api, [
			line(twinOf(pathTo({ kind: 'api' })), nav.api, llms.api),
			line(pathTo({ kind: 'api', path: 'index.json' }), llms.indexTitle, llms.index),
			line(pathTo({ kind: 'api', path: 'openapi.json' }), llms.openApiTitle, llms.openApi),
			line(pathTo({ kind: 'feed' }), llms.feedTitle, llms.feed),
		]),
		section(
			llms.pairs,
			pairs((id) => !beginsTree(catalog, id)),
		),
		section(nav.causes, ofKind('causes')),
		section(nav.fixes, ofKind('fixes')),
		section(
			nav.guides,
			ofKind('guides', (kb) => !isFirst(kb)),
		),
		section(
			nav.scripts,
			catalog.scripts.map(({ id, title, summary }) => link({ kind: 'script', id }, title, summary)),
		),
		section('Optional', [
			...LONG.map((of) => link({ kind: 'index', of }, nav[of], indexes[of])),
			...ofKind('myths'),
			...catalog.settings.map(({ id, name, summary }) => link({ kind: 'setting', id }, name, summary)),
			// Kept for old links: nothing to decide a case by.
			...replacedPairs.map(pair),
			...replaced.map(article),
		]),
	]
	return new Response(`${text.join('\n\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

/** What to read before anything else is believed or asked. */
const FIRST: readonly string[] = [GRADES_GUIDE, NINE_FACTS, DIAGNOSTICS]
const isFirst = (kb: string) => FIRST.includes(kb)

const isReplaced = ({ state }: { state: string }) => state === 'superseded'

function parted<T>(items: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
	return [items.filter(fits), items.filter((item) => !fits(item))]
}

/** Lists that hold more than anybody wants to read; their rows lead to the pages. */
const LONG = ['codes', 'events', 'messages', 'sources', 'changes'] as const satisfies readonly IndexName[]

const section = (title: string, lines: readonly string[]) => `## ${title}\n\n${lines.join('\n')}`

const article = ({ data }: ArticleEntry) => link({ kind: 'article', kb: data.kb }, states.titled(data), data.summary)

const pair = ({ id, entry: { data } }: PairItem) => link({ kind: 'code', id }, states.titled(data), data.summary)

/** A page by its Markdown twin. */
const link = (target: Target, title: string, summary: string) => line(twinOf(pathTo(target)), title, summary)

function line(path: string, title: string, summary: string): string {
	const says = plainText(sentencesOf(summary)[0] ?? summary)
	return `- [${plainText(title).replace(/[[\]\\]/g, '\\$&')}](${published(path)}): ${says}`
}
