/** Checks the Markdown of articles: headings carry permanent ids, required sections stand there, links lead somewhere. */
import { CONTENT, type KindName } from '../schemas/index.ts'
import { isPage, type Known } from './known.ts'
import type { Content, Problem } from './read-content.ts'

const HEADING = /^(#{1,6}) (.*)$/
const HEADING_ID = /\[#([a-z0-9]+(?:-[a-z0-9]+)*)\]\s*$/
const LINK = /\]\((\/[^)\s]*)\)/g

export function checkBodies(content: Content, known: Known): Problem[] {
	const problems: Problem[] = []
	for (const kind of Object.keys(CONTENT) as KindName[]) {
		if (CONTENT[kind].format !== 'mdx') continue
		const definition = CONTENT[kind]
		const required: readonly string[] = 'sections' in definition ? definition.sections : []
		for (const { file, body } of content[kind]) {
			const report = (field: string, message: string) => problems.push({ file, field, message })
			const prose = withoutCode(body)
			const ids = new Set<string>()
			for (const line of prose.split('\n')) {
				const heading = HEADING.exec(line)
				if (!heading) continue
				const id = HEADING_ID.exec(heading[2] ?? '')?.[1]
				if (heading[1] === '#')
					report('body', `the heading "${heading[2]}" is of level 1. The title is the page's only one: use ##.`)
				if (!id)
					report(
						'body',
						`the heading "${heading[2]}" has no permanent id. End it with one in brackets, as in ## Steps [#fix].`,
					)
				else if (ids.has(id)) report('body', `the section id #${id} stands twice. Give the second heading another.`)
				else ids.add(id)
			}
			for (const id of required)
				if (!ids.has(id)) report('body', `the section #${id} is missing. Add a heading that ends with [#${id}].`)
			for (const match of prose.matchAll(LINK)) {
				const path = (match[1] ?? '').replace(/[?#].*$/, '')
				if (!isPage(known, path))
					report('body', `the link ${match[1]} leads to no page. Correct it; addresses end with a slash.`)
			}
		}
	}
	return problems
}

/** The text with fenced code blanked out, so that a comment in a script is no heading. */
function withoutCode(body: string): string {
	let fenced = false
	return body
		.split('\n')
		.map((line) => {
			const fence = /^\s*(```|~~~)/.test(line)
			if (fence) fenced = !fenced
			return fence || fenced ? '' : line
		})
		.join('\n')
}
