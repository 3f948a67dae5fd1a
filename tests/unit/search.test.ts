import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerpt } from '../../src/kb/search/excerpt.ts'
import { planQuery } from '../../src/kb/search/plan.ts'
import { type Page, rank } from '../../src/kb/search/rank.ts'
import { partsOf, stem } from '../../src/kb/search/tokens.ts'
import { packWords, type SynonymGroup, unpackWords } from '../../src/kb/search/words.ts'
import { fold } from '../../src/kb/text/fold.ts'
import { correct, slipsBetween } from '../../src/kb/text/slips.ts'
import { anyText } from './arbitraries.ts'
import { content } from './real-content.ts'

/** A guide of a few sentences, with some of the real names for things. */
const PAGES = [
	'The certificate has expired. A certificate that expired is renewed by the host.',
	'The private key lies in MachineKeys. Rights on the MachineKeys folder, not the whole machine.',
	'The screen stays black after the sign-in: a black screen comes from the display driver.',
	'The macOS client prints one code. On a Mac the gateway is to blame.',
	'Set fDenyTSConnections to 0. The value fDenyTSConnections lies below Terminal Server.',
	'A firewall resets the connection. The network is slow.',
	'Remote Desktop says that an internal error has occurred.',
]
const GROUPS: SynonymGroup[] = [
	{ term: 'certificate', also: ['cert', 'zertifikat', 'сертификат', '证书'] },
	{ term: 'expired', also: ['abgelaufen', 'истек', '过期'] },
	{ term: 'black screen', also: ['schwarzer bildschirm', 'blackscreen', '黑屏'] },
	{ term: 'machinekeys', also: ['machine keys'] },
	{ term: 'mac', also: ['macos'] },
	{ term: 'remote desktop', also: ['bureau à distance', '远程桌面'] },
	{ term: 'firewall', also: ['pare-feu'] },
]
const words = unpackWords(JSON.parse(JSON.stringify(packWords(PAGES, GROUPS))))
const plan = (query: string, asTyped = false) => planQuery(query, words, asTyped)
/** What a query is about: the first way of saying each of its concepts. */
const about = (query: string) => plan(query).concepts.map(({ variants }) => variants[0]?.words.join(' '))

const pages: (Page & { id: number })[] = PAGES.map((text, id) => ({
	id,
	title: text.split('. ')[0] ?? '',
	also: [],
	summary: '',
	content: text,
	names: id === 4 ? ['fDenyTSConnections'] : [],
	kind: 'cause',
}))
const first = (query: string) => rank(plan(query), pages)[0]?.page.id

describe('comparing words', () => {
	test.each([
		['Zertifikat', 'zertifikat'],
		['Délai', 'delai'],
		['Größe', 'grosse'],
		['hasło', 'haslo'],
		['ＴＬＳ', 'tls'],
		['ПАРОЛЬ', 'пароль'],
	])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded))

	test('case, accents and a second folding change nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(fold(fold(text))).toBe(fold(text))
			}),
		)
	})

	test.each([
		['certificates', 'certificate'],
		['expired', 'expire'],
		['policies', 'policy'],
		['dropped', 'drop'],
		['dropping', 'drop'],
		['licensing', 'license'],
		['updates', 'updating'],
	])('%s and %s are the same word', (a, b) => expect(stem(a)).toBe(stem(b)))

	test.each([
		['dns', 'dn'],
		['tls', 'tl'],
		['status', 'statu'],
		['0x904s', '0x904'],
	])('%s is not %s', (a, b) => expect(stem(a)).not.toBe(stem(b)))

	test('a name falls into its parts, single letters left out', () => {
		expect(partsOf('fDenyTSConnections')).toEqual(['deny', 'ts', 'connections'])
		expect(partsOf('SSLCertificateSHA1Hash')).toEqual(['ssl', 'certificate', 'sha1', 'hash'])
		expect(partsOf('certificate')).toEqual([])
	})
})

describe('slips of the keyboard', () => {
	test('a slip is a letter more, less, another, or two in the wrong order', () => {
		for (const slip of ['firewal', 'firewalll', 'firevall', 'firwe all'.replace(' ', '')])
			expect(slipsBetween(slip, 'firewall', 2), slip).toBeLessThanOrEqual(2)
		expect(slipsBetween('blakc', 'black', 1)).toBe(1)
	})

	test('the distance is the same both ways, nothing between equals, and never more than the longer word', () => {
		const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 })
		fc.assert(
			fc.property(word, word, (a, b) => {
				const most = Math.max(a.length, b.length)
				expect(slipsBetween(a, b, most)).toBe(slipsBetween(b, a, most))
				expect(slipsBetween(a, b, most)).toBeLessThanOrEqual(most)
				expect(slipsBetween(a, b, most) === 0).toBe(a === b)
				expect(slipsBetween(a, b, 1)).toBe(Math.min(2, slipsBetween(a, b, most)))
			}),
		)
	})

	test('a word with any one letter dropped is found again', () => {
		for (const word of ['certificate', 'firewall', 'connection', 'internal'])
			for (let i = 1; i < word.length; i++) {
				const slip = word.slice(0, i) + word.slice(i + 1)
				expect(correct(slip, [[word, 1]]), slip).toBe(word)
			}
	})

	test('nothing with a digit is ever corrected, nor into anything with one', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-z]{0,6}\d[a-z0-9]{0,6}$/), (code) => {
				expect(correct(code, [...words.counts])).toBeUndefined()
				expect(plan(code).corrections).toEqual([])
			}),
		)
		expect(correct('tlss', [['tls1', 9]])).toBeUndefined()
	})
})

