/** What property tests of files feed in: data of every type, names, and texts that break quoting. */
import fc from 'fast-check'
import { REGISTRY_TYPES, type RegistryData, type RegistryType } from '../../../src/kb/artefacts/registry-data.ts'
import type { SettingFacts } from '../../../src/kb/artefacts/setting-facts.ts'
import { anyText, uint32 } from '../arbitraries.ts'

export const TYPES = Object.keys(REGISTRY_TYPES) as RegistryType[]

export type Present = Exclude<RegistryData, null>
export interface Typed {
	type: RegistryType
	data: Present
}

/** Stretches that end quotes, comments or lines somewhere. */
export const hostileText = fc.oneof(
	anyText,
	fc
		.array(
			fc.constantFrom(
				"'",
				"''",
				'"',
				'‘',
				'’',
				'‚',
				'‛',
				'“',
				'„',
				'`',
				'$(',
				')',
				'$x',
				'#>',
				'<#',
				'#',
				'\r',
				'\n',
				'\r\n',
				'\\',
				'\\"',
				';',
				'[-',
				']',
				'=',
				'hex:',
				',\\',
				"'@",
				"@'",
				'@',
				'.LINK',
				'\u0000',
				'\u0085',
				'\u2028',
				'\ud800',
				'\udc00',
				'é',
				'→',
				'a',
				' ',
				'-',
				'%TEMP%',
			),
			{ maxLength: 12 },
		)
		.map((parts) => parts.join('')),
)

const withoutNul = (text: string) => text.replaceAll('\0', '')
const text = hostileText.map(withoutNul)

/** Data that the type can hold. */
export const typed: fc.Arbitrary<Typed> = fc.oneof(
	fc.record({ type: fc.constant('REG_DWORD' as const), data: uint32 }),
	fc.record({ type: fc.constant('REG_QWORD' as const), data: fc.maxSafeNat() }),
	fc.record({ type: fc.constantFrom('REG_SZ' as const, 'REG_EXPAND_SZ' as const), data: text }),
	fc.record({
		type: fc.constant('REG_MULTI_SZ' as const),
		data: fc.array(
			text.filter((part) => part !== ''),
			{ maxLength: 6 },
		),
	}),
	fc.record({
		type: fc.constant('REG_BINARY' as const),
		data: fc
			.uint8Array({ maxLength: 120 })
			.map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')),
	}),
)

/** Data that the registry keeps and PowerShell gives back as it was: no halves of characters. */
export const wellFormed: fc.Arbitrary<Typed> = typed.map(({ type, data }) => ({
	type,
	data:
		typeof data === 'string'
			? data.toWellFormed()
			: typeof data === 'number'
				? data
				: data.map((text) => text.toWellFormed()),
}))

/** Names of values that a .reg file can hold. */
export const plainName = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
	.map((name) => name.replace(/[\p{Cc}\u2028\u2029]/gu, '').toWellFormed())
	.filter((name) => name !== '')

/** Keys that a .reg file can hold. */
export const plainKey = fc
	.array(
		plainName.map((part) => part.replaceAll('\\', '/')),
		{ minLength: 1, maxLength: 4 },
	)
	.map((parts) => parts.join('\\'))

/** A setting made for a test, with what matters there. */
export function made(
	id: string,
	registry: Partial<NonNullable<SettingFacts['registry']>>,
	more: Partial<SettingFacts> = {},
): SettingFacts {
	return {
		id,
		name: id,
		side: 'server',
		registry: {
			hive: 'HKLM',
			key: 'SOFTWARE\\Made',
			value: id,
			type: 'REG_DWORD',
			allowed: [
				{ data: 1, meaning: 'one' },
				{ data: 0, meaning: 'none' },
				{ data: null, meaning: 'not there' },
			],
			alsoIn: [],
			with: [],
			...registry,
		},
		takesEffect: 'At once.',
		risk: 'low',
		securityCost: 'None.',
		mayCutOff: false,
		needs: {},
		offer: 'normal',
		neverOffer: [],
		conflicts: [],
		goesWith: [],
		undoKind: 'captured',
		...more,
	}
}
