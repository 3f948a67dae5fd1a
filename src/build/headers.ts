/**
 * The headers that a server sends with the site, in one table: the server on this machine reads it, and the build writes
 * it as a `_headers` file for services that host files. docs/nginx.conf says the same in the words of nginx; a test compares.
 */
import { under } from '../kb/addresses.ts'

interface Rule {
	/** Which files: a path, where `*` stands for any text. */
	path: string
	headers: Readonly<Record<string, string>>
}

const POLICY = 'content-security-policy'

/** Every rule that fits a file applies; the later one wins. */
const HEADER_RULES: readonly Rule[] = [
	{
		path: '/*',
		headers: {
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'strict-origin-when-cross-origin',
			// What a page may load stands in the page; a header says who may frame it.
			[POLICY]: "frame-ancestors 'none'",
			'cache-control': 'no-cache',
		},
	},
	// The names of these files change with their contents.
	{ path: '/_astro/*', headers: { 'cache-control': 'public, max-age=31536000, immutable' } },
	// A worker has the policy of its own response.
	{
		path: '/pagefind/pagefind-worker.js',
		headers: { [POLICY]: "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'" },
	},
	// Pages of other sites and browser extensions may read what is made for programs.
	{ path: '/api/*', headers: { 'access-control-allow-origin': '*' } },
	// Files of settings and fixes open as text, so that they are read before they run; the links on pages save them.
	{ path: '/*.ps1', headers: { 'content-type': 'text/plain; charset=utf-8' } },
	{ path: '/*.reg', headers: { 'content-type': 'text/plain; charset=utf-16' } },
	{ path: '/*.md', headers: { 'content-type': 'text/markdown; charset=utf-8' } },
	{ path: '/*.txt', headers: { 'content-type': 'text/plain; charset=utf-8' } },
	{ path: '/*feed.xml', headers: { 'content-type': 'application/atom+xml; charset=utf-8' } },
	{ path: '/opensearch.xml', headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } },
]

const fits = (rule: string, path: string) => {
	const [start = '', end] = rule.split('*')
	return end === undefined ? path === rule : path.startsWith(start) && path.endsWith(end)
}

/**
 * The headers of a file.
 *
 * @param path its path from the root of the site, without the base
 * @returns names in lower case
 */
export function headersOf(path: string): Record<string, string> {
	return Object.assign({}, ...HEADER_RULES.filter((rule) => fits(rule.path, path)).map(({ headers }) => headers))
}

/**
 * The table as Cloudflare Pages and Netlify read it: `*` at the end only, and values of several rules are joined, not
 * replaced. So types of files and the usual caching are left to the service, and a joined policy means that both apply.
 *
 * @param base the path below which the site is served
 */
export function headersFile(base: string): string {
	const rules = HEADER_RULES.filter(({ path }) => /^[^*]*\*?$/.test(path)).map(({ path, headers }) => {
		const lines = Object.entries(headers).filter(
			([name]) => name !== 'content-type' && !(path === '/*' && name === 'cache-control'),
		)
		return [under(base, path), ...lines.map(([name, value]) => `  ${name}: ${value}`)]
	})
	return `${rules
		.filter(({ length }) => length > 1)
		.map((lines) => lines.join('\n'))
		.join('\n')}\n`
}
