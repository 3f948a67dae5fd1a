/**
 * PowerShell scripts of a plan: check, apply, undo, and the timed test. Pure ASCII with CRLF: Windows PowerShell 5.1 reads
 * a file without byte order mark in the code page of the machine.
 */
import { labelOf, type Plan } from './plan.ts'
import {
	APPLY,
	BRANCHES,
	CHECK,
	CHECK_UNDO_FILE,
	REFUSALS,
	STEP_FUNCTIONS,
	type StepFunction,
	type StepKind,
	TEST,
	UNDO,
} from './powershell-flows.ts'
import { ascii, bool, psText, stepsLiteral } from './powershell-literals.ts'
import { EXIT_CODES, MECHANISMS, START, SYSTEM, USER_HIVE, WINDOWS } from './powershell-parts.ts'

/**
 * Reads what is there now, and what a policy says; changes nothing.
 *
 * @param plan what to read, from `readingPlan`
 */
export function checkScript(plan: Plan): string {
	const values = hasValues(plan)
	const others = plan.changes.flatMap(({ setting: { other } }) => (other ? [other] : []))
	return script([
		help(plan, {
			synopsis: `Shows the present state of: ${plan.title}`,
			description: ['Reads only. It needs no elevation unless the machine forbids reading.'],
			parameters: values
				? [['UndoFile', 'Also writes what is there now to this .reg file. Importing that file is the way back.']]
				: [],
			example: 'check.ps1',
			codes: [0, 1, 3],
		}),
		'[CmdletBinding()]',
		`param(${values ? `\n    [string] $UndoFile = ''\n` : ''})`,
		identity(plan),
		START,
		WINDOWS,
		'Assert-Windows\n',
		...(plan.steps.length > 0
			? [stepsLiteral(plan, 'with meanings'), ...reading(plan), stepFunctions(plan, READING), CHECK]
			: []),
		...(values ? [CHECK_UNDO_FILE] : []),
		...others.map(({ what, query }) => `\nWrite-Host ${psText(ascii(what))}\n${query.trim()}\n`),
	])
}

/** Makes the changes of a plan, after it wrote down what was there. */
export function applyScript(plan: Plan): string {
	const rules = plan.steps.some(({ kind }) => kind === 'rule')
	return script([
		help(plan, {
			synopsis: plan.title,
			description: [
				...changesInWords(plan),
				'The line on security is about the setting as a whole. First it writes what is there now to a file beside itself; undo.ps1 puts exactly that back. If anything fails, what was written is put back at once. Run twice, it changes nothing the second time.',
			],
			parameters: [
				...(rules
					? ([
							['RemoteAddress', 'Who may come in: addresses, ranges or LocalSubnet. Any is refused.'],
							['RuleProfile', 'Network profiles the rule holds for. Public and Any are refused.'],
						] as const)
					: []),
				['StateDirectory', 'Where the captured state goes: the folder of this script, unless you name another.'],
				['Force', 'Goes on in a Remote Desktop session or without a listener. Never without elevation.'],
				['Override', 'Writes although a policy holds the value, or stricter data are there.'],
			],
			example: 'apply.ps1 -WhatIf',
			codes: [0, 1, 2, 3, 4, 5, 6, 8, 9],
		}),
		'[CmdletBinding(SupportsShouldProcess = $true)]',
		`param(
${rules ? `    [string[]] $RemoteAddress = @('LocalSubnet'),\n    [string[]] $RuleProfile = @('Domain', 'Private'),\n` : ''}    [string] $StateDirectory = '',
    [switch] $Force,
    [switch] $Override
)`,
		identity(plan),
		notes(plan),
		START,
		WINDOWS,
		SYSTEM,
		...guards(plan),
		...(rules ? [NARROW] : []),
		stepsLiteral(plan),
		...writing(plan),
		stepFunctions(plan, [...READING, 'wanted', 'restore']),
		...(hasValues(plan) ? [REFUSALS] : [NO_REFUSALS]),
		APPLY,
	])
}

