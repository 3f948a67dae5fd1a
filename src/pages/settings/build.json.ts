/** The settings as the builder needs them: those that files change, and those that they must not meet. */
import { getCatalog } from '../../catalog.ts'
import { offered, takesOwnData } from '../../kb/artefacts/plan.ts'
import type { SettingFacts } from '../../kb/artefacts/setting-facts.ts'

export async function GET() {
	const { settings } = await getCatalog()
	const changed = settings.filter((setting) => offered(setting).length > 0 || takesOwnData(setting))
	const met = new Set(changed.flatMap(({ conflicts }) => conflicts.map(({ setting }) => setting)))
	return Response.json(
		settings.filter((setting) => changed.includes(setting) || met.has(setting.id)).map((setting) => factsOf(setting)),
	)
}

/** Only what the generators read: prose that no file carries stays out of the download. */
const factsOf = (setting: SettingFacts): SettingFacts => ({
	...pick(setting, [
		'id',
		'name',
		'side',
		'service',
		'policyRegistry',
		'groupPolicy',
		'csp',
		'takesEffect',
		'risk',
		'securityCost',
		'mayCutOff',
		'needs',
		'offer',
		'apply',
		'neverOffer',
		'conflicts',
		'goesWith',
		'undoKind',
		'stock',
		'strictness',
	]),
	registry:
		setting.registry &&
		pick(setting.registry, ['hive', 'key', 'value', 'type', 'allowed', 'accepts', 'alsoIn', 'with']),
	firewallRule: setting.firewallRule && pick(setting.firewallRule, ['name', 'displayName']),
	fileRights: setting.fileRights && pick(setting.fileRights, ['folder', 'files', 'grants']),
})

function pick<T extends object, K extends keyof T>(whole: T, keys: readonly K[]): Pick<T, K> {
	return Object.fromEntries(keys.map((key) => [key, whole[key]])) as Pick<T, K>
}
