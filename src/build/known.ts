/** What the content holds, by id and by address: what references and links are checked against. */
import { codeId, eventId, INDEX_NAMES, pairId, pathTo, type Target } from '../kb/addresses.ts'
import { numberPages, numberPath } from '../kb/number-pages.ts'
import { type KindName, NUMBERED_KINDS } from '../schemas/index.ts'
import type { Content, Entry, Problem } from './read-content.ts'
import { tableOf } from './table-of.ts'

/** What exists, by id, with the file and field that says so. */
export interface Known {
	sources: Set<string>
	/** Codes, pairs and events: everything below /c/. */
	codes: Set<string>
	events: Set<string>
	settings: Set<string>
	trees: Set<string>
	scripts: Set<string>
	/** KB number to the kind of its article. */
	articles: Map<string, KindName>
	/** Paths of pages that content may link to. */
	paths: Set<string>
	/** Paths of numbers that lead on to a page, as in /c/2308/. */
	spellings: Set<string>
	/** Paths of articles with one of their slugs; they lead on, too. */
	slugs: Set<string>
	/** Kinds of which a file could not be read: what refers to them cannot be judged. */
	incomplete: ReadonlySet<KindName>
}

/** Kinds whose files make the pages below a path. */
const HOMES: readonly (readonly [string, readonly KindName[]])[] = [
	['/c/', ['codes', 'pairs', 'events']],
	['/kb/', NUMBERED_KINDS],
	['/settings/', ['settings']],
	['/triage/', ['triage']],
	['/scripts/', ['scripts']],
]

/** Whether a path is a page; true, too, where a file that could hold it could not be read. */
export function isPage({ paths, incomplete }: Known, path: string): boolean {
	const homes = HOMES.find(([start]) => path.startsWith(start))?.[1] ?? []
	return paths.has(path) || homes.some((kind) => incomplete.has(kind))
}

/** Whether a link to a path finds a page, there or one hop further: numbers lead on. */
export function answers(known: Known, path: string): boolean {
	return isPage(known, path) || known.spellings.has(path)
}

/** Pages that exist whatever the content holds. */
const LISTS_AND_TOOLS: readonly Target[] = [
	{ kind: 'home' },
	...INDEX_NAMES.map((of) => ({ kind: 'index', of }) as const),
	{ kind: 'decode' },
	{ kind: 'search' },
	{ kind: 'builder' },
	{ kind: 'api' },
]

/**
 * Collects every id and address of the content.
 *
 * @param incomplete kinds of which a file could not be read
 * @returns what exists, and a problem for each id that is taken twice or does not fit its file
 */
export function collectKnown(
	content: Content,
	incomplete: ReadonlySet<KindName>,
): { known: Known; problems: Problem[] } {
	const problems: Problem[] = []
	const known: Known = {
		sources: new Set(),
		codes: new Set(),
		events: new Set(),
		settings: new Set(),
		trees: new Set(),
		scripts: new Set(),
		articles: new Map(),
		paths: new Set(LISTS_AND_TOOLS.map(pathTo)),
		spellings: new Set(),
		slugs: new Set(),
		incomplete,
	}
	const owners = new Map<string, string>()
	const claim = (id: string, file: string, field: string): boolean => {
		const owner = owners.get(id)
		if (owner === undefined) {
			owners.set(id, `${file}: ${field}`)
			return true
		}
		problems.push({
			file,
			field,
			message: `the id ${id} is taken by ${owner}. Ids are unique: choose another or remove one.`,
		})
		return false
	}
	const add = (set: Set<string>, id: string, path: string, file: string, field: string) => {
		if (!claim(id, file, field)) return
		set.add(id)
		known.paths.add(path)
	}
	for (const { file, data } of content.codes)
		for (const [i, code] of data.codes.entries()) {
			const id = codeId(data.space, code.value)
			add(known.codes, id, pathTo({ kind: 'code', id }), file, `codes[${i}].value`)
		}
	for (const { file, data, name } of content.pairs) {
		const id = data.extended === undefined ? codeId(data.space, data.error) : pairId(data.error, data.extended)
		if (name !== id)
			problems.push({
				file,
				field: 'error',
				message: `the file is about ${id} but is called ${name}. Rename it ${id}.mdx.`,
			})
		if (data.extended !== undefined) add(known.codes, id, pathTo({ kind: 'code', id }), file, 'error')
		if (!incomplete.has('codes') && !known.codes.has(codeId(data.space, data.error)))
			problems.push({
				file,
				field: 'error',
				message: `no code ${codeId(data.space, data.error)} exists. Add it to content/codes/${data.space}.yaml first.`,
			})
	}
	for (const { file, data } of content.events)
		for (const [i, event] of data.events.entries()) {
			const id = eventId(data.slug, event.id)
			known.events.add(id)
			add(known.codes, id, pathTo({ kind: 'code', id }), file, `events[${i}].id`)
		}
	for (const { file, data } of content.sources)
		for (const [i, source] of data.entries())
			if (claim(`source ${source.id}`, file, `[${i}].id`)) known.sources.add(source.id)
	for (const { file, data, name } of content.settings) {
		add(known.settings, data.id, pathTo({ kind: 'setting', id: data.id }), file, 'id')
		if (name !== data.id)
			problems.push({ file, field: 'id', message: `says ${data.id} but the file is called ${name}. Make them equal.` })
	}
	for (const { file, data, name } of content.scripts) {
		if (claim(`script ${data.id}`, file, 'id')) {
			known.scripts.add(data.id)
			known.paths.add(pathTo({ kind: 'script', id: data.id }))
		}
		if (name !== data.id)
			problems.push({ file, field: 'id', message: `says ${data.id} but the file is called ${name}. Make them equal.` })
	}
	for (const { file, data } of content.triage) {
		add(known.trees, data.id, pathTo({ kind: 'tree', id: data.id }), file, 'id')
		known.paths.add(pathTo({ kind: 'about-tree', id: data.id }))
		for (const { id } of data.outcomes) known.paths.add(pathTo({ kind: 'outcome', tree: data.id, outcome: id }))
	}
	for (const kind of NUMBERED_KINDS)
		for (const { file, data } of content[kind] as Entry<'guides'>[]) {
			if (!claim(data.kb, file, 'kb')) continue
			known.articles.set(data.kb, kind)
			known.paths.add(pathTo({ kind: 'article', kb: data.kb }))
			for (const [i, slug] of data.slugs.entries()) {
				const path = pathTo({ kind: 'article', kb: data.kb, slug })
				if (known.slugs.has(path))
					problems.push({
						file,
						field: `slugs[${i}]`,
						message: `the slug ${slug} stands twice. Remove one of the two.`,
					})
				known.slugs.add(path)
			}
		}
	const { choices, redirects } = numberPages(tableOf(content))
	for (const { spelling } of choices) known.paths.add(numberPath(spelling))
	for (const { from } of redirects) known.spellings.add(from)
	return { known, problems }
}
