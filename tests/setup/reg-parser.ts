/** Reads .reg files by the rules of the format alone, and strictly: what a registry editor might pass over is an error here. */

export interface RegEntry {
	/** HKEY_LOCAL_MACHINE or HKEY_CURRENT_USER. */
	root: string
	/** The key below the root. */
	key: string
	/** The name of the value; empty for the unnamed one. */
	name: string
	/** null: the line deletes the value. */
	value: { type: number; hex: string } | null
}

const KEY = /^\[(HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER)\\(.+)\]$/
const VALUE = /^(@|"((?:[^"\\]|\\["\\])*)")=(.*)$/s
const TEXT = /^"((?:[^"\\]|\\["\\])*)"$/s
const BYTES = /^hex(?:\(([0-9a-f]+)\))?:((?:[0-9a-f]{2}(?:,[0-9a-f]{2})*)?)$/

const unescaped = (text: string) => text.replace(/\\(["\\])/g, '$1')

/**
 * @returns the values of a file in their order
 * @throws at the first line that is not as the format wants it
 */
export function parseReg(text: string): RegEntry[] {
	const lines = text.split('\r\n')
	if (lines[0] !== 'Windows Registry Editor Version 5.00') throw new Error(`No header: ${lines[0]}`)
	if (lines[1] !== '') throw new Error('No empty line below the header.')
	const entries: RegEntry[] = []
	let key: { root: string; key: string } | undefined
	for (let i = 2; i < lines.length; i++) {
		let line = lines[i] ?? ''
		if (/[\r\n]/.test(line)) throw new Error(`Line ${i + 1} holds half a line end.`)
		if (line === '' || line.startsWith(';')) continue
		const [, root, path] = KEY.exec(line) ?? []
		if (root !== undefined && path !== undefined) {
			key = { root, key: path }
			continue
		}
		if (/=hex(?:\([0-9a-f]+\))?:(?:[0-9a-f]{2},)*\\$/.test(line)) {
			const parts = [line]
			while (parts.at(-1)?.endsWith(',\\')) parts.push((lines[++i] ?? '').trimStart())
			line = parts.map((part) => part.replace(/\\$/, '')).join('')
		}
		const [, shown, name = '', data] = VALUE.exec(line) ?? []
		if (!key || shown === undefined || data === undefined) throw new Error(`Line ${i + 1} cannot be read: ${line}`)
		entries.push({ ...key, name: unescaped(name), value: readData(data) })
	}
	return entries
}

function readData(data: string): RegEntry['value'] {
	if (data === '-') return null
	const [, digits] = /^dword:([0-9a-f]{8})$/.exec(data) ?? []
	if (digits !== undefined) return { type: 4, hex: Buffer.from(digits, 'hex').reverse().toString('hex') }
	const [, text] = TEXT.exec(data) ?? []
	if (text !== undefined) return { type: 1, hex: Buffer.from(`${unescaped(text)}\0`, 'utf16le').toString('hex') }
	const bytes = BYTES.exec(data)
	if (bytes) return { type: Number.parseInt(bytes[1] ?? '3', 16), hex: (bytes[2] ?? '').replaceAll(',', '') }
	throw new Error(`No data: ${data.slice(0, 80)}`)
}

/**
 * The places that comments of a file name in the form of keys and values, for somebody to fill in.
 *
 * @returns as `root\key:name`
 */
export function placesInComments(text: string): string[] {
	let key = ''
	return text.split('\r\n').flatMap((line) => {
		const comment = line.replace(/^; /, '')
		if (comment === line) return []
		const [, root, path] = KEY.exec(comment) ?? []
		if (root !== undefined) key = `${root}\\${path}`
		const [, , name] = VALUE.exec(comment) ?? []
		return name === undefined || key === '' ? [] : [`${key}:${unescaped(name)}`]
	})
}
