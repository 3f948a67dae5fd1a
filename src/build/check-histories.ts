/** Histories can be relied on: newest first, no day that has not come, and nothing newer than the day of verification unsaid; what was replaced says on which day. */
import type { KindName } from '../schemas/index.ts'
import type { Content, Problem } from './read-content.ts'

const KINDS = [
	'codes',
	'pairs',
	'causes',
	'fixes',
	'guides',
	'myths',
	'settings',
	'events',
	'triage',
	'scripts',
] as const satisfies readonly KindName[]

interface Told {
	file: string
	data: {
		verified: string
		state?: string
		history: readonly { date: string; change: string; replaced?: true | undefined }[]
	}
}
const toldIn = (content: Content): Told[] => KINDS.flatMap((kind) => content[kind] as Told[])

/** Where a day begins first, it is 14 hours ahead of UTC. */
const AHEAD_MS = 14 * 3_600_000

/**
 * @param now milliseconds since 1970: days that have begun nowhere yet are mistakes
 */
export function checkHistories(content: Content, now = Date.now()): Problem[] {
	const today = new Date(now + AHEAD_MS).toISOString().slice(0, 10)
	return toldIn(content).flatMap(({ file, data: { verified, state, history } }) => {
		const problems: Problem[] = []
		const report = (field: string, message: string) => problems.push({ file, field, message })
		if (verified > today) report('verified', `${verified} has not come yet. Give the day of the last check.`)
		for (const [i, { date, change }] of history.entries()) {
			if (date > today) report(`history[${i}].date`, `${date} has not come yet. Give the day of the change.`)
			const before = history[i - 1]
			if (before && date > before.date)
				report(`history[${i}].date`, `${date} is newer than ${before.date} above it. Put the newest change first.`)
			if (history.findIndex((other) => other.date === date && other.change === change) !== i)
				report(`history[${i}]`, `says the same as another line of ${date}. Remove one of the two.`)
		}
		const marked = [...history.keys()].filter((i) => history[i]?.replaced)
		if (state === 'superseded' && marked.length === 0)
			report('history', 'no line says that it was replaced. Add one of that day with `replaced: true`.')
		for (const i of state === 'superseded' ? marked.slice(0, -1) : marked)
			report(
				`history[${i}].replaced`,
				state === 'superseded'
					? 'stands on an older line, too. Keep the older one: it was published first.'
					: `stands in an article whose state is ${state}. Set the state to superseded, or remove the mark.`,
			)
		return problems
	})
}

/**
 * What is worth a look and no mistake: a page that changed after it was last compared with its sources. A link that was
 * added needs no new comparison; a new claim does, and only the author knows which it was. So the build goes on: if it
 * stopped, the easy way out would be a day of verification on which nobody verified anything.
 */
export function worthALook(content: Content): Problem[] {
	const changed = toldIn(content).flatMap(({ file, data: { verified, history } }) => {
		// That a page was replaced is no claim of its own.
		const newest = history.find(({ replaced }) => !replaced)
		if (!newest || newest.date <= verified) return []
		const message = `${verified} is before the change of ${newest.date}. If that change says something new, compare it with its sources and set the day.`
		return [{ file, field: 'verified', message }]
	})
	const published = content['published-trees'].flatMap(({ data }) => data)
	const untold = content.triage.flatMap(({ file, data: { id, history } }) => {
		const latest = published.filter(({ tree }) => tree === id).at(-1)
		if (!latest || history.some(({ date }) => date >= latest.published)) return []
		const message = `version ${latest.version} was published on ${latest.published}, and no line is that young. Add what changed.`
		return [{ file, field: 'history', message }]
	})
	return [...changed, ...untold]
}
