import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apiOf, codeId, eventId, INDEX_NAMES, pairId, pathTo, type Target, under } from '../../src/kb/addresses.ts'
import { SPACE_IDS } from '../../src/kb/spaces.ts'
import { uint32 } from './arbitraries.ts'

describe('an address is a promise', () => {
	test.each<[string, Target]>([
		['/', { kind: 'home' }],
		['/c/mstsc-0x904/', { kind: 'code', id: 'mstsc-0x904' }],
		['/c/mstsc-0x904-0x7/#check', { kind: 'code', id: 'mstsc-0x904-0x7', section: 'check' }],
		['/kb/0005/', { kind: 'article', kb: 'KB0005' }],
		['/kb/0005/new-certificate/', { kind: 'article', kb: 'KB0005', slug: 'new-certificate' }],
		['/kb/0005/#undo', { kind: 'article', kb: 'KB0005', section: 'undo' }],
		['/settings/rdp-cert-hash/', { kind: 'setting', id: 'rdp-cert-hash' }],
		['/scripts/probe/', { kind: 'script', id: 'probe' }],
		['/scripts/probe/#output', { kind: 'script', id: 'probe', section: 'output' }],
		['/scripts/probe.ps1', { kind: 'script-file', id: 'probe' }],
		['/triage/0x904-0x7/', { kind: 'tree', id: '0x904-0x7' }],
		['/triage/0x904-0x7/outcome/relay/', { kind: 'outcome', tree: '0x904-0x7', outcome: 'relay' }],
		['/sources/#ms-ondisconnected', { kind: 'source', id: 'ms-ondisconnected' }],
		['/codes/#gateway', { kind: 'index', of: 'codes', section: 'gateway' }],
		['/search/', { kind: 'search' }],
		['/decode/', { kind: 'decode' }],
	])('%s never moves', (path, target) => {
		expect(pathTo(target)).toBe(path)
	})

	test('every index has a path of its own that starts and ends with a slash', () => {
		const paths = INDEX_NAMES.map((of) => pathTo({ kind: 'index', of }))
		expect(new Set(paths).size).toBe(INDEX_NAMES.length)
		for (const path of paths) expect(path).toMatch(/^\/[a-z]+\/$/)
	})

	test('a search carries the words that were typed, whatever they are', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (query) => {
				const url = new URL(pathTo({ kind: 'search', query }), 'https://guide.example')
				expect(url.searchParams.get('q')).toBe(query)
				expect(url.hash).toBe('')
			}),
		)
	})
})

describe('what programs read instead of a page', () => {
	test.each<[string | undefined, Target]>([
		['/api/v1/codes/mstsc-0x904.json', { kind: 'code', id: 'mstsc-0x904' }],
		['/api/v1/codes/negotiation-failure-0x5.json', { kind: 'code', id: 'negotiation-failure-0x5', section: 'sources' }],
		['/api/v1/pairs/mstsc-0x904-0x7.json', { kind: 'code', id: 'mstsc-0x904-0x7' }],
		['/api/v1/events/event-system-1057.json', { kind: 'code', id: 'event-system-1057' }],
		['/api/v1/lookup/0x7.json', { kind: 'code', id: '0x7' }],
		['/api/v1/lookup/16.json', { kind: 'code', id: '16' }],
		['/api/v1/settings/rdp-nla.json', { kind: 'setting', id: 'rdp-nla' }],
		['/api/v1/scripts/probe.json', { kind: 'script', id: 'probe' }],
		['/api/v1/triage/0x904-0x7.json', { kind: 'tree', id: '0x904-0x7' }],
		['/api/v1/triage/0x904-0x7.json', { kind: 'outcome', tree: '0x904-0x7', outcome: 'relay' }],
		['/api/v1/causes.json', { kind: 'index', of: 'causes' }],
		['/api/v1/index.json', { kind: 'api' }],
		[undefined, { kind: 'index', of: 'changes' }],
		[undefined, { kind: 'home' }],
		[undefined, { kind: 'decode' }],
	])('is %s', (path, target) => expect(apiOf(target)).toBe(path))

	test('is named by the list of an article, which its number does not tell', () => {
		expect(apiOf({ kind: 'article', kb: 'KB0005' }, 'fixes')).toBe('/api/v1/fixes/kb0005.json')
		expect(apiOf({ kind: 'article', kb: 'KB0005' })).toBeUndefined()
	})
})

describe('a site below a base path', () => {
	test.each([
		['/', '/kb/0005/'],
		['', '/kb/0005/'],
		['/guide', '/guide/kb/0005/'],
		['/guide/', '/guide/kb/0005/'],
		['/a/b/', '/a/b/kb/0005/'],
	])('with the base %j the article stands at %s', (base, path) => {
		expect(under(base, '/kb/0005/')).toBe(path)
	})
})

describe('ids', () => {
	test('a disconnect reason is named after the client that shows it, everything else after its space', () => {
		expect(codeId('disconnect', 2308)).toBe('mstsc-0x904')
		expect(codeId('extended', 7)).toBe('extended-0x7')
		expect(codeId('hresult', 0x80090304)).toBe('hresult-0x80090304')
		expect(pairId(2308, 7)).toBe('mstsc-0x904-0x7')
		expect(eventId('system', 1057)).toBe('event-system-1057')
	})

	test('different codes have different ids, whatever their spaces', () => {
		const code = fc.tuple(fc.constantFrom(...SPACE_IDS), uint32)
		fc.assert(
			fc.property(code, code, (a, b) => {
				expect(codeId(...a) === codeId(...b)).toBe(a[0] === b[0] && a[1] === b[1])
			}),
		)
	})
})
