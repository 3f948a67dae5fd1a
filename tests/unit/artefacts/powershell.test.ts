/** Generated scripts, looked at through the grammar of PowerShell: nothing here runs Windows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Node } from 'web-tree-sitter'
import { labelOf, type Plan, planOf, readingPlan, type Step, testPlan } from '../../../src/kb/artefacts/plan.ts'
import { applyScript, checkScript, testScript, undoScript } from '../../../src/kb/artefacts/powershell.ts'
import { ascii, psText } from '../../../src/kb/artefacts/powershell-literals.ts'
import {
	bytesOf,
	hexOf,
	REGISTRY_TYPES,
	type RegistryData,
	type RegistryType,
} from '../../../src/kb/artefacts/registry-data.ts'
import {
	assigned,
	commandsIn,
	errorsIn,
	isValue,
	nodesOf,
	readText,
	stepsIn,
	syntaxErrors,
	withScript,
} from '../../setup/powershell.ts'
import { hostileText, made, plainName, wellFormed } from './arbitraries.ts'
import { addressOf, filesNamed, generated, settings } from './generated.ts'

const scripts = filesNamed('check.ps1', 'apply.ps1', 'undo.ps1', 'test.ps1')

/** Which of the scripts fail a test and why: one run names the first of each reason, and how many there are. */
function failing<T extends { label: string }>(files: readonly T[], problemsOf: (file: T) => readonly string[]) {
	const labels = new Map<string, string[]>()
	for (const file of files)
		for (const problem of new Set(problemsOf(file))) labels.set(problem, [...(labels.get(problem) ?? []), file.label])
	return [...labels].map(([problem, [first, ...more]]) => `${problem} (${first} and ${more.length} more)`)
}

/** What every script must be, whatever it was made from. */
function formatProblems(text: string): string[] {
	const problems: string[] = []
	if (!/^[\x20-\x7e\r\n]*$/.test(text)) problems.push('is not plain ASCII')
	if (/[\r\n]/.test(text.replaceAll('\r\n', ''))) problems.push('has a line end other than CRLF')
	if (!text.endsWith('\r\n')) problems.push('does not end with a line end')
	if (!text.startsWith('#Requires -Version 5.1\r\n')) problems.push('does not ask for its version')
	// Get-Help passes over a comment that stands directly below #Requires.
	if (!text.includes('\r\n\r\n<#\r\n')) problems.push('has no line before its help')
	return problems
}

/** The sections of the help at the top of a script. */
function sectionsOf(help: string): Map<string, string[]> {
	const sections = new Map<string, string[]>()
	let lines: string[] = []
	for (const line of help.split('\r\n').slice(1, -1)) {
		if (/^\.[A-Z]+/.test(line)) {
			lines = []
			sections.set(line, lines)
		} else lines.push(line)
	}
	return sections
}

/** The nodes around a node, from the inside out. */
function around(node: Node): Node[] {
	const nodes: Node[] = []
	for (let above = node.parent; above; above = above.parent) nodes.push(above)
	return nodes
}

/** A call: its name, its text, where it is, and the conditions and functions it is in. */
function callOf(node: Node, name: string) {
	const outside = around(node)
	return {
		name,
		text: node.text,
		at: node.startIndex,
		inFunction: outside.some(({ type }) => type === 'function_statement'),
		conditions: outside.filter(({ type }) => type === 'if_statement').map(({ text }) => text.slice(0, 60)),
	}
}

