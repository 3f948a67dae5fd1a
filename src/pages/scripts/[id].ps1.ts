/** A script as a file. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { getCatalog } from '../../catalog.ts'
import { downloadOf, type ScriptDownload } from '../../scripts.ts'

export const getStaticPaths = (async () =>
	(await getCatalog()).scripts.map((data) => ({
		params: { id: data.id },
		props: { script: downloadOf(data) },
	}))) satisfies GetStaticPaths

export const GET: APIRoute<{ script: ScriptDownload }> = ({ props }) => new Response(props.script.bytes)
