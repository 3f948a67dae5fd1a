/**
 * Numbers as people write them. All values are unsigned 32-bit; a signed decimal is the same bits read the other way,
 * as PowerShell and the event log print HRESULTs.
 */

/** How a spelling was read. */
export type Base = 'hex' | 'decimal' | 'signed'

/** One way to read a spelling. `value` is unsigned, 0 to 0xffffffff. */
export interface Reading {
	value: number
	base: Base
}

const MAX = 0xffffffff

/** `0x` and the fewest lower-case digits: the one spelling used in ids and addresses. */
export function toHex(value: number): string {
	return `0x${value.toString(16)}`
}

/** The same 32 bits as a signed number, or undefined where the sign bit is clear. */
export function toSigned(value: number): number | undefined {
	return value > 0x7fffffff ? value - 0x100000000 : undefined
}

/** A pair as people write it: `0x904 / 0x7`. */
export function pairText(error: number, extended: number): string {
	return `${toHex(error)} / ${toHex(extended)}`
}

/** The decimal spelling of a value, and the signed one that PowerShell prints where the sign bit is set. */
export function decimalText(value: number): string {
	const signed = toSigned(value)
	return signed === undefined ? String(value) : `${value} = ${signed}`
}

/**
 * Full-width forms, the spaces and minus signs of other keyboards, and the letters that pass for the x of 0x (Cyrillic х,
 * ×) as their ASCII twins. One character becomes one character, so places in the result are places in the input.
 */
export function toAscii(text: string): string {
	return text
		.replace(/[\u00a0\u2007\u202f\u2212\u3000\uff01-\uff5e]/g, (char) => {
			if (char === '\u2212') return '-'
			const code = char.charCodeAt(0)
			return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : ' '
		})
		.replace(/(?<=0)[\u00d7\u0425\u0445](?=[0-9a-fA-F])/g, 'x')
}

/**
 * Every way to read one spelling of a number, the likelier first; empty when it is none. A bare `904` is hex (as the
 * dialog would print it) and decimal (as a log would): both are given, never one silently.
 */
export function readNumber(spelling: string): Reading[] {
	const text = toAscii(spelling).trim().toLowerCase()
	const readings: Reading[] = []
	const add = (digits: string, radix: 10 | 16, base: Base) => {
		const value = Number.parseInt(digits, radix)
		if (value <= MAX) readings.push({ value, base })
	}
	// The assembler's 904h begins with a digit: "each" is a word.
	const hex = /^(?:#?0x ?|&h)0*([0-9a-f]{1,8})$/.exec(oToZero(text)) ?? /^(?=\d)0*([0-9a-f]{1,8})h$/.exec(text)
	if (hex?.[1]) add(hex[1], 16, 'hex')
	else if (/^-\d{1,10}$/.test(text)) {
		const value = Number(text)
		if (value >= -0x80000000 && value < 0) readings.push({ value: value >>> 0, base: 'signed' })
	} else if (/^\d+$/.test(text) && text.length <= 16) {
		const digits = text.replace(/^0+(?=\d)/, '')
		const padded = text.length > digits.length
		if (digits.length <= 10) add(digits, 10, 'decimal')
		if (digits.length <= 8) add(digits, 16, 'hex')
		// A log pads hex to four or eight digits; nobody pads a decimal. Small numbers are the same in both.
		if (padded && text.length >= 4) readings.reverse()
	} else if (/^0*[0-9a-f]{2,8}$/.test(text) && /\d/.test(text)) add(text, 16, 'hex')
	return readings.filter((r, i) => readings.findIndex((other) => other.value === r.value) === i)
}

/** The letter O that people type for a zero; no hexadecimal number holds one. */
const oToZero = (text: string) => (/^#?[0o]x/.test(text) ? text.replaceAll('o', '0') : text)

/** Widths to which people and programs pad a hexadecimal number. */
const PADDED_WIDTHS = [2, 4, 8]

/**
 * The spellings of a value that have an address: hex with and without 0x, padded, decimal, and signed decimal where the
 * sign bit is set. Lower case, no duplicates; each reads back to the value.
 */
export function spellingsOf(value: number): string[] {
	const digits = value.toString(16)
	const widths = [digits.length, ...PADDED_WIDTHS.filter((width) => width > digits.length)]
	const padded = widths.map((width) => digits.padStart(width, '0'))
	const signed = toSigned(value)
	const all = [
		...padded.map((hex) => `0x${hex}`),
		String(value),
		...(signed === undefined ? [] : [String(signed)]),
		...padded.filter((hex) => readNumber(hex).some((reading) => reading.value === value)),
	]
	return [...new Set(all)]
}

/**
 * A spelling in the cases in which people and log lines print it: `0x8009030c`, `0x8009030C`, `0X8009030C`, `0X8009030c`.
 * The given one first, no duplicates.
 *
 * @param spelling lower case, as `spellingsOf` makes it
 */
export function casesOf(spelling: string): string[] {
	const inPrefix = (text: string) => (text.startsWith('0x') ? [text, `0X${text.slice(2)}`] : [text])
	const upper = spelling.toUpperCase().replace(/^0X/, '0x')
	return [...new Set([spelling, upper].flatMap(inPrefix))]
}
