/** A copy of the guide's content that a test may break, and small valid files to break in it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'
import { checkContent } from '../../src/build/check-content.ts'
import type { Problem } from '../../src/build/read-content.ts'

/** The project's root. */
export const root = process.cwd()

export interface ContentCopy {
	/** A folder that holds content/ and nothing else. */
	root: string
	/** Writes a file below content/. */
	write(file: string, text: string): void
	/** Changes the data of a YAML file below content/. */
	change(file: string, how: (data: Data) => void): void
	problems(): Problem[]
	remove(): void
}

/** What a YAML file holds, as far as tests touch it. */
// biome-ignore lint/suspicious/noExplicitAny: a test breaks fields of every kind, which no type allows
export type Data = any

export function copyContent(): ContentCopy {
	const copy = mkdtempSync(join(tmpdir(), 'content-'))
	const at = (file: string) => join(copy, 'content', file)
	cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true })
	const write = (file: string, text: string) => {
		mkdirSync(dirname(at(file)), { recursive: true })
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
		remove: () => rmSync(copy, { recursive: true }),
	}
}
