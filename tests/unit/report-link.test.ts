import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportedId, reportFault, reportLink } from '../../src/kb/report-link.ts'
import { anyText } from './arbitraries.ts'

const words = { ask: 'What is wrong?', page: 'Page', id: 'Id', verified: 'Verified', version: 'Guide' }
const page = {
	title: 'Remote Desktop error 0x904 / 0x7',
	address: 'https://guide.example/c/mstsc-0x904-0x7/',
	id: 'mstsc-0x904-0x7',
	verified: '2026-11-22',
	version: '0.1.0 of 2026-11-23',
}
const MAIL = 'rdp+guide@example.com'
const GITHUB = 'https://github.com/owner/name/issues/new?labels=page&title={title}&body={body}'
const TARGETS = [
	MAIL,
	GITHUB,
	'https://gitlab.example/group/name/-/issues/new?issue[title]={title}&issue[description]={body}',
	'https://jira.example/secure/CreateIssueDetails!init.jspa?pid=10000&issuetype=1&summary={title}&description={body}',
	'https://desk.example/incident.do?sys_id=-1&sysparm_query=short_description={title}^description={body}',
	'http://intranet/form?about={page}',
]

/** What a mail program or a form receives. */
const read = (link: string) => new URL(link).searchParams

/** Line ends and control characters of a title count as spaces. */
const asOneLine = (text: string) =>
	text
		.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
		.trim()
		.toWellFormed()

describe('where reports may go', () => {
	test.each(TARGETS)('%s', (to) => {
		expect(reportFault(to)).toBeUndefined()
	})

	test.each([
		['rubbish', 'neither'],
		['guide@', 'neither'],
		['a@example.com,b@example.com', 'neither'],
		['a@example.com?subject=x', 'neither'],
		['mailto:a@example.com', 'neither'],
		['javascript:alert({body})', 'neither'],
		['ftp://example.com/?body={body}', 'neither'],
		['https://', 'neither'],
		['https://user:word@example.com/?body={body}', 'user name'],
		['https://example.com/form', '{body}'],
		['https://example.com/form?title={title}', '{body}'],
		['https://example.com/form?title={summary}&body={body}', '{summary}'],
		['https://example.com/form?a={body}&b={body}', 'twice'],
		['https://example.com/{page}/form?body={body}', 'question mark'],
		['https://example.com/form?title={title}#body={body}', 'question mark'],
		['https://example.com/form?body={body}&x="', 'quotation'],
		['https://example.com/form?body={body}&x=a b', 'space'],
		[`https://example.com/form?body={body}&x=${'a'.repeat(400)}`, 'longer'],
		[`${'a'.repeat(400)}@example.com`, 'longer'],
	])('not %s', (to, reason) => {
		expect(reportFault(to)).toContain(reason)
	})
})

describe('a report', () => {
	test('by mail has subject and body, lines that end as mail wants them, and no plus sign for a space', () => {
		const link = reportLink(MAIL, page, words)
		expect(link).toMatch(/^mailto:rdp\+guide@example\.com\?subject=[^&+]+&body=[^&+]+$/)
		expect(link.match(/%0A/g)?.length).toBe(link.match(/%0D%0A/g)?.length)
		expect(link.match(/%0D%0A/g)?.length).toBeGreaterThan(4)
	})

	test.each(TARGETS)('to %s names the page by its address', (to) => {
		expect(decodeURIComponent(reportLink(to, page, words))).toContain(page.address)
	})

	test.each(TARGETS.slice(0, 4))('to %s carries title, id, day and version', (to) => {
		const all = [...read(reportLink(to, page, words)).values()].join('\n')
		for (const fact of [page.title, page.id, page.verified, page.version, words.ask]) expect(all).toContain(fact)
	})

	test('leaves out what a page does not have', () => {
		const { id: _, verified: __, ...bare } = page
		const body = read(reportLink(GITHUB, bare, words)).get('body') ?? ''
		expect(body).not.toContain(words.id)
		expect(body).not.toContain(words.verified)
		expect(body).toContain(words.version)
	})

	test('keeps the fields of the form that it does not fill', () => {
		expect(read(reportLink(GITHUB, page, words)).get('labels')).toBe('page')
	})
})

describe('whatever the title', () => {
	const short = anyText.filter((text) => encodeURIComponent(text.toWellFormed()).length < 80)

	test('what arrives is the same text', () => {
		fc.assert(
			fc.property(short, fc.constantFrom(MAIL, ...TARGETS.slice(1, 4)), (title, to) => {
				const { id: _, ...rest } = page
				const fields = read(reportLink(to, { ...rest, title }, words))
				const name = ['subject', 'title', 'issue[title]', 'summary'].find((field) => fields.has(field)) ?? ''
				expect(fields.get(name)).toBe(asOneLine(title))
			}),
		)
	})

	test('nothing of it ends its field, the address or the attribute', () => {
		fc.assert(
			fc.property(anyText, anyText, fc.constantFrom(...TARGETS), (title, path, to) => {
				const link = reportLink(to, { ...page, title, address: `https://guide.example/${path}` }, words)
				const plain = reportLink(to, page, words)
				expect(link).toMatch(/^[!#-;=?-~]+$/)
				expect([...read(link).keys()]).toEqual([...read(plain).keys()])
				const { origin, pathname, hash } = new URL(plain)
				expect(new URL(link)).toMatchObject({ origin, pathname, hash })
				for (const sign of ['&', '?', '#', '^', '+', "'", '\r', '\n'])
					expect(link.split(sign).length, sign).toBe(plain.split(sign).length)
				if (to.includes('^')) expect(decodeURIComponent(link).split('^').length).toBe(2)
			}),
		)
	})

	test('the link stays below 2,000 characters', () => {
		const long = fc.string({ unit: 'binary', minLength: 200, maxLength: 3000 })
		const target = fc.constantFrom(...TARGETS, `https://example.com/?${'a'.repeat(340)}&t={title}&p={page}&b={body}`)
		fc.assert(
			fc.property(long, target, (text, to) => {
				const all = { title: text, address: text, id: text, verified: text, version: text }
				const said = { ask: text, page: text, id: text, verified: text, version: text }
				const link = reportLink(to, all, said)
				expect(reportFault(to)).toBeUndefined()
				expect(link.length).toBeLessThan(2000)
				expect(() => decodeURIComponent(link)).not.toThrow()
			}),
		)
	})
})

test.each([
	['/kb/0012/', 'KB0012'],
	['/c/mstsc-0x904-0x7/', 'mstsc-0x904-0x7'],
	['/settings/rdp-nla/', undefined],
	['/', undefined],
])('people call %s %s', (path, id) => {
	expect(reportedId(path)).toBe(id)
})
