/** All settings for programs: an entry each, with the address of the whole. */

import { getCatalog } from '../../../catalog.ts'
import { absolute } from '../../../components/href.ts'

export async function GET() {
	const { settings } = await getCatalog()
	return Response.json({
		settings: settings.map(({ id, name, summary, side, area, risk, offer, bearing, verified }) => ({
			id,
			name,
			summary,
			side,
			area,
			risk,
			offer,
			bearing,
			verified,
			page: absolute({ kind: 'setting', id }),
			data: absolute({ kind: 'api', path: `settings/${id}.json` }),
		})),
	})
}
