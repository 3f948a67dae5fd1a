/**
 * Checks the whole content: every file against its schema, every reference against what exists, ids against each other.
 * A mistake stops the build with file, field and what to do; all mistakes are named in one run.
 */
import { codeId, eventId, INDEX_NAMES, pairId, pathTo, type Target } from '../kb/addresses.ts'
import { CONTENT, type KindName, NUMBERED_KINDS } from '../schemas/index.ts'
import { checkBodies } from './check-bodies.ts'
import { checkReferences } from './check-references.ts'
import { checkTrees } from './check-trees.ts'
import { type Content, type Entry, type Problem, readContent } from './read-content.ts'

/** What exists, by id, with the file and field that says so. */
export interface Known {
	sources: Set<string>
	/** Codes, pairs and events: everything below /c/. */
	codes: Set<string>
	events: Set<string>
	settings: Set<string>
	trees: Set<string>
	/** KB number to the kind of its article. */
	articles: Map<string, KindName>
	/** Paths of pages that content may link to. */
	paths: Set<string>
}

/** Pages that exist whatever the content holds. */
const LISTS_AND_TOOLS: readonly Target[] = [
	{ kind: 'home' },
	...INDEX_NAMES.map((of) => ({ kind: 'index', of }) as const),
	{ kind: 'decode' },
	{ kind: 'search' },
]

/**
 * @param root the project's root
 * @returns the content that parsed, and every problem found; the build must not go on when there is one
 */
export function checkContent(root: string): { content: Content; problems: Problem[] } {
	const { content, problems } = readContent(root)
	const known = collectKnown(content, problems)
	problems.push(...checkReferences(content, known), ...checkBodies(content, known), ...checkTrees(content))
	problems.push(...checkUnusedSources(content))
	return { content, problems }
}

/** The problems as text for a terminal, one a line, sorted by file. */
export function formatProblems(problems: Problem[]): string {
	const lines = problems.map(({ file, field, message }) =>
		field ? `${file}: ${field}: ${message}` : `${file}: ${message}`,
	)
	return [...new Set(lines)].sort().join('\n')
}

function collectKnown(content: Content, problems: Problem[]): Known {
	const known: Known = {
		sources: new Set(),
		codes: new Set(),
		events: new Set(),
		settings: new Set(),
		trees: new Set(),
		articles: new Map(),
		paths: new Set(LISTS_AND_TOOLS.map(pathTo)),
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
		if (!known.codes.has(codeId(data.space, data.error)))
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
	for (const { file, data } of content.triage) {
		add(known.trees, data.id, pathTo({ kind: 'tree', id: data.id }), file, 'id')
		for (const { id } of data.outcomes) known.paths.add(pathTo({ kind: 'outcome', tree: data.id, outcome: id }))
	}
	for (const kind of NUMBERED_KINDS)
		for (const { file, data } of content[kind] as Entry<'guides'>[]) {
			if (!claim(data.kb, file, 'kb')) continue
			known.articles.set(data.kb, kind)
			known.paths.add(pathTo({ kind: 'article', kb: data.kb }))
		}
	return known
}

function checkUnusedSources(content: Content): Problem[] {
	const cited = new Set<string>()
	const collect = (value: unknown): void => {
		if (typeof value === 'string') cited.add(value)
		else if (value && typeof value === 'object') Object.values(value).forEach(collect)
	}
	for (const kind of Object.keys(CONTENT) as KindName[])
		if (kind !== 'sources') for (const entry of content[kind]) collect(entry.data)
	return content.sources.flatMap(({ file, data }) =>
		data
			.map((source, i) => ({ source, i }))
			.filter(({ source }) => !cited.has(source.id))
			.map(({ source, i }) => ({
				file,
				field: `[${i}].id`,
				message: `nothing cites ${source.id}. Cite it where it supports a claim, or remove it.`,
			})),
	)
}
