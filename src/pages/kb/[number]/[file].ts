/** The files of a fix that changes settings: one of each for all its changes. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { filesOfFix } from '../../../artefacts.ts'
import { getCatalog } from '../../../catalog.ts'
import type { ArtefactFile } from '../../../kb/artefacts/files.ts'

export const getStaticPaths = (async () => {
	const catalog = await getCatalog()
	const routes = catalog.ofKind('fixes').map(async (fix) =>
		((await filesOfFix(fix))?.downloads ?? []).map(({ file }) => ({
			params: { number: fix.data.kb.slice(2), file: file.name },
			props: { file },
		})),
	)
	return (await Promise.all(routes)).flat()
}) satisfies GetStaticPaths

export const GET: APIRoute<{ file: ArtefactFile }> = ({ props }) => new Response(props.file.bytes)
