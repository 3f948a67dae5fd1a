/** Serves the built site to all tests, and says where it and Chromium are. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serve } from '../../scripts/serve.ts'
import { findChromium } from './chromium.ts'

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the served site, with a slash at the end. */
		url: string
		chromium: string
		/** Folder of the built site. */
		dist: string
	}
}

export default async function setup(project: TestProject) {
	const dist = join(process.cwd(), 'dist')
	if (!existsSync(join(dist, 'index.html')))
		throw new Error('There is no built site in dist/. Run npm run build first, or npm test.')
	const { server, url } = await serve(dist)
	project.provide('url', url)
	project.provide('dist', dist)
	project.provide('chromium', findChromium())
	return () => server.close()
}
