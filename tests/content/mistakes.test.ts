import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { formatProblems } from '../../src/build/check-content.ts'
import type { Problem } from '../../src/build/read-content.ts'
import type { CodeSpaceFile } from '../../src/schemas/code.ts'
import type { EventLog } from '../../src/schemas/event.ts'
import type { Source } from '../../src/schemas/source.ts'
import { content } from '../unit/real-content.ts'
import {
	answer,
	article,
	type ContentCopy,
	copyContent,
	myth,
	outcome,
	question,
	record,
	root,
	tree,
	writeTree,
} from './content-copy.ts'

const MYTH = 'content/myths/test.mdx'
const TREE = 'content/triage/test-tree.yaml'

let copy: ContentCopy
beforeAll(() => {
	copy = copyContent()
})
afterEach(() => copy.restore())
afterAll(() => copy.remove())

const problemsOf = (text: string) => {
	copy.write(MYTH.replace('content/', ''), text)
	return copy.problems()
}
/** A myth that something replaced. */
const replaced = (by?: string, changes: object = {}) =>
	myth({
		state: 'superseded',
		history: [{ date: '2026-11-22', change: 'Replaced.', replaced: true }],
		...(by === undefined ? {} : { supersededBy: by }),
		...changes,
	})
const problemsOfTree = (changes: object) => {
	writeTree(copy, tree(changes))
	return copy.problems()
}

/** Exactly one problem, at a place, about something; its last sentence is an instruction. */
function expectOne(problems: Problem[], file: string, field: string, about: string) {
	expect(problems.map(({ file, field }) => `${file}: ${field}`)).toEqual([`${file}: ${field}`])
	for (const { message } of problems) {
		expect(message).toContain(about)
		expect(message).toMatch(/[.:)] [A-Z].+\.$/)
	}
}

test('the files that these tests break are in order before', () => {
	writeTree(copy, tree())
	expect(problemsOf(myth())).toEqual([])
})

describe('an id that nothing has', () => {
	test('a source', () => {
		const problems = problemsOf(myth({ sources: ['ms-ondisconnected', 'no-such-source'] }))
		expectOne(problems, MYTH, 'sources[1]', 'no-such-source')
	})

	test('a source deep inside a file of codes', () => {
		copy.change<CodeSpaceFile>('codes/tls-alert.yaml', ({ codes }) => codes[1]?.sources.push('no-such-source'))
		const at = copy.problems()[0]?.field
		expect(at).toMatch(/^codes\[1\]\.sources\[\d+\]$/)
		expectOne(copy.problems(), 'content/codes/tls-alert.yaml', at ?? '', 'no-such-source')
	})

	test('a code', () => {
		expectOne(problemsOf(myth({ codes: ['mstsc-0x9044'] })), MYTH, 'codes[0]', 'mstsc-0x9044')
	})

	test('an article', () => {
		expectOne(problemsOf(myth({ causes: ['KB0001', 'KB9998'] })), MYTH, 'causes[1]', 'KB9998')
	})

	test('an article that exists and is of another kind', () => {
		expectOne(problemsOf(myth({ causes: ['KB0005'] })), MYTH, 'causes[0]', 'KB0005')
	})
})

describe('a field that is wrong', () => {
	test('one that no schema knows', () => {
		expectOne(problemsOf(myth({ autor: 'Kim' })), MYTH, 'autor', '"autor"')
	})

	test('one that no schema knows, inside another', () => {
		const history = [{ date: '2026-11-22', change: 'First version.', by: 'Kim' }]
		expectOne(problemsOf(myth({ history })), MYTH, 'history[0].by', '"by"')
	})

	test('one that is missing', () => {
		expectOne(problemsOf(myth({ claim: undefined })), MYTH, 'claim', 'missing')
	})

	test('one that is empty', () => {
		expectOne(problemsOf(myth({ claim: null })), MYTH, 'claim', 'empty')
	})

	test('a word that is not offered', () => {
		expectOne(problemsOf(myth({ verdict: 'sort of' })), MYTH, 'verdict', '"sort of"')
	})

	test.each(['2026-02-30', '2026-13-01', '22.11.2026', '2026-11-22T10:00:00'])('the impossible day %s', (day) => {
		expectOne(problemsOf(myth({ verified: day })), MYTH, 'verified', day)
	})

	test('a list that is empty says what to give', () => {
		expectOne(problemsOf(myth({ sources: [] })), MYTH, 'sources', 'at least 1 item')
	})

	test.each([
		['a word for another', { verdict: 'sort of' }],
		['a number for text', { claim: 5 }],
		['text for a list', { slugs: 'test' }],
		['a word too long', { title: 'x'.repeat(100) }],
		['a list of the wrong words', { phases: ['lunch'] }],
	])('is told in the guide’s own words: %s', (_, changes) => {
		const text = formatProblems(problemsOf(myth(changes)))
		expect(text).not.toMatch(/Invalid|received|Too (?:small|big)|must match/)
		expect(text).toMatch(/found .+, expected .+\. Correct it\.$/)
	})

	test('a slug that stands twice', () => {
		expectOne(problemsOf(myth({ slugs: ['test', 'tests', 'test'] })), MYTH, 'slugs[2]', 'test')
	})

	test('a number that has more than 32 bits', () => {
		copy.change<CodeSpaceFile>('codes/tls-alert.yaml', ({ codes }) => {
			codes.push({ ...(codes[0] as CodeSpaceFile['codes'][number]), value: 0x100000000 })
		})
		const named = copy.problems().filter(({ file }) => file === 'content/codes/tls-alert.yaml')
		expect(named.map(({ field }) => field)).toEqual([expect.stringMatching(/^codes\[\d+\]\.value$/)])
		expect(named[0]?.message).toContain('4294967296')
	})
})

