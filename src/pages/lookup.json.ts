/** The table of codes for the search box and the decoder, loaded when somebody first needs it. */
import { getCatalog } from '../catalog.ts'
import { packTable } from '../kb/table-json.ts'

export async function GET() {
	const { lookup } = await getCatalog()
	return new Response(JSON.stringify(packTable(lookup)))
}