/** What the tests look at, read from each script once. */
const read = scripts.map((script) =>
	withScript(script.text, (root) => ({
		...script,
		errors: errorsIn(root),
		help: sectionsOf(nodesOf(root, 'comment').find(({ text }) => text.startsWith('<#'))?.text ?? ''),
		binding: nodesOf(root, 'attribute')[0]?.text ?? '',
		parameters: nodesOf(nodesOf(root, 'param_block')[0] ?? root, 'script_parameter').map(
			(node) => nodesOf(node, 'variable')[0]?.text.slice(1) ?? '',
		),
		functions: new Map(
			nodesOf(root, 'function_statement').map((node) => [nodesOf(node, 'function_name')[0]?.text, node.startIndex]),
		),
		commands: nodesOf(root, 'command').map((node) =>
			callOf(node, node.childForFieldName('command_name')?.text ?? node.text),
		),
		methods: nodesOf(root, 'invokation_expression').map((node) =>
			callOf(node, node.namedChildren.find(({ type }) => type === 'member_name')?.text ?? ''),
		),
		redirections: nodesOf(root, 'redirection').map(({ text }) => text),
	})),
)

describe('the scripts of the settings', () => {
	test('are there: a check for each setting, apply and undo for each offer', () => {
		expect(filesNamed('check.ps1').length).toBe(settings.length)
		expect(filesNamed('apply.ps1').length).toBeGreaterThan(100)
		expect(filesNamed('undo.ps1').length).toBe(filesNamed('apply.ps1').length)
		expect(filesNamed('test.ps1').length).toBeGreaterThan(0)
	})

	test('parse', () => {
		expect(failing(read, ({ errors }) => errors)).toEqual([])
	})

	test('are plain ASCII with CRLF, byte for byte', () => {
		expect(failing(read, ({ text }) => formatProblems(text))).toEqual([])
		for (const { text, bytes } of scripts) expect(bytes.length).toBe(text.length)
	})

	test('explain themselves to Get-Help, with the address of their page', () => {
		const wrong = failing(read, ({ help, parameters, setting }) => {
			const problems = ['.SYNOPSIS', '.DESCRIPTION', '.EXAMPLE', '.NOTES', '.LINK']
				.filter((section) => !help.get(section)?.join('').trim())
				.map((section) => `has no ${section}`)
			if (help.get('.LINK')?.[0] !== addressOf(setting.id)) problems.push('links elsewhere')
			const told = [...help.keys()].filter((key) => key.startsWith('.PARAMETER ')).map((key) => key.split(' ')[1])
			if (told.join() !== parameters.join()) problems.push(`explains ${told} and takes ${parameters}`)
			return problems
		})
		expect(wrong).toEqual([])
	})

	test('ask for their folder only below the parameters: Windows PowerShell does not know it earlier', () => {
		for (const { text, label } of scripts)
			withScript(text, (root) => {
				for (const block of nodesOf(root, 'param_block'))
					expect(block.text, label).not.toMatch(/PSScriptRoot|PSCommandPath/)
			})
	})

	test('that write ask ShouldProcess, so that -WhatIf and -Confirm work; checks have nothing to ask', () => {
		const wrong = failing(read, ({ name, binding, methods }) => {
			const writes = name !== 'check.ps1'
			return [
				...(binding.includes('SupportsShouldProcess = $true') === writes ? [] : ['binding']),
				...(methods.some((method) => method.name === 'ShouldProcess') === writes ? [] : ['question']),
			]
		})
		expect(wrong).toEqual([])
	})

	test('carry every function they call, before they call it', () => {
		// What Windows brings along. Anything else has to be in the script.
		const known = new Set(
			`Add-Type ConvertFrom-Json ConvertTo-Json ForEach-Object Get-ChildItem Get-CimInstance Get-Date Get-ItemProperty
			Get-Location Get-NetFirewallAddressFilter Get-NetFirewallProfile Get-NetFirewallRule Get-NetIPInterface Get-Process
			Get-ScheduledTask Invoke-CimMethod Join-Path Move-Item New-Object New-ScheduledTaskAction New-ScheduledTaskPrincipal
			New-ScheduledTaskSettingsSet New-ScheduledTaskTrigger Out-Null Register-ScheduledTask Select-Object Select-String
			Set-NetFirewallRule Set-Service Set-StrictMode Sort-Object Start-Sleep Test-Path Unregister-ScheduledTask
			Where-Object Write-Host Write-Output Write-Verbose Write-Warning qwinsta reg secedit`.split(/\s+/),
		)
		const wrong = failing(read, ({ commands, functions, text }) =>
			commands.flatMap(({ name, at, inFunction, conditions }) => {
				// A script without values never comes to what it would do with one.
				const idle = !text.includes("Kind = 'Value'") && conditions.some((text) => text.includes("Kind -eq 'Value'"))
				const defined = functions.get(name)
				if (defined === undefined) return known.has(name) || idle ? [] : [`${name} is nowhere`]
				return defined > at && !inFunction ? [`${name} comes too late`] : []
			}),
		)
		expect(wrong).toEqual([])
	})
})

