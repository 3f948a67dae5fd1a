/** Gives every page its content security policy, with a hash for each script and style that the build inlined. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type HastNode, htmlToHast } from 'satteri'

/** Where the layout leaves room for the policy. */
const PLACE = '%CSP%'
/** Types of a script that is data and never runs. */
const DATA = /^application\/(ld\+)?json$/i

/** Writes the policy into each HTML file below a folder. Throws, after the others, for pages that have no place for one. */
export async function writePolicies(out: string): Promise<void> {
	const files = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html'))
	const failed: unknown[] = []
	for (const name of files) {
		const file = join(out, name)
		try {
			await writeFile(file, withPolicy(await readFile(file, 'utf8'), name))
		} catch (error) {
			failed.push(error)
		}
	}
	if (failed.length > 0) throw failed[0]
}

/**
 * @param html a page with a place for its policy
 * @param name what to call the page where it has none, and this throws
 */
export function withPolicy(html: string, name: string): string {
	if (!html.includes(PLACE)) throw new Error(`${name} has no place for its content security policy (${PLACE}).`)
	return html.replace(PLACE, policyFor(html))
}

/**
 * The policy of one page. Scripts and styles come from the site itself or carry a hash; nothing else is loaded, framed
 * or sent anywhere. Pagefind's worker compiles WebAssembly under the policy of its own response.
 */
export function policyFor(html: string): string {
	const hashes = { script: new Set<string>(), style: new Set<string>() }
	collectHashes(htmlToHast(html), hashes)
	return [
		"default-src 'none'",
		["script-src 'self'", ...hashes.script].join(' '),
		["style-src 'self'", ...hashes.style].join(' '),
		"img-src 'self'",
		"connect-src 'self'",
		"worker-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
	].join('; ')
}

/** The parser drops comments, ignores case and turns CRLF into LF, as a browser does before it hashes (HTML, 13.2.3.5). */
function collectHashes(node: HastNode, hashes: Record<'script' | 'style', Set<string>>): void {
	if (node.type === 'element' && (node.tagName === 'script' || node.tagName === 'style')) {
		const text = node.children.map((child) => ('value' in child ? child.value : '')).join('')
		const { src, type } = node.properties
		if (text === '' || src !== undefined || DATA.test(String(type ?? ''))) return
		hashes[node.tagName].add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
	} else if ('children' in node) for (const child of node.children) collectHashes(child, hashes)
}
