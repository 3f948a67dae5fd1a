/** The files of a change: what a reader downloads, with what each is for. */
import { APPLY, type Change, changeTitle, offered, type Plan, planOf, readingPlan, testPlan, valuesOf } from './plan.ts'
import { applyScript, checkScript, testScript, undoScript } from './powershell.ts'
import { applyReg, openValues, regBytes, undoReg } from './reg-file.ts'
import { dataToken, sameData } from './registry-data.ts'
import type { SettingFacts } from './setting-facts.ts'

export type FileName = 'check.ps1' | 'apply.ps1' | 'undo.ps1' | 'apply.reg' | 'undo.reg' | 'test.ps1'

export interface ArtefactFile {
	name: FileName
	text: string
	bytes: Uint8Array<ArrayBuffer>
	/** How much of it somebody has to fill in before it does anything there. */
	fillIn?: 'some' | 'all'
}

const file = (name: FileName, text: string | undefined): ArtefactFile[] =>
	text === undefined
		? []
		: [{ name, text, bytes: new Uint8Array(name.endsWith('.reg') ? regBytes(text) : new TextEncoder().encode(text)) }]

/** The files that make a change and take it back. A plan without steps has none. */
export const changeFiles = (plan: Plan): ArtefactFile[] =>
	plan.steps.length === 0
		? []
		: [
				...file('apply.ps1', applyScript(plan)),
				...file('undo.ps1', undoScript(plan)),
				...file('apply.reg', applyReg(plan)),
				...undoFile(plan),
			]

function undoFile(plan: Plan): ArtefactFile[] {
	const open = openValues(plan).length
	if (open === 0) return file('undo.reg', undoReg(plan))
	const fillIn = open === valuesOf(plan).length ? 'all' : 'some'
	return file('undo.reg', undoReg(plan)).map((made) => ({ ...made, fillIn }))
}

export const checkFile = (plan: Plan): ArtefactFile[] => file('check.ps1', checkScript(plan))

/** What a setting offers: its usual change under its own address, every other listed change below its data. */
export interface SettingFiles {
	/** Files at the setting itself: the check, the usual change, the timed test. */
	own: ArtefactFile[]
	plan: Plan | undefined
	/** Files of other data, by the word that stands for it in the address. */
	variants: { token: string; change: Change; files: ArtefactFile[] }[]
}

/** The data of the usual change; undefined where nothing is written, or only the reader knows what. */
export function usualData(setting: SettingFacts): Change['data'] | undefined {
	if (setting.registry) return setting.apply
	return offered(setting).includes(APPLY) ? APPLY : undefined
}

/** Data as a segment of an address: lower-case letters, digits and hyphens. */
export const dataSlug = (data: Change['data']): string =>
	dataToken(data)
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')

/**
 * @param address absolute address of the setting's page
 * @param all every setting: conflicts look the others up there
 */
export function settingFiles(setting: SettingFacts, address: string, all: readonly SettingFacts[]): SettingFiles {
	const usual = usualData(setting)
	const identity = { id: setting.id, address }
	const planFor = (data: Change['data'], saved?: string) =>
		planOf(
			{ ...identity, title: changeTitle({ setting, data }), ...(saved ? { saved } : {}) },
			[{ setting, data }],
			all,
		).plan
	const test = testPlan(
		{ ...identity, title: `Test: ${changeTitle({ setting, data: setting.timedTest?.data ?? null })}` },
		setting,
		all,
	)
	const plan = usual === undefined ? undefined : planFor(usual)
	return {
		own: [
			...checkFile(readingPlan({ ...identity, title: setting.name }, [setting])),
			...(plan ? changeFiles(plan) : []),
			...(test ? file('test.ps1', testScript(test)) : []),
		],
		plan,
		variants: offered(setting)
			.filter((data) => usual === undefined || !sameData(data, usual))
			.map((data) => {
				const token = dataSlug(data)
				return { token, change: { setting, data }, files: changeFiles(planFor(data, `${setting.id}-${token}`)) }
			}),
	}
}
