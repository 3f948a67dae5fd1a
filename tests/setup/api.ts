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
	properties?: Record<string, Schema>
	required?: string[]
	items?: Schema
	anyOf?: Schema[]
	additionalProperties?: Schema | false
}

/**
 * What a schema promises, a line for each field: `causes[].grade string`. A question mark stands behind a field that may be
 * missing. Lists are `[]`, the values of a map `{}`.
 */
export function promisesOf(schema: Schema, path: string): string[] {
	const kinds = schema.anyOf ?? [schema]
	const here = `${path} ${[...new Set(kinds.map(typeOf))].sort().join('|')}`
	const below = kinds.flatMap(({ properties = {}, required = [], items, additionalProperties }) => [
		...Object.entries(properties).flatMap(([name, field]) =>
			promisesOf(field, `${path}.${name}${required.includes(name) ? '' : '?'}`),
		),
		...(items ? promisesOf(items, `${path}[]`) : []),
		...(additionalProperties ? promisesOf(additionalProperties, `${path}{}`) : []),
	])
	return [...new Set([here, ...below])]
}

const typeOf = ({ type, const: only }: Schema) => type ?? (only === undefined ? 'any' : typeof only)

/** Whether the promises of today keep one that was recorded: a field that could be missing may be there always. */
export const keeps = (today: ReadonlySet<string>, recorded: string) =>
	today.has(recorded) || today.has(recorded.replace(/\? /, ' '))
