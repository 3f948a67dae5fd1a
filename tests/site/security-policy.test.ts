import { createHash } from 'node:crypto'
import { describe, expect, inject, test } from 'vitest'
import { policyFor } from '../../src/build/content-security-policy.ts'
import { readPages } from '../setup/built-site.ts'

const pages = readPages(inject('dist'))
const policyOf = (html: string) => /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? ''

describe('the content security policy', () => {
	test('stands in every page before anything it governs', () => {
		for (const { path, html } of pages) {
			expect(policyOf(html), path).toContain("default-src 'none'")
			const governed = html.search(/<(?:script|style|link|img)[ >]/)
			expect(html.indexOf('content-security-policy'), path).toBeLessThan(governed)
		}
	})

	test('allows nothing inline except by hash, no eval and no other host', () => {
		for (const { path, html } of pages) {
			expect(policyOf(html), path).not.toMatch(/unsafe-|\*|https?:|data:/)
		}
	})

	test('has a hash for each inline script and style, and changes with a single character', () => {
		const digest = createHash('sha256').update('let a = 1').digest('base64')
		expect(policyFor('<script>let a = 1</script>')).toContain(`script-src 'self' 'sha256-${digest}'`)
		expect(policyFor('<script>let a = 2</script>')).not.toContain(digest)
		expect(policyFor('<style>a{}</style>')).toMatch(/style-src 'self' 'sha256-/)
		expect(policyFor('<script type="application/ld+json">{}</script>')).toContain("script-src 'self';")
	})
})
