/** The published answers and schemas of a built site, and what a schema promises, for tests of the contract. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

/** The names of all files below a folder, with slashes. */
export const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		)

interface Schema {
	type?: string
	const?: unknown
	enum?: unknown[]
	properties?: Record<string, Schema>
	required?: string[]
	items?: Schema
	anyOf?: Schema[]
	additionalProperties?: Schema | false
}

/**
 * What a schema promises, a line for each field: `causes[].grade string`, and one for each word of a list of words:
 * `causes[].grade = A`. A question mark stands behind a field that may be missing. Lists are `[]`, the values of a map `{}`.
 */
export function promisesOf(schema: Schema, path: string): string[] {
	const kinds = kindsOf(schema)
	const here = `${path} ${[...new Set(kinds.map(typeOf))].sort().join('|')}`
	const below = kinds.flatMap(({ const: only, enum: words = [], properties = {}, required = [], items, ...more }) => [
		...[...words, ...(only === undefined ? [] : [only])].map((word) => `${path} = ${word}`),
		...Object.entries(properties).flatMap(([name, field]) =>
			promisesOf(field, `${path}.${name}${required.includes(name) ? '' : '?'}`),
		),
		...(items ? promisesOf(items, `${path}[]`) : []),
		...(more.additionalProperties ? promisesOf(more.additionalProperties, `${path}{}`) : []),
	])
	return [...new Set([here, ...below])]
}

/** What a value can be: a list of words that stays open is a choice within a choice. */
const kindsOf = (schema: Schema): Schema[] => schema.anyOf?.flatMap(kindsOf) ?? [schema]

/** A list of words that stays open: the words, or any other text. */
const isOpenList = ({ anyOf: [words, any] = [] }: Schema) =>
	words?.enum !== undefined && any?.type === words.type && any?.enum === undefined

/** A published schema without its leave to grow: no field and no word that it does not name. */
export function closed<T>(schema: T): T {
	if (Array.isArray(schema)) return schema.map(closed) as T
	if (typeof schema !== 'object' || schema === null) return schema
	const { anyOf, ...rest } = schema as Schema
	const own = isOpenList(schema as Schema) ? { ...rest, ...anyOf?.[0] } : schema
	const entries = Object.entries(own).map(([name, value]) => [name, closed(value)])
	return Object.fromEntries('properties' in own ? [...entries, ['additionalProperties', false]] : entries) as T
}

const typeOf = ({ type, const: only }: Schema) => type ?? (only === undefined ? 'any' : typeof only)

/** Whether the promises of today keep one that was recorded: a field that could be missing may be there always. */
export const keeps = (today: ReadonlySet<string>, recorded: string) =>
	today.has(recorded) || today.has(recorded.replace(/\? /, ' '))
