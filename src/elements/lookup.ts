/** The table of codes in the browser: fetched once, on first use. */
import { pathTo, type Target, under } from '../kb/addresses.ts'
import { createLookup, type Lookup } from '../kb/table.ts'
import { unpackTable } from '../kb/table-json.ts'

const base = import.meta.env.BASE_URL

let loading: Promise<Lookup> | undefined

/** @throws when the table cannot be fetched; the next call tries again */
export function loadLookup(): Promise<Lookup> {
	loading ??= fetch(href({ kind: 'file', name: 'lookup.json' }))
		.then((response) => {
			if (!response.ok) throw new Error(`lookup.json answered ${response.status}`)
			return response.json()
		})
		.then((packed) => createLookup(unpackTable(packed)))
		.catch((error) => {
			loading = undefined
			throw error
		})
	return loading
}

/** The address of a target on this site. */
export const href = (target: Target) => under(base, pathTo(target))
