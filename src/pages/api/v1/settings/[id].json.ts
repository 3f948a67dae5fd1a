/** One setting for programs: all the page says, the choice in Group Policy and Intune for each datum, and the files. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { downloadsOf } from '../../../../artefacts.ts'
import { type Catalog, getCatalog } from '../../../../catalog.ts'
import { absolute } from '../../../../components/href.ts'
import { usualData } from '../../../../kb/artefacts/files.ts'
import { offered } from '../../../../kb/artefacts/plan.ts'
import { intuneChoice, policyChoice } from '../../../../kb/artefacts/policy.ts'
import { sameData } from '../../../../kb/artefacts/registry-data.ts'

type Setting = Catalog['settings'][number]

export const getStaticPaths = (async () =>
	(await getCatalog()).settings.map((setting) => ({
		params: { id: setting.id },
		props: { setting },
	}))) satisfies GetStaticPaths

export const GET: APIRoute<{ setting: Setting }> = async ({ props: { setting } }) => {
	const { sources } = await getCatalog()
	const usual = usualData(setting)
	const files = async (data: Parameters<typeof downloadsOf>[1]) =>
		(await downloadsOf(setting, data)).map(({ file, target, sha256 }) => ({
			name: file.name,
			address: absolute(target),
			bytes: file.bytes.length,
			sha256,
		}))
	return Response.json({
		...setting,
		page: absolute({ kind: 'setting', id: setting.id }),
		sources: setting.sources.map((id) => ({ id, title: sources.get(id)?.title, url: sources.get(id)?.url })),
		check: (await files(undefined)).filter(({ name }) => name === 'check.ps1'),
		test: (await files(undefined)).filter(({ name }) => name === 'test.ps1'),
		changes: await Promise.all(
			offered(setting).map(async (data) => ({
				data,
				usual: usual !== undefined && sameData(usual, data),
				groupPolicy: policyChoice(setting, data) ?? null,
				intune: intuneChoice(setting, data) ?? null,
				files: (await files(data)).filter(({ name }) => !['check.ps1', 'test.ps1'].includes(name)),
			})),
		),
	})
}
