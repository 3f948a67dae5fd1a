/** The guide "how to link here" gives addresses to copy into macros: each of them must answer. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { pathTo } from '../../src/kb/addresses.ts'
import { readAddress } from '../../src/kb/triage/address.ts'
import { assemble } from '../../src/kb/triage/tree.ts'
import { walk } from '../../src/kb/triage/walk.ts'
import { content } from '../unit/real-content.ts'

const dist = inject('dist')
const GUIDE = pathTo({ kind: 'article', kb: 'KB0148' })
/** What the snippets of the guide write for the address where it is served. */
const ORIGIN = /(?:https:\/\/guide\.example\.com|\$guide)(\/[^\s"'|)\]<>{]*)/g

const plain = (html: string) =>
	html
		.replace(/<[^>]+>/g, '')
		.replace(/&quot;|&#34;/g, '"')
		.replace(/&#39;|&#x27;/g, "'")
		.replace(/&lt;|&#60;|&#x3C;/g, '<')
		.replace(/&gt;|&#62;/g, '>')
		.replace(/&#x26;|&#38;|&amp;/g, '&')

const article = /<article[\s\S]*<\/article>/.exec(readFileSync(join(dist, GUIDE, 'index.html'), 'utf8'))?.[0] ?? ''
const blocks = [...article.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, html = '']) => plain(html))
const spans = [...article.replace(/<pre[\s\S]*?<\/pre>/g, '').matchAll(/<code[^>]*>([\s\S]*?)<\/code>/g)].map(
	([, html = '']) => plain(html),
)
const inSnippets = blocks.flatMap((text) => [...text.matchAll(ORIGIN)].map(([, path = '']) => path))
const inProse = spans.filter((text) => text.startsWith('/'))
/** Names of files that the row of a setting's files gives without its folder. */
const beside = spans.filter((text) => /^(?:apply|undo|check)\.(?:ps1|reg)$/.test(text))

const fileOf = (path: string) => {
	const file = join(dist, path)
	return path.endsWith('/') && existsSync(join(file, 'index.html')) ? join(file, 'index.html') : file
}

describe('the guide on linking', () => {
	test('gives addresses in its text, in its snippets, and files beside a setting', () => {
		expect(inProse.length).toBeGreaterThan(20)
		expect(inSnippets.length).toBeGreaterThan(5)
		expect(beside.length).toBeGreaterThan(3)
	})

	test('names no address that does not answer', () => {
		const setting = inProse.find((path) => path.endsWith('/apply.ps1'))?.replace(/[^/]*$/, '') ?? ''
		const dead = [...inProse, ...inSnippets, ...beside.map((name) => `${setting}${name}`)].filter(
			(address) => !existsSync(fileOf(address.replace(/[?#].*$/, ''))),
		)
		expect(dead, GUIDE).toEqual([])
	})

	test('names no section that its page does not have', () => {
		const missing = inProse.filter((address) => {
			const [path = '', fragment = ''] = address.split('#')
			if (fragment === '' || fragment.includes('=')) return false
			return !readFileSync(fileOf(path), 'utf8').includes(`id="${fragment}"`)
		})
		expect(missing, GUIDE).toEqual([])
	})

	test('links into a tree with answers that the tree has, and once to an outcome', () => {
		const trees = content.triage.map(({ data }) => data)
		const links = inProse.filter((address) => /^\/triage\/[^/]+\/\?/.test(address))
		const ends = links.map((link) => {
			const [, id, query = ''] = /^\/triage\/([^/]+)\/\?(.*)$/.exec(link) ?? []
			const tree = trees.find((tree) => tree.id === id)
			if (!tree) return `${link}: no such tree`
			const { kept, outcome, open } = walk(assemble(tree, trees), readAddress(query))
			if (kept.length > 0) return `${link}: ${kept.map(({ question }) => question)} is not on the path`
			return outcome ? 'outcome' : open ? 'question' : `${link} ends nowhere`
		})
		expect(new Set(ends), GUIDE).toEqual(new Set(['outcome', 'question']))
	})
})
