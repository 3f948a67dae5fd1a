/** A copy of the guide's content that a test may break, and small valid files to break in it. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { checkContent } from '../../src/build/check-content.ts'
import type { Problem } from '../../src/build/read-content.ts'
import { edgesOf } from '../../src/kb/triage/validate.ts'

/** The project's root. */
export const root = process.cwd()

export interface ContentCopy {
	/** A folder that holds content/. */
	root: string
	/** Writes a file below content/. */
	write(file: string, text: string): void
	/** Changes what a YAML file below content/ holds. */
	change<T>(file: string, how: (data: T) => void): void
	problems(): Problem[]
	/** Takes back everything that was written or changed: copying anew takes longer than most tests. */
	restore(): void
	remove(): void
}

export function copyContent(): ContentCopy {
	const copy = mkdtempSync(join(tmpdir(), 'content-'))
	const at = (file: string) => join(copy, 'content', file)
	cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true })
	/** What stood in the files that were written to; undefined where there was none. */
	const originals = new Map<string, string | undefined>()
	const write = (file: string, text: string) => {
		if (!originals.has(file)) originals.set(file, existsSync(at(file)) ? readFileSync(at(file), 'utf8') : undefined)
		writeFileSync(at(file), text)
	}
	return {
		root: copy,
		write,
		change(file, how) {
			const data = parse(readFileSync(at(file), 'utf8'))
			how(data)
			write(file, stringify(data))
		},
		problems: () => checkContent(copy).problems,
		restore() {
			for (const [file, text] of originals)
				if (text === undefined) rmSync(at(file))
				else writeFileSync(at(file), text)
			originals.clear()
		},
		remove: () => rmSync(copy, { recursive: true, maxRetries: 3 }),
	}
}

/** Frontmatter and body as an article file. */
export const article = (fields: object, body: string) => `---\n${stringify(fields)}---\n\n${body}\n`

/** A myth article without a mistake, at content/myths/test.mdx; a test changes what it is about. */
export function myth(changes: object = {}, body = '## Why [#why]\n\nSee [0x904](/c/mstsc-0x904/).'): string {
	return article(
		{
			kb: 'KB9999',
			slugs: ['test'],
			title: 'A test',
			summary: 'A test of the checks.',
			claim: 'Mistakes go unnoticed.',
			verdict: 'wrong',
			about: 'numbers',
			instead: 'Check the content.',
			codes: ['mstsc-0x904'],
			causes: ['KB0001'],
			state: 'verified',
			verified: '2026-11-22',
			history: [{ date: '2026-11-22', change: 'First version.' }],
			sources: ['ms-ondisconnected'],
			phases: 'any',
			appliesTo: ['Windows 11'],
			...changes,
		},
		body,
	)
}

interface Answer {
	id: string
	question?: string
	outcome?: string
	[field: string]: unknown
}

/** An answer without a mistake, as an author writes it. */
export const answer = (id: string, to: Omit<Answer, 'id'>): Answer => ({ id, label: id, says: `It is ${id}.`, ...to })

/** A question with the answers that are given; everybody can answer it. */
export const question = (id: string, answers: Answer[], changes: object = {}) => ({
	id,
	label: id,
	asks: `Is it ${id}?`,
	why: 'To test the checks.',
	how: [{ role: 'user', where: 'client', do: 'Read the dialog.' }],
	answers,
	everybodyKnows: 'It stands in the dialog.',
	...changes,
})

export const outcome = (id: string, changes: object = {}) => ({
	id,
	title: `It is ${id}`,
	says: 'Do this.',
	verify: 'It works.',
	collect: ['The text of the dialog.'],
	...changes,
})

interface TreeShape {
	id: string
	version: number
	start: string
	questions: { id: string; answers: Answer[] }[]
	outcomes: { id: string }[]
	[field: string]: unknown
}

/** A tree without a mistake, for content/triage/test-tree.yaml: two questions, one outcome. */
export const tree = (changes: object = {}): TreeShape => ({
	id: 'test-tree',
	title: 'A test',
	summary: 'A test of the checks.',
	version: 1,
	verified: '2026-11-22',
	history: [{ date: '2026-11-22', change: 'First version.' }],
	codes: ['mstsc-0x904'],
	start: 'first',
	sources: ['ms-ondisconnected'],
	questions: [
		question('first', [answer('yes', { question: 'second' }), answer('no', { outcome: 'end' })]),
		question('second', [answer('yes', { outcome: 'end' }), answer('no', { outcome: 'end' })]),
	],
	outcomes: [outcome('end')],
	...changes,
})

/** What is recorded of a tree when its version is published. */
export const record = (tree: TreeShape, changes: object = {}) => ({
	tree: tree.id,
	version: tree.version,
	published: '2026-11-22',
	start: tree.start,
	answers: edgesOf({ ...tree, outcomes: [] }),
	...changes,
})

/** Adds a tree to a copy, and the records of its published versions: the present one if no others are given. */
export function writeTree(copy: ContentCopy, tree: TreeShape, records: object[] = [record(tree)]): void {
	copy.write(`triage/${tree.id}.yaml`, stringify(tree))
	copy.change<object[]>('published-trees.yaml', (published) => {
		published.push(...records)
	})
}
