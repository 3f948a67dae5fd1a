/** The phrases of other scripts, each loaded when a text holds its letters. */
import type { GetStaticPaths } from 'astro'
import { getCatalog } from '../../catalog.ts'
import { morePhrases } from '../../kb/decoding/build-facts.ts'
import { PHRASE_GROUPS, type PhraseGroup } from '../../kb/decoding/scripts.ts'

export const getStaticPaths = (() =>
	PHRASE_GROUPS.filter((group) => group !== 'english').map((group) => ({
		params: { group },
	}))) satisfies GetStaticPaths

export async function GET({ params }: { params: { group: PhraseGroup } }) {
	const { facts } = await getCatalog()
	return new Response(JSON.stringify(morePhrases(facts, params.group)))
}
