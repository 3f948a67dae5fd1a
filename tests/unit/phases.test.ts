import { describe, expect, test } from 'vitest'
import { PHASE_IDS, PHASES, type PhaseId, phaseState } from '../../src/kb/phases.ts'

test('the phases stand in the order in which a connection goes through them', () => {
	expect(PHASE_IDS).toEqual(['name-lookup', 'tcp', 'negotiation', 'tls', 'sign-in', 'settings', 'licensing', 'session'])
})

test('no two phases share a name', () => {
	expect(new Set(PHASES.map(({ name }) => name)).size).toBe(PHASES.length)
})

describe('where a connection stops', () => {
	const states = (...at: PhaseId[]) => PHASE_IDS.map((id) => phaseState(at, id))

	test('at one phase: what comes before is passed, what comes after is not reached', () => {
		expect(states('tls')).toEqual(['passed', 'passed', 'passed', 'stops', 'ahead', 'ahead', 'ahead', 'ahead'])
	})

	test('at one of several: each may be the one, and nothing is said of a phase between them', () => {
		expect(states('tls', 'session')).toEqual([
			'passed',
			'passed',
			'passed',
			'may-stop',
			undefined,
			undefined,
			undefined,
			'may-stop',
		])
		expect(states('settings', 'tcp', 'negotiation')).toEqual([
			'passed',
			'may-stop',
			'may-stop',
			undefined,
			undefined,
			'may-stop',
			'ahead',
			'ahead',
		])
	})
})
