/**
 * What surrounds Astro's build: the content is checked before it, and after it come the content security policy, the
 * full-text index, the pages that lead on and the tables for servers.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { LOCAL_ORIGIN, under } from '../kb/addresses.ts'
import { checkContent, countProblems, formatProblems } from './check-content.ts'
import { writePolicies } from './content-security-policy.ts'
import { formerSections, keepFormerSections } from './former-sections.ts'
import { indexPages } from './full-text-index.ts'
import { headersFile } from './headers.ts'
import { writeLookups } from './lookups.ts'
import { shrinkStyles } from './page-styles.ts'
import { goneFrom, readPermalinks, readSite, recorded, unrecorded } from './permalinks.ts'
import type { Content } from './read-content.ts'
import { collectRedirects, nginxMap, type Redirect, redirectsFile, writeStubs } from './redirects.ts'
import { writeSitemap } from './sitemap.ts'
import { drawSocialImages } from './social-images.ts'
import { writeTwins } from './twins.ts'

export function guideBuild(): AstroIntegration {
	let root = ''
	let redirects: Redirect[] = []
	let base = '/'
	let origin: string | undefined
	let built: Content | undefined
	return {
		name: 'guide-build',
		hooks: {
			'astro:config:setup': ({ config, command, logger }) => {
				root = fileURLToPath(config.root)
				base = config.base
				origin = config.site
				// A preview serves what was built, whatever stands in content/ now.
				if (command === 'preview') return
				const { content, problems: mistakes } = checkContent(root)
				const problems = [...mistakes, ...readPermalinks(root).problems]
				if (problems.length > 0) {
					// The list is printed, not thrown: Astro comments on words it finds in an error's text.
					logger.error(`\n${formatProblems(problems)}`)
					// While somebody writes, a page that is not finished must not hide the others.
					if (command !== 'dev') throw new Error(`${countProblems(problems)}, named above. Nothing was built.`)
				}
				if (command !== 'build') return
				redirects = collectRedirects(content)
				built = content
			},
			'astro:server:setup': ({ server, logger }) => {
				server.watcher.add(join(root, 'content'))
				server.watcher.on('change', (path) => {
					if (!path.startsWith(join(root, 'content'))) return
					const { problems } = checkContent(root)
					if (problems.length > 0) logger.warn(`\n${formatProblems(problems)}`)
				})
			},
			'astro:build:done': async ({ dir, logger }) => {
				const out = fileURLToPath(dir)
				// Hashes are taken of what is left.
				await shrinkStyles(out)
				// Before all else: a build that fails later must not leave pages without a policy.
				await writePolicies(out)
				const published = (path: string) => new URL(under(base, path), origin ?? LOCAL_ORIGIN).href
				const twins = await writeTwins(out, published)
				if (built) {
					await writeSitemap(out, built, published)
					writeLookups(out, built, base, origin)
				}
				const lost = await keepFormerSections(out, built ? formerSections(built) : [])
				await writeStubs(out, redirects, base, origin)
				await writeFile(join(out, '_redirects'), redirectsFile(redirects, base))
				await writeFile(join(out, 'redirects.nginx.map'), nginxMap(redirects, base))
				await writeFile(join(out, '_headers'), headersFile(base))
				// Everything is there now that a link may ask for.
				const site = readSite(out, base)
				const known = recorded(readPermalinks(root).batches)
				const gone = [...lost, ...goneFrom(site, known)]
				if (gone.length > 0) {
					logger.error(`\n${formatProblems(gone)}`)
					throw new Error(`${gone.length} published addresses are gone, named above. Do not publish this build.`)
				}
				const fresh = unrecorded(site, known).size
				if (fresh > 0)
					logger.info(`${fresh} addresses are not recorded yet: npm run permalinks, before they are published`)
				// The indexer is a program of its own: pictures are drawn while it works.
				const [pages, { pictures, drawn }] = await Promise.all([
					built ? indexPages(out, built) : 0,
					drawSocialImages(out, root),
				])
				logger.info(
					`${pages} pages in the full-text index, ${twins} Markdown twins, ${redirects.length} addresses that lead on, ${pictures} pictures for links (${drawn} of them drawn now)`,
				)
			},
		},
	}
}
