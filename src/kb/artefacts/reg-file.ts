/**
 * Files for the registry editor. Format: version 5.00 as regedit exports it (Microsoft KB 310516, "How to add, modify, or
 * delete registry subkeys and values by using a .reg file"; hex types and continuation as in its exports): UTF-16 with
 * byte order mark, CRLF, full names of roots.
 */
import type { Plan, ValueStep } from './plan.ts'
import { labelOf, valuesOf } from './plan.ts'
import {
	bytesOf,
	hexOf,
	REGISTRY_TYPES,
	type RegistryData,
	type RegistryType,
	sameData,
	showData,
	utf16,
} from './registry-data.ts'

const HEADER = 'Windows Registry Editor Version 5.00'
const ROOTS = { HKLM: 'HKEY_LOCAL_MACHINE', HKCU: 'HKEY_CURRENT_USER' } as const
/** regedit breaks hex data near this column. */
const WIDTH = 78
/** Longest names Windows takes (Microsoft, "Registry element size limits"). */
const LONGEST_KEY = 255
const LONGEST_NAME = 16_383

/** What a value held; null: it was not there. */
export type Captured = null | { type: RegistryType; data: Exclude<RegistryData, null> }

interface Entry {
	hive: 'HKLM' | 'HKCU'
	key: string
	name: string
	/** null deletes the value. */
	value: Captured
}

/** The file that makes the changes of a plan. Rules and rights are no values: a plan of these alone has no such file. */
export function applyReg(plan: Plan): string | undefined {
	const values = valuesOf(plan)
	if (values.length === 0) return
	return regFile(
		[
			plan.title,
			plan.address,
			'Importing merges: it changes the values below and nothing else, and asks nothing.',
			'Before: check.ps1 -UndoFile before.reg writes the way back for this machine.',
			...(plan.changes.some(({ setting }) => setting.mayCutOff)
				? ['It can end or refuse the Remote Desktop connection of who imports it. Have another way in open.']
				: []),
			...plan.steps.flatMap((step) =>
				step.kind === 'value' ? [] : [`Not in this file, only in the scripts: ${labelOf(step)}`],
			),
			...plan.changes.flatMap(({ setting }) => [
				`${setting.name}: takes effect: ${setting.takesEffect}`,
				`Security of this setting, whatever the data: ${setting.securityCost}`,
			]),
			...values.flatMap(({ name, stricter }) =>
				stricter.length > 0
					? [
							`Look first: where ${name} is ${stricter.map(showData).join(' or ')}, this file would weaken it. Do not import it there.`,
						]
					: [],
			),
			...(values.some(({ policyKey }) => policyKey)
				? [
						'Where a GPO or Intune sets the same policy, what is written here is undone at the next refresh. Change it there.',
					]
				: []),
		],
		values.map(entryOf),
	)
}

/** The values of a plan for which no data is right on every machine: only who saw what was there can put it back. */
export const openValues = (plan: Plan): ValueStep[] =>
	valuesOf(plan).filter((step) => stockOf(plan, step) === undefined)

/**
 * The file that takes the changes of a plan back.
 *
 * @param before what each value held, in the order of the plan's values. Without it the file knows only what holds on an
 * untouched machine; for values where that would be wrong it says so and leaves the line to be filled in.
 */
export function undoReg(plan: Plan, before?: readonly Captured[]): string | undefined {
	const values = valuesOf(plan)
	if (values.length === 0) return
	if (before)
		return regFile(
			[`Undo: ${plan.title}`, plan.address, 'Puts back what was there before.'],
			values.map((step, i) => ({ ...placeOf(step), value: before[i] ?? null })),
		)
	const open = openValues(plan)
	const known = values.flatMap((step): Entry[] => {
		const stock = stockOf(plan, step)
		return stock === undefined ? [] : [{ ...placeOf(step), value: stock }]
	})
	return regFile(
		[
			`Undo: ${plan.title}`,
			plan.address,
			'This file did not see what was there before your change. If a value was there, put that one back instead:',
			'undo.ps1 restores what apply.ps1 captured; check.ps1 -UndoFile, run before a change, writes the exact file.',
			...(open.length > 0
				? [
						'No data is right on every machine for the lines below. Nothing is changed by them as they stand: note',
						'the old data before the change, write it in place of the dots and take the semicolons away.',
						...open.flatMap((step) => [
							keyLine(step),
							`${quoted(step.name)}=...   (${step.type}; a single - deletes it)`,
						]),
					]
				: []),
		],
		known,
	)
}

