/** A moved address leads to a page in one hop, and never hides a page. So does what replaced a superseded article. */
import { codeId, pairId, pathTo } from '../kb/addresses.ts'
import { NUMBERED_KINDS } from '../schemas/index.ts'
import { isPage, type Known } from './known.ts'
import type { Content, Entry, Problem } from './read-content.ts'

export function checkRedirects(content: Content, known: Known): Problem[] {
	const problems: Problem[] = []
	for (const { file, data } of content.redirects) {
		const starts = data.map(({ from }) => from)
		for (const [i, { from, to }] of data.entries()) {
			const report = (field: string, message: string) => problems.push({ file, field: `[${i}].${field}`, message })
			const [page = '', section] = from.split('#')
			if (section !== undefined) {
				if (!isPage(known, page)) report('from', `${page} is no page. A page that moved takes its sections along.`)
				if (to.split('#')[0] !== page) report('to', `${to} is another page. A section leads on within its page.`)
				if (starts.includes(to)) report('to', `${to} leads on itself. Name the section at the end.`)
				if (starts.indexOf(from) !== i) report('from', `${from} leads on twice. Keep one of the two.`)
				continue
			}
			if (to.includes('#')) report('to', `${to} is a section. A page leads on to a page, and takes the fragment along.`)
			if (known.paths.has(from)) report('from', `${from} is a page. A page cannot lead on: remove the redirect.`)
			if (known.spellings.has(from))
				report('from', `${from} is how a number is written, and leads on by itself. Remove the redirect.`)
			if (known.slugs.has(from))
				report('from', `${from} is a slug of an article, and leads on by itself. Remove the redirect.`)
			if (starts.indexOf(from) !== i) report('from', `${from} leads on twice. Keep one of the two.`)
			if (starts.includes(to) || known.spellings.has(to) || known.slugs.has(to))
				report('to', `${to} leads on itself. Name the page at the end.`)
			else if (!isPage(known, to)) report('to', `${to} is no page. Name a page that exists.`)
		}
	}
	const articles = articlesOf(content)
	const replaced = new Set(articles.flatMap(({ path, state }) => (state === 'superseded' ? path : [])))
	for (const { file, path, state, supersededBy } of articles) {
		const report = (message: string) => problems.push({ file, field: 'supersededBy', message })
		if (state === 'superseded' && supersededBy === undefined)
			report('is missing. A superseded article names what replaced it.')
		if (state !== 'superseded' && supersededBy !== undefined)
			report(`stands in an article whose state is ${state}. Set the state to superseded, or remove it.`)
		if (supersededBy !== undefined && !isPage(known, supersededBy))
			report(`${supersededBy} is no page. Name a page that exists.`)
		else if (supersededBy === path) report(`${supersededBy} is this article itself. Name what replaced it.`)
		else if (supersededBy !== undefined && replaced.has(supersededBy))
			report(`${supersededBy} was replaced itself. Name the page that is kept up.`)
	}
	return problems
}

/** What may be superseded, with the path of its page. */
function articlesOf(content: Content) {
	const numbered = NUMBERED_KINDS.flatMap((kind) =>
		(content[kind] as Entry<'guides'>[]).map(({ file, data }) => ({
			file,
			...data,
			path: pathTo({ kind: 'article', kb: data.kb }),
		})),
	)
	const pairs = content.pairs.map(({ file, data }) => {
		const { space, error, extended } = data
		const id = extended === undefined ? codeId(space, error) : pairId(error, extended)
		return { file, ...data, path: pathTo({ kind: 'code', id }) }
	})
	return [...numbered, ...pairs]
}
