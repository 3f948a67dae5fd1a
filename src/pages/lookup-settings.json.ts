/** Settings for the search box, loaded beside the table of codes when somebody first types. */
import { getCatalog } from '../catalog.ts'
import { packSettings } from '../kb/setting-table.ts'

export async function GET() {
	const { settings } = await getCatalog()
	const rows = settings.map(({ id, name, registry, policyRegistry, firewallRule }) => ({
		setting: id,
		title: name,
		names: [...new Set([registry?.value, policyRegistry?.value, firewallRule?.name].flatMap((name) => name ?? []))],
	}))
	return new Response(JSON.stringify(packSettings(rows)))
}
