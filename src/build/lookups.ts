/**
 * The answers to look-ups, a file for each spelling and case. They are thousands and all made from one table, so they are
 * written after the pages and not as pages.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathTo, under } from '../kb/addresses.ts'
import { aboutEach } from '../kb/lookup-about.ts'
import { lookupAnswers } from '../kb/lookup-answers.ts'
import { asciiJson } from '../kb/text/ascii-json.ts'
import { lookup } from '../schemas/api/lookup.ts'
import type { Content } from './read-content.ts'
import { tableOf } from './table-of.ts'

/**
 * Writes them below the folder of the built site.
 *
 * @param base the path below which the site is served
 * @param site its origin, where it is known
 * @returns how many files there are
 * @throws where an answer is not what its schema promises
 */
export function writeLookups(out: string, content: Content, base: string, site: string | undefined): number {
	const about = aboutEach({
		spaces: content.codes.map(({ data }) => data),
		logs: content.events.map(({ data }) => data),
		pairs: content.pairs.map(({ data }) => data),
	})
	const address = (path: string) => (site ? new URL(under(base, path), site).href : under(base, path))
	const files = lookupAnswers(tableOf(content), about, address).flatMap(({ spellings, answer }) => {
		const text = asciiJson(lookup.parse(answer))
		return spellings.map((spelling) => ({ file: pathTo({ kind: 'api', path: `lookup/${spelling}.json` }), text }))
	})
	mkdirSync(join(out, pathTo({ kind: 'api', path: 'lookup' })), { recursive: true })
	// One after the other: where a file system ignores case, several names are one file.
	for (const { file, text } of files) writeFileSync(join(out, file), text)
	return files.length
}
