import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { guideBuild } from './src/build/integration.ts'
import { headingIds, linksUnderBase } from './src/build/markdown.ts'
import { readWhere } from './src/build/where.ts'
import { shikiConfig } from './src/components/shiki.ts'

const { site, base, out, reportTo } = readWhere(process.env)

export default defineConfig({
	...(site ? { site } : {}),
	base,
	outDir: out,
	trailingSlash: 'always',
	// White space as in JSX: what the formatter assumes, too. A test looks for words that were glued by it.
	compressHTML: 'jsx',
	build: { format: 'directory', inlineStylesheets: 'always' },
	// Scripts stay files: an inlined one would need a hash per page, and dynamic imports break when inlined.
	vite: {
		define: { 'import.meta.env.REPORT_TO': JSON.stringify(reportTo ?? '') },
		build: {
			assetsInlineLimit: 0,
			rolldownOptions: {
				// Astro marks MDX modules with a directive that the bundler does not know; nothing is lost.
				onwarn: (warning, warn) => {
					if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
				},
			},
		},
	},
	markdown: {
		shikiConfig,
		processor: satteri({
			features: { smartPunctuation: false },
			mdastPlugins: [headingIds(), linksUnderBase(base)],
		}),
	},
	integrations: [mdx(), guideBuild()],
})
