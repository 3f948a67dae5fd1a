/** What the decoder knows besides the table of codes, with the phrases of English, loaded when somebody first pastes a text. */
import { getCatalog } from '../catalog.ts'
import { buildFacts } from '../kb/decoding/build-facts.ts'

export async function GET() {
	const { facts } = await getCatalog()
	return new Response(JSON.stringify(buildFacts(facts, ['english'])))
}
