import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphOf, scriptText } from '../../src/components/structured-data.ts'
import { codeFirst, excerpt, withoutCode } from '../../src/kb/unfurl.ts'

describe('a description for a place with little room', () => {
	test('is the text itself where it fits', () => {
		expect(excerpt('One sentence. And another.', 40)).toBe('One sentence. And another.')
	})

	test('ends at a sentence where that leaves enough of it', () => {
		expect(excerpt('The port answers. The service does not, and nobody knows why.', 30)).toBe('The port answers.')
	})

	test('ends at a word, with an ellipsis, where a sentence would leave too little', () => {
		expect(excerpt('No. The service does not answer, and nobody knows why.', 30)).toBe('No. The service does not…')
	})

	test('never ends in half a word, is never too long, and says nothing the text does not say', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('port', 'TLS', 'host.', 'name,', '0x904', 'why?'), { minLength: 1, maxLength: 80 }),
				fc.integer({ min: 20, max: 200 }),
				(words, most) => {
					const text = words.join(' ')
					const short = excerpt(text, most)
					expect(short.length).toBeLessThanOrEqual(most)
					const said = short.replace(/…$/, '')
					expect(text.startsWith(said)).toBe(true)
					expect(text.slice(said.length)).toMatch(/^$|^[.,?]?( |$)/)
				},
			),
		)
	})
})

describe('the title of a link', () => {
	test.each([
		['0x904 / 0x7', '0x904 / 0x7: closed', '0x904 / 0x7: closed', 'closed'],
		['KB0012', 'Getting in', 'KB0012: Getting in', 'Getting in'],
		['0x9', '0x904: closed', '0x9: 0x904: closed', '0x904: closed'],
		[undefined, 'Codes', 'Codes', 'Codes'],
	])('with the code %s begins with it, once', (code, title, first, without) => {
		expect(codeFirst({ code, title })).toBe(first)
		expect(withoutCode({ code, title })).toBe(without)
		expect(withoutCode({ code, title: first })).toBe(without)
	})
})

describe('structured data', () => {
	test('cannot end its script element, whatever a title says', () => {
		fc.assert(
			fc.property(fc.string(), fc.constantFrom('</script>', '<!--', '<script>', ''), (text, mark) => {
				const title = text + mark + text
				const graph = graphOf({
					home: '/',
					address: '/kb/0001/',
					image: '/a.png',
					title,
					description: title,
					article: { code: 'KB0001', kind: 'Guide', about: [title] },
					crumbs: [{ text: title, href: '/guides/' }],
				})
				expect(scriptText(graph)).not.toContain('<')
				expect(JSON.parse(scriptText(graph))).toEqual(JSON.parse(JSON.stringify(graph)))
			}),
		)
	})
})
