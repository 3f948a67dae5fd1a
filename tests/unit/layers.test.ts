import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disconnectLayer } from '../../src/kb/layers.ts'
import { codeRows } from './real-content.ts'

test('0x904 and 0x204 are of one layer, 0x807 and 0x907 of another', () => {
	expect(disconnectLayer(0x904)?.byte).toBe('0x04')
	expect(disconnectLayer(0x204)).toEqual(disconnectLayer(0x904))
	expect(disconnectLayer(0x907)).toEqual(disconnectLayer(0x807))
	expect(disconnectLayer(0x807)?.name).not.toBe(disconnectLayer(0x904)?.name)
})

test('nothing is inferred below 0x100, above 16 bits, or for a byte without a known layer', () => {
	for (const value of [0, 0x4, 0x7, 0xff, 0x10004, 0x3000004, 0x100, 0x9ff])
		expect(disconnectLayer(value), `${value}`).toBeUndefined()
})

test('the layer depends on the low byte alone, which is named with two digits', () => {
	const high = fc.integer({ min: 1, max: 0xff })
	fc.assert(
		fc.property(high, high, fc.integer({ min: 0, max: 0xff }), (a, b, low) => {
			expect(disconnectLayer(a * 0x100 + low)).toEqual(disconnectLayer(b * 0x100 + low))
			const layer = disconnectLayer(a * 0x100 + low)
			if (layer) expect(layer.byte).toMatch(/^0x[0-9a-f]{2}$/)
			if (layer) expect(Number(layer.byte)).toBe(low)
		}),
	)
})

test('the named TLS errors of the client are of the TLS layer', () => {
	const named = codeRows.filter(
		(row) => row.space === 'disconnect' && row.symbols.some((s) => s.startsWith('SSL_ERR_')),
	)
	expect(named.length).toBeGreaterThan(5)
	for (const { value, id } of named) expect(disconnectLayer(value)?.byte, id).toBe('0x07')
})
