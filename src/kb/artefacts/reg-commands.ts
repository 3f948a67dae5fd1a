/** The same changes with reg.exe, for a console into which text can only be pasted. It works in every Windows shell. */
import { type Plan, type ValueStep, valuesOf } from './plan.ts'
import { bytesOf, hexOf, type RegistryData } from './registry-data.ts'

/** Commands that show what is there, one for each place. reg.exe prints key, type and data as they are kept. */
export const queryCommands = (places: readonly { hive: string; key: string; value: string }[]): string =>
	places.map(({ hive, key, value }) => `reg.exe query "${hive}\\${key}" /v ${value}`).join('\n')

/**
 * Commands that make the changes of a plan.
 *
 * @returns undefined where a text in it would mean something else to a shell
 */
export function changeCommands(plan: Plan): string | undefined {
	const lines = valuesOf(plan).map(changeCommand)
	return lines.length === 0 || lines.includes(undefined) ? undefined : lines.join('\n')
}

function changeCommand({ hive, key, name, type, data }: ValueStep): string | undefined {
	const place = `"${hive}\\${key}" /v ${name}`
	if (data === null) return `reg.exe delete ${place} /f`
	const text = textOf(type, data)
	// Quotes, percent signs and the like are read differently by cmd and PowerShell; a backslash at the end would escape the
	// quote after it, and Windows PowerShell leaves an empty text out.
	if (!/^[\w .:,\\-]*[\w .:,-]$/.test(text)) return
	return `reg.exe add ${place} /t ${type} /d "${text}" /f`
}

function textOf(type: ValueStep['type'], data: Exclude<RegistryData, null>): string {
	if (type === 'REG_BINARY') return hexOf(bytesOf(type, data))
	return Array.isArray(data) ? data.join('\\0') : String(data)
}