/** A registry file as it is saved: UTF-16, lowest byte first, with byte order mark. */
export function regBytes(text: string): Uint8Array {
	return utf16(`\ufeff${text}`)
}

const placeOf = ({ hive, key, name }: ValueStep) => ({ hive, key, name })

function entryOf(step: ValueStep): Entry {
	return { ...placeOf(step), value: step.data === null ? null : { type: step.type, data: step.data } }
}

/**
 * What an untouched machine holds; undefined where no data is right everywhere, or where it is what the change itself
 * writes: an undo that repeats the change is none.
 */
function stockOf(plan: Plan, step: ValueStep): Captured | undefined {
	if (step.data === null) return
	const setting = plan.changes.find((change) => change.setting.id === step.setting)?.setting
	if (setting?.undoKind === 'remove') return null
	const main = setting?.registry?.value === step.name
	if (setting?.undoKind === 'stock-value' && main && setting.stock !== undefined && !sameData(setting.stock, step.data))
		return setting.stock === null ? null : { type: step.type, data: setting.stock }
	return
}

/**
 * A registry file.
 *
 * @param comments lines at the top
 * @param entries values, grouped by key in the order they come
 * @throws RangeError with a sentence where a name cannot stand in such a file
 */
export function regFile(comments: readonly string[], entries: readonly Entry[]): string {
	const lines = [HEADER, '', ...comments.map((comment) => `; ${oneLine(comment)}`)]
	let key = ''
	for (const entry of entries) {
		const line = keyLine(entry)
		if (line !== key) lines.push('', line)
		key = line
		const name = nameOf(entry.name)
		lines.push(...(entry.value ? valueLines(name, entry.value.type, entry.value.data) : [`${name}=-`]))
	}
	return [...lines, '', ''].join('\r\n')
}

function keyLine({ hive, key }: Pick<Entry, 'hive' | 'key'>): string {
	for (const part of key.split('\\')) {
		if (part === '' || part.length > LONGEST_KEY)
			throw new RangeError(
				`The key ${JSON.stringify(key).slice(0, 80)} has a part that is empty or longer than ${LONGEST_KEY} characters.`,
			)
		refuseControls('key', part)
	}
	return `[${ROOTS[hive]}\\${key}]`
}

/** A value's name as it stands before the equals sign; the unnamed value of a key is @. */
function nameOf(name: string): string {
	if (name.length > LONGEST_NAME) throw new RangeError(`The name of a value is longer than ${LONGEST_NAME} characters.`)
	refuseControls('name', name)
	return name === '' ? '@' : quoted(name)
}

function refuseControls(what: string, text: string): void {
	if (hasControls(text) || !text.isWellFormed())
		throw new RangeError(
			`The ${what} ${JSON.stringify(text).slice(0, 80)} has characters that a .reg file cannot hold. Use undo.ps1 and apply.ps1.`,
		)
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

function valueLines(name: string, type: RegistryType, data: Exclude<RegistryData, null>): string[] {
	if (type === 'REG_DWORD') return [`${name}=dword:${Number(data).toString(16).padStart(8, '0')}`]
	if (type === 'REG_SZ' && !hasControls(String(data)) && String(data).isWellFormed())
		return [`${name}=${quoted(String(data))}`]
	const { number } = REGISTRY_TYPES[type]
	return hexLines(
		`${name}=hex${type === 'REG_BINARY' ? '' : `(${number.toString(16)})`}:`,
		hexOf(bytesOf(type, data), ' '),
	)
}

/** Bytes with commas, continued over lines as regedit does. */
function hexLines(start: string, pairs: string): string[] {
	const lines: string[] = []
	let line = start
	const bytes = pairs === '' ? [] : pairs.split(' ')
	for (const [i, byte] of bytes.entries()) {
		const next = i < bytes.length - 1 ? `${byte},` : byte
		if (line.length + next.length > WIDTH && line.trim() !== '' && line !== start) {
			lines.push(`${line}\\`)
			line = '  '
		}
		line += next
	}
	return [...lines, line]
}

/** Line breaks and other controls cannot stand in a quoted text. */
const hasControls = (text: string) => /[\p{Cc}\u2028\u2029]/u.test(text)

/** Prose as one line of a comment. */
const oneLine = (text: string) =>
	text
		.replaceAll('`', '')
		.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
		.toWellFormed()
