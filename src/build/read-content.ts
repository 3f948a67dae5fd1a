/** Reads content/ from disk and parses every file with its schema, collecting all mistakes instead of stopping at one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { z } from 'astro/zod'
import { LineCounter, parseDocument } from 'yaml'
import { CONTENT, type DataOf, type KindName } from '../schemas/index.ts'
import { describeIssue } from './describe-issue.ts'

/** A mistake in the content: where it is, and one sentence that says what to do. */
export interface Problem {
	file: string
	field: string
	message: string
}

export interface Entry<K extends KindName> {
	/** Path from the project's root, as in content/causes/x.mdx. */
	file: string
	/** File name without its ending. */
	name: string
	data: DataOf<K>
	/** The Markdown below the frontmatter; empty for YAML. */
	body: string
}

export type Content = { [K in KindName]: Entry<K>[] }

/**
 * Reads all content below a folder.
 *
 * @param root the project's root, which holds content/
 * @returns what parsed, a problem for each field that did not, and the kinds of which a file is missing for it
 */
export function readContent(root: string): { content: Content; problems: Problem[]; incomplete: Set<KindName> } {
	const problems: Problem[] = []
	const incomplete = new Set<KindName>()
	const kinds = Object.keys(CONTENT) as KindName[]
	const content = Object.fromEntries(
		kinds.map((kind) => {
			const before = problems.length
			const entries = readKind(root, kind, problems)
			if (problems.length > before) incomplete.add(kind)
			return [kind, entries]
		}),
	) as unknown as Content
	return { content, problems, incomplete }
}

function readKind<K extends KindName>(root: string, kind: K, problems: Problem[]): Entry<K>[] {
	const { at, format, schema } = CONTENT[kind]
	const path = join(root, 'content', at)
	if (!existsSync(path)) return []
	const files = at.endsWith('.yaml')
		? [path]
		: readdirSync(path)
				.filter((name) => !name.startsWith('.'))
				.sort()
				.map((name) => join(path, name))
	return files.flatMap((path) => {
		const file = relative(root, path).replaceAll('\\', '/')
		const wanted = `.${format}`
		if (!path.endsWith(wanted)) {
			problems.push({ file, field: '', message: `is not a ${wanted} file. Move it out of content/${at}.` })
			return []
		}
		const { data, body, errors } = parse(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), format)
		if (errors.length > 0) {
			problems.push(...errors.map((message) => ({ file, field: '', message })))
			return []
		}
		const result = (schema as z.ZodType).safeParse(data)
		if (!result.success) {
			problems.push(...result.error.issues.map((issue) => ({ file, ...describeIssue(issue, data, schema) })))
			return []
		}
		const name = file.slice(file.lastIndexOf('/') + 1, -wanted.length)
		return [{ file, name, data: result.data as DataOf<K>, body }]
	})
}

function parse(text: string, format: 'yaml' | 'mdx'): { data: unknown; body: string; errors: string[] } {
	let yaml = text
	let body = ''
	if (format === 'mdx') {
		const end = text.indexOf('\n---', 3)
		if (!text.startsWith('---\n') || end < 0)
			return { data: undefined, body, errors: ['has no frontmatter. Start it with --- and the fields of its kind.'] }
		yaml = text.slice(4, end + 1)
		body = text.slice(text.indexOf('\n', end + 1) + 1)
	}
	const lines = new LineCounter()
	const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
	const offset = format === 'mdx' ? 1 : 0
	const errors = document.errors.map((error) => {
		const { line } = lines.linePos(error.pos[0])
		return `is not valid YAML at line ${line + offset}: ${error.message}. Mend the syntax there.`
	})
	return { data: errors.length > 0 ? undefined : document.toJS(), body, errors }
}
