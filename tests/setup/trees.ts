/** The trees of the built site, for tests that walk them without knowing what they ask. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Tree } from '../../src/kb/triage/tree.ts'
import { type Way, waysThrough } from '../../src/kb/triage/walk.ts'

/** A tree as programs get it. */
export const readTree = (id: string): Tree =>
	JSON.parse(readFileSync(join(inject('dist'), 'api/v1/triage', `${id}.json`), 'utf8'))

export const longestWay = (tree: Tree): Way =>
	[...waysThrough(tree)].reduce((most, way) => (way.answers.length > most.answers.length ? way : most))

/** The query of an address that holds these answers. */
export const searchOf = (answers: Way['answers']): string => `?${answers.map((pair) => pair.join('=')).join('&')}`
