/** How a row of the table is named in lists: its number, what it says, and the list it stands in. */
import { decimalText, pairText, toHex } from '../kb/numbers.ts'
import { type Lookup, type Row, targetOf } from '../kb/table.ts'
import { rowKinds } from '../strings.ts'
import { href } from './lookup.ts'

export interface RowNames {
	number: string
	title: string
	where: string
	href: string
}

export function describe(lookup: Lookup, row: Row): RowNames {
	const address = href(targetOf(row))
	if ('kb' in row) return { number: row.kb, title: row.title, where: rowKinds[row.kind], href: address }
	if ('error' in row) {
		// The title of a pair begins with its numbers, which stand beside it here.
		const title = row.title.replace(/^0x[0-9a-f]+ \/ 0x[0-9a-f]+: /i, '')
		return { number: pairText(row.error, row.extended), title, where: rowKinds.pair, href: address }
	}
	const { title } = row
	if (row.space === 'event')
		return { number: String(row.value), title, where: `${rowKinds.event}, ${row.log ?? ''}`, href: address }
	const number = `${toHex(row.value)} = ${decimalText(row.value)}`
	return { number, title, where: lookup.spaces[row.space] ?? row.space, href: address }
}
