/** Systems that something applies to, as filters offer them: a few groups for the many ways in which articles say it. */

export const SYSTEMS = [
	{ id: 'windows-client', says: /\bwindows (?:xp|vista|rt|7|8|10|11)|windows (?:clients|hosts)|mstsc|any client\b/i },
	{ id: 'windows-server', says: /windows servers?\b|session host|windows hosts|terminal server/i },
	{ id: 'azure', says: /\bazure\b|\bentra\b|windows 365|cloud pc/i },
	{ id: 'apple-mobile', says: /macos|\bmac\b|\bios\b|android|mobile|phones/i },
	{ id: 'linux', says: /linux|xrdp|gnome|freerdp|remmina|guacamole|openssl|ironrdp/i },
	{
		id: 'between',
		says: /gateway|broker|bastion|\bpam\b|prox(?:y|ies)|tunnel|relay|\bvpns?\b|firewall|load balancer/i,
	},
] as const satisfies { id: string; says: RegExp }[]

export type SystemId = (typeof SYSTEMS)[number]['id']

/** What holds for any machine, whatever it is called there. */
const ANY = /^(?:any|every|windows hosts?\b|hosts?\b)/i

/**
 * The groups that lines of an article's appliesTo name.
 *
 * @returns none for no lines; every Windows group where a line says "any" and names none
 */
export function systemsOf(lines: readonly string[]): SystemId[] {
	const named = SYSTEMS.filter(({ says }) => lines.some((line) => says.test(line))).map(({ id }) => id)
	const any: SystemId[] = lines.some((line) => ANY.test(line)) ? ['windows-client', 'windows-server'] : []
	return [...new Set([...named, ...any])]
}
