/**
 * npm run new: scaffolds an article, setting, script, tree, message or code with the next free id. Every field of the schema stands in the
 * new file with its description, so that the checks say what is missing.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeId, pairId } from '../src/kb/addresses.ts'
import { readNumber, toHex } from '../src/kb/numbers.ts'
import { SPACE_IDS, type SpaceId } from '../src/kb/spaces.ts'
import { CONTENT, NUMBERED_KINDS } from '../src/schemas/index.ts'
import { type Field, fieldsOf } from './schema-fields.ts'

const USAGE = `Usage: npm run new -- cause|fix|guide|myth <slug>     as in: npm run new -- cause key-file-locked
       npm run new -- pair <error> <extended>         as in: npm run new -- pair 0x904 0x0
       npm run new -- setting|script|tree|message <id>
       npm run new -- code <space> <number>           spaces: ${SPACE_IDS.join(', ')}`
const FOLDERS: Record<string, keyof typeof CONTENT> = {
	cause: 'causes',
	fix: 'fixes',
	guide: 'guides',
	myth: 'myths',
	pair: 'pairs',
	setting: 'settings',
	tree: 'triage',
	script: 'scripts',
	message: 'messages',
}

const [what = '', first = '', second = ''] = process.argv.slice(2)
const today = new Date().toISOString().slice(0, 10)
try {
	if (what === 'code') addCode(first, second)
	else create(what, first, second)
} catch (error) {
	const help = process.argv.includes('--help')
	console.error(help ? USAGE : `${error instanceof Error ? error.message : error}\n${USAGE}`)
	process.exitCode = help ? 0 : 2
}

function create(what: string, first: string, second: string) {
	const folder = FOLDERS[what]
	if (!folder) throw new Error(what ? `There is nothing called ${what}.` : 'Say what to make.')
	const known: Record<string, string> = { verified: today, state: 'draft', version: '1' }
	let name = first
	if (what === 'pair') {
		const [error, extended] = [number(first), number(second)]
		name = pairId(error, extended)
		Object.assign(known, { space: 'disconnect', error: toHex(error), extended: toHex(extended) })
	} else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(first))
		throw new Error(`"${first}" is no id: use lower-case words joined by hyphens.`)
	// YAML would read an id such as 0x204 as a number.
	else Object.assign(known, { id: `'${first}'`, kb: nextNumber(), slugs: `[${first}]` })
	const { at, format, schema } = CONTENT[folder]
	const file = `content/${at}/${name}.${format}`
	if (existsSync(file)) throw new Error(`${file} exists already.`)
	const yaml = fieldsOf(schema)
		.map((field) => render(field, known))
		.join('')
	const sections = 'sections' in CONTENT[folder] ? (CONTENT[folder] as { sections: readonly string[] }).sections : []
	const body = sections.map((id) => `## ${id[0]?.toUpperCase()}${id.slice(1)} [#${id}]\n\n`).join('')
	mkdirSync(dirname(file), { recursive: true })
	writeFileSync(file, format === 'mdx' ? `---\n${yaml}---\n\n${body}` : yaml)
	console.log(`${file}\nFill the fields, then: npm run -s check:content`)
}

function addCode(space: string, spelling: string) {
	if (!SPACE_IDS.includes(space as SpaceId)) throw new Error(`There is no space "${space}".`)
	const value = number(spelling)
	const id = codeId(space as SpaceId, value)
	const file = `content/codes/${space}.yaml`
	// The file is read as text: a draft that does not parse yet takes its number, too.
	const taken = [...readFileSync(file, 'utf8').matchAll(/^\s*- value: *(\w+)/gm)].map((match) => Number(match[1]))
	if (taken.includes(value)) throw new Error(`${id} exists already in ${file}.`)
	const fields = fieldsOf(CONTENT.codes.schema).find(({ name }) => name === 'codes')?.fields ?? []
	const known = { value: toHex(value), isError: 'true', phases: 'any', confidence: 'low' }
	const item = renderItem(fields, known, '  ')
	writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${item}`)
	console.log(
		`${id} stands at the end of ${file}.\nFill its fields and move it to its place by number, then: npm run -s check:content`,
	)
}

/** A field as YAML with its description as comment: what is inside it opened up, what may be left out commented out. */
function render(field: Field, known: Record<string, string>, indent = ''): string {
	const { name, description, optional, list, fields } = field
	const comment = description ? ` # ${description}` : ''
	const value = known[name]
	if (name === 'history') return `${indent}history:\n${indent}  - { date: ${today}, change: First version. }\n`
	if (value !== undefined) return `${indent}${name}: ${value}${comment}\n`
	if (optional) return `${indent}# ${name}:${comment}\n`
	if (list && fields.length > 0) return `${indent}${name}:${comment}\n${renderItem(fields, {}, `${indent}  `)}`
	if (fields.length > 0)
		return `${indent}${name}:${comment}\n${fields.map((inner) => render(inner, {}, `${indent}  `)).join('')}`
	return `${indent}${name}: ${list ? '[]' : ''}${comment}\n`
}

/** One item of a list: its first field behind the dash. */
function renderItem(fields: readonly Field[], known: Record<string, string>, indent: string): string {
	const text = fields.map((field) => render(field, known, `${indent}  `)).join('')
	return `${indent}- ${text.slice(indent.length + 2)}`
}

/** The number after the highest one used, in drafts that do not parse yet too. */
function nextNumber(): string {
	const used = NUMBERED_KINDS.flatMap((kind) =>
		readdirSync(`content/${kind}`).flatMap((name) => [
			...readFileSync(`content/${kind}/${name}`, 'utf8').matchAll(/^kb: *KB(\d{4})/gm),
		]),
	)
	return `KB${String(Math.max(0, ...used.map((match) => Number(match[1]))) + 1).padStart(4, '0')}`
}

function number(spelling: string): number {
	const hex = readNumber(spelling).find(({ base }) => base === 'hex') ?? readNumber(spelling)[0]
	if (!hex) throw new Error(`"${spelling}" is no number.`)
	return hex.value
}
