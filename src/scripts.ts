/** The scripts of the guide as the site shows and offers them. */
import { createHash } from 'node:crypto'
import { named } from './artefacts.ts'
import { type Catalog, getCatalog } from './catalog.ts'
import type { Target } from './kb/addresses.ts'
import { scriptFile, scriptText } from './kb/scripts/script.ts'

type ScriptData = Catalog['scripts'][number]

/** A script with its text, and its file as it is offered. */
export interface ScriptDownload {
	data: ScriptData
	/** What a page shows and a reader pastes. */
	text: string
	bytes: Uint8Array<ArrayBuffer>
	target: Target
	/** The name it is saved under. */
	name: string
	/** SHA-256 of the file, in hex. */
	sha256: string
}

/** The script with its file. */
export function downloadOf(data: ScriptData): ScriptDownload {
	const bytes = scriptFile(data, named({ kind: 'script', id: data.id }))
	return {
		data,
		text: scriptText(data),
		bytes,
		target: { kind: 'script-file', id: data.id },
		name: `rdp-${data.id}.ps1`,
		sha256: createHash('sha256').update(bytes).digest('hex'),
	}
}

/**
 * The script of an id.
 *
 * @throws where there is none; the checks of the content name that before the build
 */
export async function scriptOf(id: string): Promise<ScriptDownload> {
	const data = (await getCatalog()).scripts.find((script) => script.id === id)
	if (!data) throw new Error(`There is no script ${id}: content was not checked before the build.`)
	return downloadOf(data)
}
