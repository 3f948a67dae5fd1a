/**
 * The list of every address ever published, and what the built site holds it to. An address in a ticket is never
 * corrected, so the list only grows: each batch is sealed over the one before it, and a line that was changed or removed
 * breaks the seal. The links into trees are recorded apart, in content/published-trees.yaml.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'astro/zod'
import { parse } from 'yaml'
import { pathTo } from '../kb/addresses.ts'
import { day } from '../schemas/fields.ts'
import { describeIssue } from './describe-issue.ts'
import type { Problem } from './read-content.ts'

/** Where the list stands, from the project's root. */
export const PERMALINKS = 'content/permalinks.yaml'

/** A path from the root of the site, then its sections and the fields it takes from the query, each behind a space. */
const LINE = /^\/(?:[\w.-]+\/)*(?:[\w.-]+)?(?: \??[\w.-]+)*$/

const batch = z.strictObject({
	published: day.describe('the day they were recorded'),
	seal: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.describe('what npm run permalinks wrote: it holds this batch and all before it together'),
	addresses: z
		.array(z.string().regex(LINE).describe('an address without the base path, then what of it is promised'))
		.min(1)
		.describe('addresses that were new'),
})
const list = z.array(batch)
export type Batch = z.infer<typeof batch>

/** Addresses with what a link may ask of them: the id of a section, or `?q` for a field that the page reads from the query. */
export type Addresses = Map<string, Set<string>>

/**
 * What is not promised: names that change with each build, what only pages ask for, and what servers read. A link in a
 * ticket never leads there.
 */
const INTERNAL = [
	/^\/(?:_astro|pagefind|social|styles|decoder)\//,
	/^\/(?:404\.html|_headers|_redirects|redirects\.nginx\.map|lead-on\.js)$/,
	/^\/(?:lookup|lookup-settings|decoder|search-words|settings\/build)\.json$/,
]

/** Reads the list below the project's root: its batches, or what is wrong with it. A list that is not there is empty. */
export function readPermalinks(root: string): { batches: Batch[]; problems: Problem[] } {
	const problem = (message: string, field = ''): Problem => ({ file: PERMALINKS, field, message })
	let data: unknown
	try {
		data = parse(readFileSync(join(root, PERMALINKS), 'utf8')) ?? []
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException
		const says =
			code === 'ENOENT' ? 'is missing. Bring it back from the history.' : `is not valid YAML: ${message}. Mend it.`
		return { batches: [], problems: [problem(says)] }
	}
	const result = list.safeParse(data)
	if (!result.success)
		return {
			batches: [],
			problems: result.error.issues.map((issue) => ({ file: PERMALINKS, ...describeIssue(issue, data, list) })),
		}
	if (result.data.length === 0)
		return { batches: [], problems: [problem('holds no address. Bring the list back from the history.')] }
	let before = ''
	for (const [i, { published, seal, addresses }] of result.data.entries()) {
		before = sealOf(before, published, addresses)
		if (seal !== before)
			return {
				batches: result.data,
				problems: [
					problem(
						`the addresses of ${published} are not the ones that were sealed. Bring back the line that was changed, moved or removed: an address is published for ever.`,
						`[${i}].seal`,
					),
				],
			}
	}
	return { batches: result.data, problems: [] }
}

/** The seal of a batch: a hash over the seal before it, the day and the lines. */
function sealOf(before: string, published: string, lines: readonly string[]): string {
	return createHash('sha256')
		.update([before, published, ...lines].join('\n'))
		.digest('hex')
}

/** All addresses of a list, with every section that was ever published of each. */
export function recorded(batches: readonly Batch[]): Addresses {
	const all: Addresses = new Map()
	for (const line of batches.flatMap(({ addresses }) => addresses)) {
		const [path = '', ...sections] = line.split(' ')
		const known = all.get(path) ?? new Set()
		for (const section of sections) known.add(section)
		all.set(path, known)
	}
	return all
}

/** The text of a new batch, to be put at the end of the list. */
export function batchText(addresses: Addresses, published: string, batches: readonly Batch[]): string {
	const lines = [...addresses].map(([path, sections]) => [path, ...[...sections].sort()].join(' ')).sort()
	const seal = sealOf(batches.at(-1)?.seal ?? '', published, lines)
	return `- published: ${published}\n  seal: ${seal}\n  addresses:\n${lines.map((line) => `    - ${line}\n`).join('')}`
}

