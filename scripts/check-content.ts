/** npm run check:content: names every mistake in content/, without a build. */
import { checkContent, countProblems, formatProblems } from '../src/build/check-content.ts'
import { readPermalinks } from '../src/build/permalinks.ts'

const root = process.cwd()
const problems = [...checkContent(root).problems, ...readPermalinks(root).problems]
if (problems.length > 0) {
	console.error(formatProblems(problems))
	console.error(`\n${countProblems(problems)}.`)
	process.exitCode = 1
} else console.log('content/ is in order.')
