/**
 * Addresses that lead on: spellings of numbers, slugs of articles, moved pages. One table makes the stub pages for a plain
 * file server and the same rules for servers that can redirect.
 */

import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pathTo, type SiteFile, under } from '../kb/addresses.ts'
import { numberPages } from '../kb/number-pages.ts'
import { escapeHtml } from '../kb/text/escape-html.ts'
import { NUMBERED_KINDS } from '../schemas/index.ts'
import { leadsOn } from '../strings.ts'
import { withPolicy } from './content-security-policy.ts'
import type { Content, Entry } from './read-content.ts'
import { tableOf } from './table-of.ts'

/** From a path to a path, both without the base. */
export interface Redirect {
	from: string
	to: string
	/** A spelling answers as a page of its own; only true moves belong into a server's table. */
	kind: 'spelling' | 'slug' | 'moved'
	/** Why it moved; what a file that was withdrawn says of itself. */
	reason?: string
}

/** Every address that leads on. Throws when two rules share an address, which the checks of the content name first. */
export function collectRedirects(content: Content): Redirect[] {
	const spellings = numberPages(tableOf(content)).redirects.map((redirect) => ({
		...redirect,
		kind: 'spelling' as const,
	}))
	const slugs = NUMBERED_KINDS.flatMap((kind) =>
		(content[kind] as Entry<'guides'>[]).flatMap(({ data: { kb, slugs } }) =>
			slugs.map((slug) => ({
				from: pathTo({ kind: 'article', kb, slug }),
				to: pathTo({ kind: 'article', kb }),
				kind: 'slug' as const,
			})),
		),
	)
	const moved = content.redirects.flatMap(({ data }) =>
		data
			.filter(({ from }) => !from.includes('#'))
			.map(({ from, to, reason }) => ({ from, to, reason, kind: 'moved' as const })),
	)
	const all = [...spellings, ...slugs, ...moved]
	const seen = new Set<string>()
	for (const { from } of all) {
		if (seen.has(from))
			throw new Error(`Two redirects start at ${from}. Remove one from content/redirects.yaml, or rename the slug.`)
		seen.add(from)
	}
	return all
}

/**
 * Writes a page for each address that leads on, its policy included. Refuses to overwrite a real page, and to write
 * outside the folder.
 */
export async function writeStubs(
	out: string,
	redirects: readonly Redirect[],
	base: string,
	site: string | undefined,
): Promise<void> {
	await writeFile(join(out, 'lead-on.js'), LEAD_ON)
	for (const { from, to, reason } of redirects) {
		const file = join(out, from.endsWith('/') ? `${from}index.html` : from)
		if (!resolve(file).startsWith(resolve(out) + sep))
			throw new Error(`${from} leaves the folder of the site. Correct it in content/redirects.yaml.`)
		if (existsSync(file))
			throw new Error(
				`${from} is published and cannot lead on to ${to}. Remove the redirect from content/redirects.yaml.`,
			)
		const target = under(base, to)
		const whole = site ? new URL(target, site).href : target
		await mkdir(dirname(file), { recursive: true })
		await writeFile(
			file,
			from.endsWith('/') ? withPolicy(stub(target, whole, base), from) : withdrawn(from, whole, reason ?? ''),
		)
	}
}

/**
 * What a file that was withdrawn says where the server cannot lead on. It does no harm to what opens it: PowerShell stops
 * with the sentence, the registry editor takes it for no registry file, JSON stays JSON.
 */
export function withdrawn(path: string, to: string, reason: string): Uint8Array {
	const says = leadsOn.withdrawn(reason, to)
	// As the files of settings are: Windows PowerShell reads a script without a mark in the code page of the machine.
	if (path.endsWith('.ps1')) return Buffer.from(`\uFEFFthrow '${says.replaceAll(/['‘’‚‛]/g, '$&$&')}'\r\n`)
	if (path.endsWith('.reg')) return Buffer.from(`\uFEFF${says}\r\n`, 'utf16le')
	if (path.endsWith('.json')) return Buffer.from(`${JSON.stringify({ withdrawn: reason, to })}\n`)
	return Buffer.from(`${says}\n`)
}

/** Carries query and fragment along, which a refresh in the page's head would drop. */
const LEAD_ON = `location.replace(document.querySelector('a').pathname + location.search + location.hash)
`

function stub(target: string, canonical: string, base: string): string {
	const href = escapeHtml(target)
	const file = (name: SiteFile) => escapeHtml(under(base, pathTo({ kind: 'file', name })))
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="%CSP%"><title>${leadsOn.title(href)}</title><meta name="robots" content="noindex"><link rel="canonical" href="${escapeHtml(canonical)}"><link rel="icon" href="${file('favicon.svg')}"><script src="${file('lead-on.js')}" defer></script><noscript><meta http-equiv="refresh" content="0; url=${href}"></noscript></head><body><main><h1>${leadsOn.heading}</h1><p>${leadsOn.sentence(`<a href="${href}">${href}</a>`)}</p></main></body></html>
`
}

const forServers = (redirects: readonly Redirect[]) => redirects.filter(({ kind }) => kind !== 'spelling')

/**
 * The table as Netlify and Cloudflare Pages read it. Spellings are left to their pages: the services limit the count. 302,
 * because where an address leads may change, and a browser that stored a 301 would not ask again.
 */
export function redirectsFile(redirects: readonly Redirect[], base: string): string {
	return `${forServers(redirects)
		.map(({ from, to }) => `${under(base, from)} ${under(base, to)} 302`)
		.join('\n')}\n`
}

/** The whole table as an nginx map from path to path. Mail and chat drop the slash at the end: one hop serves them, too. */
export function nginxMap(redirects: readonly Redirect[], base: string): string {
	const lines = redirects.flatMap(({ from, to }) => {
		const ways = from.endsWith('/') ? [from, from.slice(0, -1)] : [from]
		return ways.map((way) => `${under(base, way)} ${under(base, to)};`)
	})
	return `${lines.join('\n')}\n`
}
