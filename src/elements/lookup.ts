/** The tables in the browser: each fetched once, on first use. */
import { pathTo, type SiteFile, type Target, under } from '../kb/addresses.ts'
import { createFacts, type FactData, type Facts } from '../kb/decoding/facts.ts'
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

/** What the decoder knows besides the table of codes. @throws as above */
export const loadFacts: () => Promise<Facts> = fetchOnce('decoder.json', (data: FactData) => createFacts(data))

/** The address of a target on this site. */
export const href = (target: Target) => under(base, pathTo(target))
