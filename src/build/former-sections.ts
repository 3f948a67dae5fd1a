/**
 * Sections that are gone. A server never sees a fragment, so nothing can lead on from it: the section that took its place,
 * or the title of the page, answers to the old id as well.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Content, Problem } from './read-content.ts'

/** A section that moved within its page. */
export interface FormerSection {
	/** Path of the page. */
	page: string
	/** The id that links still have. */
	id: string
	/** The section that took its place; without one, the page from its title on. */
	to: string | undefined
}

/** The sections that content/redirects.yaml lets move. */
export function formerSections(content: Content): FormerSection[] {
	return content.redirects.flatMap(({ data }) =>
		data.flatMap(({ from, to }) => {
			const [page = '', id] = from.split('#')
			return id === undefined ? [] : [{ page, id, to: to.split('#')[1] }]
		}),
	)
}

/**
 * Puts the old ids into the built pages.
 *
 * @param out the folder of the site
 * @returns a problem for each that cannot be put there
 */
export async function keepFormerSections(out: string, sections: readonly FormerSection[]): Promise<Problem[]> {
	const problems: Problem[] = []
	for (const section of sections) {
		const file = join(out, section.page, 'index.html')
		const html = await readFile(file, 'utf8')
		const field = `${section.page}#${section.id}`
		const report = (message: string) => problems.push({ file: 'content/redirects.yaml', field, message })
		const kept = withFormer(html, section)
		if (html.includes(` id="${section.id}"`)) report('is a section of its page. Remove the redirect.')
		else if (kept === html) report(`leads to #${section.to}, which is no section of that page. Name one that is.`)
		else await writeFile(file, kept)
	}
	return problems
}

/** A page with the old id at the beginning of what took its place; unchanged where that is not there. */
function withFormer(html: string, { id, to }: FormerSection): string {
	const place =
		to === undefined ? /<h1\b[^>]*>/ : new RegExp(`<(?:h[1-6]|section|li|dt)\\b[^>]*\\sid="${RegExp.escape(to)}"[^>]*>`)
	return html.replace(place, (tag) => `${tag}<span class="was" id="${id}"></span>`)
}