describe('reading a query', () => {
	test.each([
		['certificate expired', ['certificate', 'expired']],
		['the certificate has expired', ['certificate', 'expired']],
		['rdp certificate error', ['certificate']],
		['cert', ['certificate']],
		['Zertifikat abgelaufen', ['certificate', 'expired']],
		['сертификата истек', ['certificate', 'expired']],
		['远程桌面证书过期', ['certificate', 'expired']],
		['schwarzer Bildschirm', ['black screen']],
		['blackscreen', ['black screen']],
		['bureau à distance pare-feu', ['firewall']],
		['machinekeys', ['machinekeys']],
		['DenyTSConnections', ['deny ts connections']],
		['denytsconnections', ['fdenytsconnections']],
	])('%s is about %j', (query, expected) => expect(about(query)).toEqual(expected))

	test('what everybody types is looked up where nothing else is', () => {
		expect(about('remote desktop')).toEqual(['remote desktop'])
		expect(about('remote desktop certificate')).toEqual(['certificate'])
	})

	test('a slip is mended and said', () => {
		expect(plan('certficate expird')).toMatchObject({
			mended: 'certificate expired',
			corrections: [
				{ from: 'certficate', to: 'certificate' },
				{ from: 'expird', to: expect.stringMatching(/^expired?$/) },
			],
		})
	})

	test('as typed, nothing is mended', () => {
		expect(plan('certficate', true)).toMatchObject({ corrections: [], concepts: [], unknown: ['certficate'] })
	})

	test('a word that no page has is left out and named', () => {
		expect(plan('certificate zzyzxqv')).toMatchObject({ unknown: ['zzyzxqv'] })
		expect(plan('zzyzxqv').concepts).toEqual([])
	})

	test('a beginning is looked up as one', () => {
		expect(plan('machinek').concepts[0]?.variants[0]).toMatchObject({ words: ['machinek'], open: true })
	})

	test('whatever somebody types is read without an error, and gives weights that can be added', () => {
		fc.assert(
			fc.property(anyText, (query) => {
				for (const { variants, weight } of plan(query).concepts) {
					expect(weight).toBeGreaterThan(0)
					expect(variants.length).toBeGreaterThan(0)
				}
			}),
			{ numRuns: 300 },
		)
	})
})

describe('the order of pages', () => {
	test.each([
		['certificate expired', 0],
		['certficate expird', 0],
		['machinekeys', 1],
		['machine keys', 1],
		['mac', 3],
		['black screen', 2],
		['fDenyTSConnections', 4],
		['firewall', 5],
		['internal error', 6],
	])('%s finds page %i first', (query, id) => expect(first(query)).toBe(id))

	test('a page that holds more of what was asked comes before one that holds a part of it often', () => {
		const often = { ...pages[0], content: 'certificate '.repeat(40), title: 'One', id: 10 } as Page
		const both = { ...pages[0], content: 'The certificate of the firewall', title: 'One', id: 11 } as Page
		expect(rank(plan('certificate firewall'), [often, both])[0]?.page).toBe(both)
	})

	test('what holds nothing of it is not there', () => {
		expect(rank(plan('firewall'), pages).map(({ page }) => page.id)).toEqual([5])
	})
})

describe('the sentence that is shown', () => {
	const page = { title: 'Certificates', summary: 'A summary.', content: PAGES.join(' ') }

	test('holds the words of the query, and they are marked', () => {
		const parts = excerpt(plan('black screen'), page)
		expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['screen', 'black', 'black', 'screen'])
		expect(parts.map(({ text }) => text).join('')).toContain('display driver')
	})

	test('is the summary where no sentence holds any', () => {
		expect(excerpt(plan('zzyzxqv'), page)).toEqual([{ text: 'A summary.', marked: false }])
	})

	test('is text of the page, letter for letter, and short', () => {
		fc.assert(
			fc.property(fc.constantFrom('certificate', 'firewall', 'mac', 'machinekeys'), anyText, (query, more) => {
				const text = `${more} ${query} ${more}.`
				const shown = excerpt(plan(query), { title: '', summary: '', content: text })
					.map(({ text }) => text)
					.join('')
				expect(text).toContain(shown.replace(/^… | …$/g, ''))
				expect(shown.length).toBeLessThanOrEqual(250)
			}),
			{ numRuns: 300 },
		)
	})
})

describe('the names people use', () => {
	const groups = content.synonyms.flatMap(({ data }) => data)

	test('belong to one name of the guide each', () => {
		const all = groups.flatMap(({ term, also }) => [term, ...also].map(fold))
		expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([])
	})

	test('come in many languages', () => {
		for (const script of [/\p{Script=Cyrillic}/u, /\p{Script=Han}/u, /\p{Script=Katakana}/u, /\p{Script=Hangul}/u])
			expect(groups.filter(({ also }) => also.some((name) => script.test(name))).length).toBeGreaterThan(30)
	})
})
