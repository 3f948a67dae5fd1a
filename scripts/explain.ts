/**
 * npm run -s explain -- "text": the guide's knowledge on the terminal, from the same core as the pages.
 *
 * --json prints one object for the text; --jsonl reads one {"id","text"} a line from standard input and prints one result
 * a line, in the same order.
 */
import { createInterface } from 'node:readline'
import { readContent } from '../src/build/read-content.ts'
import { tableOf } from '../src/build/redirects.ts'
import { pathTo } from '../src/kb/addresses.ts'
import { decode } from '../src/kb/decode.ts'
import { toHex } from '../src/kb/numbers.ts'
import { answerQuery } from '../src/kb/query.ts'
import { type Lookup, type Row, targetOf } from '../src/kb/table.ts'

const USAGE = `Usage: npm run -s explain -- "text"          explains the codes in a text, or a code in any spelling
       npm run -s explain -- --json "text"   prints one JSON object
       npm run -s explain -- --jsonl         reads {"id","text"} lines from standard input, prints one result a line`

try {
	const { json, jsonl, text } = readArguments(process.argv.slice(2))
	if (text.trim() === '' && !jsonl) throw new Error('Nothing to explain.')
	const lookup = tableOf(readContent(process.cwd()).content)
	if (jsonl) await explainLines(lookup)
	else if (json) console.log(JSON.stringify(findings(lookup, text)))
	else explain(lookup, text)
} catch (error) {
	console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`)
	process.exitCode = 2
}

/** A text may begin with a minus, as -2146893044 does; only two dashes and a letter make an option. */
function readArguments(words: string[]) {
	const end = words.indexOf('--')
	const before = end < 0 ? words : words.slice(0, end)
	const options = before.filter((word) => /^--[a-z]/.test(word))
	const strange = options.find((option) => option !== '--json' && option !== '--jsonl')
	if (strange) throw new Error(`There is no option ${strange}.`)
	const text = [...before.filter((word) => !options.includes(word)), ...(end < 0 ? [] : words.slice(end + 1))].join(' ')
	return { json: options.includes('--json'), jsonl: options.includes('--jsonl'), text }
}

/** The codes and pairs of a text as programs get them. */
function findings(lookup: Lookup, text: string) {
	const { codes, pairs } = decode(lookup, text)
	return {
		codes: codes.map(({ space, value, hex, text, index, row }) => ({
			space,
			value,
			hex,
			text,
			index,
			...(row ? { title: row.title, path: pathTo({ kind: 'code', id: row.id }) } : {}),
		})),
		pairs: pairs.map(({ error, extended, id, row }) => ({
			error: toHex(error),
			extended: toHex(extended),
			...(row ? { id, title: row.title, path: pathTo({ kind: 'code', id }) } : {}),
		})),
	}
}

async function explainLines(lookup: Lookup) {
	let number = 0
	for await (const line of createInterface({ input: process.stdin })) {
		number++
		if (line.trim() === '') continue
		try {
			const { id, text } = (JSON.parse(line) ?? {}) as { id?: unknown; text?: unknown }
			if (typeof text !== 'string') throw new TypeError('"text" is missing or no string')
			console.log(JSON.stringify({ id, ...findings(lookup, text) }))
		} catch (error) {
			console.error(
				`Line ${number} was skipped: ${error instanceof Error ? error.message : error}. Give one {"id","text"} a line.`,
			)
			process.exitCode = 1
		}
	}
}

/** What a person reads: exact answers, then what the text holds; an unknown number is said to be unknown. */
function explain(lookup: Lookup, text: string) {
	const answer = answerQuery(lookup, text)
	const { codes, pairs } = decode(lookup, text)
	const known = [...pairs, ...codes].flatMap(({ row }) => row ?? [])
	const rows = answer.onlyCodes ? answer.hits.map(({ row }) => row) : [...new Set<Row>(known)]
	const unknown = answer.onlyCodes ? [] : codes.filter(({ row }) => row === undefined)
	for (const row of rows) console.log(line(row))
	for (const { text, near } of [...answer.unknown, ...unknown.map(({ text }) => ({ text, near: [] }))]) {
		console.log(`${text} is no Remote Desktop code this guide knows.`)
		if (near.length > 0)
			console.log(`Known numbers like it: ${near.map((row) => `${toHex(row.value)} (${row.title})`).join(', ')}`)
		process.exitCode = 1
	}
	if (rows.length === 0 && process.exitCode !== 1) {
		console.log('No Remote Desktop code found. Give a code, or the whole message with its numbers.')
		process.exitCode = 1
	}
}

function line(row: Row): string {
	const path = pathTo(targetOf(row))
	if ('kb' in row) return `${row.kb}  ${row.title}  [${row.kind}]\n    ${path}`
	if ('error' in row) return `${row.title}\n    ${path}`
	const number = row.space === 'event' ? `event ${row.value}` : `${toHex(row.value)} = ${row.value}`
	return `${number}  ${row.title}  [${row.space === 'event' ? row.log : row.space}]\n    ${path}`
}
