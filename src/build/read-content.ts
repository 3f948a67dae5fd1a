/** Reads content/ from disk and parses every file with its schema, collecting all mistakes instead of stopping at one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { z } from 'astro/zod'
import { type Document, LineCounter, parseDocument, visit } from 'yaml'
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
	/** The Markdown below the frontmatter, which is blanked out so that lines count as in the file; empty for YAML. */
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
		if (!path.endsWith(`.${format}`)) {
			problems.push({ file, field: '', message: `is not a .${format} file. Move it out of content/${at}.` })
			return []
		}
		const read = readFile(file, readText(path), format, schema)
		problems.push(...read.problems)
		const name = file.slice(file.lastIndexOf('/') + 1, -`.${format}`.length)
		return read.data === undefined ? [] : [{ file, name, data: read.data as DataOf<K>, body: read.body }]
	})
}

interface ReadFile {
	text: string
	/** What the schema made of it; undefined where it did not fit. */
	data: unknown
	body: string
	problems: Problem[]
}

/** Each file as it was last read. Most are the same at the next check: while somebody writes, one changes and hundreds stay. */
const lastRead = new Map<string, ReadFile>()

function readFile(file: string, text: string, format: 'yaml' | 'mdx', schema: z.ZodType): ReadFile {
	const known = lastRead.get(file)
	if (known?.text === text) return known
	const { data, body, errors } = parse(text, format)
	const read: ReadFile = { text, data: undefined, body, problems: [] }
	if (errors.length > 0) read.problems = errors.map((message) => ({ file, field: '', message }))
	else {
		const result = schema.safeParse(data)
		if (result.success) read.data = result.data
		else read.problems = result.error.issues.map((issue) => ({ file, ...describeIssue(issue, data, schema) }))
	}
	lastRead.set(file, read)
	return read
}

/** A file as the editors of Windows may save it: with a byte order mark, with CRLF. */
function readText(path: string): string {
	return readFileSync(path, 'utf8')
		.replace(/^\uFEFF/, '')
		.replaceAll('\r\n', '\n')
}

function parse(text: string, format: 'yaml' | 'mdx'): { data: unknown; body: string; errors: string[] } {
	let yaml = text
	let body = ''
	if (format === 'mdx') {
		const end = text.indexOf('\n---', 3)
		if (!text.startsWith('---\n') || end < 0)
			return { data: undefined, body, errors: ['has no frontmatter. Start it with --- and the fields of its kind.'] }
		yaml = text.slice(4, end + 1)
		const below = text.indexOf('\n', end + 1)
		if (below >= 0) body = text.slice(0, below + 1).replace(/[^\n]/g, '') + text.slice(below + 1)
	}
	const lines = new LineCounter()
	const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
	const offset = format === 'mdx' ? 1 : 0
	const lineOf = (position: number) => lines.linePos(position).line + offset
	const errors = document.errors.map(
		(error) => `is not valid YAML at line ${lineOf(error.pos[0])}: ${error.message}. Mend the syntax there.`,
	)
	for (const { name, position } of unknownAliases(document))
		errors.push(
			`is not valid YAML at line ${lineOf(position)}: *${name} refers to nothing. Put text that starts with * in quotes.`,
		)
	if (errors.length > 0) return { data: undefined, body, errors }
	try {
		return { data: document.toJS(), body, errors }
	} catch (error) {
		return { data: undefined, body, errors: [`is not valid YAML: ${(error as Error).message}. Mend the syntax.`] }
	}
}

/** `*name` where no `&name` stands before it: no mistake of syntax, but nothing that could be read. */
function unknownAliases(document: Document.Parsed): { name: string; position: number }[] {
	const unknown: { name: string; position: number }[] = []
	visit(document, {
		Alias(_, alias) {
			if (!alias.resolve(document)) unknown.push({ name: alias.source, position: alias.range?.[0] ?? 0 })
		},
	})
	return unknown
}
