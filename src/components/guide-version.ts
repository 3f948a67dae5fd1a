import packageData from '../../package.json' with { type: 'json' }
import { getCatalog } from '../catalog.ts'
import { report } from '../strings.ts'

/** Which guide a page is from: the version of the program and the newest day of the content. */
export async function guideVersion(): Promise<string> {
	const { newestDay } = await getCatalog()
	return report.versionOf(packageData.version, newestDay)
}
