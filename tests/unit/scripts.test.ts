/** The scripts of the guide, looked at through the grammar of PowerShell: nothing here runs Windows. */
import { describe, expect, test } from 'vitest'
import { SCRIPT_PARTS } from '../../src/kb/scripts/parts.ts'
import { scriptFile, scriptText } from '../../src/kb/scripts/script.ts'
import { errorsIn, nodesOf, withScript } from '../setup/powershell.ts'
import { content } from './real-content.ts'

const scripts = content.scripts.map(({ data }) => ({ id: data.id, data, text: scriptText(data) }))

/** Cmdlets that only read, or only shape what was read. */
const READING =
	/^(?:(?:Get|Test|Select|Sort|Where|ForEach|Resolve|Join|Split|Measure)-[A-Z][A-Za-z]+|New-Object|Set-StrictMode)$/
/** Programs with the arguments with which they only read. */
const READING_PROGRAMS: Record<string, RegExp> = {
	'qwinsta.exe': /^$/,
	'quser.exe': /^$/,
	'change.exe': /^logon \/query$/,
	'netsh.exe': /^interface portproxy show all$/,
	'cmdkey.exe': /^\/list$/,
	'certutil.exe': /^-store My \$cert\.Thumbprint$/,
	'icacls.exe': /^\$folder$/,
	'auditpol.exe': /^\/get '[^']+'$/,
}
/** Methods that write, whatever they belong to. */
const WRITING_METHODS =
	/\.(?:SetValue|DeleteValue|DeleteSubKey\w*|CreateSubKey|SetAccessRule|AddAccessRule|SetAccessControl|WriteAll\w+|Create|Delete|Start|Invoke\w*)\(/i

/** What a script calls besides its own functions, as name and arguments. */
function callsOf(text: string): { name: string; args: string }[] {
	return withScript(text, (root) => {
		const own = nodesOf(root, 'function_name').map((node) => node.text)
		return nodesOf(root, 'command')
			.map((node) => {
				const name = node.childForFieldName('command_name')?.text ?? ''
				return {
					name,
					args: node.text
						.slice(name.length)
						.replace(/\s*\d>&1\s*/g, ' ')
						.trim(),
				}
			})
			.filter(({ name }) => !own.includes(name) && !/^(?:\$\w+)?$|^\{/.test(name))
	})
}

describe('every script', () => {
	test('there is one for each question that the guide asks of a machine', () => {
		expect(scripts.map(({ id }) => id).sort()).toEqual(
			[
				'capture',
				'certificate',
				'client',
				'host-log',
				'probe',
				'service',
				'sign-in',
				'tls-events',
				'tls-policy',
			].sort(),
		)
		expect(new Set(scripts.map(({ data }) => data.order)).size).toBe(scripts.length)
	})

	test.each(scripts)('$id is PowerShell', ({ text }) => {
		expect(withScript(text, errorsIn)).toEqual([])
	})

	test.each(scripts)(
		'$id can be pasted: ASCII, no tab, one block without an empty line, no questions',
		({ data, text }) => {
			expect(text).toMatch(/^[\x20-\x7e\n]+$/)
			const at = text.indexOf('& {\n')
			expect(text.slice(0, at).match(/^\$\w+ = /gm)?.length ?? 0).toBe(data.asks.length)
			const block = text.slice(at)
			expect(block).not.toMatch(/\n\s*\n/)
			expect(block.trimEnd().endsWith('\n}')).toBe(true)
			expect(block).not.toMatch(
				/\bparam\(\s*\)|Read-Host|\bpause\b|Format-Table|Out-GridView|Write-Host|[;{\n]\s*exit\b/i,
			)
		},
	)

	test.each(scripts)('$id parts the name of a variable from a colon', ({ text }) => {
		// "$name: text" would be read as a drive or a scope.
		const scopes = /\$(?!env:|script:|global:|using:)\w+:(?!:)/gi
		const strings = withScript(text, (root) => nodesOf(root, 'expandable_string_literal').map((node) => node.text))
		expect(strings.length).toBeGreaterThan(5)
		expect(strings.flatMap((string) => string.match(scopes) ?? [])).toEqual([])
	})

	test.each(scripts)('$id reads no variable that nobody set', ({ data, text }) => {
		const automatic = 'null true false env _ executioncontext psversiontable lastexitcode matches'.split(' ')
		const set = new Set([...automatic, ...data.asks.map(({ name }) => name)])
		for (const [, name = ''] of text.matchAll(/(?:\$|\[[^\]\s]*\]\s*\$)(\w+)\s*(?:=(?!=)|\+=)/g))
			set.add(name.toLowerCase())
		for (const [, name = ''] of text.matchAll(/\bforeach \(\$(\w+) in/g)) set.add(name.toLowerCase())
		for (const [, list = ''] of text.matchAll(/\bparam\(([^\n]*)\)\n?/g))
			for (const [, name = ''] of list.matchAll(/\$(\w+)/g)) set.add(name.toLowerCase())
		const used = [...text.replace(/^\s*#.*$/gm, '').matchAll(/\$(\w+)/g)].map(([, name = '']) => name.toLowerCase())
		expect([...new Set(used.filter((name) => !set.has(name)))]).toEqual([])
		// Names that PowerShell fills itself must not be used for other things.
		for (const name of ['input', 'args', 'event', 'host', 'pid', 'home', 'error', 'profile', 'sender', 'this'])
			expect(set.has(name), name).toBe(false)
	})

	test.each(scripts)('$id asks for no more event numbers than a query takes', ({ text }) => {
		for (const [, list = ''] of text.matchAll(/-Id ((?:\d+, )*\d+)/g))
			expect(list.split(', ').length).toBeLessThanOrEqual(16)
	})
})

describe('a script that declares no writing', () => {
	test.each(scripts.filter(({ data }) => data.writes.length === 0))('$id calls nothing that writes', ({ text }) => {
		const strange = callsOf(text).filter(({ name, args }) => !READING.test(name) && !READING_PROGRAMS[name]?.test(args))
		expect(strange).toEqual([])
		expect(text.match(WRITING_METHODS)?.[0]).toBeUndefined()
		// Output goes to the reader, never to a file.
		expect(
			withScript(text, (root) => nodesOf(root, 'redirection').map((node) => node.text)).filter((to) => to !== '2>&1'),
		).toEqual([])
	})

	test('only the capture declares some', () => {
		expect(scripts.filter(({ data }) => data.writes.length > 0).map(({ id }) => id)).toEqual(['capture'])
	})
})

test('the capture changes nothing as it stands, and nothing without elevation', () => {
	const text = scripts.find(({ id }) => id === 'capture')?.text ?? ''
	expect(text).toContain("$action = 'status'")
	const changes = text.search(/New-Item|filter add|pktmon\.exe start --|trace start/)
	const status = text.indexOf("$action -eq 'status'")
	const elevated = text.indexOf("-not $elevated) { 'STOPPED")
	expect(status).toBeGreaterThan(0)
	expect(elevated).toBeGreaterThan(status)
	expect(changes).toBeGreaterThan(elevated)
})

describe('what a script says', () => {
	test('a log that is off, empty, too young or unreadable is named, never passed over', () => {
		for (const words of ['SWITCHED OFF', 'EMPTY', 'TOO YOUNG', 'CANNOT BE READ'])
			expect(SCRIPT_PARTS.events).toContain(words)
		for (const { id, data, text } of scripts.filter(({ data }) => data.uses.includes('events'))) {
			expect(data.script, id).not.toContain('Get-WinEvent')
			expect(text, id).toContain('Show-Blind')
		}
	})

	test('a shell without elevation is named where it hides something', () => {
		for (const { id, data, text } of scripts) expect(text.includes('NOT ELEVATED'), id).toBe(data.elevated)
	})

	test('its parts are explained under the headings that it prints', () => {
		for (const { id, data } of scripts.filter(({ id }) => !['probe', 'capture'].includes(id))) {
			const printed = [...data.script.matchAll(/^'== ([^']+)'/gm)].map(([, name]) => name)
			expect(
				data.reads.map(({ part }) => part),
				id,
			).toEqual(printed.filter((name) => name !== 'In short'))
		}
	})

	test('a password never: stored names and chosen lines only', () => {
		for (const { id, text } of scripts) expect(text, id).not.toMatch(/password 51|\/export|Export-/i)
	})
})

describe('the file of a script', () => {
	const address = 'https://guide.example/scripts/x/'
	test.each(scripts)(
		'$id is its text in ASCII with CRLF, under a comment with the address of its page',
		({ data, text }) => {
			const file = new TextDecoder().decode(scriptFile(data, address))
			expect(file).toMatch(/^[\x20-\x7e\r\n]+$/)
			expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
			expect(file.endsWith(text.replaceAll('\n', '\r\n'))).toBe(true)
			const comment = file.slice(0, -text.replaceAll('\n', '\r\n').length)
			for (const line of comment.trimEnd().split('\r\n')) expect(line).toMatch(/^# /)
			expect(comment).toContain(address)
			expect(comment).toContain(data.verified)
		},
	)
})
