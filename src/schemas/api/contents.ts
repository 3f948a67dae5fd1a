import { z } from 'astro/zod'
import { address, day, text } from './shared.ts'

/** What stands at /api/v1/index.json. */
export const index = z
	.strictObject({
		title: text.describe('the name of the guide'),
		version: z.literal(1).describe('the version of the API; fields are added to it, never removed or renamed'),
		guide: z.string().describe('the version of the guide'),
		date: day.describe('the newest day on which anything in the guide changed or was compared with its sources'),
		licence: z
			.strictObject({
				id: z.string().describe('the SPDX identifier'),
				url: z.url().describe('its text'),
				credit: text.describe('whom to name'),
			})
			.describe('for all text in the answers'),
		page: address.describe('the page for those who write programs'),
		openapi: address.describe('the OpenAPI document'),
		resources: z
			.array(
				z.strictObject({
					name: z.string().describe('the name of its schema'),
					path: z
						.string()
						.regex(/^\S+\.json$/)
						.describe('its path below this file; a word in braces stands for an id'),
					address: address.nullable().describe('its address; null where the path holds an id'),
					example: address.describe('an address of its kind'),
					says: text.describe('what it answers'),
					schema: address.describe('its JSON Schema'),
				}),
			)
			.describe('what there is'),
	})
	.describe('What there is: every resource with its schema, the licence, the versions and the date.')
