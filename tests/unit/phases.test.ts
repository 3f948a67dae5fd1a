import { expect, test } from 'vitest'
import { PHASE_IDS, PHASES } from '../../src/kb/phases.ts'

test('the phases stand in the order in which a connection goes through them', () => {
	expect(PHASE_IDS).toEqual(['name-lookup', 'tcp', 'negotiation', 'tls', 'sign-in', 'settings', 'licensing', 'session'])
})

test('no two phases share a name, and each says what happens in it', () => {
	expect(new Set(PHASES.map(({ name }) => name)).size).toBe(PHASES.length)
	for (const { does } of PHASES) expect(does).toMatch(/\.$/)
})
