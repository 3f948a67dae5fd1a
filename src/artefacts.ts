/** The files that the site offers: those of each setting, and the bundles of fixes that change several. */

import type { CollectionEntry } from 'astro:content'
import { createHash } from 'node:crypto'
import { type Catalog, getCatalog } from './catalog.ts'
import { absolute, href } from './components/href.ts'
import { pathTo, type Target } from './kb/addresses.ts'
import {
	type ArtefactFile,
	changeFiles,
	checkFile,
	type SettingFiles,
	settingFiles,
	usualData,
} from './kb/artefacts/files.ts'
import { type Change, type Plan, planOf, readingPlan } from './kb/artefacts/plan.ts'
import { sameData } from './kb/artefacts/registry-data.ts'
import { site } from './strings.ts'

type Setting = Catalog['settings'][number]

/** A file with its address, its size in bytes and its SHA-256 in hex. */
export interface Download {
	file: ArtefactFile
	target: Target
	sha256: string
}

/** How files name their page: by its address, or by its path where nobody said where the site will live. */
export function named(target: Target): string {
	return import.meta.env.SITE ? absolute(target) : `${site.name}: ${href(target)}`
}

const made = new Map<string, Promise<SettingFiles>>()

/** The files of a setting, made once. */
export function filesOfSetting(setting: Setting): Promise<SettingFiles> {
	const known = made.get(setting.id)
	if (known) return known
	const files = getCatalog().then(({ settings }) =>
		settingFiles(setting, named({ kind: 'setting', id: setting.id }), settings),
	)
	made.set(setting.id, files)
	return files
}

/**
 * The files of one datum: the usual one stands at the setting itself, others below their own word.
 *
 * @param data undefined: all that stands at the setting itself
 * @throws where no file writes the data; the checks of the content name that before the build
 */
export async function downloadsOf(setting: Setting, data: Change['data'] | undefined): Promise<Download[]> {
	const { own, variants } = await filesOfSetting(setting)
	const at = (file: ArtefactFile, token?: string): Download => ({
		file,
		target: {
			kind: 'setting-file',
			id: setting.id,
			file: file.name,
			...(token === undefined ? {} : { data: token }),
		},
		sha256: sha256(file.bytes),
	})
	const usual = usualData(setting)
	if (data === undefined || (usual !== undefined && sameData(data, usual))) return own.map((file) => at(file))
	const variant = variants.find(({ change }) => sameData(change.data, data))
	if (!variant) throw new Error(`${setting.id} has no files that write ${JSON.stringify(data)}.`)
	return [
		...own.filter(({ name }) => name === 'check.ps1').map((file) => at(file)),
		...variant.files.map((file) => at(file, variant.token)),
	]
}

/** The plan of a fix, and its files; undefined where it changes no setting by file. */
export async function filesOfFix({
	data,
}: CollectionEntry<'fixes'>): Promise<{ plan: Plan; downloads: Download[] } | undefined> {
	if (data.changes.length === 0) return
	const { settings } = await getCatalog()
	const changes = data.changes.map((change): Change => {
		const setting = settings.find(({ id }) => id === change.setting)
		const wanted = change.data === undefined && setting ? usualData(setting) : change.data
		if (!setting || wanted === undefined)
			throw new Error(
				`${data.kb} changes ${change.setting}, which has no usual change: content was not checked before the build.`,
			)
		return { setting, data: wanted }
	})
	const identity = {
		id: data.kb.toLowerCase(),
		title: data.title,
		address: named({ kind: 'article', kb: data.kb }),
	}
	const { plan } = planOf(identity, changes, settings)
	const files = [
		...checkFile(
			readingPlan(
				identity,
				changes.map(({ setting }) => setting),
			),
		),
		...changeFiles(plan),
	]
	return {
		plan,
		downloads: files.map((file) => ({
			file,
			target: { kind: 'article-file', kb: data.kb, file: file.name },
			sha256: sha256(file.bytes),
		})),
	}
}

/** The name a file is saved under: several lie in one folder of downloads. */
export const savedAs = (target: Target): string =>
	pathTo(target)
		.replace(/^\/settings\//, '')
		.replace(/^\/kb\//, 'kb')
		.replaceAll('/', '-')

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
