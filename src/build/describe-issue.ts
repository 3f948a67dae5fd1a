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
	const expected = descriptionAt(schema, issue.path)
	const detail = issue.message.replace(/^Invalid input: /, '')
	if (found === null) return { field, message: `is empty. Give ${expected ?? detail}.` }
	if (found === undefined) return { field, message: `is missing. Add ${expected ?? detail}.` }
	const shown = JSON.stringify(found) ?? String(found)
	const quoted = shown.length > 80 ? `${shown.slice(0, 77)}…` : shown
	return {
		field,
		message: `found ${quoted}, expected ${expected ?? detail}${expected && detail ? ` (${detail})` : ''}. Correct it.`,
	}
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
