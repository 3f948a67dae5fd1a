/**
 * What surrounds Astro's build: the content is checked before it, and after it come the full-text index, the pages that
 * lead on, the content security policy and the tables for servers.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { checkContent, formatProblems } from './check-content.ts'
import { writePolicies } from './content-security-policy.ts'
import { indexPages } from './full-text-index.ts'
import { collectRedirects, nginxMap, redirectsFile, writeStubs } from './redirects.ts'

export function guideBuild(): AstroIntegration {
	let root = ''
	let base = '/'
	let site: string | undefined
	return {
		name: 'guide-build',
		hooks: {
			'astro:config:setup': ({ config, command, logger }) => {
				root = fileURLToPath(config.root)
				base = config.base
				site = config.site
				if (command === 'preview') return
				const { problems } = checkContent(root)
				if (problems.length === 0) return
				// The list is printed, not thrown: Astro comments on words it finds in an error's text.
				logger.error(`\n${formatProblems(problems)}`)
				throw new Error(`${problems.length} mistakes in content/, named above. Nothing was built.`)
			},
			'astro:build:done': async ({ dir, logger }) => {
				const out = fileURLToPath(dir)
				const pages = await indexPages(out)
				const redirects = collectRedirects(checkContent(root).content)
				await writeStubs(out, redirects, base, site)
				await writePolicies(out)
				await writeFile(join(out, '_redirects'), redirectsFile(redirects, base))
				await writeFile(join(out, 'redirects.nginx.map'), nginxMap(redirects, base))
				logger.info(`${pages} pages in the full-text index, ${redirects.length} addresses that lead on`)
			},
		},
	}
}