describe('check scripts', () => {
	const checks = read.filter(({ name }) => name === 'check.ps1')
	const READING = /^(Get|Test|Where|Select|Sort|ForEach|ConvertTo|ConvertFrom|Format|Assert|Join|Open|Stop)-\w+$/
	const SHOWING = ['Write-Host', 'Write-Warning', 'Write-Output', 'Write-Verbose', 'Write-State', 'Out-Null']
	const HARMLESS = ['New-Object', 'Set-StrictMode', 'qwinsta']

	test('run nothing that writes', () => {
		const wrong = failing(checks, ({ commands }) =>
			commands
				.filter(({ name }) => !(READING.test(name) || SHOWING.includes(name) || HARMLESS.includes(name)))
				// Two programs that could write, in the form that reads.
				.filter(({ text }) => !/^reg query |^secedit \/export /.test(text))
				.map(({ name }) => name),
		)
		expect(wrong).toEqual([])
	})

	test('call no method that writes, but for the file that -UndoFile names', () => {
		const WRITES = /^(Set|Create|Delete|Remove|Add|Write|Append|Move|Copy|Register|Invoke|Start(?!sWith))/i
		const wrong = failing(checks, ({ methods, setting }) =>
			methods
				.filter(({ name }) => WRITES.test(name))
				.filter(
					({ name, conditions }) =>
						name !== 'WriteAllText' || !conditions.some((text) => text.startsWith("if ($UndoFile -ne '')")),
				)
				// These change a descriptor in memory, to compare it.
				.filter(({ name }) => name !== 'SetSecurityDescriptorSddlForm' && name !== 'AddAccessRule')
				// secedit knows no other way to show rights than a file, which goes again.
				.filter(({ text }) => text !== '[System.IO.File]::Delete($file)' || !setting.other?.query.includes(text))
				.map(({ text }) => text),
		)
		expect(wrong).toEqual([])
	})

	test('send nothing to a file', () => {
		expect(failing(checks, ({ redirections }) => redirections.filter((text) => !text.endsWith('$null')))).toEqual([])
	})

	test('read every place of their setting, and know the meaning of its data', () => {
		for (const { text, setting } of checks) {
			const plan = readingPlan({ id: '', title: '', address: '' }, [setting])
			if (plan.steps.length === 0) continue
			const steps = stepsIn(text)
			expect(steps.map(({ Label }) => Label)).toEqual(plan.steps.map(labelOf))
			const { registry } = setting
			if (!registry) continue
			const meanings = registry.allowed.map(({ data, meaning }) => [
				data === null ? 'absent' : `${REGISTRY_TYPES[registry.type].kind}:${hexOf(bytesOf(registry.type, data))}`,
				ascii(meaning),
			])
			const main = steps.find((step) => step.Name === registry.value)
			expect(main?.Meanings, setting.id).toEqual(Object.fromEntries(meanings))
		}
	})
})