describe('an id that two have', () => {
	test('a KB number', () => {
		const problems = problemsOf(myth({ kb: 'KB0013' }))
		expect(problems.map(({ field }) => field)).toEqual(['kb'])
		// Either file may be the one that is named first; the sentence names the other.
		expect(formatProblems(problems)).toContain('KB0013')
		expect(formatProblems(problems)).toContain(MYTH)
		expect(formatProblems(problems)).toContain('content/myths/licensing-failure.mdx')
	})

	test('the value of a code', () => {
		let last = 0
		copy.change<CodeSpaceFile>('codes/disconnect.yaml', ({ codes }) => {
			last = codes.push(...codes.filter(({ value }) => value === 0x904)) - 1
		})
		expectOne(copy.problems(), 'content/codes/disconnect.yaml', `codes[${last}].value`, 'mstsc-0x904')
	})

	test('the number of an event in one log', () => {
		let last = 0
		copy.change<EventLog>('events/system.yaml', ({ events }) => {
			last = events.push(...events.filter(({ id }) => id === 1057)) - 1
		})
		expectOne(copy.problems(), 'content/events/system.yaml', `events[${last}].id`, 'event-system-1057')
	})

	test('a source', () => {
		let last = 0
		copy.change<Source[]>('sources.yaml', (sources) => {
			last = sources.push(...sources.slice(0, 1)) - 1
		})
		expectOne(copy.problems(), 'content/sources.yaml', `[${last}].id`, 'source ')
	})
})

describe('the body of an article', () => {
	const why = '## Why [#why]'

	test('a link that leads to no page', () => {
		expectOne(problemsOf(myth({}, `${why}\n\nSee [this](/c/mstsc-0x9044/).`)), MYTH, 'body', '/c/mstsc-0x9044/')
	})

	test('a link without its slash at the end', () => {
		expectOne(problemsOf(myth({}, `${why}\n\nSee [this](/kb/0005#undo).`)), MYTH, 'body', '/kb/0005#undo')
	})

	test('a heading without a permanent id', () => {
		expectOne(problemsOf(myth({}, `${why}\n\n## What else\n`)), MYTH, 'body', 'What else')
	})

	test('two headings with one id', () => {
		expectOne(problemsOf(myth({}, `${why}\n\n## Again [#why]\n`)), MYTH, 'body', '#why')
	})

	test('a required section that is missing', () => {
		expectOne(problemsOf(myth({}, '## Something else [#other]')), MYTH, 'body', '#why')
	})

	test.each([
		['relative', 'See [this](../kb/0005/).', '../kb/0005/'],
		['relative and in angle brackets', 'See [this](<kb/0005/>).', 'kb/0005/'],
		['in angle brackets', 'See [this](</nowhere/>).', '/nowhere/'],
		['with a title', 'See [this](/nowhere/ "There").', '/nowhere/'],
		['by reference', 'See [this][there].\n\n[there]: /nowhere/', '/nowhere/'],
		['in HTML, which no base path reaches', 'See <a href="/kb/0005/">this</a>.', '/kb/0005/'],
		['in HTML on a line of its own', '<a href="nowhere/">\nThis\n</a>', 'nowhere/'],
		['to a section this page has not', 'See [this](#nope).', '#nope'],
		['to a section another page has not', 'See [this](/kb/0005/?from=here#nope).', '/kb/0005/?from=here#nope'],
		['around a picture that is not there', '![A dialog](/dialog.png)', '/dialog.png'],
	])('a link %s', (_, text, about) => {
		const problems = problemsOf(myth({}, `${why}\n\n${text}`))
		expectOne(problems, MYTH, 'body', about)
		expect(problems[0]?.message).toMatch(/at line \d+/)
	})

	test('the line of a link is that of the file', () => {
		const text = myth({}, `${why}\n\nSee [this](#nope).`)
		const line = text.split('\n').findIndex((line) => line.includes('#nope')) + 1
		expect(problemsOf(text)[0]?.message).toContain(`at line ${line} `)
	})

	test.each([
		['a number with one meaning', '/c/2308/'],
		['a number with several', '/c/0x7/'],
		['a section of the body', '#why'],
		['a section that the page makes', '#sources'],
		['a section of another article', '/kb/0005/#undo'],
		['a check of a cause', '/kb/0001/#check-loopback-tls'],
		['a filtered list', '/codes/?phase=tls'],
		['another site', 'https://example.com/nowhere'],
	])('a link to %s is in order', (_, url) => {
		expect(problemsOf(myth({}, `${why}\n\nSee [this](${url}) and [that][it].\n\n[it]: <${url}>`))).toEqual([])
	})

	test('what MDX cannot read', () => {
		expectOne(problemsOf(myth({}, `${why}\n\nLess than <5 seconds.`)), MYTH, 'body', 'at line ')
	})

	test('a fence of four backticks holds one of three', () => {
		const script = '````\n```\n# Not a heading\n[x](/nowhere/)\n````'
		expect(problemsOf(myth({}, `${why}\n\n${script}`))).toEqual([])
	})

	test('a comment and a link inside a script are neither heading nor link', () => {
		const script = '```powershell\n# Not a heading\n[x](/nowhere/)\n```'
		expect(problemsOf(myth({}, `${why}\n\n${script}`))).toEqual([])
	})
})

