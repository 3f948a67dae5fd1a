/**
 * npm run permalinks: records what is about to be published, so that the checks can hold the guide to it: the versions of
 * trees first, then every address of a fresh build. Lines are only ever added.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countProblems, formatProblems } from '../src/build/check-content.ts'
import { batchText, PERMALINKS, readPermalinks, readSite, recorded, unrecorded } from '../src/build/permalinks.ts'
import { readContent } from '../src/build/read-content.ts'
import { readWhere } from '../src/build/where.ts'
import { assemble } from '../src/kb/triage/tree.ts'
import { edgesOf, validateTrees } from '../src/kb/triage/validate.ts'
import type { Triage } from '../src/schemas/triage.ts'

const TREES = 'content/published-trees.yaml'
/** Holds the seals a second time, so that a list that lost its end is noticed as well. */
const SEALS = 'tests/facts/permalink-seals.txt'
const root = process.cwd()
const today = new Date().toISOString().slice(0, 10)

/** YAML would read yes, no and 0x904 as something else than text. */
const quoted = (text: string) => `'${text}'`

/** The record of a tree's present version, as it stands in the file. */
function recordOf(tree: Triage, trees: readonly Triage[]): string {
	const answers = Object.entries(edgesOf(assemble(tree, trees))).map(([question, targets]) => {
		const pairs = Object.entries(targets).map(([answer, target]) => `${quoted(answer)}: ${quoted(target)}`)
		return `    ${quoted(question)}: { ${pairs.join(', ')} }\n`
	})
	return `- tree: ${quoted(tree.id)}\n  version: ${tree.version}\n  published: ${today}\n  start: ${quoted(tree.start)}\n  answers:\n${answers.join('')}`
}

/** Records the versions of trees that are new. What is recorded stays for ever, so a tree with a fault is not recorded. */
function recordTrees(): void {
	const { content, problems } = readContent(root)
	const trees = content.triage.map(({ data }) => data)
	if (problems.length > 0 || validateTrees(trees).length > 0)
		throw new Error('content/ has mistakes. Mend them first: npm run check:content')
	const published = content['published-trees'].flatMap(({ data }) => data)
	const latest = (id: string) => published.filter(({ tree }) => tree === id).at(-1)?.version ?? 0
	for (const tree of trees.filter(({ id, version }) => version > latest(id))) {
		appendFileSync(TREES, recordOf(tree, trees))
		console.log(`${tree.id}, version ${tree.version}: recorded in ${TREES}`)
	}
}

/** Records the addresses that a fresh build has and the list has not. A build that lost a published one fails by itself. */
function recordAddresses(): void {
	const { batches, problems } = readPermalinks(root)
	if (problems.length > 0) throw new Error(`${formatProblems(problems)}\n${countProblems(problems)}.`)
	execFileSync(process.execPath, [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], { stdio: 'inherit' })
	const { out, base } = readWhere(process.env)
	const fresh = unrecorded(readSite(out, base), recorded(batches))
	if (fresh.size === 0) console.log(`Every address is recorded in ${PERMALINKS}.`)
	else {
		const text = batchText(fresh, today, batches)
		appendFileSync(PERMALINKS, text)
		appendFileSync(SEALS, `${/seal: (\w+)/.exec(text)?.[1]}\n`)
		console.log(`${fresh.size} addresses: recorded in ${PERMALINKS}`)
	}
}

const before = readFileSync(TREES)
try {
	recordTrees()
	recordAddresses()
} catch (error) {
	// A record is for ever, so none is made of what cannot be built.
	writeFileSync(TREES, before)
	console.error((error as Error).message)
	process.exitCode = 1
}
