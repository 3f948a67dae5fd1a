/**
 * Which address answers for a bare number: every spelling of every known number has one. A number with one meaning leads
 * on to it; a number with several has a page that offers the choice.
 */
import { pathTo } from './addresses.ts'
import { type Base, readNumber, spellingsOf, toHex } from './numbers.ts'
import { pairSpellings } from './pair-spellings.ts'
import { type CodeRow, type Lookup, meanings } from './table.ts'

/** One reading of a number together with what it means in each space. */
export interface NumberMeaning {
	value: number
	base: Base
	rows: readonly CodeRow[]
}

/** A page that offers the choice between the meanings of a number. */
export interface ChoicePage {
	/** The spelling in its address: /c/<spelling>/. */
	spelling: string
	readings: readonly NumberMeaning[]
}

/** A spelling that leads on. */
export interface NumberRedirect {
	from: string
	to: string
}

/** Every reading of a spelling with its known meanings: the likelier first, those that mean nothing last. */
export function readingsOf(lookup: Lookup, spelling: string): NumberMeaning[] {
	const all = readNumber(spelling).map(({ value, base }) => ({ value, base, rows: meanings(lookup, value, base) }))
	return [...all.filter(({ rows }) => rows.length > 0), ...all.filter(({ rows }) => rows.length === 0)]
}

/** The known meanings of a spelling, the likelier reading first. */
export function meaningsOf(lookup: Lookup, spelling: string): NumberMeaning[] {
	return readingsOf(lookup, spelling).filter(({ rows }) => rows.length > 0)
}

/**
 * All number pages of a table. No spelling appears twice; every spelling of every code's and event's value appears, and
 * so does every pair as people write it (`0x904-0x7`, `2308-7`).
 */
export function numberPages(lookup: Lookup): { choices: ChoicePage[]; redirects: NumberRedirect[] } {
	const choices = new Map<string, ChoicePage>()
	const redirects: NumberRedirect[] = []
	const spellings = new Set(lookup.codes.flatMap(spellingsOfRow))
	for (const spelling of [...spellings].sort()) {
		const readings = meaningsOf(lookup, spelling)
		const rows = [...new Set(readings.flatMap((reading) => reading.rows))]
		const [only] = rows
		if (!only) continue
		if (rows.length === 1) {
			redirects.push({ from: numberPath(spelling), to: pathTo({ kind: 'code', id: only.id }) })
			continue
		}
		const main = canonicalChoice(lookup, spelling, rows)
		if (main === spelling) choices.set(spelling, { spelling, readings })
		else redirects.push({ from: numberPath(spelling), to: numberPath(main) })
	}
	for (const pair of lookup.pairs)
		for (const spelling of pairSpellings(lookup, pair))
			redirects.push({ from: numberPath(spelling), to: pathTo({ kind: 'code', id: pair.id }) })
	return { choices: [...choices.values()], redirects }
}

/** The path of a bare number. */
export function numberPath(spelling: string): string {
	return pathTo({ kind: 'code', id: spelling })
}

function spellingsOfRow(row: CodeRow): string[] {
	return row.space === 'event' ? [String(row.value)] : spellingsOf(row.value)
}

/** Spellings that offer the same choice share one page: the plain hexadecimal one where it offers just that. */
function canonicalChoice(lookup: Lookup, spelling: string, rows: readonly CodeRow[]): string {
	const ids = idsOf(rows)
	const hexes = new Set(rows.map((row) => toHex(row.value)))
	for (const candidate of [...hexes, ...[...hexes].map((hex) => String(Number(hex)))]) {
		const offered = [...new Set(meaningsOf(lookup, candidate).flatMap((reading) => reading.rows))]
		if (offered.length === rows.length && idsOf(offered) === ids) return candidate
	}
	return spelling
}

const idsOf = (rows: readonly CodeRow[]) =>
	rows
		.map((row) => row.id)
		.sort()
		.join(' ')
