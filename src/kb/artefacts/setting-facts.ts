/** What the generators of files need to know of a setting: the part of content/settings that says what is kept where. */
import type { RegistryData, RegistryType } from './registry-data.ts'

export interface RegistryPlace {
	hive: 'HKLM' | 'HKCU'
	/** The key without its hive. */
	key: string
	/** The name of the value. */
	value: string
	type: RegistryType
}

interface Allowed {
	data: RegistryData
	meaning: string
	option?: string | undefined
}

export interface SettingFacts {
	id: string
	name: string
	side: 'server' | 'client' | 'both'
	registry?:
		| (RegistryPlace & {
				allowed: readonly Allowed[]
				accepts?:
					| {
							from?: number | undefined
							to?: number | undefined
							pattern?: string | undefined
							example: string
							meaning: string
					  }
					| undefined
				alsoIn: readonly string[]
				with: readonly { value: string; type: RegistryType; data: number | string; says: string }[]
		  })
		| undefined
	service?: string | undefined
	policyRegistry?: RegistryPlace | undefined
	firewallRule?: { name: string; displayName: string } | undefined
	fileRights?:
		| {
				folder: string
				files: string
				grants: readonly { sid: string; account: string; rights: 'Read' | 'FullControl' }[]
		  }
		| undefined
	other?: { what: string; query: string } | undefined
	groupPolicy?: GroupPolicy | undefined
	csp?: { uri: string; form: 'admx' | 'integer' | 'sids'; note?: string | undefined } | undefined
	takesEffect: string
	risk: 'none' | 'low' | 'medium' | 'high'
	securityCost: string
	mayCutOff: boolean
	needs: { build?: number | undefined; server?: boolean | undefined }
	offer: 'normal' | 'opt-in' | 'check-only' | 'remove-only' | 'never' | 'backup-only'
	apply?: RegistryData | undefined
	neverOffer: readonly { data: RegistryData; reason: string }[]
	/** Data in order of security, the weakest first. */
	strictness?: readonly RegistryData[] | undefined
	timedTest?: { data: RegistryData; together: readonly string[]; learn: string } | undefined
	conflicts: readonly { data: RegistryData; setting: string; with: RegistryData; reason: string }[]
	goesWith: readonly string[]
	undoKind: 'captured' | 'remove' | 'stock-value' | 'command' | 'none'
	stock?: RegistryData | undefined
}

export interface GroupPolicy {
	path: string
	name: string
	class: 'Machine' | 'User'
	template?:
		| {
				file: string
				policy: string
				/** Data that Enabled writes, unless an option decides. */
				on?: RegistryData | undefined
				/** Data that Disabled writes; absent where it writes nothing. */
				off?: RegistryData | undefined
				option?: { id: string; label: string; from?: number | undefined; to?: number | undefined } | undefined
				/** Other options; true ticks a box. */
				also: readonly { id: string; label: string; value: string; data: number | string | boolean }[]
		  }
		| undefined
	note?: string | undefined
}
