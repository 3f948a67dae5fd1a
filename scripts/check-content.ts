/** npm run check:content: names every mistake in content/, without a build. */
import { checkContent, formatProblems } from '../src/build/check-content.ts'

const { problems } = checkContent(process.cwd())
if (problems.length > 0) {
	console.error(formatProblems(problems))
	console.error(`\n${problems.length} problems in content/.`)
	process.exitCode = 1
} else console.log('content/ is in order.')
