import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, inject, test } from 'vitest'
import { type BuiltPage, leadsOn, readPages } from '../setup/built-site.ts'

const validator = new HtmlValidate(
	new StaticConfigLoader({
		extends: ['html-validate:recommended', 'html-validate:a11y'],
		rules: {
			// A title says the code, what happened and whose page it is; where it is shown shorter, the code stands first.
			'long-title': 'off',
			// HTML allows any id without spaces. Ids of sources are permanent, and one begins with a digit.
			'valid-id': ['error', { relaxed: true }],
			// Filters act as they are changed and send nothing: a button would promise what it does not do.
			'wcag/h32': 'off',
			// It does not know that aria-labelledby names a link; the test below asks for what it asks.
			'wcag/h30': 'off',
			// The rows of a drawing are a list, and SVG has no element for one.
			'prefer-native-element': ['error', { exclude: ['list'] }],
		},
	}),
)

const pages = readPages(inject('dist'))

/** An address that is spelled the same in a text, in an attribute and in the refresh. */
const PLAIN = /^\/[\w./-]+$/

/** The pages that are not the same as one before: thousands lead on, and differ in nothing but where they lead. */
function different(pages: readonly BuiltPage[]): BuiltPage[] {
	const seen = new Set<string>()
	return pages.filter((page) => {
		const target = leadsOn(page)
		if (target === undefined || !PLAIN.test(target)) return true
		const shape = page.html.replaceAll(target, '/target/')
		return !seen.has(shape) && seen.add(shape)
	})
}

test('every page is valid HTML, those that lead on included', async () => {
	const mistakes: string[] = []
	const looked = different(pages)
	expect(looked.some((page) => leadsOn(page) !== undefined)).toBe(true)
	expect(looked.length).toBeGreaterThan(1500)
	for (const { path, html } of looked) {
		const { results } = await validator.validateString(html, path)
		for (const { messages } of results)
			for (const { ruleId, message, line, column } of messages)
				mistakes.push(`${path} (${line}:${column}): ${message} [${ruleId}]`)
	}
	expect(mistakes.slice(0, 20)).toEqual([])
}, 300_000)

test('every link has words, or takes its name from elements that are there', () => {
	let named = 0
	for (const { path, html } of pages) {
		const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
		for (const [link, attributes = '', inside = ''] of html.matchAll(/<a\s([^>]*)>(.*?)<\/a>/gs)) {
			if (inside.replace(/<[^>]*>/g, '').trim() !== '') continue
			const labels = /\saria-labelledby="([^"]+)"/.exec(` ${attributes}`)?.[1]?.split(' ') ?? []
			expect(labels.length > 0 && labels.every((id) => ids.has(id)), `${path}: ${link}`).toBe(true)
			named++
		}
	}
	expect(named).toBeGreaterThan(1000)
})
