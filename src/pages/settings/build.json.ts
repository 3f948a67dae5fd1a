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
function factsOf(setting: SettingFacts): SettingFacts {
	const { id, name, side, service, policyRegistry, fileRights, groupPolicy, csp, takesEffect, risk, securityCost } =
		setting
	const { mayCutOff, appliesTo, needs, offer, apply, neverOffer, conflicts, goesWith, undoKind, stock, strictness } =
		setting
	const { registry, firewallRule } = setting
	return {
		id,
		name,
		side,
		...(registry ? { registry: withoutDefaults(registry) } : {}),
		service,
		policyRegistry,
		...(firewallRule ? { firewallRule: { name: firewallRule.name, displayName: firewallRule.displayName } } : {}),
		fileRights,
		byHand: [],
		groupPolicy,
		csp,
		takesEffect,
		risk,
		securityCost,
		mayCutOff,
		appliesTo,
		needs,
		offer,
		apply,
		neverOffer,
		conflicts,
		goesWith,
		undoKind,
		stock,
		strictness,
	}
}

const withoutDefaults = ({
	hive,
	key,
	value,
	type,
	allowed,
	accepts,
	alsoIn,
	with: along,
	unit,
}: NonNullable<SettingFacts['registry']>) => ({
	hive,
	key,
	value,
	type,
	allowed,
	accepts,
	alsoIn,
	with: along,
	unit,
})
