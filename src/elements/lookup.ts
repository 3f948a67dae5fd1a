/** The tables in the browser: each fetched once, on first use. */
import { pathTo, type SiteFile, type Target, under } from '../kb/addresses.ts'
import { createFacts, type FactData, type Facts, type MorePhrases, withPhrases } from '../kb/decoding/facts.ts'
import type { PhraseGroup } from '../kb/decoding/scripts.ts'
import { type SettingRow, unpackSettings } from '../kb/setting-table.ts'
import { createLookup, type Lookup } from '../kb/table.ts'
import { type PackedTable, unpackTable } from '../kb/table-json.ts'

const base = import.meta.env.BASE_URL

/**
 * Fetches a file once, at the first call.
 *
 * @returns a function that throws when it cannot be fetched; its next call tries again
 */
export function fetchOnce<J, T>(name: SiteFile, read: (json: J) => T): () => Promise<T> {
	let loading: Promise<T> | undefined
	return () => {
		loading ??= fetch(href({ kind: 'file', name }))
			.then((response) => {
				if (!response.ok) throw new Error(`${name} answered ${response.status}`)
				return response.json()
			})
			.then((json: J) => read(json))
			.catch((error) => {
				loading = undefined
				throw error
			})
		return loading
	}
}

/** The table of codes. @throws when it cannot be fetched; the next call tries again */
export const loadLookup: () => Promise<Lookup> = fetchOnce('lookup.json', (packed: PackedTable) =>
	createLookup(unpackTable(packed)),
)

/** The list of settings. @throws as above */
export const loadSettings: () => Promise<SettingRow[]> = fetchOnce('lookup-settings.json', unpackSettings)

const loadFactData = fetchOnce('decoder.json', (data: FactData) => data)
const phraseFiles = new Map<PhraseGroup, () => Promise<MorePhrases>>()
let made: { groups: string; facts: Facts } | undefined

/**
 * What the decoder knows besides the table of codes.
 *
 * @param groups the scripts whose phrases are wanted; what was loaded stays
 * @throws when a file cannot be fetched; the next call tries again
 */
export async function loadFacts(groups: readonly PhraseGroup[]): Promise<Facts> {
	for (const group of groups)
		if (group !== 'english' && !phraseFiles.has(group))
			phraseFiles.set(
				group,
				fetchOnce(`decoder/${group}.json`, (phrases: MorePhrases) => phrases),
			)
	const wanted = [...phraseFiles]
	const [data, ...more] = await Promise.all([loadFactData(), ...wanted.map(([, load]) => load())])
	const key = wanted.map(([group]) => group).join(' ')
	if (made?.groups !== key) made = { groups: key, facts: createFacts(withPhrases(data, more)) }
	return made.facts
}

/** The address of a target on this site. */
export const href = (target: Target) => under(base, pathTo(target))
