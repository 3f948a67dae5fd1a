/** The answer at /api/v1/index.json: what there is. */
import { version as guideVersion } from '../../package.json'
import type { Catalog } from '../catalog.ts'
import { absolute } from '../components/href.ts'
import { type Answer, API } from '../schemas/api/index.ts'
import { site } from '../strings.ts'
import { exampleName, type Resource } from './resources.ts'

/** The licence of all text; the same as LICENSE-CONTENT says. */
export const LICENCE = { id: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/', credit: site.name }

/** The address of a file of the API. */
export const apiAddress = (path: string) => absolute({ kind: 'api', path })

/** What a resource answers, in a sentence. */
export const saysOf = ({ schema }: Pick<Resource, 'schema'>) => API[schema].description ?? ''

export const index = (catalog: Catalog, resources: readonly Resource[]): Answer<'index'> => ({
	title: site.name,
	version: 1,
	guide: guideVersion,
	date: newestDay(catalog),
	licence: LICENCE,
	page: absolute({ kind: 'api' }),
	openapi: apiAddress('openapi.json'),
	resources: resources.map((resource) => ({
		name: resource.schema,
		path: resource.path,
		address: resource.example === undefined ? apiAddress(resource.path) : null,
		example: apiAddress(`${exampleName(resource)}.json`),
		says: saysOf(resource),
		schema: apiAddress(`schemas/${resource.schema}.json`),
	})),
})

/** Anything with a day of verification, and perhaps a history. */
interface Dated {
	verified?: string | undefined
	history?: readonly { date: string }[] | undefined
}

/** The newest day on which something was verified or changed. */
export function newestDay({ spaces, pairs, logs, settings, trees, scripts, messages, articles }: Catalog): string {
	const dated: Dated[] = [
		...spaces,
		...spaces.flatMap(({ codes }) => codes),
		...logs,
		...settings,
		...trees,
		...scripts,
		...messages,
		...pairs.map(({ entry }) => entry.data),
		...[...articles.values()].map(({ data }) => data),
	]
	return dated
		.flatMap(({ verified = '', history = [] }) => [verified, ...history.map(({ date }) => date)])
		.reduce((newest, day) => (day > newest ? day : newest))
}
