/** The list of all pages for search engines (sitemaps.org, 0.9), from the pages that were written. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { ErrorLevel, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap'
import { pathTo } from '../kb/addresses.ts'
import { lastChanged } from './last-changed.ts'
import type { Content } from './read-content.ts'
import { writtenPages } from './written-pages.ts'

/** A page that asks not to be listed. */
const HIDDEN = /<meta name="robots" content="[^"]*noindex/

/** Only what is used of the format: pages and days. */
const PLAIN = { news: false, video: false, xhtml: false, image: false }

/**
 * Writes the sitemap and its index. Pages that lead on are written later and stand in neither.
 *
 * @param out the folder of the built site
 * @param published makes a whole address of a path of the site
 * @returns how many pages are listed
 */
export async function writeSitemap(
	out: string,
	content: Content,
	published: (path: string) => string,
): Promise<number> {
	const days = lastChanged(content)
	const paths: string[] = []
	for await (const { path, html } of writtenPages(out)) if (!HIDDEN.test(html)) paths.push(path)
	const pages = paths.map((path) => {
		const lastmod = days.get(path)
		return { url: published(path), ...(lastmod ? { lastmod } : {}) }
	})
	const file = pathTo({ kind: 'file', name: 'sitemap.xml' })
	const newest = [...days.values()].sort().at(-1)
	const index = [{ url: published(file), ...(newest ? { lastmod: newest } : {}) }]
	const options = { lastmodDateOnly: true, level: ErrorLevel.THROW }
	await write(out, file, Readable.from(pages).pipe(new SitemapStream({ ...options, xmlns: PLAIN })))
	await write(
		out,
		pathTo({ kind: 'file', name: 'sitemap-index.xml' }),
		Readable.from(index).pipe(new SitemapIndexStream(options)),
	)
	return pages.length
}

async function write(out: string, file: string, stream: Readable): Promise<void> {
	await writeFile(join(out, file), await streamToPromise(stream))
}
