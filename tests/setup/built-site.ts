/** The files of a built site, for tests that read them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface BuiltPage {
	/** Path on the site: /c/mstsc-0x904/ */
	path: string
	html: string
}

/** Every HTML file of a built site. */
export function readPages(dist: string): BuiltPage[] {
	return readdirSync(dist, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.html'))
		.map((name) => ({
			path: `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
			html: readFileSync(join(dist, name), 'utf8'),
		}))
}

/** A page that leads on to another, by its refresh for readers without JavaScript. */
export const leadsOn = ({ html }: BuiltPage) => /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1]
