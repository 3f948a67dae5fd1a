/** The full-text index: Pagefind over the pages that carry content. Pages that lead on are written later, so they are not in it. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'

/** Search boxes that Pagefind writes beside the index; the guide has its own. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/

/**
 * @param out the folder of the built site
 * @returns how many pages were indexed
 */
export async function indexPages(out: string): Promise<number> {
	try {
		const { index, errors } = await createIndex({ forceLanguage: 'en', keepIndexUrl: false })
		if (!index) throw new Error(`The full-text index could not be started: ${errors.join('; ')}`)
		const added = await index.addDirectory({ path: out })
		if (added.errors.length > 0) throw new Error(`The full-text index failed: ${added.errors.join('; ')}`)
		const folder = join(out, 'pagefind')
		const written = await index.writeFiles({ outputPath: folder })
		if (written.errors.length > 0)
			throw new Error(`The full-text index could not be written: ${written.errors.join('; ')}`)
		const unused = (await readdir(folder)).filter((name) => UNUSED.test(name))
		await Promise.all(unused.map((name) => rm(join(folder, name))))
		return added.page_count
	} finally {
		await close()
	}
}
