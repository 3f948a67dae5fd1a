/** Trees lead somewhere from everywhere, name every cause, and keep what links to earlier versions were promised. */
import { assemble, type Tree } from '../kb/triage/tree.ts'
import { edgesOf, linksOf, validateTrees } from '../kb/triage/validate.ts'
import { walk } from '../kb/triage/walk.ts'
import type { DataOf, KindName } from '../schemas/index.ts'
import type { Content, Problem } from './read-content.ts'

/** Links of one published tree that break are named up to this many: more say nothing new. */
const NAMED = 3

/**
 * Checks the trees, what starts from them, and their published links.
 *
 * @param incomplete kinds of which a file could not be read: what rests on them is not judged
 */
export function checkTrees(content: Content, incomplete: ReadonlySet<KindName>): Problem[] {
	const fileOf = new Map(content.triage.map(({ file, data }) => [data.id, file]))
	const trees = content.triage.map(({ data }) => data)
	// What a file lacks that could not be read cannot be judged.
	if (incomplete.has('triage')) return []
	const faults = validateTrees(trees).map(({ tree, node, message }) => ({
		file: fileOf.get(tree) ?? '',
		field: node,
		message,
	}))
	const sound = faults.length === 0 && !incomplete.has('published-trees')
	return [
		...faults,
		...entryProblems(content),
		...(incomplete.has('causes') ? [] : causeProblems(content)),
		...(sound ? publishedProblems(content) : []),
	]
}

/**
 * What keeps a tree from being opened at a question.
 *
 * @param question the first question of the tree if left out
 */
export function entryFault(
	content: Content,
	tree: string | undefined,
	question: string | undefined,
): string | undefined {
	const trees = content.triage.map(({ data }) => data)
	const found = trees.find(({ id }) => id === tree)
	if (!found) return `there is no tree ${tree ?? '(none is named)'}. Trees stand in content/triage, one file each.`
	if (question === undefined || assemble(found, trees).questions.some(({ id }) => id === question)) return undefined
	return `there is no question ${question} in the tree ${tree}. Name one of its questions.`
}

/** Pairs name the tree that starts from them and the question to begin with; outcomes may name a tree that takes over. */
function entryProblems(content: Content): Problem[] {
	const entries = [
		...content.pairs.flatMap(({ file, data: { triage, triageAt } }) =>
			// That the tree exists is checked with all other references.
			triageAt === undefined || (triage !== undefined && entryFault(content, triage, undefined))
				? []
				: [{ file, field: 'triageAt', fault: entryFault(content, triage, triageAt) }],
		),
		...content.triage.flatMap(({ file, data }) =>
			data.outcomes.flatMap(({ id, goOn }) =>
				goOn ? [{ file, field: `outcomes.${id}.goOn`, fault: entryFault(content, goOn.tree, goOn.question) }] : [],
			),
		),
	]
	return entries.flatMap(({ file, field, fault }) => (fault ? [{ file, field, message: fault }] : []))
}

/** Every cause is at the end of some path, or says why not. */
function causeProblems(content: Content): Problem[] {
	const reached = new Set(content.triage.flatMap(({ data }) => data.outcomes.flatMap(({ causes }) => causes)))
	return content.causes.flatMap(({ file, data: { kb, outsideTriage } }) => {
		if (reached.has(kb) === (outsideTriage === undefined)) return []
		const message = reached.has(kb)
			? `a tree leads to ${kb}, so nothing has to be said. Remove it.`
			: `no outcome of a tree names ${kb}. Add it to one in content/triage, or say in outsideTriage why not.`
		return [{ file, field: 'outsideTriage', message }]
	})
}

/** Links in old tickets end where they ended, or the change is acknowledged; and what is published is what stands here. */
function publishedProblems(content: Content): Problem[] {
	const records = content['published-trees'].flatMap(({ file, data }) =>
		data.map((record, i) => ({ file, field: `[${i}]`, record })),
	)
	const trees = content.triage.map((entry) => entry.data)
	const problems = content.triage.flatMap(({ file, data }) => {
		const latest = records.filter(({ record }) => record.tree === data.id).at(-1)?.record
		const edges = edgesOf(assemble(data, trees))
		if (latest?.version === data.version && sameEdges(latest.answers, edges) && latest.start === data.start) return []
		const message =
			latest === undefined || latest.version < data.version
				? `version ${data.version} is not recorded. Run npm run permalinks to record it.`
				: latest.version === data.version
					? `answers lead elsewhere than in the published version ${data.version}. Raise the version, then run npm run permalinks to record it.`
					: `version ${latest.version} was published already. Versions only rise.`
		return [{ file, field: 'version', message }]
	})
	for (const { file, field, record } of records) {
		const now = trees.find(({ id }) => id === record.tree)
		if (!now) {
			problems.push({
				file,
				field,
				message: `the tree ${record.tree} is gone. Links to it stand in tickets: bring it back.`,
			})
			continue
		}
		problems.push(...brokenLinks(record, assemble(now, trees)).map((message) => ({ file, field, message })))
	}
	return problems
}

type Published = DataOf<'published-trees'>[number]

/**
 * What was found broken of each version when it was last followed, and what was followed then. While somebody writes, a
 * version's tens of thousands of links and the tree they lead through are mostly the same at the next check.
 */
const lastFollowed = new Map<string, { what: string; broken: string[] }>()

/** One sentence for each link that ends elsewhere without a reason given, the first few. */
function brokenLinks(record: Published, now: Tree): string[] {
	const version = `${record.tree} ${record.version}`
	const what = JSON.stringify([record, now])
	const known = lastFollowed.get(version)
	if (known?.what === what) return known.broken
	const broken = followLinks(record, now)
	lastFollowed.set(version, { what, broken })
	return broken
}

function followLinks(record: Published, now: Tree): string[] {
	const isGone = (id: string | undefined) => !now.questions.some((question) => question.id === id)
	const broken: { path: string; message: string }[] = []
	for (const { from, answers, outcome } of linksOf(record)) {
		const ends = walk(now, { from, answers: new Map(answers) }).outcome?.id
		if (ends === outcome) continue
		const acknowledged = record.changed.some(
			({ question, answer }) =>
				answers.some(([q, a]) => q === question && (answer === undefined || a === answer)) ||
				(question === from && isGone(from)),
		)
		const path = answers.map((pair) => pair.join('=')).join('&')
		// The end of a path that is named already.
		if (acknowledged || broken.some((longer) => longer.path.endsWith(`&${path}`))) continue
		const link = from === undefined ? `?${path}` : `?from=${from}&${path}`
		const comesTo = ends === undefined ? 'stays open now' : `ends at ${ends} now`
		broken.push({
			path,
			message: `the link ${link} of version ${record.version} ended at ${outcome} and ${comesTo}. Mend the tree (olderLinks answers a new question for old links), or say in changed why.`,
		})
	}
	const named = broken.slice(0, NAMED).map(({ message }) => message)
	const more = broken.length - named.length
	return more > 0 ? [...named, `${more} more links of version ${record.version} end elsewhere.`] : named
}

function sameEdges(a: Published['answers'], b: Published['answers']): boolean {
	const flat = (edges: Published['answers']) =>
		Object.entries(edges)
			.flatMap(([question, answers]) => Object.entries(answers).map((edge) => [question, ...edge].join(' ')))
			.sort()
			.join('\n')
	return flat(a) === flat(b)
}
