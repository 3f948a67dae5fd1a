/** What changed, for the page of changes, and as Atom feeds (RFC 4287): one of everything, one of each list. */
import { createHash } from 'node:crypto'
import { Feed } from 'feed'
import { getCatalog } from './catalog.ts'
import { published } from './components/href.ts'
import { pathTo } from './kb/addresses.ts'
import { type Change, type ChangeList, changesOf, newest } from './kb/changes.ts'
import { plainText, splitInline } from './kb/inline.ts'
import { escapeHtml } from './kb/text/escape-html.ts'
import { ARTICLE_KIND } from './schemas/index.ts'
import { changesPage, indexes, nav, site } from './strings.ts'

/** How many changes a feed holds at least, in whole days. */
const LEAST = 50

/** The changes of all pages, newest first. */
export async function getChanges(): Promise<Change[]> {
	const { spaces, logs, pairs, codes, articles, settings, scripts, trees } = await getCatalog()
	const alone = codes.flatMap(({ article }) => (article ? [article.data] : []))
	return changesOf({
		spaces,
		logs,
		pairs: [...pairs.map(({ entry }) => entry.data), ...alone],
		articles: [...articles.values()].map(({ data, collection }) => ({ ...data, kind: ARTICLE_KIND[collection] })),
		settings,
		scripts,
		trees,
	})
}

/**
 * A feed as XML. Everything in it comes from the content and the address of the site, so two builds give the same bytes.
 *
 * @param of the list it is about; everything if left out
 */
export async function atomFeed(of?: ChangeList): Promise<string> {
	const changes = (await getChanges()).filter(({ list }) => of === undefined || list === of)
	const self = pathTo(of === undefined ? { kind: 'feed' } : { kind: 'feed', of })
	const page = pathTo(of === undefined ? { kind: 'index', of: 'changes' } : { kind: 'index', of })
	const feed = new Feed({
		id: nameOf(self),
		title: changesPage.feedTitle(of && nav[of]),
		description: of === undefined ? indexes.changes : indexes[of],
		link: published(page),
		feed: published(self),
		updated: startOf(changes[0]?.day ?? '1970-01-01'),
		author: { name: changesPage.author, link: published(pathTo({ kind: 'home' })) },
		copyright: site.licence,
		generator: false,
	})
	for (const change of newest(changes, LEAST)) {
		const { day, sort, kind, list, title, path } = change
		feed.addItem({
			id: nameOf(`${path}@${day}`),
			title: escapeHtml(changesPage.entry(sort, kind, plainText(title))),
			link: published(path),
			date: startOf(day),
			content: contentOf(change),
			category: [{ term: list }, { term: sort }],
		})
	}
	return feed.atom1()
}

function contentOf({ says, by, summary }: Change): string {
	const paragraphs = says.map(inlineHtml)
	if (by)
		paragraphs.push(`${changesPage.replacedBy} <a href="${escapeHtml(published(by.path))}">${inlineHtml(by.title)}</a>`)
	return [...paragraphs, inlineHtml(summary)].map((text) => `<p>${text}</p>`).join('')
}

const inlineHtml = (line: string) =>
	splitInline(line)
		.map(({ code, text }) => (code ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text)))
		.join('')

/** Histories know days, Atom wants a moment. */
const startOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** Names everything in the feeds; made once at random, never changed. */
const NAMESPACE = '2f6a3c0e-7d41-4b8a-9c55-e1b0d7a4f936'

/**
 * The permanent id of a feed or an entry: a UUID made from a name (RFC 9562, version 5). An address would change with the
 * host the guide lives at, and every reader would show every entry again (RFC 4287, 4.2.6).
 */
function nameOf(name: string): string {
	const space = Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex')
	const bytes = createHash('sha1').update(space).update(name).digest().subarray(0, 16)
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
	return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}