describe('a tree', () => {
	const toEnd = answer('no', { outcome: 'end' })
	const field = 'questions.first.answers.yes'
	const first = (yes: Record<string, unknown>) => ({ questions: [question('first', [answer('yes', yes), toEnd])] })
	const both = [answer('yes', { outcome: 'end' }), toEnd]

	test('an answer that leads to no question that exists', () => {
		expectOne(problemsOfTree(first({ question: 'nowhere' })), TREE, field, 'nowhere')
	})

	test('an answer that leads to no outcome that exists', () => {
		expectOne(problemsOfTree(first({ outcome: 'nowhere' })), TREE, field, 'nowhere')
	})

	test('an answer that leads nowhere at all', () => {
		expectOne(problemsOfTree(first({})), TREE, 'questions[0].answers[0]', '"yes"')
	})

	test('an answer that leads to two places', () => {
		const problems = problemsOfTree(first({ question: 'first', outcome: 'end' }))
		expectOne(problems, TREE, 'questions[0].answers[0]', '"yes"')
	})

	test('an answer without a name for the drawing, and one with a name too long for it', () => {
		expectOne(
			problemsOfTree(first({ outcome: 'end', label: undefined })),
			TREE,
			'questions[0].answers[0].label',
			'missing',
		)
		const long = 'The host answers on another port'
		expectOne(problemsOfTree(first({ outcome: 'end', label: long })), TREE, 'questions[0].answers[0].label', '28')
	})

	test('a path that comes back to itself', () => {
		const questions = [
			question('first', [answer('yes', { question: 'second' }), toEnd]),
			question('second', [answer('yes', { question: 'first' }), toEnd]),
		]
		expectOne(problemsOfTree({ questions }), TREE, 'questions.first', 'first → second → first')
	})

	test('a question that nothing leads to', () => {
		const questions = [question('first', both), question('lonely', both)]
		expectOne(problemsOfTree({ questions }), TREE, 'questions.lonely', 'leads to it')
	})

	test('an outcome that nothing leads to', () => {
		expectOne(problemsOfTree({ outcomes: [outcome('end'), outcome('lonely')] }), TREE, 'outcomes.lonely', 'leads to it')
	})

	test('a start that is no question', () => {
		const named = problemsOfTree({ start: 'nowhere' })
		expect(named).toContainEqual(expect.objectContaining({ file: TREE, field: 'start' }))
	})

	test('two answers with one id', () => {
		expectOne(
			problemsOfTree({ questions: [question('first', [toEnd, toEnd])] }),
			TREE,
			'questions.first.answers.no',
			'twice',
		)
	})

	test('more questions on one path than anybody answers on the phone', () => {
		const chain = (count: number) => ({
			start: 'q1',
			questions: Array.from({ length: count }, (_, i) =>
				question(`q${i + 1}`, [answer('yes', i + 1 < count ? { question: `q${i + 2}` } : { outcome: 'end' }), toEnd]),
			),
		})
		expect(problemsOfTree(chain(7))).toEqual([])
		expectOne(problemsOfTree(chain(8)), TREE, 'questions.q8', 'q7')
	})

	test('a question that somebody may be unable to answer', () => {
		const questions = [question('first', both, { everybodyKnows: undefined })]
		expectOne(problemsOfTree({ questions }), TREE, 'questions.first', 'cant-tell')
		const answers = [...both, answer('cant-tell', { outcome: 'end' })]
		expect(problemsOfTree({ questions: [question('first', answers, { everybodyKnows: undefined })] })).toEqual([])
		expectOne(problemsOfTree({ questions: [question('first', answers)] }), TREE, 'questions.first', 'everybody')
	})

	test('a question that takes an answer for granted that it does not have', () => {
		const questions = [question('first', both, { olderLinks: 'perhaps' })]
		expectOne(problemsOfTree({ questions }), TREE, 'questions.first', 'perhaps')
	})

	test('a question with a command and a script, and one with a script that does not exist', () => {
		const how = (one: object) => ({
			questions: [question('first', both, { how: [{ role: 'user', where: 'client', do: 'Run it.', ...one }] })],
		})
		expectOne(problemsOfTree(how({ command: 'hostname', script: 'client' })), TREE, 'questions[0].how[0]', 'both')
		expectOne(problemsOfTree(how({ script: 'no-such' })), TREE, 'questions[0].how[0].script', 'no-such')
	})

	test('an id that another tree has', () => {
		const taken = content.triage[0]
		const [asked, ended] = [taken?.data.questions[0]?.id ?? '', taken?.data.outcomes[0]?.id ?? '']
		const outcomes = [outcome('end'), outcome(ended)]
		const questions = [
			question('first', [
				answer('yes', { question: asked }),
				answer('no', { outcome: ended }),
				answer('so', { outcome: 'end' }),
			]),
			question(asked, both),
		]
		const fields = problemsOfTree({ questions, outcomes }).map(({ field }) => field)
		expect(fields).toEqual(expect.arrayContaining([`questions.${asked}`, `outcomes.${ended}`]))
	})

	test('an id that addresses need', () => {
		const problems = problemsOfTree({ start: 'from', questions: [question('from', both)] })
		expectOne(problems, TREE, 'questions.from', 'addresses')
	})

	test.each([
		['no verification', { verify: undefined }, 'outcomes[0].verify', 'missing'],
		['fixes that nothing confirms', { fixes: ['KB0005'] }, 'outcomes.end', 'confirm'],
		['neither a fix nor anything to collect', { collect: [] }, 'outcomes.end', 'collect'],
		['a cause that does not exist', { causes: ['KB9998'] }, 'outcomes[0].causes[0]', 'KB9998'],
		['a fix for a cause', { causes: ['KB0005'] }, 'outcomes[0].causes[0]', 'KB0005'],
		['a page to read that does not exist', { see: ['mstsc-0x9044'] }, 'outcomes[0].see[0]', 'mstsc-0x9044'],
		['a tree to go on with that is none', { goOn: { tree: 'gone', question: 'first' } }, 'outcomes.end.goOn', 'gone'],
		[
			'a question to go on with that is none',
			{ goOn: { tree: 'test-tree', question: 'gone' } },
			'outcomes.end.goOn',
			'gone',
		],
	])('an outcome with %s', (_, changes, field, about) => {
		expectOne(problemsOfTree({ outcomes: [outcome('end', changes)] }), TREE, field, about)
	})

	test('an outcome with a fix and what confirms it, pages to read and a tree to go on with is in order', () => {
		const changes = {
			fixes: ['KB0005'],
			confirm: 'Event 1057 is there.',
			collect: [],
			see: ['KB0005', 'mstsc-0x904'],
			goOn: { tree: 'test-tree', question: 'second' },
		}
		expect(problemsOfTree({ outcomes: [outcome('end', changes)] })).toEqual([])
	})
})