/** Puts back what the apply script of the same plan captured, and nothing else. */
export function undoScript(plan: Plan): string {
	return script([
		help(plan, {
			synopsis: `Undoes: ${plan.title}`,
			description: [
				'Puts back what apply.ps1 captured: data, type, and absence. It takes the newest state file that was not put back yet, and refuses where somebody changed a value since.',
			],
			parameters: [
				['StateFile', 'The file that apply.ps1 named. Without it, the newest one in StateDirectory.'],
				['StateDirectory', 'Where to look: the folder of this script, unless you name another.'],
				[
					'Force',
					'Goes on in a Remote Desktop session, on another machine or over later changes. Never without elevation.',
				],
			],
			example: 'undo.ps1 -WhatIf',
			codes: [0, 1, 2, 3, 4, 6, 7],
		}),
		'[CmdletBinding(SupportsShouldProcess = $true)]',
		`param(
    [string] $StateFile = '',
    [string] $StateDirectory = '',
    [switch] $Force
)`,
		identity(plan),
		notes(plan),
		START,
		WINDOWS,
		SYSTEM,
		...guards(plan),
		stepsLiteral(plan),
		...writing(plan),
		stepFunctions(plan, [...READING, 'restore']),
		UNDO,
	])
}

/** Weakens one setting for minutes and restores it by itself, even when the window is closed or Windows restarts. */
export function testScript(plan: Plan): string {
	const { setting } = plan.changes[0] ?? {}
	return script([
		help(plan, {
			synopsis: plan.title,
			description: [
				'A test, not a fix. It weakens this machine for some minutes and restores what was there: at the end, at Ctrl+C, and by a task of the system, a minute later or at the next start, if the window is closed or Windows restarts.',
				...(setting ? [`Security: ${setting.securityCost}`, setting.timedTest?.learn ?? ''] : []),
				'Have a console or another way in open, and run it only on a network you trust. It asks before it begins. Where nobody can answer, start it with powershell.exe -Command and -Confirm:$false; -File does not take that.',
			],
			parameters: [
				['Minutes', 'How long, from 1 to 15.'],
				['Force', 'Goes on in a Remote Desktop session. A policy that holds the value is never overridden.'],
			],
			example: 'test.ps1 -Minutes 5',
			codes: [0, 1, 2, 3, 4, 5, 6, 8],
		}),
		`[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]`,
		`param(
    [ValidateRange(1, 15)]
    [int] $Minutes = 5,
    [switch] $Force
)`,
		identity(plan),
		`$Risk = ${psText(ascii(setting?.securityCost ?? ''))}\n$Learn = ${psText(ascii(setting?.timedTest?.learn ?? ''))}\n`,
		START,
		WINDOWS,
		SYSTEM,
		...guards(plan),
		'\n# What a policy holds, a test cannot change.\n$Override = $false\n',
		stepsLiteral(plan),
		...writing(plan),
		stepFunctions(plan, [...READING, 'wanted', 'restore']),
		REFUSALS,
		TEST,
	])
}

const NO_REFUSALS = `
function Assert-NoPolicy {
    param($Step, $Before, $Same)
}

function Assert-NotWeaker {
    param($Step, $Before)
}

function Assert-NoConflict {
    param($Step)
}
`

/** Any address and the Public profile are never opened. */
const NARROW = String.raw`
# With powershell.exe -File, a list arrives as one text.
$RemoteAddress = @($RemoteAddress -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ -ne '' })
$RuleProfile = @($RuleProfile -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ -ne '' })
$wide = @($RemoteAddress | Where-Object { $_ -in 'Any', 'Internet', '*' -or $_ -match '/0+(\.0+)*$' -or $_ -match '^(0\.0\.0\.0|::)-' })
if ($RemoteAddress.Count -eq 0 -or $wide.Count -gt 0) {
    Stop-Here 3 'Remote Desktop is never opened to any address: name the networks that need it. Nothing was changed.'
}
$public = @($RuleProfile | Where-Object { $_ -notin 'Domain', 'Private' })
if ($RuleProfile.Count -eq 0 -or $public.Count -gt 0) {
    Stop-Here 3 'Remote Desktop is opened for the profiles Domain and Private only. Nothing was changed.'
}
`

const READING = ['read', 'format', 'same'] as const

const hasValues = ({ steps }: Plan) => steps.some(({ kind }) => kind === 'value')

interface Help {
	synopsis: string
	description: readonly string[]
	parameters: readonly (readonly [name: string, says: string])[]
	example: string
	codes: readonly number[]
}

