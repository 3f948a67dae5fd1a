/** The check of a setting, the files of its usual change, and its timed test. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { filesOfSetting } from '../../../artefacts.ts'
import { getCatalog } from '../../../catalog.ts'
import type { ArtefactFile } from '../../../kb/artefacts/files.ts'

export const getStaticPaths = (async () => {
	const { settings } = await getCatalog()
	const routes = settings.map(async (setting) =>
		(await filesOfSetting(setting)).own.map((file) => ({
			params: { id: setting.id, file: file.name },
			props: { file },
		})),
	)
	return (await Promise.all(routes)).flat()
}) satisfies GetStaticPaths

export const GET: APIRoute<{ file: ArtefactFile }> = ({ props }) => new Response(props.file.bytes)