describe('where a tree starts from', () => {
	const PAIR = 'pairs/mstsc-0x904-0x7.mdx'
	const starting = (changes: object) => {
		const [, front = '', body = ''] =
			/^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(copy.root, 'content', PAIR), 'utf8')) ?? []
		copy.write(PAIR, article({ ...parse(front), ...changes }, body))
		return copy.problems()
	}
	const file = `content/${PAIR}`

	test('a pair that names a tree and one of its questions is in order', () => {
		const id = content.triage.find(({ data }) => data.id === '0x904-0x7')?.data.questions[0]?.id
		expect(starting({ triage: '0x904-0x7', triageAt: id })).toEqual([])
	})

	test('a pair with a tree that does not exist', () => {
		expectOne(starting({ triage: 'gone' }), file, 'triage', 'gone')
	})

	test('a pair with a question that its tree does not have', () => {
		expectOne(starting({ triageAt: 'gone' }), file, 'triageAt', 'gone')
	})

	test('a pair with a question and no tree', () => {
		expectOne(starting({ triage: undefined, triageAt: 'relay' }), file, 'triageAt', 'none is named')
	})

	test('an article that embeds a tree, or one of its questions, that does not exist', () => {
		const embedding = (attributes: string) => problemsOf(myth({}, `## Why [#why]\n\n<Triage ${attributes} />\n`))
		expect(embedding('tree="0x904-0x7"')).toEqual([])
		expect(embedding('tree="0x904-0x7" from="relay"')).toEqual([])
		expectOne(embedding('tree="gone"'), MYTH, 'body', 'gone')
		expectOne(embedding('tree="0x904-0x7" from="gone"'), MYTH, 'body', 'gone')
		expectOne(embedding('tree="0x904-0x7" />\n\n<Triage tree="0x904-0x7"'), MYTH, 'body', 'twice')
	})
})

