/**
 * A script of the guide as text: the comment at the top, the variables to fill in, and one block. The block makes it work
 * pasted into a console, run as a file and sent through Run Command: a console reads it as one command, its variables
 * stay inside, and `return` ends it everywhere.
 */
import { ascii } from '../artefacts/powershell-literals.ts'
import { ELEVATED, SCRIPT_PARTS, START } from './parts.ts'

/** What the text is made of; a file of content/scripts has all of it. */
export interface ScriptFacts {
	title: string
	summary: string
	elevated: boolean
	writes: readonly string[]
	asks: readonly { name: string; value: string; says: string }[]
	uses: readonly (keyof typeof SCRIPT_PARTS)[]
	verified: string
	script: string
}

/**
 * The script as a page shows it and a reader pastes it.
 *
 * @returns lines ended by LF; no empty line inside the block, because a console ends its input there
 */
export function scriptText({ asks, elevated, uses, script }: ScriptFacts): string {
	const head = asks.map(({ name, value, says }) => `# ${plain(says)}\n$${name} = ${value}\n`)
	const block = [START, ...(elevated ? [ELEVATED] : []), ...uses.map((name) => SCRIPT_PARTS[name]), script]
		.flatMap((part) => part.split('\n'))
		.filter((line) => line.trim() !== '')
		.map((line) => `  ${line.trimEnd()}\n`)
	return `${head.join('')}& {\n${block.join('')}}\n`
}

/**
 * The script as a file: with what it is at the top. ASCII with CRLF, because Windows PowerShell 5.1 reads a file without
 * byte order mark in the code page of the machine.
 *
 * @param address where its page stands
 */
export function scriptFile(facts: ScriptFacts, address: string): Uint8Array<ArrayBuffer> {
	const { title, summary, writes, verified } = facts
	const comment = [
		title,
		summary,
		writes.length > 0 ? `Writes: ${writes.join(' ')}` : 'It only reads.',
		'Complete for Windows PowerShell 5.1 and later. Checked by reading, not run on Windows by the authors of the guide.',
		`How to read what it prints: ${address}`,
		`Verified ${verified}. MIT licence.`,
	]
	const text = `${comment.map((line) => `# ${plain(line)}\n`).join('')}${scriptText(facts)}`
	return new Uint8Array(new TextEncoder().encode(text.replaceAll('\n', '\r\n')))
}

/** Words for a comment: the marks of code mean nothing there. */
const plain = (text: string) => ascii(text.replaceAll('`', ''))
