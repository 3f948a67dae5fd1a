/** What the guide owes its readers: nothing researched is lost, and every article can be acted on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import { describe, expect, test } from 'vitest'
import { eventId } from '../../src/kb/addresses.ts'
import researched from '../facts/researched.json' with { type: 'json' }
import { syntaxErrors } from '../setup/powershell.ts'
import { content, root } from '../unit/real-content.ts'

/** Everything that can be found under an id: articles by number, pairs by file name, events by their id. */
const articles = new Map([
	...[...content.causes, ...content.fixes, ...content.myths].map(({ data, file }) => [data.kb, file] as const),
	...content.pairs.map(({ name, file }) => [name, file] as const),
	...content.events.flatMap(({ data, file }) => data.events.map(({ id }) => [eventId(data.slug, id), file] as const)),
])
const sources = new Map(content.sources.flatMap(({ data }) => data.map((source) => [source.id, source])))
/** Kinds of sources that an official text is. */
const OFFICIAL = ['official', 'specification', 'vendor-blog']

describe('what was researched', () => {
	test.each(Object.entries(researched))('%s: each has its article, or a reason why it has none', (_kind, list) => {
		for (const [id, where] of Object.entries(list))
			expect(articles.has(where) || /^left out: .{20,}/.test(where), `${id}: ${where}`).toBe(true)
	})
})

describe('a cause', () => {
	test('of grade A rests on an official text', () => {
		for (const { data, file } of content.causes.filter(({ data }) => data.grade === 'A'))
			expect(
				data.evidence.some(({ source }) => OFFICIAL.includes(sources.get(source)?.kind ?? '')),
				file,
			).toBe(true)
	})

	test('has a fix that names its risk and its way back', () => {
		const fixes = new Map(content.fixes.map(({ data }) => [data.kb, data]))
		for (const { data, file } of content.causes)
			for (const kb of data.fixes) expect(fixes.get(kb)?.undo.says, `${file}: ${kb}`).toBeTruthy()
	})
})

test('a fix of grade A rests on an official text', () => {
	for (const { data, file } of content.fixes.filter(({ data }) => data.grade === 'A'))
		expect(
			data.sources.some((source) => OFFICIAL.includes(sources.get(source)?.kind ?? '')),
			file,
		).toBe(true)
})

test('articles link to no site that the list of sources does not know, and to none without a name', () => {
	const host = (url: string) => new URL(url).hostname.replace(/^www\./, '')
	const known = new Set([...sources.values()].flatMap(({ url, alsoAt }) => [url, ...alsoAt].map(host)))
	expect([...known].filter((name) => /^[\d.]+$/.test(name))).toEqual([])
	const strange: string[] = []
	// What stands in a block of code is text to copy.
	for (const { file } of [...content.causes, ...content.fixes, ...content.myths, ...content.guides, ...content.pairs])
		for (const [, url = ''] of readFileSync(join(root, file), 'utf8')
			.replace(/```[\s\S]*?```/g, ' ')
			.matchAll(/\]\((https?:\/\/[^)\s]+)\)/g))
			if (!known.has(host(url))) strange.push(`${file}: ${url}`)
	expect(strange).toEqual([])
})

test('every fix is used by a cause', () => {
	const used = new Set(content.causes.flatMap(({ data }) => data.fixes))
	expect(content.fixes.filter(({ data }) => !used.has(data.kb)).map(({ data }) => data.kb)).toEqual([])
})

