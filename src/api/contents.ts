/** The answer at /api/v1/index.json: what there is. */
import { version as guideVersion } from '../../package.json'
import type { Catalog } from '../catalog.ts'
import { absolute } from '../components/href.ts'
import { type Answer, API } from '../schemas/api/index.ts'
import { licence, site } from '../strings.ts'
import { exampleName, type Resource } from './resources.ts'

/** The address of a file of the API. */
const apiAddress = (path: string) => absolute({ kind: 'api', path })

/** What a resource answers, in a sentence. */
export const saysOf = ({ schema }: Pick<Resource, 'schema'>) => API[schema].description ?? ''

export const index = (catalog: Catalog, resources: readonly Resource[]): Answer<'index'> => ({
	title: site.name,
	version: 1,
	guide: guideVersion,
	date: catalog.newestDay,
	licence: { id: licence.id, url: licence.url, credit: site.name },
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
