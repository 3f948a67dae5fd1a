/** Turns a schema's complaint into a sentence: what was expected, what was found, what to do. */
import type { z } from 'astro/zod'

/**
 * @param issue what zod found
 * @param data the whole data of the file, to quote what stands there
 * @param schema the schema of the file, to quote the field's own description
 */
export function describeIssue(
	issue: z.core.$ZodIssue,
	data: unknown,
	schema: z.ZodType,
): { field: string; message: string } {
	const field = fieldName(issue.path)
	if (issue.code === 'unrecognized_keys') {
		const keys = issue.keys.map((key) => `"${key}"`).join(', ')
		const where = field ? ` under "${field}"` : ''
		return {
			field: fieldName([...issue.path, issue.keys[0] ?? '']),
			message: `unknown field ${keys}${where}. Correct its spelling or remove it; the schemas in src/schemas list the fields.`,
		}
	}
	const found = at(data, issue.path)
	const description = descriptionAt(schema, issue.path)
	const limit = limitOf(issue)
	const expected = description ?? limit ?? kindOf(issue)
	if (found === null) return { field, message: `is empty. Give ${expected}.` }
	if (found === undefined) return { field, message: `is missing. Add ${expected}.` }
	if (found === '') return { field, message: `is empty text. Give ${expected}.` }
	if (Array.isArray(found) && found.length === 0)
		return { field, message: `is an empty list. Give ${limit && description ? `${limit}: ${description}` : expected}.` }
	const shown = JSON.stringify(found) ?? String(found)
	const quoted = shown.length > 80 ? `${shown.slice(0, 77)}…` : shown
	if (issue.code === 'custom') return { field, message: `found ${quoted}, but ${issue.message}. Correct it.` }
	const detail = description && limit && !saysAll(description, issue) ? ` (${limit})` : ''
	return { field, message: `found ${quoted}, expected ${expected}${detail}. Correct it.` }
}

/** What an author must know besides the description: how long, how many, which words. */
function limitOf(issue: z.core.$ZodIssue): string | undefined {
	switch (issue.code) {
		case 'too_small':
			return issue.origin === 'number' ? `${issue.minimum} or more` : `at least ${counted(issue.minimum, issue.origin)}`
		case 'too_big':
			return issue.origin === 'number' ? `${issue.maximum} or less` : `at most ${counted(issue.maximum, issue.origin)}`
		case 'invalid_value':
			return issue.values.length === 1 ? wordOf(issue.values[0]) : `one of ${issue.values.map(wordOf).join(', ')}`
		default:
			return undefined
	}
}

/** What a field without a description wants, in the schema library's words without their preamble. */
function kindOf(issue: z.core.$ZodIssue): string {
	if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? `a ${issue.expected}`
	return issue.code === 'custom' ? issue.message : `what its schema asks for: ${issue.message.replace(/^Invalid /, '')}`
}

const KINDS: Record<string, string> = {
	string: 'text',
	array: 'a list',
	object: 'fields with values',
	int: 'a whole number',
	boolean: 'true or false',
}

const wordOf = (value: unknown) => JSON.stringify(value)

function counted(count: number | bigint, origin: string): string {
	const unit = origin === 'string' ? 'character' : 'item'
	return `${count} ${unit}${Number(count) === 1 ? '' : 's'}`
}

/** Whether a description names every word that is offered, or the limit itself, so that nothing need be added. */
function saysAll(description: string, issue: z.core.$ZodIssue): boolean {
	if (issue.code === 'invalid_value') return issue.values.every((value) => description.includes(String(value)))
	return issue.code === 'too_big' && description.includes(`${issue.maximum} characters`)
}

function fieldName(path: PropertyKey[]): string {
	return path.reduce<string>(
		(name, key) => (typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key)),
		'',
	)
}

function at(data: unknown, path: PropertyKey[]): unknown {
	let value = data
	for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key]
	return value
}

/** The description of the field at a path, looking through wrappers such as optional and default. */
function descriptionAt(schema: z.ZodType, path: PropertyKey[]): string | undefined {
	let current: unknown = schema
	for (const key of path) {
		const inner = unwrap(current)
		const next =
			inner?.type === 'array' ? inner.element : inner?.type === 'object' ? inner.shape?.[String(key)] : undefined
		if (next === undefined) return undefined
		current = next
	}
	for (let step = current; step; step = (step as Wrapper).def?.innerType ?? (step as Wrapper).def?.out) {
		const { description } = step as { description?: string }
		if (description) return description
	}
	return undefined
}

interface Wrapper {
	def?: { type: string; innerType?: unknown; out?: unknown; element?: unknown; shape?: Record<string, unknown> }
}

function unwrap(schema: unknown): Wrapper['def'] {
	let def = (schema as Wrapper).def
	while (def && !['array', 'object'].includes(def.type)) {
		const inner = def.innerType ?? def.out
		if (!inner) return def
		def = (inner as Wrapper).def
	}
	return def
}
