/**
 * The layer that the low byte of a disconnect reason names. Inferred, not documented: every documented value fits it
 * (all SSL_ERR_ constants end in 07, all socket errors in 04), and Q187465 calls 0x906 a security-layer error.
 */
const LAYERS: Record<number, string> = {
	4: 'network layer (sockets and time-outs)',
	6: 'security layer',
	7: 'TLS and credentials',
	8: 'client control',
	9: 'logon policy',
	10: 'smart card',
}

/**
 * @param value a disconnect reason
 * @returns the low byte as two hex digits and the layer's name; undefined below 0x100 and for bytes no layer is inferred for
 */
export function disconnectLayer(value: number): { byte: string; name: string } | undefined {
	const byte = value & 0xff
	const name = value > 0xff && value < 0x10000 ? LAYERS[byte] : undefined
	return name === undefined ? undefined : { byte: `0x${byte.toString(16).padStart(2, '0')}`, name }
}
