/** Everything for programs that is not a look-up: answers, their schemas and the OpenAPI document. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { openApi } from '../../../api/openapi.ts'
import { type ApiFile, RESOURCES } from '../../../api/resources.ts'
import { publishedSchema, SCHEMA_NAMES } from '../../../api/schemas.ts'
import { getCatalog } from '../../../catalog.ts'
import { asciiJson } from '../../../kb/text/ascii-json.ts'

export const getStaticPaths = (async () => {
	const catalog = await getCatalog()
	const files: ApiFile[] = [
		...RESOURCES.flatMap((resource) => resource.files(catalog)),
		...SCHEMA_NAMES.map((name) => ({ name: `schemas/${name}`, answer: async () => publishedSchema(name) })),
		{ name: 'openapi', answer: openApi },
	]
	return files.map(({ name, answer }) => ({ params: { name }, props: { answer } }))
}) satisfies GetStaticPaths

export const GET: APIRoute<Pick<ApiFile, 'answer'>> = async ({ props: { answer } }) =>
	new Response(asciiJson(await answer()), { headers: { 'content-type': 'application/json' } })
