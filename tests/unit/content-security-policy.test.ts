import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { policyFor, writePolicies } from '../../src/build/content-security-policy.ts'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** One directive of a policy, as a list. */
const directive = (policy: string, name: string) =>
	policy
		.split('; ')
		.map((part) => part.split(' '))
		.find(([first]) => first === name)
		?.slice(1)

test('an inlined script or style is allowed by its hash and no other is', () => {
	const policy = policyFor('<style>a{}</style><script type="module">let a = 1\n</script>')
	expect(directive(policy, 'style-src')).toEqual(["'self'", hash('a{}')])
	expect(directive(policy, 'script-src')).toEqual(["'self'", hash('let a = 1\n')])
})

test('data and scripts from a file need no hash', () => {
	const policy = policyFor('<script type="application/ld+json">{}</script><script src="/a.js"></script>')
	expect(directive(policy, 'script-src')).toEqual(["'self'"])
})

test('a browser hashes what its parser leaves: LF for CRLF, no comments, any case', () => {
	const policy = policyFor('<!-- <script>no</script> --><SCRIPT>a\r\nb</SCRIPT ><Style>c\r\n</Style>')
	expect(directive(policy, 'script-src')).toEqual(["'self'", hash('a\nb')])
	expect(directive(policy, 'style-src')).toEqual(["'self'", hash('c\n')])
})

test('a script inside text is text', () => {
	const policy = policyFor('<textarea><script>1</script></textarea><p title="<style>a{}</style>">')
	expect(directive(policy, 'script-src')).toEqual(["'self'"])
	expect(directive(policy, 'style-src')).toEqual(["'self'"])
})

test('nothing is loaded that the policy does not name, and nothing is unsafe', () => {
	const policy = policyFor('<script>1</script>')
	expect(directive(policy, 'default-src')).toEqual(["'none'"])
	expect(policy).not.toMatch(/unsafe|\*|https?:/)
})

test('a page without a place for its policy stops the build and is named', async () => {
	const out = mkdtempSync(join(tmpdir(), 'policies-'))
	try {
		writeFileSync(join(out, 'good.html'), '<meta content="%CSP%"><style>a{}</style>')
		await writePolicies(out)
		expect(readFileSync(join(out, 'good.html'), 'utf8')).toContain(hash('a{}'))
		writeFileSync(join(out, 'bad.html'), '<p>')
		for (const name of ['a.html', 'z.html']) writeFileSync(join(out, name), '<meta content="%CSP%">')
		rmSync(join(out, 'good.html'))
		await expect(writePolicies(out)).rejects.toThrow('bad.html')
		// No other page is left without its policy.
		for (const name of ['a.html', 'z.html']) expect(readFileSync(join(out, name), 'utf8')).not.toContain('%CSP%')
	} finally {
		rmSync(out, { recursive: true })
	}
})
