/** How pages print the number of a code, pair or event. */
import type { Catalog } from '../catalog.ts'
import { toHex } from '../kb/numbers.ts'

/** A pair as people write it: 0x904 / 0x7. */
export const pairText = (error: number, extended: number) => `${toHex(error)} / ${toHex(extended)}`

/** The number of whatever an id below /c/ stands for; events are decimal. */
export function numberText(catalog: Catalog, id: string): string {
	const pair = catalog.pairs.find((candidate) => candidate.id === id)
	if (pair) return pairText(pair.error, pair.extended)
	const item = catalog.codeById(id)
	return item ? toHex(item.code.value) : String(catalog.event(id)?.event.id ?? id)
}
