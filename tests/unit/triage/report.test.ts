import fc from 'fast-check'
import { markdownToHtml } from 'satteri'
import { describe, expect, test } from 'vitest'
import {
	REPORT_FORMATS,
	type Report,
	type ReportFormat,
	type ReportStep,
	readReport,
	reportText,
} from '../../../src/kb/triage/report.ts'
import { readJira } from '../../setup/jira.ts'
import { anyText } from '../arbitraries.ts'

const SEARCH = 'relay=no&host=tls-fails&gone=x'
const url = `https://guide.example/triage/0x904-0x7/?${SEARCH}`

/** A report with one note, at the first of two answers. */
const withNote = (note: string | undefined): Report => ({
	heading: 'Which error? (triage, mstsc-0x904-0x7, version 3)',
	steps: [
		{ question: 'relay', asks: 'What lies between?', answer: 'no', says: 'Nothing', at: '2026-11-23 08:15', note },
		{ question: 'host', asks: 'What did the host log?', answer: 'tls-fails', says: 'TLS fails', at: undefined },
	],
	results: [
		{
			label: 'Outcome:',
			items: [{ says: 'The key is stuck', url: 'https://guide.example/triage/which-error/outcome/key-stuck/' }],
		},
		{ label: 'Does not count now:', items: [{ says: '[gone=x]' }] },
	],
	link: { says: 'Open this again:', url },
})

/** What a ticket system reads as markup, and what the report itself is made of. */
const NASTY = [
	'| ',
	'[',
	']',
	'`',
	'```',
	'~~~',
	'<',
	'>',
	'&',
	'&amp;',
	'&lt;br&gt;',
	'<br>',
	'<p>',
	'</pre>',
	'<pre>',
	'<a href="https://evil.example/triage/other/?relay=yes">',
	'</li></ul>',
	'<script>',
	'[relay=yes]',
	'[relay=yes, 2020-01-01 00:00 UTC]',
	'https://guide.example/triage/which-error/?message=gateway',
	'](http://evil.example)',
	'**',
	'# ',
	'1. ',
	'- ',
	'> ',
	'\\',
	'"',
	"'",
	'{code}',
	'👩‍💻',
	'ß',
	'\u2028',
	'\t',
	'\n',
	'\n\n',
	'\r\n',
	'\r',
	'a',
	'0x904',
	' ',
]
const note = fc
	.oneof(
		fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 16 }).map((parts) => parts.join('')),
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
	)
	.map((text) => text.trim())
	.filter((text) => text !== '')

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/)
const words = fc
	.array(fc.constantFrom('What', 'TLS?', '(`0x904`)', '*', '_', '&', '"', 'a < b', 'a|b', 'ü', '👩‍💻'), {
		minLength: 1,
		maxLength: 6,
	})
	.map((parts) => parts.join(' '))
const at = fc.constantFrom('2026-11-23 08:15', '1999-01-01 00:00', undefined)
const steps: fc.Arbitrary<ReportStep[]> = fc.uniqueArray(
	fc.record({
		question: id,
		asks: words,
		answer: id,
		says: words,
		at,
		note: fc.option(note, { nil: undefined }),
	}),
	{ selector: ({ question }) => question, maxLength: 7 },
)

/** Line ends as a report has them. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n')

/** What a report holds for whoever reads it back. */
const held = (steps: readonly ReportStep[]) => ({
	answers: Object.fromEntries(steps.map(({ question, answer }) => [question, answer])),
	times: Object.fromEntries(steps.flatMap(({ question, at }) => (at === undefined ? [] : [[question, at]]))),
	notes: Object.fromEntries(
		steps.flatMap(({ question, note }) => (note === undefined ? [] : [[question, plain(note)]])),
	),
})
const read = (text: string) => {
	const report = readReport(text)
	return {
		answers: Object.fromEntries(report?.answers ?? []),
		times: Object.fromEntries(report?.times ?? []),
		notes: Object.fromEntries(report?.notes ?? []),
	}
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
/** HTML as a ticket system shows it that takes the tags out. */
const stripped = (html: string) =>
	html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '')

