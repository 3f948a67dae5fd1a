/** A setting can do what it says: one kind of place, data that fit its type, nothing offered that is never written. */
import { dataSlug, usualData } from '../kb/artefacts/files.ts'
import { type Change, changeProblem, offered, planOf } from '../kb/artefacts/plan.ts'
import { dataProblem, type RegistryData, readToken, sameData, showData } from '../kb/artefacts/registry-data.ts'
import type { Setting } from '../schemas/setting.ts'
import type { Content, Problem } from './read-content.ts'

const KINDS = ['registry', 'firewallRule', 'fileRights', 'other'] as const
const WRITES: readonly Setting['offer'][] = ['normal', 'opt-in', 'remove-only']

export function checkSettings(content: Content): Problem[] {
	const settings = content.settings.map(({ data }) => data)
	return [
		...content.settings.flatMap(({ file, data }) => settingProblems(data).map((problem) => ({ file, ...problem }))),
		...content.fixes.flatMap(({ file, data }) => fixProblems(data, settings).map((problem) => ({ file, ...problem }))),
	]
}

/** What is wrong with a setting embedded in an article, as a sentence; undefined where nothing is. */
export function useProblem(
	use: { id: string; value?: string | undefined },
	settings: readonly Setting[],
): string | undefined {
	const setting = settings.find(({ id }) => id === use.id)
	if (!setting) return `there is no setting ${use.id}. Settings stand in content/settings, one file each.`
	if (use.value === undefined)
		return usualData(setting) === undefined && setting.byHand.length === 0
			? `${use.id} has no usual change and no steps by hand, so nothing would show. Link to its page, or say which data.`
			: undefined
	const data = setting.registry ? readToken(setting.registry.type, use.value) : usualData(setting)
	if (data === undefined)
		return `"${use.value}" is no data of ${use.id}. Write it as in the address of the builder: 1, absent.`
	const problem = changeProblem({ setting, data })
	if (problem) return `${problem} Choose other data or leave value out.`
	if (!offered(setting).some((one) => sameData(one, data)))
		return `${use.id} has files for listed data only, not for "${use.value}". Choose listed data or leave value out.`
	return
}

type Found = Omit<Problem, 'file'>

function settingProblems(setting: Setting): Found[] {
	const problems: Found[] = []
	const add = (field: string, message: string) => problems.push({ field, message })
	const kinds = KINDS.filter((kind) => setting[kind] !== undefined)
	if (kinds.length !== 1)
		add('registry', `it has ${kinds.length} of ${KINDS.join(', ')}. Give exactly one: what the setting is.`)
	const { registry, apply, stock, neverOffer, timedTest } = setting
	if (apply !== undefined) {
		const problem = changeProblem({ setting, data: apply })
		if (problem) add('apply', `${problem} Correct it, or leave it out where files write nothing.`)
	}
	if (setting.offer === 'remove-only' && apply !== null)
		add('apply', 'the files of a setting that is only removed delete it. Write null.')
	if (setting.undoKind === 'stock-value') {
		if (stock === undefined) add('stock', 'an undo that writes the built-in data needs them. Add stock.')
		else if (neverOffer.some(({ data }) => sameData(data, stock)))
			add('stock', `${showData(stock)} is never written. Use undoKind captured.`)
	}
	if (timedTest && !neverOffer.some(({ data }) => sameData(data, timedTest.data)))
		add('timedTest.data', `${showData(timedTest.data)} is not among neverOffer. A test sets what no fix may write.`)
	if (registry) {
		for (const [i, { data }] of registry.allowed.entries()) addData(`allowed[${i}].data`, data)
		const listed = [...registry.allowed, ...neverOffer].map(({ data }) => data)
		const addUnlisted = (field: string, data: RegistryData) => {
			if (!listed.some((one) => sameData(one, data)))
				add(field, `${showData(data)} is neither allowed nor in neverOffer, so nothing would ever meet it. Correct it.`)
		}
		for (const [i, data] of (setting.strictness ?? []).entries()) addUnlisted(`strictness[${i}]`, data)
		for (const [i, { data }] of setting.conflicts.entries()) addUnlisted(`conflicts[${i}].data`, data)
		for (const [i, along] of registry.with.entries()) {
			const problem = dataProblem(along.type, along.data)
			if (problem) add(`registry.with[${i}].data`, `${problem} Correct it.`)
		}
		const { accepts } = registry
		if (accepts?.pattern !== undefined) {
			const example = registry.type === 'REG_MULTI_SZ' ? accepts.example.split(',') : [accepts.example]
			const pattern = new RegExp(`^(?:${accepts.pattern})$`)
			if (!example.every((text) => pattern.test(text.trim())))
				add('registry.accepts.example', `"${accepts.example}" does not match the pattern. Correct one of them.`)
		}
		const tokens = offered(setting).map(dataSlug)
		for (const token of new Set(tokens.filter((token, i) => token === '' || tokens.indexOf(token) !== i)))
			add('registry.allowed', `two data would share the address word "${token}". Make them differ.`)
	}
	if (WRITES.includes(setting.offer) && registry && offered(setting).length === 0 && !registry.accepts)
		add('offer', `it says ${setting.offer}, but nothing is offered. Use check-only, or allow data.`)
	return problems

	function addData(field: string, data: RegistryData) {
		const problem = registry && data !== null ? dataProblem(registry.type, data) : undefined
		if (problem) add(`registry.${field}`, `${problem} Correct it.`)
	}
}

function fixProblems(fix: Content['fixes'][number]['data'], settings: readonly Setting[]): Found[] {
	const problems: Found[] = []
	const changes = fix.changes.flatMap(({ setting: id, data }, i): Change[] => {
		const setting = settings.find((candidate) => candidate.id === id)
		// That a setting is missing is said where references are checked.
		if (!setting) return []
		if (!fix.settings.includes(id))
			problems.push({
				field: `changes[${i}].setting`,
				message: `${id} is not among the settings of this fix. Add it there.`,
			})
		const wanted = data === undefined ? usualData(setting) : data
		if (wanted !== undefined) return [{ setting, data: wanted }]
		problems.push({ field: `changes[${i}].data`, message: `${id} has no usual change. Say which data it gets.` })
		return []
	})
	const { problems: refused } = planOf({ id: fix.kb, title: fix.title, address: '' }, changes, settings)
	for (const { setting, says } of refused) {
		const at = fix.changes.findIndex((change) => change.setting === setting)
		problems.push({ field: `changes[${at}]`, message: `${says} Choose other data or take it out.` })
	}
	return problems
}
