/** The full-text index: Pagefind over the pages that carry content. Pages that lead on are written later, so they are not in it. */
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'

/**
 * @param out the folder of the built site
 * @returns how many pages were indexed
 */
export async function indexPages(out: string): Promise<number> {
	const { index, errors } = await createIndex({ forceLanguage: 'en', keepIndexUrl: false })
	if (!index) throw new Error(`The full-text index could not be started: ${errors.join('; ')}`)
	const added = await index.addDirectory({ path: out })
	if (added.errors.length > 0) throw new Error(`The full-text index failed: ${added.errors.join('; ')}`)
	await index.writeFiles({ outputPath: join(out, 'pagefind') })
	await close()
	return added.page_count
}
