/**
 * npm run permalinks: records what is published and not yet recorded, so that the checks can hold the content to it. Lines
 * are only ever added.
 */
import { appendFileSync } from 'node:fs'
import { readContent } from '../src/build/read-content.ts'
import { assemble } from '../src/kb/triage/tree.ts'
import { edgesOf, validateTrees } from '../src/kb/triage/validate.ts'
import type { Triage } from '../src/schemas/triage.ts'

const FILE = 'content/published-trees.yaml'
const { content, problems } = readContent(process.cwd())
const trees = content.triage.map(({ data }) => data)
const recorded = content['published-trees'].flatMap(({ data }) => data)

/** YAML would read yes, no and 0x904 as something else than text. */
const quoted = (text: string) => `'${text}'`

/** The record of a tree's present version, as it stands in the file. */
function recordOf(tree: Triage): string {
	const answers = Object.entries(edgesOf(assemble(tree, trees))).map(([question, targets]) => {
		const pairs = Object.entries(targets).map(([answer, target]) => `${quoted(answer)}: ${quoted(target)}`)
		return `    ${quoted(question)}: { ${pairs.join(', ')} }\n`
	})
	const today = new Date().toISOString().slice(0, 10)
	return `- tree: ${quoted(tree.id)}\n  version: ${tree.version}\n  published: ${today}\n  start: ${quoted(tree.start)}\n  answers:\n${answers.join('')}`
}

// What is recorded stays for ever, so a tree with a fault is not recorded.
if (problems.length > 0 || validateTrees(trees).length > 0) {
	console.error('content/ has mistakes. Mend them first: npm run check:content')
	process.exitCode = 1
} else {
	const latest = (id: string) => recorded.filter(({ tree }) => tree === id).at(-1)?.version ?? 0
	const fresh = trees.filter(({ id, version }) => version > latest(id))
	for (const tree of fresh) {
		appendFileSync(FILE, recordOf(tree))
		console.log(`${tree.id}, version ${tree.version}: recorded in ${FILE}`)
	}
	if (fresh.length === 0)
		console.log('Every version is recorded. npm run check:content says whether one must be raised.')
}
