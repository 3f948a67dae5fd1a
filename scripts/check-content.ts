/** npm run check:content: names every mistake in content/, and what is worth a look, without a build. */
import { checkContent, countProblems, formatProblems } from '../src/build/check-content.ts'
import { worthALook } from '../src/build/check-histories.ts'
import { readPermalinks } from '../src/build/permalinks.ts'

const root = process.cwd()
const { content, problems: mistakes } = checkContent(root)
const problems = [...mistakes, ...readPermalinks(root).problems]
const hints = worthALook(content)
if (hints.length > 0) console.error(`No mistake, but worth a look:\n${formatProblems(hints)}\n`)
if (problems.length > 0) {
	console.error(formatProblems(problems))
	console.error(`\n${countProblems(problems)}.`)
	process.exitCode = 1
} else console.log('content/ is in order.')
