/** Text files that are dropped or chosen: read in the browser, whatever their encoding, and never sent. */

/** A file that holds no text. */
export class NotText extends Error {}

/** More than this is not read. */
const MOST_BYTES = 8_000_000

/**
 * The text of a file. Windows saves exports as UTF-16 and old programs in the code page of the machine.
 *
 * @throws {NotText} where the file is no text
 */
export async function textOf(file: File): Promise<string> {
	const bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer())
	const encoding = encodingOf(bytes)
	if (encoding) return new TextDecoder(encoding).decode(bytes)
	if (bytes.subarray(0, 4096).includes(0)) throw new NotText(file.name)
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(wholeCharacters(bytes))
	} catch {
		return new TextDecoder('windows-1252').decode(bytes)
	}
}

/** The encoding that the first bytes give away: a byte order mark, or the zeros of UTF-16 without one. */
function encodingOf(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
	if (bytes.length >= 8 && [1, 3, 5, 7].every((i) => bytes[i] === 0) && [0, 2, 4, 6].every((i) => bytes[i] !== 0))
		return 'utf-16le'
	return
}

/** Where a long file was cut inside a character, its bytes are left out. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
	if (bytes.length < MOST_BYTES) return bytes
	let end = bytes.length
	while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--
	return bytes.subarray(0, Math.max(0, end - 1))
}