describe('causes and trees', () => {
	/** Changes the frontmatter of the article of a cause. */
	const causeWith = (of: (kb: string) => boolean, changes: object) => {
		const found = content.causes.find(({ data }) => of(data.kb))
		if (!found) throw new Error('The content has no such cause.')
		const [, front = '', body = ''] =
			/^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(root, found.file), 'utf8')) ?? []
		copy.write(found.file.replace('content/', ''), article({ ...parse(front), ...changes }, body))
		return found.file
	}
	const reached = new Set(content.triage.flatMap(({ data }) => data.outcomes.flatMap(({ causes }) => causes)))

	test('a cause that no tree reaches, and nobody says why', () => {
		let lost = ''
		for (const { file } of content.triage)
			copy.change<{ outcomes: { causes?: string[] }[] }>(file.replace('content/', ''), ({ outcomes }) => {
				lost ||= outcomes.flatMap(({ causes = [] }) => causes)[0] ?? ''
				for (const one of outcomes) one.causes = (one.causes ?? []).filter((kb) => kb !== lost)
			})
		const file = content.causes.find(({ data }) => data.kb === lost)?.file ?? ''
		expectOne(copy.problems(), file, 'outsideTriage', lost)
		causeWith((kb) => kb === lost, { outsideTriage: 'No question tells it apart.' })
		expect(copy.problems()).toEqual([])
	})

	test('a cause that says why no tree reaches it, where one does', () => {
		const file = causeWith((kb) => reached.has(kb), { outsideTriage: 'No question tells it apart.' })
		expectOne(copy.problems(), file, 'outsideTriage', 'Remove it.')
	})
})

