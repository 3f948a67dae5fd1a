/** How a row of the table is named in lists: its number, and the list it stands in. */
import { toHex } from '../kb/numbers.ts'
import type { CodeRow, PairRow } from '../kb/table.ts'
import { spaceNames } from '../strings.ts'

export function describe(row: CodeRow | PairRow): { number: string; where: string } {
	if (!('space' in row)) return { number: `${toHex(row.error)} / ${toHex(row.extended)}`, where: spaceNames.pair }
	if (row.space === 'event') return { number: String(row.value), where: `${spaceNames.event}, ${row.log ?? ''}` }
	return { number: `${toHex(row.value)} = ${row.value}`, where: spaceNames[row.space] }
}