/** What a script is to carry of a step, worked out from the plan alone. */
function expectedStep(step: Step) {
	const hives = { HKLM: 'LocalMachine', HKCU: 'CurrentUser' } as const
	const hex = (type: RegistryType, data: RegistryData) => (data === null ? '' : hexOf(bytesOf(type, data)))
	switch (step.kind) {
		case 'value':
			return {
				Kind: 'Value',
				Setting: step.setting,
				Hive: hives[step.hive],
				Key: step.key,
				Name: step.name,
				Type: REGISTRY_TYPES[step.type].kind,
				Hex: hex(step.type, step.data),
				Service: step.service ?? '',
				IsPolicy: step.policyKey,
				PolicyHive: step.policy ? hives[step.policy.hive] : '',
				PolicyKey: step.policy?.key ?? '',
				PolicyName: step.policy?.value ?? '',
				Conflicts: step.conflicts.map(({ place, data }) =>
					expect.objectContaining({
						Hive: hives[place.hive],
						Key: place.key,
						Name: place.value,
						Hex: hex(place.type, data),
					}),
				),
			}
		case 'rule':
			return { Kind: 'Rule', Setting: step.setting, Name: step.name }
		case 'rights':
			return {
				Kind: 'Rights',
				Setting: step.setting,
				Folder: step.folder,
				Files: step.files,
				Grants: step.grants.map(({ sid, rights }) => ({ Sid: sid, Rights: rights })),
			}
	}
}
const expectSteps = (script: string, plan: Plan, label: string) =>
	expect(stepsIn(script), label).toEqual(plan.steps.map((step) => expect.objectContaining(expectedStep(step))))

describe('the steps in a script', () => {
	test('are those of its plan, for everything the guide offers', () => {
		const carrying = generated.filter(({ name, plan }) => name.endsWith('.ps1') && plan)
		expect(carrying.length).toBeGreaterThan(300)
		for (const { text, plan, label } of carrying) if (plan) expectSteps(text, plan, label)
	})

	test('have the same entries each, for strict mode asks for all of them', () => {
		for (const { text, label } of scripts) {
			if (!text.includes('$Steps = ')) continue
			const shapes = new Map<string, string>()
			for (const step of stepsIn(text)) {
				const shape = Object.keys(step).join()
				expect(shapes.get(step.Kind) ?? shape, label).toBe(shape)
				shapes.set(step.Kind, shape)
				if (isValue(step)) for (const entry of step.Conflicts) expect(Object.keys(entry)).toHaveLength(5)
			}
		}
	})

	test('have labels of their own, for undo finds them by these', () => {
		for (const { plan, label } of generated) {
			const labels = plan?.steps.map((step) => labelOf(step).toLowerCase()) ?? []
			expect(new Set(labels).size, label).toBe(labels.length)
		}
	})
})

