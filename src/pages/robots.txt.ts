/** For crawlers: everything may be read, and the list of pages stands there. */
import { published } from '../components/href.ts'
import { pathTo } from '../kb/addresses.ts'

export const GET = () =>
	new Response(
		`User-agent: *\nAllow: /\n\nSitemap: ${published(pathTo({ kind: 'file', name: 'sitemap-index.xml' }))}\n`,
		{ headers: { 'content-type': 'text/plain; charset=utf-8' } },
	)