/** What a built site answers. */
export interface Site {
	/** Pages and files, with the ids of their sections. */
	addresses: Addresses
	/** Pages that lead on, and where to; paths without the base. */
	leadOn: Map<string, string>
	/** Whether a file answers. A file system that ignores case lists one spelling of a look-up and answers all. */
	has(file: string): boolean
}

/**
 * Reads the addresses off a built site.
 *
 * @param out the folder of the site
 * @param base the path below which it is served
 */
export function readSite(out: string, base: string): Site {
	const addresses: Addresses = new Map()
	const leadOn = new Map<string, string>()
	const prefix = base.replace(/\/+$/, '')
	for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue
		const file = join(entry.parentPath, entry.name)
		const path = file
			.slice(out.replace(/[\\/]+$/, '').length)
			.replaceAll('\\', '/')
			.replace(/\/index\.html$/, '/')
		if (INTERNAL.some((pattern) => pattern.test(path))) continue
		const html = path.endsWith('/') ? readFileSync(file, 'utf8') : ''
		addresses.set(path, promisedOf(path, html))
		const target = REFRESH.exec(html)?.[1]
		if (target !== undefined) leadOn.set(path, target.slice(prefix.length))
	}
	return { addresses, leadOn, has: (file) => addresses.has(file) || existsSync(join(out, file)) }
}

const REFRESH = /http-equiv="refresh" content="0; url=([^"]+)"/
const MAIN = /<main\b[\s\S]*<\/main>/
/** What a link may point to within a page: headings, sections, entries of lists, former ids; never a field of a form. */
const SECTION = /<(?:(?:h[1-6]|section|li|dt|tr|details)\b[^>]*?|span class="was")\sid="([^"]+)"/g

/** A field of a form that reads its value from the query. */
const FIELD = /<(?:input|select)\b[^>]*?\sname="([\w-]+)"/g
/** Which settings the builder offers may change: a file may turn out to do harm. It names what it leaves out. */
const BUILDER = pathTo({ kind: 'builder' })

function promisedOf(path: string, html: string): Set<string> {
	const main = MAIN.exec(html)?.[0] ?? ''
	const sections = [...main.matchAll(SECTION)].map(([, id = '']) => id).filter((id) => /^[\w.-]+$/.test(id))
	const fields = path === BUILDER ? [] : [...main.matchAll(FIELD)].map(([, name]) => `?${name}`)
	return new Set([...sections, ...fields])
}

/**
 * Recorded addresses that a built site does not answer any more, at the address itself or one hop further.
 *
 * @returns a problem for each, with what to do
 */
export function goneFrom(site: Site, wanted: Addresses): Problem[] {
	const problems: Problem[] = []
	for (const [path, sections] of wanted) {
		const report = (message: string) => problems.push({ file: PERMALINKS, field: path, message })
		const target = site.leadOn.get(path) ?? path
		const found = site.addresses.get(target)
		if (!path.endsWith('/') && site.has(path)) continue
		if (!found || !site.addresses.has(path))
			report('was published and is gone. Bring it back, or say in content/redirects.yaml where it went.')
		else if (site.leadOn.has(target)) report(`leads on to ${target}, which leads on itself. Name the page at the end.`)
		else
			for (const section of sections)
				if (found.has(section)) continue
				else if (section.startsWith('?'))
					report(`${section} was understood there and is not any more. Give the field of the form its name back.`)
				else
					report(
						`#${section} was published and is gone. Bring it back, or say in content/redirects.yaml which section took its place: from ${path}#${section}, to ${path}#…`,
					)
	}
	return problems
}

/** Addresses and sections of a built site that the list does not hold yet. */
export function unrecorded(site: Site, known: Addresses): Addresses {
	const fresh: Addresses = new Map()
	for (const [path, sections] of site.addresses) {
		const before = known.get(path)
		const added = [...sections].filter((section) => !before?.has(section))
		if (!before || added.length > 0) fresh.set(path, new Set(added))
	}
	return fresh
}