describe('hostile content', () => {
	const hostile = fc.record({
		id: hostileText,
		title: hostileText,
		address: hostileText,
		name: hostileText,
		prose: hostileText,
		key: fc.array(hostileText.filter(Boolean), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\\')),
		value: fc.oneof(hostileText, plainName),
		typed: wellFormed.filter(({ type, data }) => type !== 'REG_BINARY' || data !== ''),
	})

	test('is data in a script, never code', () => {
		fc.assert(
			fc.property(hostile, ({ id, title, address, name, prose, key, value, typed: { type, data } }) => {
				const conflict = { data, setting: 'other', with: data, reason: prose }
				const setting = made(
					id,
					{ key, value, type, allowed: [{ data, meaning: prose }] },
					{
						name,
						takesEffect: prose,
						securityCost: prose,
						timedTest: { data, together: [], learn: prose },
						conflicts: [conflict],
						policyRegistry: { hive: 'HKLM', key, value: `${value}2`, type },
						other: { what: prose, query: 'Get-Date' },
					},
				)
				const all = [setting, made('other', { type, value: 'other' })]
				const identity = { id, title, address }
				const { plan, problems } = planOf(identity, [{ setting, data }], all)
				expect(problems).toEqual([])
				const test = testPlan(identity, setting, all)
				if (!test) throw new Error('There is no plan of the test.')
				const written = [applyScript(plan), undoScript(plan), testScript(test)]
				for (const text of [checkScript(readingPlan(identity, [setting])), ...written]) {
					expect([...formatProblems(text), ...syntaxErrors(text)]).toEqual([])
					withScript(text, (root) => {
						expect(assigned(root, '$PlanId')).toBe(id)
						expect(assigned(root, '$Title')).toBe(ascii(title))
						expect(assigned(root, '$Address')).toBe(address)
						expect(nodesOf(root, 'comment').filter(({ text }) => text.startsWith('<#'))).toHaveLength(1)
					})
				}
				for (const text of written) expectSteps(text, plan, '')
				// The commands are those of the same script about something harmless.
				const harmless = made(
					'x',
					{ type, allowed: [{ data, meaning: 'x' }] },
					{ policyRegistry: { hive: 'HKLM', key: 'x', value: 'x', type } },
				)
				const plain = planOf({ id: 'x', title: 'x', address: 'x' }, [{ setting: harmless, data }], []).plan
				expect(withScript(applyScript(plan), commandsIn)).toEqual(withScript(applyScript(plain), commandsIn))
			}),
			{ numRuns: 40 },
		)
	})
})

describe('a text as a literal', () => {
	test('stands for exactly that text, and parses', () => {
		fc.assert(
			fc.property(hostileText, (text) => {
				const literal = psText(text)
				expect(readText(literal)).toBe(text)
				const line = `$x = ${literal}\r\n`
				expect(line).toMatch(/^[\x20-\x7e]*\r\n$/)
				expect(syntaxErrors(line)).toEqual([])
				expect(withScript(line, (root) => assigned(root, '$x'))).toBe(text)
			}),
			{ numRuns: 1000 },
		)
	})

	test.each([
		'',
		"'",
		"''",
		'’',
		'‘a‚b‛',
		'$x',
		'`n',
		'"',
		'\n',
		'\ud800',
		'\0',
		'👩‍💻',
		"@'\r\n'@",
		'é',
		'~',
		'\x7f',
		' ',
	])('stands for %j', (text) => {
		expect(readText(psText(text))).toBe(text)
	})

	test('is read as PowerShell reads it', () => {
		expect(readText("'it''s'")).toBe("it's")
		expect(readText("'$x `n'")).toBe('$x `n')
		expect(readText('(-join [char[]] @(55357; 56425))')).toBe('👩')
		// It ends single-quoted texts at typographic quotes too, and a quote alone ends them.
		for (const broken of ["'it’s'", "'it's'", "'", '"x"', 'x', '(-join [char[]] @(65536))', '(-join [char[]] @())'])
			expect(() => readText(broken), broken).toThrow()
	})
})

describe('prose in ASCII', () => {
	test('is one line of printable characters, and plain text stays as it is', () => {
		fc.assert(
			fc.property(hostileText, (text) => {
				expect(ascii(text)).toMatch(/^[\x20-\x7e]*$/)
				expect(ascii(ascii(text))).toBe(ascii(text))
			}),
		)
		expect(ascii('Server’s “café” – 5 › 4…')).toBe('Server\'s "cafe" - 5 > 4...')
	})
})

describe('the reader of scripts', () => {
	test('sees what is broken', () => {
		for (const broken of ["$x = 'a", 'if ($x) {', '$x = @(1', '@{ a = }', 'function { }', "$x = 'it's'"])
			expect(syntaxErrors(broken), broken).not.toEqual([])
		expect(syntaxErrors('$x = 1\r\n')).toEqual([])
	})

	test('takes nothing for a literal that has to be run', () => {
		for (const code of [
			'$x = $y',
			'$x = "$y"',
			'$x = Get-Date',
			'$x = 1 + 2',
			"$x = 'a' + 'b'",
			'$x = @(Get-Date)',
			'$x = -join $y',
		])
			expect(() => withScript(code, (root) => assigned(root, '$x')), code).toThrow()
	})
})
