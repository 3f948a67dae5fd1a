/** The published schemas: JSON Schema 2020-12, made from the same schemas that the build parses every answer by. */
import { z } from 'astro/zod'
import { published } from '../components/href.ts'
import { pathTo } from '../kb/addresses.ts'
import { API, type SchemaName } from '../schemas/api/index.ts'

/**
 * One schema as it is published. Objects and lists of words stay open in it, because fields and words may be added; the
 * build is stricter and lets through no field and no word that the schema does not name.
 */
export function publishedSchema(name: SchemaName): z.core.JSONSchema.BaseSchema {
	const { $schema, ...rest } = z.toJSONSchema(API[name], {
		io: 'output',
		override: ({ jsonSchema }) => {
			if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
			if (jsonSchema.enum) openWords(jsonSchema)
			// How long a text may be is a rule for authors, and may change.
			delete jsonSchema.maxLength
		},
	})
	return {
		$schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
		$id: published(pathTo({ kind: 'api', path: `schemas/${name}.json` })),
		title: name,
		...rest,
	}
}

/** Names the words of today, and allows any other text. */
function openWords(schema: z.core.JSONSchema.BaseSchema): void {
	const { enum: words = [], type = 'string' } = schema
	delete schema.enum
	delete schema.type
	schema.anyOf = [{ type, enum: words }, { type }]
}

export const SCHEMA_NAMES = Object.keys(API) as SchemaName[]
