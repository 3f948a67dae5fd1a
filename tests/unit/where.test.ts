import { describe, expect, test } from 'vitest'
import { readWhere } from '../../src/build/where.ts'

describe('where the site lives', () => {
	test("is the root of the reader's own origin when nothing is said", () => {
		expect(readWhere({})).toEqual({ site: undefined, base: '/', out: 'dist' })
		expect(readWhere({ SITE_URL: '', BASE_PATH: '', OUT_DIR: '' })).toEqual(readWhere({}))
	})

	test.each(['kb/rdp', '/kb/rdp', '/kb/rdp/', 'kb/rdp/'])(
		'a base path is one whatever its slashes: %s',
		(BASE_PATH) => {
			expect(readWhere({ BASE_PATH }).base).toBe('/kb/rdp')
		},
	)

	test.each(['/a b', 'https://x.example/a', '/a/../b', '/a?b'])('%s is no base path', (BASE_PATH) => {
		expect(() => readWhere({ BASE_PATH })).toThrow(/^BASE_PATH is ".*"\. Give a path/)
	})

	test('an origin may end with a slash', () => {
		expect(readWhere({ SITE_URL: 'https://guide.example.com/' }).site).toBe('https://guide.example.com')
	})

	test.each(['rubbish', 'guide.example.com', 'ftp://x.example', 'https://x.example/path'])(
		'%s is no origin',
		(SITE_URL) => {
			expect(() => readWhere({ SITE_URL })).toThrow(/^SITE_URL is ".*"\. Give the origin alone/)
		},
	)
})

describe('where reports go', () => {
	test('nowhere when nothing is said', () => {
		expect(readWhere({}).reportTo).toBeUndefined()
		expect(readWhere({ REPORT_TO: '' }).reportTo).toBeUndefined()
	})

	test.each(['guide@example.com', 'https://tracker.example/new?title={title}&body={body}'])('to %s', (REPORT_TO) => {
		expect(readWhere({ REPORT_TO }).reportTo).toBe(REPORT_TO)
	})

	test.each(['yes', 'https://tracker.example/new'])('not to %s: the sentence says what to give', (REPORT_TO) => {
		expect(() => readWhere({ REPORT_TO })).toThrow(/^REPORT_TO is ".*"\. .+\. Give a mail address/)
	})
})
