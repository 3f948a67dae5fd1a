/** A moved address leads to a page in one hop, and never hides a page. So does what replaced a superseded article. */
import { isPage, type Known } from './known.ts'
import type { Content, Problem } from './read-content.ts'

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
	for (const kind of ['causes', 'fixes', 'guides', 'myths', 'pairs'] as const)
		for (const { file, data } of content[kind]) {
			const { state, supersededBy } = data
			const report = (message: string) => problems.push({ file, field: 'supersededBy', message })
			if (state === 'superseded' && supersededBy === undefined)
				report('is missing. A superseded article names what replaced it.')
			if (state !== 'superseded' && supersededBy !== undefined)
				report(`stands in an article whose state is ${state}. Set the state to superseded, or remove it.`)
			if (supersededBy !== undefined && !isPage(known, supersededBy))
				report(`${supersededBy} is no page. Name a page that exists.`)
		}
	return problems
}
