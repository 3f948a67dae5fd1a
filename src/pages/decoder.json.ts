/** What the decoder knows besides the table of codes, loaded when somebody first pastes a text. */
import { getCatalog } from '../catalog.ts'

export async function GET() {
	const { facts } = await getCatalog()
	return new Response(JSON.stringify(facts))
}