/** Bare words in a list of arguments, which the grammar takes for an error: `Format-Table Name, State`. */
const BARE_LIST = /(?<= )[A-Za-z][\w.:]*(?:, *[A-Za-z][\w.:]*)+/g
const plain = (code: string) =>
	code
		.replace(BARE_LIST, (list) =>
			list
				.split(/, */)
				.map((word) => `'${word}'`)
				.join(','),
		)
		.replace(/, +(?=['"@$\d])/g, ',')

/** Keys that articles read or name and that are no setting of the guide, each with the reason. */
const OTHER_KEYS: Record<string, string> = {
	'hklm\\software\\microsoft\\cryptography': 'MachineGuid, which ends the name of the key file; only read',
	'hklm\\system\\currentcontrolset\\services\\indirectkmd': 'the indirect display driver; only read',
	'hklm\\system\\setup': 'marks of an upgrade; only read',
	'hklm\\software\\microsoft\\windows nt\\currentversion\\svchost': 'the list of services in a host process; only read',
	'hklm\\system\\currentcontrolset\\control\\computername\\computername': 'a pending rename; only read',
	'hklm\\software\\microsoft\\mslicensing': 'named by a myth, and not to be deleted',
}

test('every registry key that an article names is one of a setting, or has a reason', () => {
	const short = (path: string) =>
		path
			.replace(/^HKEY_LOCAL_MACHINE/, 'HKLM')
			.replace(/^HKEY_CURRENT_USER/, 'HKCU')
			.replace(':', '')
			.replace(/[.,:\\]+$/, '')
			.toLowerCase()
	const keys = new Set([
		...Object.keys(OTHER_KEYS),
		...content.settings.flatMap(({ data: { registry, policyRegistry } }) => [
			...(registry ? [registry.key, ...registry.alsoIn].map((key) => short(`${registry.hive}\\${key}`)) : []),
			...(policyRegistry ? [short(`${policyRegistry.hive}\\${policyRegistry.key}`)] : []),
		]),
	])
	const known = (path: string) =>
		[...keys].some((key) => key === path || key.startsWith(`${path}\\`) || path.startsWith(`${key}\\`))
	const named = /\b(?:HKLM|HKCU|HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER):?\\[^\s'"`|;)\]}]+(?: [A-Z0-9][^\s'"`|;)\]}]*)*/g
	const strange: string[] = []
	let paths = 0
	for (const { file } of [...content.causes, ...content.fixes, ...content.myths, ...content.guides, ...content.pairs])
		for (const [path] of readFileSync(join(root, file), 'utf8').matchAll(named)) {
			paths++
			if (!known(short(path))) strange.push(`${file}: ${path}`)
		}
	expect(paths).toBeGreaterThan(30)
	expect(strange).toEqual([])
})

test('every PowerShell block parses', () => {
	let blocks = 0
	const wrong: string[] = []
	const check = (where: string, code: string) => {
		blocks++
		// Some lists stand in quoted text: there the code as it is must do.
		if (syntaxErrors(`${plain(code)}\n`).length > 0 && syntaxErrors(`${code}\n`).length > 0) wrong.push(where)
	}
	for (const { file, data } of content.causes)
		for (const { id, command } of data.checks) if (command) check(`${file}#${id}`, command)
	for (const { file } of [...content.causes, ...content.fixes, ...content.myths, ...content.guides, ...content.pairs])
		for (const [, indent = '', code = ''] of readFileSync(join(root, file), 'utf8').matchAll(
			/^( *)```powershell[^\n]*\n([\s\S]*?)\n *```/gm,
		))
			check(file, code.replaceAll(`\n${indent}`, '\n').slice(indent.length))
	expect(blocks).toBeGreaterThan(40)
	expect(wrong).toEqual([])
})

describe('the words of the articles', () => {
	/** Prose alone: no code, addresses, ids or tags. */
	const prose = (text: string) => {
		const end = text.indexOf('\n---', 4)
		const fields = text
			.slice(0, end)
			.replace(/command: \|[\s\S]*?(?=\n {4}\w+:)/g, ' ')
			.split('\n')
			.filter(
				(line) => !/^\s*(- )?(id|source|kb|slugs|codes|events|settings|sources|fixes):|^\s+- [a-z0-9-]+$/.test(line),
			)
			.join('\n')
		return (fields + text.slice(end))
			.replace(/```[\s\S]*?```/g, ' ')
			.replace(/`[^`]*`/g, ' ')
			.replace(/https?:\/\/\S+/g, ' ')
			.replace(/\]\([^)]*\)/g, '] ')
			.replace(/\[#[^\]]*\]/g, ' ')
			.replace(/<[^>]+>/g, ' ')
	}
	const texts = [...content.causes, ...content.fixes, ...content.myths, ...content.guides, ...content.pairs].map(
		({ file }) => [file, prose(readFileSync(join(root, file), 'utf8'))] as const,
	)

	test('are spelt as the British dictionary or the list of our own has them', () => {
		const spelling = nspell(dictionary)
		const own = new Set(readFileSync(join(root, 'tests/facts/words.txt'), 'utf8').split('\n'))
		const wrong = new Map<string, string>()
		for (const [file, text] of texts)
			for (const [word] of text.matchAll(/[A-Za-z][a-z]+(?:'[a-z]+)?/g))
				if (!wrong.has(word) && !own.has(word) && !spelling.correct(word)) wrong.set(word, file)
		expect([...wrong]).toEqual([])
	})

	test('name Windows and its parts with the capitals that they have', () => {
		const terms = [
			'TermService',
			'SessionEnv',
			'MachineKeys',
			'Schannel',
			'CredSSP',
			'PowerShell',
			'FreeRDP',
			'mRemoteNG',
			'RustDesk',
			'Bitdefender',
			'BitLocker',
			'Hyper-V',
			'Intune',
			'Kerberos',
			'NTLM',
			'OpenSSL',
			'WinRM',
			'NETWORK SERVICE',
			'Windows Server',
		]
		const wrong = texts.flatMap(([file, text]) =>
			terms.flatMap((term) =>
				[...text.matchAll(new RegExp(`(?<![\\w/-])${term}(?![\\w-])`, 'gi'))]
					// In capitals Schannel is its registry key.
					.filter(([found]) => found !== term && found !== 'SCHANNEL')
					.map(([found]) => `${file}: ${found}, not ${term}`),
			),
		)
		expect(wrong).toEqual([])
	})
})
