/** The builder's state as an address keeps it: `rdp-nla=1&rdp-port=3390`, one parameter for each setting. */
import { APPLY, type Change, changeProblem } from './plan.ts'
import { dataToken, readToken } from './registry-data.ts'
import type { SettingFacts } from './setting-facts.ts'

/** A parameter that is no change, with the reason; it is shown, not dropped. */
export interface Unread {
	name: string
	value: string
	says: string
}

/**
 * Reads changes from the parameters of an address or a form. An empty value leaves the setting alone.
 *
 * @param parameters names and values, in any order; of a name given twice the last counts
 * @returns the changes in the order of the settings, and what could not be read
 */
export function readChanges(
	parameters: Iterable<readonly [string, string]>,
	settings: readonly SettingFacts[],
): { changes: Change[]; unread: Unread[] } {
	const given = new Map([...parameters].filter(([, value]) => value !== ''))
	const changes: Change[] = []
	const unread: Unread[] = []
	for (const setting of settings) {
		const value = given.get(setting.id)
		if (value === undefined) continue
		given.delete(setting.id)
		const data = setting.registry ? readToken(setting.registry.type, value) : value === APPLY ? APPLY : undefined
		const says = data === undefined ? wrong(setting, value) : changeProblem({ setting, data })
		if (says || data === undefined) unread.push({ name: setting.id, value, says: says ?? '' })
		else changes.push({ setting, data })
	}
	for (const [name, value] of given)
		unread.push({ name, value, says: `There is no setting ${name.slice(0, 60)} that files change.` })
	return { changes, unread }
}

const wrong = ({ name, registry }: SettingFacts, value: string) =>
	`${name}: “${value.slice(0, 60)}” cannot be ${registry?.value ?? 'chosen here'}${registry ? ` (${registry.type})` : ''}.`

/** Changes as the query of an address, in canonical order, without a question mark. */
export function writeChanges(changes: readonly Change[], settings: readonly SettingFacts[]): string {
	const order = (id: string) => settings.findIndex((setting) => setting.id === id)
	return [...changes]
		.sort((a, b) => order(a.setting.id) - order(b.setting.id))
		.map(({ setting, data }) => `${setting.id}=${encodeURIComponent(dataToken(data))}`)
		.join('&')
}

/** A short id for a set of changes, so that its state files are told from others (FNV-1a, 32 bits). */
export function changesId(query: string): string {
	let hash = 0x811c9dc5
	for (let i = 0; i < query.length; i++) hash = Math.imul(hash ^ query.charCodeAt(i), 0x01000193)
	return `custom-${(hash >>> 0).toString(16).padStart(8, '0')}`
}
