/**
 * npm run -s explain -- "text": the guide's knowledge on the terminal, from the same core as the pages.
 *
 * --json prints one object for the text; --jsonl reads one {"id","text"} a line from standard input and prints one result
 * a line, in the same order.
 */
import { createInterface } from 'node:readline'
import { readContent } from '../src/build/read-content.ts'
import { factsOf, tableOf } from '../src/build/table-of.ts'
import { pathOfId, pathTo } from '../src/kb/addresses.ts'
import { decode } from '../src/kb/decoding/decode.ts'
import type { Facts } from '../src/kb/decoding/facts.ts'
import { toHex } from '../src/kb/numbers.ts'
import { answerQuery } from '../src/kb/query.ts'
import { type Lookup, type Row, targetOf } from '../src/kb/table.ts'

const USAGE = `Usage: npm run -s explain -- "text"          explains the codes in a text, or a code in any spelling
       npm run -s explain -- --json "text"   prints one JSON object
       npm run -s explain -- --jsonl         reads {"id","text"} lines from standard input, prints one result a line`

// A reader such as head may close the pipe early.
process.stdout.on('error', () => process.exit())

try {
	const { json, jsonl, text } = readArguments(process.argv.slice(2))
	if (text.trim() === '' && !jsonl) throw new Error('Nothing to explain.')
	const { content, problems } = readContent(process.cwd())
	// With a file missing, a known code would be called unknown.
	if (problems.length > 0) throw new Error('content/ is not in order. npm run -s check:content says what to mend.')
	const lookup = tableOf(content)
	const facts = factsOf(content)
	if (jsonl) await explainLines(lookup, facts)
	else if (json) console.log(JSON.stringify(findings(lookup, facts, text)))
	else explain(lookup, facts, text)
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
function findings(lookup: Lookup, facts: Facts, text: string) {
	const { codes, pairs, messages, passedOver } = decode(lookup, text, facts)
	return {
		codes: codes.map(({ space, value, hex, text, index, row, sure, because, others }) => ({
			space,
			value,
			hex,
			text,
			index,
			sure,
			because,
			...(row ? { title: row.title, path: pathTo({ kind: 'code', id: row.id }) } : {}),
			...(others.length > 0 ? { others: others.map(({ id }) => id) } : {}),
		})),
		pairs: pairs.map(({ error, extended, id, row }) => ({
			error: toHex(error),
			extended: toHex(extended),
			...(row ? { id, title: row.title, path: pathTo({ kind: 'code', id }) } : {}),
		})),
		messages: messages.map(({ row: { id, title, to }, sure, index, length }) => ({
			id,
			title,
			sure,
			index,
			length,
			paths: to.map(pathOfId),
		})),
		passedOver: passedOver.map(({ text, index, because, other }) => ({
			text,
			index,
			because,
			...(other ? { whose: other.whose } : {}),
		})),
	}
}

/** One result for each line, in the same order; a line that cannot be read gets its error as result. */
async function explainLines(lookup: Lookup, facts: Facts) {
	let number = 0
	for await (const line of createInterface({ input: process.stdin })) {
		number++
		if (line.trim() === '') continue
		const { id = null, text, error } = readLine(line.replace(/^\ufeff/, ''))
		if (error === undefined) {
			console.log(JSON.stringify({ id, ...findings(lookup, facts, text) }))
			continue
		}
		console.log(JSON.stringify({ id, line: number, error }))
		console.error(`Line ${number}: ${error}`)
		process.exitCode = 1
	}
}

function readLine(line: string): { id?: unknown; text: string; error?: string } {
	try {
		const data: unknown = JSON.parse(line)
		const { id, text } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
		if (typeof text === 'string') return { id, text }
		return { id, text: '', error: 'The line has no "text" that is a string. Give one {"id","text"} a line.' }
	} catch {
		return { text: '', error: 'The line is no JSON. Give one {"id","text"} a line.' }
	}
}

/** What a person reads: exact answers, then what the text holds; an unknown number is said to be unknown. */
function explain(lookup: Lookup, facts: Facts, text: string) {
	const answer = answerQuery(lookup, text)
	const { codes, pairs, messages, passedOver } = decode(lookup, text, facts)
	const known = [...pairs, ...codes].flatMap(({ row }) => row ?? [])
	// Labels say which list a number belongs to; without them every meaning is offered.
	const asTyped = answer.onlyCodes && (known.length === 0 || !/\p{L}{4}/u.test(text))
	const rows = asTyped ? answer.hits.map(({ row }) => row) : [...new Set<Row>(known)]
	// A number of another product is named; its neighbours would lead astray.
	const named = new Set(passedOver.flatMap(({ text, other }) => (other ? text : [])))
	const strangers = answer.unknown.filter(({ text }) => !named.has(text))
	const unlisted = answer.onlyCodes ? [] : codes.filter(({ row }) => row === undefined)
	if (named.size > 0 && rows.length === 0 && messages.length === 0) process.exitCode = 1
	for (const row of rows) console.log(line(row))
	for (const { row } of messages) console.log(`Recognised: ${row.title}\n    ${row.to.map(pathOfId).join('\n    ')}`)
	for (const { text, other } of passedOver)
		if (other) console.log(`${text} is no Remote Desktop code. ${other.whose}: ${other.says}`)
	for (const { text, near } of [...strangers, ...unlisted.map(({ text }) => ({ text, near: [] }))]) {
		console.log(`${text} is no Remote Desktop code this guide knows.`)
		if (near.length > 0)
			console.log(`Known numbers like it: ${near.map((row) => `${toHex(row.value)} (${row.title})`).join(', ')}`)
		process.exitCode = 1
	}
	if (rows.length === 0 && messages.length === 0 && process.exitCode !== 1) {
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
