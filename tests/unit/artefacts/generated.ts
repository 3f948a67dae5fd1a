/** Every file that the guide makes of its own settings, with the plan it was made from. */

import { type ArtefactFile, type FileName, settingFiles } from '../../../src/kb/artefacts/files.ts'
import { changeTitle, offered, type Plan, planOf, testPlan } from '../../../src/kb/artefacts/plan.ts'
import type { RegistryData } from '../../../src/kb/artefacts/registry-data.ts'
import type { SettingFacts } from '../../../src/kb/artefacts/setting-facts.ts'
import { content } from '../real-content.ts'

export const settings: readonly SettingFacts[] = content.settings.map(({ data }) => data)

/** A setting that a test needs by name. Throws where the content no longer has it, so that the test says why it failed. */
export function settingOf(id: string): SettingFacts {
	const setting = settings.find((setting) => setting.id === id)
	if (!setting) throw new Error(`The content has no setting ${id}.`)
	return setting
}

export const addressOf = (id: string) => `https://guide.example/settings/${id}/`

/** The plan of one change, as the page of its setting has it. */
export const planFor = (setting: SettingFacts, data: RegistryData): Plan =>
	planOf(
		{ id: setting.id, address: addressOf(setting.id), title: changeTitle({ setting, data }) },
		[{ setting, data }],
		settings,
	).plan

export interface Generated extends ArtefactFile {
	/** Setting, data and file, for what a failing test says. */
	label: string
	setting: SettingFacts
	/** The plan of the change; undefined for the check. */
	plan: Plan | undefined
}

export const generated: readonly Generated[] = settings.flatMap((setting) => {
	const address = addressOf(setting.id)
	const { own, plan, variants } = settingFiles(setting, address, settings)
	const test = testPlan({ id: setting.id, address, title: setting.name }, setting, settings)
	return [
		...own.map((file) => ({
			...file,
			label: `${setting.id}/${file.name}`,
			setting,
			plan: file.name === 'check.ps1' ? undefined : file.name === 'test.ps1' ? test : plan,
		})),
		...variants.flatMap(({ token, change, files }) =>
			files.map((file) => ({
				...file,
				label: `${setting.id}/${token}/${file.name}`,
				setting,
				plan: planFor(setting, change.data),
			})),
		),
	]
})

export const filesNamed = (...names: FileName[]) => generated.filter(({ name }) => names.includes(name))

/** Each setting with each datum that its files write. */
export const offers = settings.flatMap((setting) => offered(setting).map((data) => ({ setting, data })))