/** What happens to a text between two tickets. */
const JOURNEYS: Record<string, (text: string) => string> = {
	'as it was': (text) => text,
	'with line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
	'quoted in a reply': (text) =>
		text
			.split('\n')
			.map((line) => `> ${line}`)
			.join('\n'),
	'with other text around it': (text) => `Hello,\nsee below.\n\n${text}\n\nRegards\n| Kim | 123 |`,
}
const everywhere = REPORT_FORMATS.flatMap((format) =>
	Object.keys(JOURNEYS).map((journey) => [format, journey] as const),
)
const travel = (report: Report, format: ReportFormat, journey: string) =>
	JOURNEYS[journey]?.(reportText(report, format)) ?? ''

describe('a report', () => {
	test.each(everywhere)('as %s, %s, gives answers, times and notes back', (format, journey) => {
		fc.assert(
			fc.property(steps, (steps) => {
				expect(read(travel({ ...withNote(undefined), steps, results: [] }, format, journey))).toEqual(held(steps))
			}),
			{ numRuns: 300 },
		)
	})

	test.each(everywhere)('as %s, %s, is opened by its own link, whatever its notes hold', (format, journey) => {
		fc.assert(
			fc.property(note, (note) => {
				const { tree, search, answers } = readReport(travel(withNote(note), format, journey)) ?? {}
				expect({ tree, search }).toEqual({ tree: '0x904-0x7', search: SEARCH })
				expect(answers).toEqual(new Map(Object.entries({ relay: 'no', host: 'tls-fails', gone: 'x' })))
			}),
			{ numRuns: 300 },
		)
	})

	test('as Jira’s markup has no markup but its own, whatever its words and notes hold', () => {
		const own = /^\*(.+)\*$|^(\d+\. .+)$|^\*(.+)\* \{\{(.+)\}\}$|^\* \[(.+)\|\S+\]$|^\* \[\S+\]$|^(?:\* )?(.+)$/
		fc.assert(
			fc.property(steps, words, (steps, says) => {
				const results = [{ label: 'Outcome:', items: [{ says, url }, { says }] }]
				const text = reportText({ ...withNote(undefined), steps, results }, 'jira')
				const outside = text.replace(/\n\{noformat\}\n[\s\S]*?\n\{noformat\}(?=\n\n)/g, '')
				for (const line of outside.split('\n').filter((line) => line !== ''))
					for (const part of own.exec(line)?.slice(1) ?? [])
						if (part !== undefined) expect(readJira(part).live, line).toEqual([])
			}),
			{ numRuns: 500 },
		)
	})

	test('as HTML whose tags a ticket system took out, gives the same back', () => {
		fc.assert(
			fc.property(steps, (steps) => {
				const text = stripped(reportText({ ...withNote(undefined), steps }, 'html'))
				const { answers, times, notes } = held(steps)
				expect(read(text)).toEqual({ answers: { ...answers, gone: 'x' }, times, notes })
				expect(readReport(text)?.search).toBe(SEARCH)
			}),
			{ numRuns: 300 },
		)
	})

	test('as Markdown that a ticket system rendered, gives the same back', () => {
		fc.assert(
			fc.property(steps, (steps) => {
				const { html } = markdownToHtml(reportText({ ...withNote(undefined), steps, results: [] }, 'markdown'), {
					features: { gfm: false, smartPunctuation: false },
				})
				for (const text of [html, stripped(html)]) {
					expect(read(text)).toEqual(held(steps))
					expect(readReport(text)?.search).toBe(SEARCH)
				}
			}),
			{ numRuns: 300 },
		)
	})

	test('with indents and blanks at line ends taken away, gives the same back', () => {
		const trimmed = (text: string) => text.replace(/^[ \t]+|[ \t]+$/gm, '')
		for (const format of REPORT_FORMATS)
			expect(read(trimmed(reportText(withNote('first\n\n  third'), format))).notes).toEqual({
				relay: 'first\n\n  third',
			})
	})

	test.each(REPORT_FORMATS)('as %s, with a note of 10,000 lines, is read in a moment', (format) => {
		const long = Array.from({ length: 10_000 }, (_, i) => `${i} | [relay=yes] <b> https://guide.example/triage/x/`)
		const began = performance.now()
		expect(readReport(reportText(withNote(long.join('\n')), format))?.notes.get('relay')).toBe(long.join('\n'))
		expect(performance.now() - began).toBeLessThan(5_000)
	})

	test('without answers is opened by its link', () => {
		const bare = {
			...withNote(undefined),
			steps: [],
			results: [],
			link: { says: 'Open:', url: url.replace(/\?.*/, '?') },
		}
		for (const format of REPORT_FORMATS)
			expect(readReport(reportText(bare, format))).toMatchObject({ tree: '0x904-0x7', search: '' })
	})

	test('keeps a note with its answer, and none where none was written', () => {
		const report = withNote(undefined)
		for (const format of REPORT_FORMATS) expect(readReport(reportText(report, format))?.notes.size).toBe(0)
		const [first, second] = report.steps
		if (!first || !second) throw new Error('The report of this test lost its steps.')
		const both = { ...report, steps: [first, { ...second, note: '1057' }] }
		for (const format of REPORT_FORMATS)
			expect(readReport(reportText(both, format))?.notes).toEqual(new Map([['host', '1057']]))
	})
})

