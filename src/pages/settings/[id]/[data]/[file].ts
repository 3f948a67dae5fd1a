/** The files of every change of a setting but the usual one. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { filesOfSetting } from '../../../../artefacts.ts'
import { getCatalog } from '../../../../catalog.ts'
import type { ArtefactFile } from '../../../../kb/artefacts/files.ts'

export const getStaticPaths = (async () => {
	const { settings } = await getCatalog()
	const routes = settings.map(async (setting) =>
		(await filesOfSetting(setting)).variants.flatMap(({ token, files }) =>
			files.map((file) => ({ params: { id: setting.id, data: token, file: file.name }, props: { file } })),
		),
	)
	return (await Promise.all(routes)).flat()
}) satisfies GetStaticPaths

export const GET: APIRoute<{ file: ArtefactFile }> = ({ props }) => new Response(props.file.bytes)
