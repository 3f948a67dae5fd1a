/** What was published once is never changed: the lists that hold it are compared with every version that was committed. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { PERMALINKS, readPermalinks } from '../../src/build/permalinks.ts'
import { root } from '../unit/real-content.ts'

const git = (...words: string[]) =>
	execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })

/**
 * The commits of the main line that changed a file, oldest first, beginning with the one that made the list of addresses:
 * from then on it counts. None where this is no checkout; a shallow one has the last only.
 */
function commitsOf(file: string): string[] {
	const log = (...words: string[]) =>
		git('log', '--first-parent', '--reverse', '--format=%h', ...words)
			.split('\n')
			.filter(Boolean)
	try {
		const [start = ''] = log('--', PERMALINKS)
		return start ? [start, ...log(`${start}..HEAD`, '--', file)] : []
	} catch {
		return []
	}
}

/** Each version of a file on the main line with the one after it, the one on disk last. */
function steps(file: string): { commit: string; before: string; after: string }[] {
	const versions = commitsOf(file).map((commit) => ({ commit, text: git('show', `${commit}:${file}`) }))
	const texts = [...versions.map(({ text }) => text), readFileSync(join(root, file), 'utf8')]
	return versions.map(({ commit, text }, i) => ({ commit, before: text, after: texts[i + 1] ?? '' }))
}

test('the list of addresses is sealed, and has all its batches', () => {
	const { batches, problems } = readPermalinks(root)
	expect(problems).toEqual([])
	const seals = readFileSync(join(root, 'tests/facts/permalink-seals.txt'), 'utf8').trim().split('\n')
	expect(batches.map(({ seal }) => seal)).toEqual(seals)
})

describe.skipIf(commitsOf(PERMALINKS).length === 0)('no commit takes back', () => {
	test('an address: each list begins with the one before it', () => {
		for (const { commit, before, after } of steps(PERMALINKS)) expect(after.startsWith(before), commit).toBe(true)
	})

	test('a redirect: where it leads may change, that it leads somewhere may not', () => {
		const starts = (text: string) => (parse(text) as { from: string }[]).map(({ from }) => from)
		for (const { commit, before, after } of steps('content/redirects.yaml'))
			expect(starts(after), commit).toEqual(expect.arrayContaining(starts(before)))
	})

	test('what a version of a tree was when it was published', () => {
		const records = (text: string) =>
			(parse(text) as { tree: string; version: number; start: string; answers: object }[]).map(
				({ tree, version, start, answers }) => ({ tree, version, start, answers }),
			)
		for (const { commit, before, after } of steps('content/published-trees.yaml'))
			expect(records(after), commit).toEqual(expect.arrayContaining(records(before)))
	})
})
