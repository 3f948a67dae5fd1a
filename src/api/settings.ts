/** Answers about settings and scripts, with the files they offer. */
import { type Download, downloadsOf } from '../artefacts.ts'
import type { Catalog } from '../catalog.ts'
import { absolute } from '../components/href.ts'
import { usualData } from '../kb/artefacts/files.ts'
import { offered } from '../kb/artefacts/plan.ts'
import { intuneChoice, policyChoice } from '../kb/artefacts/policy.ts'
import { sameData } from '../kb/artefacts/registry-data.ts'
import type { Answer } from '../schemas/api/index.ts'
import { downloadOf } from '../scripts.ts'
import { addresses, markdownOf } from './links.ts'

type Setting = Catalog['settings'][number]
type Script = Catalog['scripts'][number]

export const fileOf = ({ file, target, sha256 }: Download) => ({
	name: file.name,
	address: absolute(target),
	bytes: file.bytes.length,
	sha256,
})

export const settings = ({ settings }: Catalog): Answer<'settings'> => ({
	settings: settings.map(({ id, name, summary, side, area, risk, offer, bearing, verified }) => ({
		id,
		name,
		summary,
		side,
		area,
		risk,
		offer,
		bearing,
		verified,
		...addresses({ kind: 'setting', id }),
	})),
})

export async function setting({ sources }: Catalog, setting: Setting): Promise<Answer<'setting'>> {
	const usual = usualData(setting)
	const own = (await downloadsOf(setting, undefined)).map(fileOf)
	const changes = offered(setting).map(async (data) => ({
		data: typeof data === 'object' && data !== null ? [...data] : data,
		usual: usual !== undefined && sameData(usual, data),
		groupPolicy: policyChoice(setting, data) ?? null,
		intune: intuneChoice(setting, data) ?? null,
		files: (await downloadsOf(setting, data))
			.map(fileOf)
			.filter(({ name }) => !['check.ps1', 'test.ps1'].includes(name)),
	}))
	return {
		...setting,
		page: absolute({ kind: 'setting', id: setting.id }),
		markdown: markdownOf({ kind: 'setting', id: setting.id }),
		sources: setting.sources.flatMap((id) => {
			const source = sources.get(id)
			return source ? [{ id, title: source.title, url: source.url }] : []
		}),
		check: own.filter(({ name }) => name === 'check.ps1'),
		test: own.filter(({ name }) => name === 'test.ps1'),
		changes: await Promise.all(changes),
	}
}

const scriptEntry = ({ id, title, summary, verified }: Script) => ({
	id,
	title,
	...addresses({ kind: 'script', id }),
	summary,
	verified,
})

export const scripts = ({ scripts }: Catalog): Answer<'scripts'> => ({
	scripts: scripts.map((data) => ({ ...scriptEntry(data), where: data.where, elevated: data.elevated })),
})

export function script(data: Script): Answer<'script'> {
	const { bytes, target, name, sha256 } = downloadOf(data)
	return {
		...scriptEntry(data),
		markdown: markdownOf({ kind: 'script', id: data.id }),
		when: data.when,
		where: data.where,
		elevated: data.elevated,
		writes: data.writes,
		asks: data.asks,
		reads: data.reads,
		output: data.output,
		limits: data.limits,
		alsoSaid: data.alsoSaid,
		history: data.history,
		file: { name, address: absolute(target), bytes: bytes.length, sha256 },
		sources: data.sources,
	}
}
