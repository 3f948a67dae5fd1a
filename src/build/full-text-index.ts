/**
 * The full-text index: Pagefind over the pages that carry content, with what their HTML does not say added on the way,
 * and the words of all pages for mending slips. Pages that lead on are written later, so they are not in it.
 */
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'
import { pathTo } from '../kb/addresses.ts'
import { packWords } from '../kb/search/words.ts'
import type { Content } from './read-content.ts'
import { type PageFacts, searchFacts } from './search-facts.ts'
import { isArticle, pageFile, writtenPages } from './written-pages.ts'

/** Search boxes that Pagefind writes beside the index; the guide has its own. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/

/**
 * @param out the folder of the built site
 * @param content what the site was built from
 * @returns how many pages were indexed
 */
export async function indexPages(out: string, content: Content): Promise<number> {
	try {
		const { index, errors } = await createIndex({ forceLanguage: 'en', keepIndexUrl: false })
		if (!index) throw new Error(`The full-text index could not be started: ${errors.join('; ')}`)
		const facts = searchFacts(content)
		const texts: string[] = []
		for await (const { path, html } of writtenPages(out)) {
			if (!isArticle(html)) continue
			const sourcePath = pageFile(path)
			const known = facts.get(path)
			const added = await index.addHTMLFile({ sourcePath, content: known ? withFacts(html, known) : apart(html) })
			if (added.errors.length > 0)
				throw new Error(`The full-text index failed at ${sourcePath}: ${added.errors.join('; ')}`)
			texts.push([textOf(html), ...(known?.phrases ?? [])].join(' '))
		}
		const folder = join(out, 'pagefind')
		const written = await index.writeFiles({ outputPath: folder })
		if (written.errors.length > 0)
			throw new Error(`The full-text index could not be written: ${written.errors.join('; ')}`)
		const unused = (await readdir(folder)).filter((name) => UNUSED.test(name))
		await Promise.all(unused.map((name) => rm(join(folder, name))))
		const words = packWords(
			texts,
			content.synonyms.flatMap(({ data }) => data),
		)
		await writeFile(join(out, pathTo({ kind: 'file', name: 'search-words.json' })), JSON.stringify(words))
		return texts.length
	} finally {
		await close()
	}
}

/** The page as the index reads it: the shipped one stays as small as it is. */
function withFacts(html: string, { filters, phase, codes, names, phrases }: PageFacts): string {
	const metas = Object.entries({ phase, codes, names, phrases: phrases.join(' | ') })
		.filter(([, text]) => text !== '')
		.map(([name, text]) => `<span data-pagefind-meta="${name}[data-text]" data-text="${attribute(text)}"></span>`)
	const chosen = Object.entries(filters).flatMap(([name, values]) =>
		values.map((value) => `<span data-pagefind-filter="${name}:${attribute(value)}"></span>`),
	)
	return apart(html).replace('</article>', () => `${[...metas, ...chosen].join('')}</article>`)
}

/** Cells and terms end like sentences: the index would join them to what follows, and excerpts are cut at full stops. */
const apart = (html: string) =>
	html.replace(/([^\s.!?:…>]|<\/\w+>)(<\/(?:td|th|dt|dd|summary|label|button)>)/g, '$1.$2 ')

const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** The words of a page: what stands in its article, and what is said of it in attributes that the index reads. */
function textOf(html: string): string {
	const start = html.indexOf('<article')
	const article = html.slice(start, html.indexOf('</article>', start))
	const said = [...article.matchAll(/\sdata-(?:also|summary)="([^"]*)"/g)].map(([, text]) => text)
	return [article.replace(/<(script|style)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' '), ...said]
		.join(' ')
		.replace(/&(?:[a-z]+|#x?[0-9a-f]+);/gi, ' ')
}
