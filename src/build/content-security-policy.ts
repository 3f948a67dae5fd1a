/** Gives every page its content security policy, with a hash for each script and style that the build inlined. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the layout leaves room for the policy. */
const PLACE = '%CSP%'
const INLINE = /<(script|style)(\s[^>]*)?>([\s\S]*?)<\/\1>/g

/** Writes the policy into each HTML file below a folder. Throws for a page that has no place for one. */
export async function writePolicies(out: string): Promise<void> {
	const files = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html'))
	for (const name of files) {
		const file = join(out, name)
		const html = await readFile(file, 'utf8')
		if (!html.includes(PLACE)) throw new Error(`${name} has no place for its content security policy (${PLACE}).`)
		await writeFile(file, html.replace(PLACE, policyFor(html)))
	}
}

/**
 * The policy of one page. Scripts and styles come from the site itself or carry a hash; nothing else is loaded, framed
 * or sent anywhere. Pagefind's worker compiles WebAssembly under the policy of its own response.
 */
export function policyFor(html: string): string {
	const hashes = { script: new Set<string>(), style: new Set<string>() }
	for (const [, tag, attributes = '', text = ''] of html.matchAll(INLINE)) {
		if (text === '' || /\ssrc=/.test(attributes) || /application\/(ld\+)?json/.test(attributes)) continue
		const digest = createHash('sha256').update(text).digest('base64')
		hashes[tag as 'script' | 'style'].add(`'sha256-${digest}'`)
	}
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
