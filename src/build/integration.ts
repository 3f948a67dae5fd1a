/**
 * What surrounds Astro's build: the content is checked before it, and after it come the content security policy, the
 * full-text index, the pages that lead on and the tables for servers.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { checkContent, countProblems, formatProblems } from './check-content.ts'
import { writePolicies } from './content-security-policy.ts'
import { indexPages } from './full-text-index.ts'
import { writeLookups } from './lookups.ts'
import type { Content } from './read-content.ts'
import { collectRedirects, nginxMap, type Redirect, redirectsFile, writeStubs } from './redirects.ts'

export function guideBuild(): AstroIntegration {
	let root = ''
	let redirects: Redirect[] = []
	let base = '/'
	let site: string | undefined
	let built: Content | undefined
	return {
		name: 'guide-build',
		hooks: {
			'astro:config:setup': ({ config, command, logger }) => {
				root = fileURLToPath(config.root)
				base = config.base
				site = config.site
				// A preview serves what was built, whatever stands in content/ now.
				if (command === 'preview') return
				const { content, problems } = checkContent(root)
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
				// First of all: a build that fails later must not leave pages without a policy.
				await writePolicies(out)
				const pages = built ? await indexPages(out, built) : 0
				await writeStubs(out, redirects, base, site)
				if (built) writeLookups(out, built, base, site)
				await writeFile(join(out, '_redirects'), redirectsFile(redirects, base))
				await writeFile(join(out, 'redirects.nginx.map'), nginxMap(redirects, base))
				logger.info(`${pages} pages in the full-text index, ${redirects.length} addresses that lead on`)
			},
		},
	}
}
