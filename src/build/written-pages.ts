/** The pages of a built site, as they were written. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Every page below a folder, one at a time, in the order of their addresses; 404.html is no page of its own.
 *
 * @param out the folder of the built site
 */
export async function* writtenPages(out: string): AsyncGenerator<{ path: string; html: string }> {
	const names = (await readdir(out, { recursive: true })).map((name) => `/${name.replaceAll('\\', '/')}`)
	for (const name of names.filter((name) => name.endsWith('/index.html')).sort())
		yield { path: name.replace(/index\.html$/, ''), html: await readFile(join(out, name), 'utf8') }
}