describe('links to published versions of a tree', () => {
	const RECORDS = 'content/published-trees.yaml'
	const before = tree()
	/** The tree as it is now, with the versions that were published before it. */
	const problemsOfVersions = (now: ReturnType<typeof tree>, ...records: object[]) => {
		writeTree(copy, now, records)
		return copy.problems()
	}
	const last = () => `[${(parse(readFileSync(join(copy.root, RECORDS), 'utf8')) as unknown[]).length - 1}]`
	/** The record before the last. */
	const old = () => last().replace(/\d+/, (n) => String(Number(n) - 1))
	const second = (...answers: ReturnType<typeof answer>[]) => [
		question('first', [answer('yes', { question: 'second' }), answer('no', { outcome: 'end' })]),
		question('second', answers),
	]
	const yes = answer('yes', { outcome: 'end' })
	/** The second version, in which one answer leads elsewhere. */
	const elsewhere = tree({
		version: 2,
		questions: second(yes, answer('no', { outcome: 'other' })),
		outcomes: [outcome('end'), outcome('other')],
	})
	/** The second version, in which one answer is gone. */
	const without = tree({ version: 2, questions: second(yes, answer('perhaps', { outcome: 'end' })) })

	test('a version that is not recorded', () => {
		expectOne(problemsOfVersions(tree({ version: 2 }), record(before)), TREE, 'version', 'npm run permalinks')
	})

	test('a tree of which no version is recorded', () => {
		expectOne(problemsOfVersions(before), TREE, 'version', 'npm run permalinks')
	})

	test('answers that lead elsewhere without a new version', () => {
		const problems = problemsOfVersions({ ...elsewhere, version: 1 }, record(before))
		expect(problems.map(({ file, field }) => [file, field]).sort()).toEqual([
			[RECORDS, last()],
			[TREE, 'version'],
		])
		expect(formatProblems(problems)).toContain('Raise the version')
	})

	test('a new answer without a new version', () => {
		const questions = second(yes, answer('no', { outcome: 'end' }), answer('perhaps', { outcome: 'end' }))
		expectOne(problemsOfVersions(tree({ questions }), record(before)), TREE, 'version', 'Raise the version')
	})

	test('another start without a new version', () => {
		const more = question('before', [answer('yes', { question: 'first' }), answer('no', { question: 'first' })], {
			olderLinks: 'yes',
		})
		const now = tree({ start: 'before', questions: [...before.questions, more] })
		expectOne(problemsOfVersions(now, record(now, { start: 'first' })), TREE, 'version', 'Raise the version')
	})

	test('a version that was left behind', () => {
		expectOne(problemsOfVersions(before, record({ ...before, version: 2 })), TREE, 'version', '2')
	})

	test('an answer that leads to another outcome', () => {
		const problems = problemsOfVersions(elsewhere, record(before), record(elsewhere))
		expectOne(problems, RECORDS, old(), '?first=yes&second=no')
		expect(problems[0]?.message).toMatch(/ended at end .*other/)
	})

	test('an answer that is gone', () => {
		const problems = problemsOfVersions(without, record(before), record(without))
		expectOne(problems, RECORDS, old(), '?first=yes&second=no')
	})

	test('a tree that is gone', () => {
		copy.change<object[]>('published-trees.yaml', (records) => {
			records.push(record(before))
		})
		expectOne(copy.problems(), RECORDS, last(), 'test-tree')
	})

	test('many links that break are not all named', () => {
		const all = ['a', 'b', 'c', 'd', 'e'].map((id) => answer(id, { outcome: 'end' }))
		const was = tree({ questions: second(...all, yes) })
		const now = tree({ version: 2, questions: second(yes, answer('no', { outcome: 'end' })) })
		const problems = problemsOfVersions(now, record(was), record(now))
		expect(problems.map(({ field }) => field)).toEqual(problems.map(() => old()))
		expect(problems).toHaveLength(4)
	})

	test.each([
		['for the answer', { question: 'second', answer: 'no' }],
		['for the whole question', { question: 'second' }],
	])('a change that is acknowledged %s is in order', (_, changed) => {
		const acknowledged = record(before, { changed: [{ ...changed, why: 'It was wrong.' }] })
		expect(problemsOfVersions(elsewhere, acknowledged, record(elsewhere))).toEqual([])
	})

	test('a change that is acknowledged for an answer before it is not for links that begin after that one', () => {
		const acknowledged = record(before, { changed: [{ question: 'first', answer: 'yes', why: 'It was wrong.' }] })
		expectOne(problemsOfVersions(elsewhere, acknowledged, record(elsewhere)), RECORDS, old(), '?from=second&second=no')
	})

	test('a question that is gone, from which links began', () => {
		const long = tree({
			questions: [
				question('first', [answer('yes', { question: 'middle' }), answer('no', { outcome: 'end' })]),
				question('middle', [answer('yes', { question: 'second' }), answer('no', { question: 'second' })]),
				...before.questions.slice(1),
			],
		})
		const short = tree({ version: 2 })
		// A whole path survives, for what it says beyond the gone question still counts; one that began there does not.
		const problems = problemsOfVersions(short, record(long), record(short))
		for (const { message } of problems.slice(0, -1)) expect(message).toContain('?from=middle&')
		expect(problems.length).toBeGreaterThan(1)
		copy.change<ReturnType<typeof record>[]>('published-trees.yaml', (records) => {
			Object.assign(records.at(-2) ?? {}, { changed: [{ question: 'middle', answer: 'no', why: 'Nobody knew.' }] })
		})
		expect(copy.problems()).toEqual([])
	})

	test.each([
		['another answer', { question: 'second', answer: 'yes' }],
		['another question', { question: 'third' }],
	])('a change that is acknowledged for %s is not', (_, changed) => {
		const acknowledged = record(before, { changed: [{ ...changed, why: 'It was wrong.' }] })
		expectOne(problemsOfVersions(elsewhere, acknowledged, record(elsewhere)), RECORDS, old(), 'second=no')
	})

	test('a question put in between needs the answer of older links', () => {
		const grown = (olderLinks: object) =>
			tree({
				version: 2,
				questions: [
					question('first', [answer('yes', { question: 'between' }), answer('no', { outcome: 'end' })]),
					question('between', [answer('no', { question: 'second' }), answer('yes', { outcome: 'end' })], olderLinks),
					...before.questions.slice(1),
				],
			})
		const bare = grown({})
		const problems = problemsOfVersions(bare, record(before), record(bare))
		expect(problems.length).toBeGreaterThan(0)
		for (const { message } of problems) expect(message).toContain('stays open')
		const mended = grown({ olderLinks: 'no' })
		copy.write('triage/test-tree.yaml', stringify(mended))
		expect(copy.problems()).toEqual([])
	})

	test('a borrowed question that leads elsewhere breaks the links of every tree that borrows it', () => {
		const lender = tree()
		const borrower = tree({
			id: 'borrower',
			start: 'begin',
			questions: [question('begin', [answer('yes', { question: 'second' }), answer('no', { outcome: 'end' })])],
			outcomes: [outcome('unused')],
		})
		borrower.questions.push(
			question('unused', [answer('yes', { outcome: 'unused' }), answer('no', { outcome: 'unused' })]),
		)
		borrower.questions[0]?.answers.push(answer('so', { question: 'unused' }))
		const whole = (of: typeof lender) =>
			record({ ...borrower, questions: [...borrower.questions, ...of.questions.slice(1)] })
		writeTree(copy, lender)
		writeTree(copy, borrower, [whole(lender)])
		expect(copy.problems()).toEqual([])
		copy.write('triage/test-tree.yaml', stringify(elsewhere))
		copy.change<object[]>('published-trees.yaml', (records) => {
			records.push(record(elsewhere))
		})
		const fields = copy.problems().map(({ file, field }) => `${file}: ${field}`)
		expect(fields).toContain('content/triage/borrower.yaml: version')
		expect(fields.filter((field) => field.startsWith(RECORDS))).toHaveLength(2)
	})
})

