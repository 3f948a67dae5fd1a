/** The table of codes in the browser: fetched once, on first use. */
import { pathTo, type SiteFile, type Target, under } from '../kb/addresses.ts'
import { createFacts, type FactData, type Facts } from '../kb/decoding/facts.ts'
import { createLookup, type Lookup } from '../kb/table.ts'
import { type PackedTable, unpackTable } from '../kb/table-json.ts'

const base = import.meta.env.BASE_URL

let loading: Promise<Lookup> | undefined

/** @throws when the table cannot be fetched; the next call tries again */
export function loadLookup(): Promise<Lookup> {
	loading ??= fetchJson<PackedTable>('lookup.json')
		.then((packed) => createLookup(unpackTable(packed)))
		.catch((error) => {
			loading = undefined
			throw error
		})
	return loading
}

let facts: Promise<Facts> | undefined

/** What the decoder knows besides. @throws when it cannot be fetched; the next call tries again */
export function loadFacts(): Promise<Facts> {
	facts ??= fetchJson<FactData>('decoder.json')
		.then(createFacts)
		.catch((error) => {
			facts = undefined
			throw error
		})
	return facts
}

async function fetchJson<T>(name: SiteFile): Promise<T> {
	const response = await fetch(href({ kind: 'file', name }))
	if (!response.ok) throw new Error(`${name} answered ${response.status}`)
	return response.json()
}

/** The address of a target on this site. */
export const href = (target: Target) => under(base, pathTo(target))
