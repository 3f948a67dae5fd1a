/**
 * npm run permalinks: records what is published and not yet recorded, so that the checks can hold the content to it. Lines
 * are only ever added.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readContent } from '../src/build/read-content.ts'
import { assemble } from '../src/kb/triage/tree.ts'
import { edgesOf } from '../src/kb/triage/validate.ts'

const FILE = 'content/published-trees.yaml'
const { content, problems } = readContent(process.cwd())
const recorded = existsSync(FILE)
	? ((parse(readFileSync(FILE, 'utf8')) ?? []) as { tree: string; version: number }[])
	: []
const trees = content.triage.map(({ data }) => data)
const today = new Date().toISOString().slice(0, 10)
let added = 0
if (problems.length > 0) {
	console.error('content/ has mistakes. Mend them first: npm run check:content')
	process.exitCode = 1
} else
	for (const tree of trees) {
		const latest = recorded.filter((record) => record.tree === tree.id).at(-1)
		if (latest && latest.version >= tree.version) continue
		const edges = Object.entries(edgesOf(assemble(tree, trees))).map(([question, answers]) => {
			const pairs = Object.entries(answers).map(([answer, target]) => `${quoted(answer)}: ${quoted(target)}`)
			return `    ${quoted(question)}: { ${pairs.join(', ')} }\n`
		})
		appendFileSync(
			FILE,
			`- tree: ${quoted(tree.id)}\n  version: ${tree.version}\n  published: ${today}\n  start: ${quoted(tree.start)}\n  answers:\n${edges.join('')}`,
		)
		console.log(`${tree.id}, version ${tree.version}: recorded in ${FILE}`)
		added++
	}
if (added === 0 && problems.length === 0) console.log('Everything that is published is recorded.')

/** YAML would read yes, no and 0x904 as something else than text. */
function quoted(text: string): string {
	return `'${text}'`
}