describe('a file', () => {
	test('with a source that nothing cites', () => {
		let last = 0
		copy.change<Source[]>('sources.yaml', (sources) => {
			last = sources.push({ ...(sources[0] as Source), id: 'nobody-cites-me' }) - 1
		})
		expectOne(copy.problems(), 'content/sources.yaml', `[${last}].id`, 'nobody-cites-me')
	})

	test('with broken YAML is named with its line', () => {
		expectOne(problemsOf(myth().replace('verdict: wrong', 'verdict: [wrong')), MYTH, '', 'line ')
	})

	test('with text that YAML takes for an alias is named with its line', () => {
		expectOne(problemsOf(myth().replace('title: A test', 'title: *emphasis')), MYTH, '', 'at line 5: *emphasis')
	})

	test('saved by an editor of Windows is in order', () => {
		expect(problemsOf(`\uFEFF${myth().replaceAll('\n', '\r\n')}`)).toEqual([])
	})

	test('without frontmatter', () => {
		expectOne(problemsOf('## Why [#why]\n'), MYTH, '', 'frontmatter')
	})

	test('of another type in a folder of articles', () => {
		copy.write('myths/notes.txt', 'Ask Kim.')
		expectOne(copy.problems(), 'content/myths/notes.txt', '', '.mdx')
	})

	test('about a pair that is named after another', () => {
		const text = readFileSync(join(root, 'content/pairs/mstsc-0x904-0x7.mdx'), 'utf8')
		copy.write('pairs/mstsc-0x904-0x8.mdx', text)
		const named = copy.problems().filter(({ file }) => file.endsWith('0x904-0x8.mdx'))
		expect(named.map(({ message }) => message).join()).toContain('mstsc-0x904-0x7.mdx')
	})
})

test('mistakes in several files are all named in one run, one a line, with the file first', () => {
	copy.write(
		'myths/test.mdx',
		myth({ sources: ['no-such-source'], codes: ['mstsc-0x9044'] }, '## Why\n\n[x](/nowhere/)'),
	)
	writeTree(copy, tree({ outcomes: [outcome('end'), outcome('lonely')] }))
	copy.write('guides/test.mdx', 'nothing')
	copy.change<CodeSpaceFile>('codes/tls-alert.yaml', ({ codes }) => codes[0]?.sources.push('nor-this-one'))
	const lines = formatProblems(copy.problems()).split('\n')
	const about = (file: string) => lines.filter((line) => line.startsWith(`${file}: `))
	for (const part of ['no-such-source', 'mstsc-0x9044', '/nowhere/', '#why', '"Why"'])
		expect(about(MYTH).join('\n')).toContain(part)
	expect(about(MYTH)).toHaveLength(5)
	expect(about(TREE)).toHaveLength(1)
	expect(about('content/guides/test.mdx')).toHaveLength(1)
	expect(about('content/codes/tls-alert.yaml')).toHaveLength(1)
	expect(lines).toHaveLength(8)
	expect(lines).toEqual([...lines].sort())
})

describe('a moved address', () => {
	const REDIRECTS = 'content/redirects.yaml'
	const moved = (...rows: { from: string; to: string }[]) => {
		const list = rows.map((row) => ({ ...row, since: '2026-11-22', reason: 'Test.' }))
		copy.write('redirects.yaml', JSON.stringify(list))
		return copy.problems()
	}

	test('that leads to a page is in order', () => {
		expect(moved({ from: '/old/', to: '/kb/0001/' })).toEqual([])
	})

	test('that leads nowhere', () => {
		expectOne(moved({ from: '/old/', to: '/nowhere/' }), REDIRECTS, '[0].to', '/nowhere/')
	})

	test('that hides a page', () => {
		expectOne(moved({ from: '/kb/0001/', to: '/kb/0002/' }), REDIRECTS, '[0].from', '/kb/0001/')
	})

	test.each([
		['/c/2308/', 'a number with one meaning'],
		['/c/0x7/', 'a number with several'],
		['/kb/0002/machinekeys-key-stuck/', 'an article with its slug'],
		['/404.html/', 'a file'],
		['/../../x/', 'a folder outside the site'],
		['/a/./b/', 'a folder by a detour'],
		['/a//b/', 'a path with an empty part'],
	])('%s, which is %s, cannot lead on', (from) => {
		expectOne(moved({ from, to: '/kb/0001/' }), REDIRECTS, '[0].from', from)
	})

	test('that leads to one that leads on by itself', () => {
		expectOne(moved({ from: '/old/', to: '/c/2308/' }), REDIRECTS, '[0].to', '/c/2308/')
	})

	test('that leads on to another, in a chain or a circle', () => {
		const problems = moved({ from: '/old/', to: '/older/' }, { from: '/older/', to: '/old/' })
		expect(problems.map(({ field }) => field)).toEqual(['[0].to', '[1].to'])
	})
})

test('a superseded article names what replaced it, and only such a one does', () => {
	expectOne(problemsOf(replaced()), MYTH, 'supersededBy', 'missing')
	expectOne(problemsOf(myth({ supersededBy: '/kb/0001/' })), MYTH, 'supersededBy', 'verified')
	expect(problemsOf(replaced('/kb/0001/'))).toEqual([])
})

describe('what replaced an article', () => {
	test('is a page', () => {
		expectOne(problemsOf(replaced('/kb/9998/')), MYTH, 'supersededBy', '/kb/9998/')
	})

	test('is not the article itself', () => {
		expectOne(problemsOf(replaced('/kb/9999/')), MYTH, 'supersededBy', '/kb/9999/')
	})

	test('was not replaced itself, in a chain or a circle', () => {
		const other = (by: string) => copy.write('myths/other.mdx', replaced(by, { kb: 'KB9998', slugs: ['other'] }))
		other('/kb/0001/')
		expectOne(problemsOf(replaced('/kb/9998/')), MYTH, 'supersededBy', '/kb/9998/')
		other('/kb/9999/')
		const circle = problemsOf(replaced('/kb/9998/')).map(({ file, field }) => `${file}: ${field}`)
		expect(circle).toEqual(['content/myths/other.mdx: supersededBy', `${MYTH}: supersededBy`])
	})
})