describe('a note full of markup', () => {
	test('stays text in HTML', () => {
		fc.assert(
			fc.property(note, (note) => {
				const html = reportText(withNote(note), 'html')
				const tags = [...html.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name)
				const without = [...reportText(withNote('x'), 'html').matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name)
				expect(tags).toEqual(without)
			}),
		)
	})

	test('stays text in Markdown', () => {
		const shape = (note: string) => {
			const { html } = markdownToHtml(reportText(withNote(note), 'markdown'), {
				features: { gfm: false, smartPunctuation: false },
			})
			return [...html.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name)
		}
		const plainShape = shape('x')
		fc.assert(
			fc.property(note, (note) => {
				expect(shape(note)).toEqual(plainShape)
			}),
			{ numRuns: 300 },
		)
	})
})

describe('what somebody pastes', () => {
	test('is opened where it holds a link to a tree, whatever is around it', () => {
		expect(readReport(`Kim asked. ${url} was what we found`)).toMatchObject({ tree: '0x904-0x7', search: SEARCH })
		expect(readReport(`<a href="${url.replaceAll('&', '&amp;')}">here</a>`)).toMatchObject({ search: SEARCH })
		expect(readReport(`[here](${url})`)).toMatchObject({ search: SEARCH })
		expect(readReport(`(<${url}>)`)).toMatchObject({ search: SEARCH })
		for (const sign of ['.', ',', ';', '...']) expect(readReport(`See ${url}${sign}`)).toMatchObject({ search: SEARCH })
	})

	test('is not taken for a report where it holds neither link nor answer', () => {
		for (const text of ['', 'Hello', '| a | b |', '[x]', 'https://guide.example/c/mstsc-0x904/', '<p>Hello</p>'])
			expect(readReport(text), text).toBeUndefined()
	})

	test('can be anything', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				readReport(text)
			}),
		)
		const scraps = fc.array(
			fc.oneof(fc.constantFrom(...NASTY, '[a=b]\n| ', '/triage/x/?', 'href="', '&__proto__;', '&#x27;'), anyText),
		)
		fc.assert(
			fc.property(scraps, (parts) => {
				readReport(parts.join(''))
			}),
			{ numRuns: 500 },
		)
	})

	test.each(['<', '<a', 'href="', '[', '[a=b', '[a=b]\n| ', '/triage/', '/triage/a/?', '| ', '> ', '&', '`'])(
		'can be very long: %j, again and again',
		(part) => {
			const began = performance.now()
			readReport(`<p>${part.repeat(20_000)}`)
			expect(performance.now() - began).toBeLessThan(5_000)
		},
	)
})
