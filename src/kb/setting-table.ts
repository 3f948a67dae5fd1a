/** Settings as the search box knows them: their title and the names by which a registry or a firewall has them. */
import type { Target } from './addresses.ts'
import { indexWords } from './search/words.ts'

export interface SettingRow {
	setting: string
	title: string
	/** Names of values, keys and rules, letter for letter. */
	names: readonly string[]
}

interface Named {
	registry?: { value: string } | undefined
	policyRegistry?: { value: string } | undefined
	firewallRule?: { name: string } | undefined
}

/** The names by which Windows has a setting, each once. */
export const namesOfSetting = ({ registry, policyRegistry, firewallRule }: Named): string[] => [
	...new Set([registry?.value, policyRegistry?.value, firewallRule?.name].flatMap((name) => name ?? [])),
]

/** A list of settings as it is sent: [id, title, name…]. */
export type PackedSettings = [string, string, ...string[]][]

/** A list of settings as arrays, which repeat no key. */
export const packSettings = (rows: readonly SettingRow[]): PackedSettings =>
	rows.map(({ setting, title, names }) => [setting, title, ...names])

/** What {@link packSettings} was given. */
export const unpackSettings = (packed: PackedSettings): SettingRow[] =>
	packed.map(([setting, title, ...names]) => ({ setting, title, names }))

/** The page of a setting. */
export const targetOfSetting = ({ setting }: SettingRow): Target => ({ kind: 'setting', id: setting })

/**
 * Whether each word of a query begins a word of a text, so that suggestions come while somebody types. A name counts
 * whole, in its parts, and without the letter in front: DenyTSConnections is fDenyTSConnections.
 *
 * @returns 2 where all of them are whole words, 1 where some only begin one, 0 where one is not there
 */
export function wordsBegin(query: string, text: string): 0 | 1 | 2 {
	const asked = indexWordsOf(query)
	const words = new Set(indexWords(text))
	if (asked.length === 0) return 0
	if (asked.every((word) => words.has(word))) return 2
	const all = [...words]
	const there = (word: string) =>
		all.some((other) => other.startsWith(word) || (word.length > 5 && other.slice(1) === word))
	return asked.every(there) ? 1 : 0
}

const indexWordsOf = (query: string) => indexWords(query).filter((word) => word.length > 1)

/** Settings whose title or names hold each word of a query, whole words first. */
export function suggestSettings(settings: readonly SettingRow[], query: string): SettingRow[] {
	const rated = settings.map((row) => ({ row, rate: wordsBegin(query, [row.title, ...row.names].join(' ')) }))
	return rated
		.filter(({ rate }) => rate > 0)
		.sort((a, b) => b.rate - a.rate)
		.map(({ row }) => row)
}