test('one broken file of codes is named once, not by everything that refers to it', () => {
	copy.change<CodeSpaceFile>('codes/disconnect.yaml', (data) => Object.assign(data, { verified: '2026-02-30' }))
	expectOne(copy.problems(), 'content/codes/disconnect.yaml', 'verified', '2026-02-30')
})

describe('a setting', () => {
	const NLA = 'settings/rdp-nla.yaml'
	const change = (how: (setting: Record<string, unknown>) => void, file = NLA) => {
		copy.change<Record<string, unknown>>(file, how)
		return copy.problems()
	}

	test('whose files would write what is never written', () => {
		const file = 'settings/rdp-secure-rpc.yaml'
		const problems = change((setting) => {
			setting.apply = 0
		}, file)
		expectOne(problems, `content/${file}`, 'apply', 'fEncryptRPCTraffic')
	})

	test('whose undo would write what is never written', () => {
		const problems = change((setting) => {
			setting.undoKind = 'stock-value'
			setting.stock = 0
		})
		expectOne(problems, `content/${NLA}`, 'stock', 'captured')
	})

	test('with data that do not fit their type', () => {
		const problems = change((setting) => {
			const { allowed } = setting.registry as { allowed: { data: unknown; meaning: string }[] }
			allowed.push({ data: 'on', meaning: 'a word in a number' })
		})
		expect(problems.map(({ field }) => field)).toEqual(['registry.allowed[2].data'])
	})

	test('whose order of security names data that nothing lists', () => {
		const problems = change((setting) => {
			setting.strictness = [0, 11]
		})
		expectOne(problems, `content/${NLA}`, 'strictness[1]', '11')
	})

	test('with a pattern that cannot be read', () => {
		const port = 'settings/rdp-port.yaml'
		const problems = change((setting) => {
			const { accepts } = setting.registry as { accepts: { pattern?: string } }
			accepts.pattern = '('
		}, port)
		expect(problems.map(({ file, field }) => [file, field])).toContainEqual([
			`content/${port}`,
			'registry.accepts.pattern',
		])
	})

	test('that is two things at once', () => {
		const problems = change((setting) => {
			setting.firewallRule = {
				name: 'X',
				displayName: 'A rule',
				displayGroup: 'A group',
				match: 'TCP 1',
				default: 'Off.',
				defaultKnown: 'unknown',
				states: [{ state: 'on', meaning: 'it is on' }],
			}
		})
		expect(problems.map(({ field }) => field)).toContain('registry')
	})

	test('that goes with one that nothing has', () => {
		const problems = change((setting) => {
			setting.goesWith = ['no-such-setting']
		})
		expectOne(problems, `content/${NLA}`, 'goesWith[0]', 'no-such-setting')
	})

	test('embedded in an article with data that are never written', () => {
		const body = '## Why [#why]\n\n<Setting id="rdp-nla" value="0" />\n'
		expectOne(problemsOf(myth({}, body)), MYTH, 'body', 'UserAuthentication')
		expect(problemsOf(myth({}, body.replace('"0"', '"1"')))).toEqual([])
		const own = body.replace('"rdp-nla" value="0"', '"rdp-port" value="4000"')
		expectOne(problemsOf(myth({}, own)), MYTH, 'body', '4000')
		expectOne(problemsOf(myth({}, body.replace('rdp-nla', 'no-such'))), MYTH, 'body', 'no-such')
		const bare = (id: string) => problemsOf(myth({}, `## Why [#why]\n\n<Setting id="${id}" />\n`))
		expect(bare('rdp-listener-key')).toEqual([])
		expectOne(bare('ts-max-outstanding'), MYTH, 'body', 'ts-max-outstanding')
	})
})

test('a script that does not exist, embedded in an article', () => {
	const body = (id: string) => `## Why [#why]\n\n<Script id="${id}" />\n`
	expect(problemsOf(myth({}, body('probe')))).toEqual([])
	expectOne(problemsOf(myth({}, body('no-such'))), MYTH, 'body', 'no-such')
})

test('a fix whose changes contradict each other, or that does not name the setting', () => {
	copy.write(
		'fixes/enable-tls-1-2.mdx',
		readFileSync(join(root, 'content/fixes/enable-tls-1-2.mdx'), 'utf8').replace(
			'changes:\n',
			'changes:\n  - { setting: credssp-allow-protected-creds, data: 1 }\n  - { setting: restricted-admin-disable, data: 1 }\n',
		),
	)
	const fields = copy.problems().map(({ field }) => field)
	expect(fields).toContain('changes[0].setting')
	expect(fields.filter((field) => /^changes\[[01]\]$/.test(field)).length).toBeGreaterThan(0)
})
