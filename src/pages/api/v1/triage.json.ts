/** All trees for programs: an entry each, with the address of the whole. */

import { getCatalog } from '../../../catalog.ts'
import { absolute } from '../../../components/href.ts'

export async function GET() {
	const { trees } = await getCatalog()
	return Response.json({
		trees: trees.map(({ id, title, summary, version, verified, codes }) => ({
			id,
			title,
			summary,
			version,
			verified,
			codes,
			page: absolute({ kind: 'tree', id }),
			data: absolute({ kind: 'api', path: `triage/${id}.json` }),
		})),
	})
}
