/** The guide's own content and its table, for tests that must hold for every code there is. */
import { readContent } from '../../src/build/read-content.ts'
import { factsOf, tableOf } from '../../src/build/table-of.ts'
import { SPACE_IDS, type SpaceId } from '../../src/kb/spaces.ts'
import type { CodeRow, PairRow } from '../../src/kb/table.ts'

export const root = process.cwd()
export const { content } = readContent(root)
export const lookup = tableOf(content)
export const facts = factsOf(content)

/** Rows that have a number in a space of codes; events have decimal ids and rules of their own. */
export const codeRows = lookup.codes.filter((row) => row.space !== 'event')
export const eventRows = lookup.codes.filter((row) => row.space === 'event')

export const isSpace = (space: CodeRow['space']): space is SpaceId => SPACE_IDS.some((id) => id === space)

/** A row that a test needs by name. Throws where the content no longer has it, so that the test says why it failed. */
export function rowOf(id: string): CodeRow {
	const row = lookup.byId(id)
	if (!row || !('space' in row)) throw new Error(`The content has no code ${id}.`)
	return row
}

/** A pair that a test needs by name. */
export function pairOf(id: string): PairRow {
	const row = lookup.byId(id)
	if (!row || 'space' in row) throw new Error(`The content has no pair ${id}.`)
	return row
}
