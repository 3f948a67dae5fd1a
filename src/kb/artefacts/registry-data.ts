/** Registry data as bytes and as text. Type numbers and layout: Microsoft, "Registry value types" (winnt.h). */

/** The types the guide writes, with the number in a .reg file and the name that .NET gives them. */
export const REGISTRY_TYPES = {
	REG_SZ: { number: 1, kind: 'String' },
	REG_EXPAND_SZ: { number: 2, kind: 'ExpandString' },
	REG_BINARY: { number: 3, kind: 'Binary' },
	REG_DWORD: { number: 4, kind: 'DWord' },
	REG_MULTI_SZ: { number: 7, kind: 'MultiString' },
	REG_QWORD: { number: 11, kind: 'QWord' },
} as const
export type RegistryType = keyof typeof REGISTRY_TYPES

/** A number, a text, a list of texts, hex pairs for bytes; null: the value is not there. */
export type RegistryData = number | string | readonly string[] | null

/** Data that is there. */
type Present = Exclude<RegistryData, null>

const HEX_PAIRS = /^[0-9a-f]{2}(?:[ ,]?[0-9a-f]{2})*$/i
/** RegSetValueEx takes more, but documentation asks to keep values below 1 MB (Microsoft, "Registry element size limits"). */
const MOST_BYTES = 1024 * 1024

/** Why data cannot be of a type, as a sentence; undefined where it can. */
export function dataProblem(type: RegistryType, data: Present): string | undefined {
	const shown = JSON.stringify(data).slice(0, 60)
	switch (type) {
		case 'REG_DWORD':
			if (!isWhole(data, 0xffffffff)) return `${shown} is no REG_DWORD: give a whole number from 0 to 4294967295.`
			return
		case 'REG_QWORD':
			if (!isWhole(data, Number.MAX_SAFE_INTEGER)) return `${shown} is no REG_QWORD: give a whole number from 0 on.`
			return
		case 'REG_BINARY':
			if (data !== '' && (typeof data !== 'string' || !HEX_PAIRS.test(data)))
				return `${shown} is no REG_BINARY: give pairs of hexadecimal digits, as in 42 49 a1.`
			break
		case 'REG_MULTI_SZ':
			if (!Array.isArray(data)) return `${shown} is no REG_MULTI_SZ: give a list of texts.`
			if (data.some((text) => text === '' || text.includes('\0')))
				return `${shown} is no REG_MULTI_SZ: an empty text or a NUL character would end the list early.`
			break
		default:
			if (typeof data !== 'string') return `${shown} is no ${type}: give a text.`
			if (data.includes('\0')) return `${shown} is no ${type}: a NUL character ends a text.`
	}
	if (bytesOf(type, data).length > MOST_BYTES) return `The data is larger than 1 MB, more than a value should hold.`
	return
}

const isWhole = (data: Present, most: number) =>
	typeof data === 'number' && Number.isSafeInteger(data) && data >= 0 && data <= most

/** The bytes as the registry keeps them, terminators included. @throws where `dataProblem` names a problem with the kind of data */
export function bytesOf(type: RegistryType, data: Present): Uint8Array {
	switch (type) {
		case 'REG_DWORD':
		case 'REG_QWORD':
			return littleEndian(Number(data), type === 'REG_DWORD' ? 4 : 8)
		case 'REG_BINARY':
			return Uint8Array.from(String(data).match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16))
		case 'REG_MULTI_SZ':
			return utf16(`${(data as readonly string[]).map((text) => `${text}\0`).join('')}\0`)
		default:
			return utf16(`${data}\0`)
	}
}

/** The data that bytes stand for. Bytes that are no regular data of the type come back as they would be read. */
export function dataOf(type: RegistryType, bytes: Uint8Array): Present {
	switch (type) {
		case 'REG_DWORD':
		case 'REG_QWORD':
			return bytes.reduceRight((sum, byte) => sum * 256 + byte, 0)
		case 'REG_BINARY':
			return hexOf(bytes, ' ')
		case 'REG_MULTI_SZ':
			return fromUtf16(bytes)
				.replace(/\0\0?$/, '')
				.split('\0')
				.filter(Boolean)
		default:
			return fromUtf16(bytes).replace(/\0$/, '')
	}
}

export const hexOf = (bytes: Uint8Array, separator = ''): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(separator)

/** A text as UTF-16, lowest byte first. */
export function utf16(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 2)
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i)
		bytes[2 * i] = unit & 0xff
		bytes[2 * i + 1] = unit >> 8
	}
	return bytes
}

function fromUtf16(bytes: Uint8Array): string {
	let text = ''
	for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode((bytes[i] ?? 0) + 256 * (bytes[i + 1] ?? 0))
	return text
}

function littleEndian(value: number, length: number): Uint8Array {
	const bytes = new Uint8Array(length)
	let rest = value
	for (let i = 0; i < length; i++) {
		bytes[i] = rest % 256
		rest = Math.floor(rest / 256)
	}
	return bytes
}

/** Data as people read it: numbers in both spellings from ten on, lists with commas. */
export function showData(data: RegistryData): string {
	if (data === null) return 'not there'
	if (data === '') return '(empty text)'
	if (typeof data === 'number') return data < 10 ? String(data) : `${data} (0x${data.toString(16)})`
	return typeof data === 'string' ? data : data.join(', ')
}

/** Whether two data are the same. */
export const sameData = (a: RegistryData, b: RegistryData): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Data as it stands in an address or a form field: numbers in decimal, lists with commas, `absent` for a value that
 * is not there.
 */
export const dataToken = (data: RegistryData): string =>
	data === null ? 'absent' : Array.isArray(data) ? data.join(',') : String(data)

/** Reads such a field back. @returns undefined where the text is no data of the type; the caller says so */
export function readToken(type: RegistryType, token: string): RegistryData | undefined {
	// Copied thumbprints and names carry characters that nobody sees.
	const text = token.replace(/[\p{Cf}\u00a0]/gu, '').trim()
	if (text.toLowerCase() === 'absent') return null
	switch (type) {
		case 'REG_DWORD':
		case 'REG_QWORD':
			return /^(\d{1,16}|0x[0-9a-f]{1,8})$/i.test(text) ? Number(text) : undefined
		case 'REG_MULTI_SZ': {
			const texts = text.split(/[,\n]/).map((part) => part.trim())
			return texts.every(Boolean) ? texts : undefined
		}
		default:
			return text === '' ? undefined : text
	}
}
