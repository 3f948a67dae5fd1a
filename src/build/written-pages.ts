/** The pages of a built site, as they were written. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const INDEX = 'index.html'

/**
 * Every page below a folder, one at a time, in the order of their addresses; 404.html is no page of its own.
 *
 * @param out the folder of the built site
 */
export async function* writtenPages(out: string): AsyncGenerator<{ path: string; html: string }> {
	const names = (await readdir(out, { recursive: true })).map((name) => `/${name.replaceAll('\\', '/')}`)
	for (const name of names.filter((name) => name.endsWith(`/${INDEX}`)).sort())
		yield { path: pagePath(name), html: await readFile(join(out, name), 'utf8') }
}

/** The path on the site of a page that was written, by the name of its file: /c/x/ of /c/x/index.html. */
const pagePath = (name: string) => name.slice(0, -INDEX.length)

/** The name of its file below the folder of the site: c/x/index.html of /c/x/. */
export const pageFile = (path: string) => `${path.slice(1)}${INDEX}`

const ARTICLE = /<article[^>]*\sdata-pagefind-body/

/** Whether a page says of itself that it is an article, which carries content and has a twin; others lead to them. */
export const isArticle = (html: string) => ARTICLE.test(html)
