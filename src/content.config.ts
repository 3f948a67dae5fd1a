/** The collections Astro serves to the pages; what a valid file is stands in src/schemas. */
import { defineCollection } from 'astro:content'
import { file, glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { parse } from 'yaml'
import * as articles from './schemas/articles.ts'
import { codeSpace } from './schemas/code.ts'
import { eventLog } from './schemas/event.ts'
import { message, otherNumber } from './schemas/message.ts'
import { pair } from './schemas/pair.ts'
import { script } from './schemas/script.ts'
import { setting } from './schemas/setting.ts'
import { source } from './schemas/source.ts'
import { publishedTree, triage } from './schemas/triage.ts'

const folder = (name: string, pattern: '*.mdx' | '*.yaml') => glob({ base: `./content/${name}`, pattern })

export const collections = {
	codes: defineCollection({ loader: folder('codes', '*.yaml'), schema: codeSpace }),
	pairs: defineCollection({ loader: folder('pairs', '*.mdx'), schema: pair }),
	causes: defineCollection({ loader: folder('causes', '*.mdx'), schema: articles.cause }),
	fixes: defineCollection({ loader: folder('fixes', '*.mdx'), schema: articles.fix }),
	guides: defineCollection({ loader: folder('guides', '*.mdx'), schema: articles.guide }),
	myths: defineCollection({ loader: folder('myths', '*.mdx'), schema: articles.myth }),
	settings: defineCollection({ loader: folder('settings', '*.yaml'), schema: setting }),
	events: defineCollection({ loader: folder('events', '*.yaml'), schema: eventLog }),
	triage: defineCollection({ loader: folder('triage', '*.yaml'), schema: triage }),
	'published-trees': defineCollection({
		loader: file('content/published-trees.yaml', {
			parser: (text) => (parse(text) as object[]).map((row, i) => ({ id: String(i), ...row })),
		}),
		schema: publishedTree.extend({ id: z.string() }),
	}),
	scripts: defineCollection({ loader: folder('scripts', '*.yaml'), schema: script }),
	messages: defineCollection({ loader: folder('messages', '*.yaml'), schema: message }),
	'other-numbers': defineCollection({
		loader: file('content/other-numbers.yaml', {
			parser: (text) => (parse(text) as object[]).map((row, i) => ({ id: String(i), ...row })),
		}),
		schema: otherNumber.extend({ id: z.string() }),
	}),
	sources: defineCollection({ loader: file('content/sources.yaml'), schema: source }),
}
