import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../../src/kb/triage/address.ts'
import type { Tree } from '../../../src/kb/triage/tree.ts'
import { walk } from '../../../src/kb/triage/walk.ts'
import { givens, reordered, trees } from './trees.ts'

const tree: Tree = {
	start: 'relay',
	questions: [
		{
			id: 'relay',
			answers: [
				{ id: 'yes', outcome: 'end' },
				{ id: 'no', question: 'host' },
			],
		},
		{
			id: 'host',
			answers: [
				{ id: 'yes', outcome: 'end' },
				{ id: 'no', outcome: 'end' },
			],
		},
	],
	outcomes: [{ id: 'end', causes: [] }],
}
const rewritten = (search: string) => writeAddress(tree, readAddress(search))

describe('reading an address', () => {
	test.each(['?relay=no&host=yes', 'relay=no&host=yes', '?relay=no&host=yes&'])('takes %s', (search) => {
		expect(Object.fromEntries(readAddress(search).answers)).toEqual({ relay: 'no', host: 'yes' })
	})

	test('counts what stands twice once, the first time', () => {
		expect(readAddress('?host=yes&host=no&from=host&from=relay')).toEqual({
			from: 'host',
			answers: new Map([['host', 'yes']]),
		})
	})

	test('leaves alone what is not of this tree, where it shares the page with another', () => {
		const { answers } = readAddress('?host=yes&theme=dark', (name) => name === 'host')
		expect([...answers]).toEqual([['host', 'yes']])
	})
})

describe('writing an address', () => {
	test('says nothing where nothing was given', () => {
		expect(rewritten('')).toBe('')
		expect(rewritten('?from=relay')).toBe('')
	})

	test('puts the path in its order, then what is kept', () => {
		expect(rewritten('?gone=x&host=yes&relay=no')).toBe('relay=no&host=yes&gone=x')
		expect(rewritten('?host=no&relay=yes')).toBe('relay=yes&host=no')
	})

	test('says where it begins, also where that question is gone', () => {
		expect(rewritten('?host=yes&from=host')).toBe('from=host&host=yes')
		expect(walk(tree, readAddress(rewritten('?relay=no&from=gone'))).kept).toContainEqual(
			expect.objectContaining({ question: 'from', answer: 'gone' }),
		)
	})

	test('says nothing of an answer that was only taken for granted', () => {
		const [relay, host] = tree.questions
		if (!relay || !host) throw new Error('The tree of this test lost its questions.')
		const older = { ...tree, questions: [{ ...relay, olderLinks: 'no' }, host] }
		expect(writeAddress(older, readAddress('?host=yes'))).toBe('host=yes')
	})
})

describe('in any tree, any address', () => {
	test('read back opens the same place with the same answers', () => {
		fc.assert(
			fc.property(trees, givens, (tree, given) => {
				const address = writeAddress(tree, given)
				const again = readAddress(address)
				const set = (one: typeof given) => {
					const { kept, ...rest } = walk(tree, one)
					return { ...rest, kept: new Set(kept.map((part) => JSON.stringify(part))) }
				}
				expect(set(again)).toEqual(set(given))
				expect(writeAddress(tree, again)).toBe(address)
			}),
			{ numRuns: 500 },
		)
	})

	test('has one spelling, whatever the order it came in', () => {
		fc.assert(
			fc.property(
				trees,
				givens.chain((given) => fc.tuple(fc.constant(given), reordered(given))),
				(tree, [given, other]) => {
					expect(writeAddress(tree, other)).toBe(writeAddress(tree, given))
				},
			),
			{ numRuns: 500 },
		)
	})

	test('holds nothing that ends a link in a ticket', () => {
		fc.assert(
			fc.property(trees, givens, (tree, given) => {
				expect(writeAddress(tree, given)).not.toMatch(/[\s<>"#[\]]/)
			}),
		)
	})

	test('can be anything', () => {
		fc.assert(
			fc.property(trees, fc.string({ unit: 'binary' }), (tree, search) => {
				walk(tree, readAddress(writeAddress(tree, readAddress(search))))
			}),
		)
	})
})
