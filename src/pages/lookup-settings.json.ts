/** Settings for the search box, loaded beside the table of codes when somebody first types. */
import { getCatalog } from '../catalog.ts'
import { namesOfSetting, packSettings } from '../kb/setting-table.ts'

export async function GET() {
	const { settings } = await getCatalog()
	const rows = settings.map((setting) => ({
		setting: setting.id,
		title: setting.name,
		names: namesOfSetting(setting),
	}))
	return new Response(JSON.stringify(packSettings(rows)))
}
