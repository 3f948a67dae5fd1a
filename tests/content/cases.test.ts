import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readContent } from '../../src/build/read-content.ts'
import { assemble } from '../../src/kb/triage/tree.ts'
import { walk } from '../../src/kb/triage/walk.ts'
import { root } from '../unit/real-content.ts'

/**
 * Incidents that somebody met and solved, in our words, each with its address. The answers follow from `shown` and
 * `facts` alone, as a reader gives them who does not know the cause.
 */
interface Incident {
	id: string
	url: string
	shown: string
	facts: string[]
	cause: string
	confirmed: string
	/** Causes of the guide that name it. */
	causes: string[]
	/** Outcomes that are right besides those that name such a cause. */
	outcomes: string[]
	tree: string
	/** The question at which another tree hands over, where one did. */
	from?: string
	answers: Record<string, string>
}

const folder = join(root, 'tests/cases')
const incidents = readdirSync(folder).map(
	(name): Incident => ({ causes: [], outcomes: [], ...parse(readFileSync(join(folder, name), 'utf8')) }),
)
const trees = readContent(root).content.triage.map(({ data }) => data)

function walked({ tree: id, from, answers, causes, outcomes }: Incident) {
	const tree = trees.find((one) => one.id === id)
	if (!tree) throw new Error(`There is no tree ${id}.`)
	const { outcome, kept } = walk(assemble(tree, trees), { from, answers: new Map(Object.entries(answers)) })
	const right =
		outcome !== undefined && (outcomes.includes(outcome.id) || outcome.causes.some((kb) => causes.includes(kb)))
	return { outcome, kept, right }
}

describe('solved incidents', () => {
	test('are many, each from a place of its own', () => {
		expect(incidents.length).toBeGreaterThanOrEqual(25)
		expect(new Set(incidents.map(({ url }) => url)).size).toBe(incidents.length)
	})

	test.each(incidents)('$id: its answers stand on one path that ends', (incident) => {
		const { outcome, kept } = walked(incident)
		expect(kept).toEqual([])
		expect(outcome).toBeDefined()
	})

	test('nine in ten end at the cause that was confirmed', () => {
		const missed = incidents.filter((incident) => !walked(incident).right).map(({ id }) => id)
		expect(missed.length, `missed: ${missed.join(', ')}`).toBeLessThanOrEqual(incidents.length / 10)
	})

	test.each(incidents)('$id does not end at a wrong fix', (incident) => {
		const { outcome, right } = walked(incident)
		if (!right) expect(outcome?.fixes).toEqual([])
	})
})
