import { describe, expect, test } from 'vitest'
import { type Field, fieldsOf } from '../../scripts/schema-fields.ts'
import { CONTENT } from '../../src/schemas/index.ts'

/** Every field below a schema by its path, fields of listed objects included. */
function pathsOf(fields: readonly Field[], parent = ''): [path: string, field: Field][] {
	return fields.flatMap((field) => {
		const path = parent ? `${parent}.${field.name}` : field.name
		return [[path, field] as [string, Field], ...pathsOf(field.fields, path)]
	})
}

describe('the schemas', () => {
	test.each(Object.entries(CONTENT))('of %s say of each field what belongs there', (_kind, { schema }) => {
		const fields = pathsOf(fieldsOf(schema))
		expect(fields.length).toBeGreaterThan(1)
		expect(fields.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([])
	})
})
