/** How pages print the number of whatever has an id. */
import type { Catalog } from '../catalog.ts'
import { pairText, toHex } from '../kb/numbers.ts'

/** The number of whatever an id below /c/ stands for; events are decimal. */
export function numberText(catalog: Catalog, id: string): string {
	const pair = catalog.pairs.find((candidate) => candidate.id === id)
	if (pair) return pairText(pair.error, pair.extended)
	const item = catalog.codeById(id)
	return item ? toHex(item.code.value) : String(catalog.event(id)?.event.id ?? id)
}