/** Comment-based help: Get-Help reads it, and so does whoever opens the file. */
function help(plan: Plan, { synopsis, description, parameters, example, codes }: Help): string {
	const lines = [
		'.SYNOPSIS',
		synopsis,
		'',
		'.DESCRIPTION',
		...description.filter(Boolean),
		'For Windows PowerShell 5.1 and PowerShell 7. It was checked against the grammar of PowerShell and a model of the registry, but never run on Windows by the authors of the guide: try -WhatIf and a test machine first.',
		'',
		...parameters.flatMap(([name, says]) => [`.PARAMETER ${name}`, says, '']),
		'.EXAMPLE',
		`powershell.exe -NoProfile -ExecutionPolicy Bypass -File .\\${plan.saved ?? plan.id}-${example}`,
		'',
		'.NOTES',
		'Exit codes:',
		...EXIT_CODES.filter(([code]) => codes.includes(code)).map(([code, meaning]) => `  ${code}  ${meaning}`),
		'',
		'.LINK',
		plan.address,
	]
	// #> would end the comment. Nor may prose start with a dot: Get-Help takes the word after it for a section.
	// Below #Requires without a line between, it would be no help to Get-Help at all.
	return `#Requires -Version 5.1\n\n<#\n${lines.map((line) => ascii(line).replaceAll('#>', '# >')).join('\n')}\n#>`
}

function changesInWords({ changes, steps }: Plan): string[] {
	return changes.flatMap(({ setting }) => {
		const own = steps.filter((step) => step.setting === setting.id)
		return [
			...own.map(
				(step) =>
					`Changes: ${labelOf(step)}${step.kind === 'value' ? ` (${step.data === null ? 'deletes it' : step.type})` : ''}`,
			),
			`Risk: ${setting.risk}. Security: ${setting.securityCost}`,
		]
	})
}

const identity = ({ id, title, address }: Plan) =>
	`\n$PlanId = ${psText(id)}\n$Title = ${psText(ascii(title))}\n$Address = ${psText(address)}\n`

function notes({ changes }: Plan): string {
	const lines = changes.map(({ setting }) => `${setting.name}: takes effect: ${setting.takesEffect}`)
	return `$Notes = @(\n${[...new Set(lines)].map((line) => `    ${psText(ascii(line))}`).join('\n')}\n)\n`
}

/** The refusals that a plan needs, called in the order in which they help most. */
function guards({ changes, steps }: Plan): string[] {
	const settings = changes.map(({ setting }) => setting)
	const user = steps.some((step) => step.kind === 'value' && step.hive === 'HKCU')
	const server = settings.some(({ needs }) => needs.server)
	const build = Math.max(0, ...settings.map(({ needs }) => needs.build ?? 0))
	const listener = settings.some(({ side }) => side === 'server')
	return [
		...(user ? [USER_HIVE] : []),
		[
			'',
			'Assert-Windows',
			'Assert-Elevated',
			`Assert-System -Server ${bool(server)} -Build ${build} -Listener ${bool(listener)}`,
			...(user ? ['Assert-UserHive'] : []),
			...(settings.some(({ mayCutOff }) => mayCutOff) ? ['Assert-NotCutOff'] : []),
			'',
		].join('\n'),
	]
}

/** The kinds of places that a plan touches; start types of services stand beside the values they are. */
function kindsOf({ steps }: Plan): StepKind[] {
	const services = steps.some((step) => step.kind === 'value' && step.service)
	return [...new Set(steps.map(({ kind }) => kind)), ...(services ? (['service'] as const) : [])]
}

const reading = (plan: Plan): string[] => kindsOf(plan).map((kind) => MECHANISMS[kind].read)
const writing = (plan: Plan): string[] =>
	kindsOf(plan).flatMap((kind) => [MECHANISMS[kind].read, MECHANISMS[kind].write])

/** What a script does with a step, with branches for the kinds that the plan has. */
function stepFunctions(plan: Plan, functions: readonly StepFunction[]): string {
	const kinds = kindsOf(plan)
	return functions
		.map((name) => {
			const { text, params } = STEP_FUNCTIONS[name]
			const branches = kinds
				.filter((kind) => kind !== 'value' || !kinds.includes('service'))
				.map((kind) => BRANCHES[kind][name])
				.join('\n')
			return `\n${text} {\n    param(${params})\n    switch ($Step.Kind) {\n${branches}\n    }\n}\n`
		})
		.join('')
}

function script(parts: readonly string[]): string {
	return `${parts
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trimEnd()}\n`.replaceAll('\n', '\r\n')
}
