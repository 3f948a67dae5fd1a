/** Checks the Markdown of articles: headings carry permanent ids, required sections stand there, links lead somewhere. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { codeId, pairId, pathTo } from '../kb/addresses.ts'
import { CONTENT, type DataOf, type NUMBERED_KINDS } from '../schemas/index.ts'
import { useProblem } from './check-settings.ts'
import { entryFault } from './check-trees.ts'
import { answers, type Known } from './known.ts'
import { type Body, type Reference, readBody } from './read-body.ts'
import type { Content, Entry, Problem } from './read-content.ts'

type ArticleKind = 'pairs' | (typeof NUMBERED_KINDS)[number]

/** Sections that the page makes from the fields of an article, besides those its body has. */
const PAGE_SECTIONS: Record<ArticleKind, readonly string[]> = {
	// A pair without an extended code stands on the page of its code.
	pairs: [
		'causes',
		'proves',
		'proves-not',
		'myths',
		'triage',
		'reports',
		'pairs',
		'contradiction',
		'related',
		'others',
		'spellings',
	],
	causes: ['check', 'fix', 'confused', 'unknown', 'events', 'settings'],
	fixes: ['files', 'settings', 'causes'],
	guides: [],
	myths: ['causes'],
}
const EVERY_PAGE = ['main', 'rail', 'sources', 'history']

interface Article {
	file: string
	kind: ArticleKind
	body: Body
	/** The page it stands on. */
	path: string
	/** What a fragment may name. */
	ids: ReadonlySet<string>
	/** The tree that the page embeds by itself. */
	tree: string | undefined
}

/** @param root the project's root, whose public/ holds the images that articles show */
export function checkBodies(content: Content, known: Known, root: string): Problem[] {
	const problems: Problem[] = []
	const articles: Article[] = []
	for (const kind of Object.keys(PAGE_SECTIONS) as ArticleKind[])
		for (const { file, data, body: text } of content[kind] as Entry<ArticleKind>[]) {
			const body = readBody(text)
			if ('error' in body) problems.push({ file, field: 'body', message: body.error })
			else
				articles.push({
					file,
					kind,
					body,
					path: pathOf(data),
					ids: idsOf(kind, data, body),
					tree: 'triage' in data ? data.triage : undefined,
				})
		}
	const settings = content.settings.map(({ data }) => data)
	const byPath = new Map(articles.map((article) => [article.path, article]))
	for (const article of articles) {
		const links = article.body.references.flatMap((reference) => {
			const fault = faultOf(reference, article.ids, byPath, known, root)
			return fault ? [`the ${reference.form === 'image' ? 'image' : 'link'} ${reference.url} ${fault}`] : []
		})
		const uses = article.body.settings.flatMap((use, i, all) => {
			const again = all.findIndex(({ id }) => id === use.id) < i
			const fault = again
				? `${use.id} stands twice. Link to its page the second time.`
				: known.incomplete.has('settings')
					? undefined
					: useProblem(use, settings)
			return fault ? [`the setting at line ${use.line}: ${fault}`] : []
		})
		const scripts = article.body.scripts.flatMap(({ id, line }) =>
			known.scripts.has(id) || known.incomplete.has('scripts')
				? []
				: [`the script at line ${line}: there is no script ${id}. Scripts stand in content/scripts, one file each.`],
		)
		const embedded = article.tree ? [article.tree] : []
		const trees = article.body.trees.flatMap(({ id, from, line }) => {
			const fault = embedded.includes(id)
				? `${id} stands on this page twice. Link to its page the second time.`
				: known.incomplete.has('triage')
					? undefined
					: (entryFault(content, id, from) ?? undefined)
			embedded.push(id)
			return fault ? [`the tree at line ${line}: ${fault}`] : []
		})
		for (const message of [...headingProblems(article), ...links, ...uses, ...scripts, ...trees])
			problems.push({ file: article.file, field: 'body', message })
	}
	return problems
}

function pathOf(data: DataOf<ArticleKind>): string {
	if (!('error' in data)) return pathTo({ kind: 'article', kb: data.kb })
	const { space, error, extended } = data
	return pathTo({ kind: 'code', id: extended === undefined ? codeId(space, error) : pairId(error, extended) })
}

function idsOf(kind: ArticleKind, data: DataOf<ArticleKind>, { headings, htmlIds }: Body): Set<string> {
	const checks = 'checks' in data ? data.checks.map(({ id }) => `check-${id}`) : []
	return new Set([...headings.map(({ id }) => id ?? ''), ...htmlIds, ...checks, ...PAGE_SECTIONS[kind], ...EVERY_PAGE])
}

function headingProblems({ kind, body }: Article): string[] {
	const messages: string[] = []
	const ids = new Set<string>()
	for (const { text, depth, id } of body.headings) {
		if (depth === 1) messages.push(`the heading "${text}" is of level 1. The title is the page's only one: use ##.`)
		if (!id)
			messages.push(`the heading "${text}" has no permanent id. End it with one in brackets, as in ## Steps [#fix].`)
		else if (ids.has(id)) messages.push(`the section id #${id} stands twice. Give the second heading another.`)
		else ids.add(id)
	}
	const definition = CONTENT[kind]
	const required: readonly string[] = 'sections' in definition ? definition.sections : []
	for (const id of required)
		if (!ids.has(id)) messages.push(`the section #${id} is missing. Add a heading that ends with [#${id}].`)
	return messages
}

/** What is wrong with an address, as the end of a sentence and what to do; undefined where nothing is. */
function faultOf(
	{ url, line, form }: Reference,
	ownIds: ReadonlySet<string>,
	articles: ReadonlyMap<string, Article>,
	known: Known,
	root: string,
): string | undefined {
	const at = `at line ${line}`
	const [path = '', fragment = ''] = url.split(/\?[^#]*(?:#|$)|#/)
	if (form === 'image') {
		const shown = url.startsWith('/') && existsSync(join(root, 'public', path))
		return shown ? undefined : `${at} shows nothing. Put the file into public/ and start the address with a slash.`
	}
	if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return undefined
	if (url.startsWith('#'))
		return ownIds.has(fragment) ? undefined : `${at} names no section of this page. Correct it or add the section.`
	if (!url.startsWith('/'))
		return `${at} is relative. Start it with a slash, as in /kb/0005/; other sites start with https.`
	if (form === 'html') return `${at} stands in HTML and would miss the base path. Write it as [words](${url}).`
	if (!answers(known, path)) return `${at} leads to no page. Correct it; addresses end with a slash.`
	const target = articles.get(path)
	if (fragment === '' || !target || target.ids.has(fragment)) return undefined
	return `${at} names a section that ${target.file} does not have. Correct it or add the section there.`
}
