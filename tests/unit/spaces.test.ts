import { expect, test } from 'vitest'
import { codeId } from '../../src/kb/addresses.ts'
import { SPACE_IDS, SPACES } from '../../src/kb/spaces.ts'
import { codeId as codeIdSchema } from '../../src/schemas/fields.ts'

test('no two spaces share an id or a prefix', () => {
	expect(new Set(SPACE_IDS).size).toBe(SPACES.length)
	expect(new Set(SPACES.map(({ prefix }) => prefix)).size).toBe(SPACES.length)
})

test('the two numbers of the dialog come before everything else', () => {
	expect(SPACE_IDS.slice(0, 2)).toEqual(['disconnect', 'extended'])
})

test('the id of a code of any space is one that content may refer to', () => {
	for (const space of SPACE_IDS) expect(codeIdSchema.safeParse(codeId(space, 0x904)).success, space).toBe(true)
})
