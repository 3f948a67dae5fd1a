/** The OpenAPI document: every path with its schema and a real answer. */
import { version as guideVersion } from '../../package.json'
import { published } from '../components/href.ts'
import { pathTo } from '../kb/addresses.ts'
import { apiWords, licence, site } from '../strings.ts'
import { saysOf } from './contents.ts'
import { type ApiGroup, exampleOf, RESOURCES, type Resource } from './resources.ts'
import { SCHEMA_NAMES } from './schemas.ts'

/** Entries of a list that an example shows. */
const SHOWN = 2

export async function openApi() {
	const paths = await Promise.all(
		RESOURCES.map(async (resource) => [`/${resource.path}`, { get: await operation(resource) }] as const),
	)
	return {
		openapi: '3.1.1',
		info: {
			title: `${site.name} API`,
			summary: site.description,
			description: apiWords.promise.join(' '),
			version: `1 (guide ${guideVersion})`,
			license: { name: licence.name, identifier: licence.id },
		},
		servers: [{ url: published(pathTo({ kind: 'api', path: '' })).replace(/\/$/, ''), description: site.name }],
		security: [],
		tags: [
			...Object.entries(apiWords.groups).map(([name, { title, says }]) => ({
				name,
				'x-displayName': title,
				description: says,
			})),
		],
		externalDocs: { url: published(pathTo({ kind: 'api' })), description: apiWords.title },
		paths: {
			...Object.fromEntries(paths),
			'/schemas/{name}.json': {
				get: {
					operationId: 'getSchema',
					tags: ['start'],
					summary: apiWords.schemas,
					parameters: [{ ...parameter('name', 'code'), schema: { type: 'string', enum: SCHEMA_NAMES } }],
					responses: {
						200: ok({ schema: { type: 'object' } }),
						404: { description: apiWords.missing },
					},
				},
			},
			'/openapi.json': {
				get: {
					operationId: 'getOpenapi',
					tags: ['start'],
					summary: apiWords.openapi,
					responses: { 200: ok({ schema: { type: 'object' } }), 404: { description: apiWords.never } },
				},
			},
		},
	}
}

const ok = (content: object) => ({ description: apiWords.found, content: { 'application/json': content } })

const parameter = (name: string, example: string) => ({
	name,
	in: 'path',
	required: true,
	description: apiWords.parameters[name === 'spelling' || name === 'name' ? name : 'id'],
	example,
	schema: { type: 'string' },
})

async function operation(resource: Resource) {
	const { schema, group, path, example } = resource
	const name = /\{(\w+)\}/.exec(path)?.[1]
	return {
		operationId: `get${schema.charAt(0).toUpperCase()}${schema.slice(1)}`,
		tags: [group satisfies ApiGroup],
		summary: saysOf(resource),
		...(name && example ? { parameters: [parameter(name, example)] } : {}),
		responses: {
			200: ok({
				schema: { $ref: `schemas/${schema}.json` },
				examples: {
					[schema]: {
						summary: name ? `${name} ${example}` : apiWords.first(SHOWN),
						value: name || schema === 'index' ? await exampleOf(resource) : firstOf(await exampleOf(resource)),
					},
				},
			}),
			404: { description: name === 'spelling' ? apiWords.unknown : name ? apiWords.missing : apiWords.never },
		},
	}
}

/** A list cut to its first entries, so that the document stays readable. */
const firstOf = (answer: unknown) =>
	typeof answer === 'object' && answer !== null
		? Object.fromEntries(
				Object.entries(answer).map(([field, value]) => [field, Array.isArray(value) ? value.slice(0, SHOWN) : value]),
			)
		: answer
