/** The pages and files of the trees, as a browser without JavaScript and a program get them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { pathOfId, pathTo } from '../../src/kb/addresses.ts'
import { assemble } from '../../src/kb/triage/tree.ts'
import { causesOf } from '../../src/kb/triage/walk.ts'
import { triage as words } from '../../src/strings.ts'
import { leadsOn, readPages } from '../setup/built-site.ts'
import { content } from '../unit/real-content.ts'

const dist = inject('dist')
const pages = readPages(dist)
const byPath = new Map(pages.map(({ path, html }) => [path, html]))
const files = content.triage.map(({ data }) => data)
const trees = files.map((file) => assemble(file, files))
const published = content['published-trees'].flatMap(({ data }) => data)

const page = (path: string) => {
	const html = byPath.get(path)
	if (html === undefined) throw new Error(`The built site has no page ${path}.`)
	return html
}
const pageOf = (tree: string) => page(pathTo({ kind: 'tree', id: tree }))
const outcomePath = (tree: string, outcome: string) => pathTo({ kind: 'outcome', tree, outcome })
const values = (html: string, attribute: string) =>
	[...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value)
const value = (html: string, attribute: string) => values(html, attribute)[0]
const links = (html: string) => values(html, 'href')
/** The path of an address, in whatever site it was built for. */
const local = (address: string) => address.replace(/^https?:\/\/[^/]+/, '')

/** The sections of questions on a page, by question. */
const sectionsOf = (html: string) =>
	new Map(
		html
			.split(/(?=<section data-question=")/)
			.slice(1)
			.map((part) => [value(part, 'data-question') ?? '', part.slice(0, part.indexOf('</section>'))]),
	)
/** The answers of a section, as its links say them. */
const answersOf = (section: string) =>
	[...section.matchAll(/<a (data-answer=[^>]*)>/g)].map(([, link = '']) => {
		const tag = ` ${link}`
		return {
			id: value(tag, 'data-answer'),
			question: value(tag, 'data-to'),
			outcome: value(tag, 'data-end'),
			href: value(tag, 'href') ?? '',
		}
	})

describe.each(trees)('the tree $id', (tree) => {
	const html = pageOf(tree.id)
	const sections = sectionsOf(html)
	const ownerOf = new Map(tree.outcomes.map((outcome) => [outcome.id, outcome.tree]))

	test('has every question as a section of its page, the first one first', () => {
		expect([...sections.keys()].sort()).toEqual(tree.questions.map(({ id }) => id).sort())
		expect([...sections.keys()][0]).toBe(tree.start)
		for (const { id, olderLinks } of tree.questions) {
			const section = sections.get(id) ?? ''
			expect(section, id).toMatch(new RegExp(`<h2 [^>]*id="${id}"`))
			expect(value(section, 'data-older-links'), id).toBe(olderLinks)
		}
	})

	test('has every answer as a link to the section or the page that it leads to', () => {
		for (const { id, answers } of tree.questions) {
			const shown = answersOf(sections.get(id) ?? '')
			expect(shown.map(({ href: _, ...answer }) => answer)).toEqual(
				answers.map(({ id, question, outcome }) => ({ id, question, outcome })),
			)
			for (const { question, outcome = '', href } of shown) {
				if (question !== undefined) {
					expect(href).toBe(pathTo({ kind: 'tree', id: tree.id, section: question }))
					expect(html).toContain(`id="${question}"`)
				} else {
					expect(href).toBe(outcomePath(ownerOf.get(outcome) ?? '', outcome))
					expect(page(href)).toContain(`data-outcome="${outcome}"`)
				}
			}
		}
	})

	test('lists its outcomes with their causes, and the causes', () => {
		const listed = [...html.matchAll(/<a (data-ends=[^>]*)>/g)].map(([, link = '']) => {
			const tag = ` ${link}`
			return { id: value(tag, 'data-ends'), causes: value(tag, 'data-causes') ?? '', href: value(tag, 'href') }
		})
		expect(listed).toEqual(
			tree.outcomes.map(({ id, causes, tree }) => ({ id, causes: causes.join(' '), href: outcomePath(tree, id) })),
		)
		expect(values(html, 'data-cause').sort()).toEqual([...causesOf(tree, new Set(ownerOf.keys()))].sort())
	})

	test('brings the scripts it names', () => {
		for (const { id, how } of tree.questions) {
			const wanted = how.flatMap(({ script }) => (script ? [pathTo({ kind: 'script-file', id: script })] : []))
			expect(values(sections.get(id) ?? '', 'data-copy'), id).toEqual(wanted)
			for (const file of wanted) expect(existsSync(join(dist, file)), file).toBe(true)
		}
	})

	test('brings the words that its element says', () => {
		const [, json = ''] = /<script type="application\/json">(.*?)<\/script>/s.exec(html) ?? []
		expect(JSON.parse(json)).toEqual(words)
	})

	test('has a page about it: a drawing of all of it, its versions, its sources', () => {
		const path = pathTo({ kind: 'about-tree', id: tree.id })
		expect(links(html)).toContain(path)
		const about = page(path)
		expect(
			values(about, 'data-node')
				.filter((id) => sections.has(id))
				.sort(),
		).toEqual([...sections.keys()].sort())
		const edges = new Set(values(about, 'data-edge').flatMap((edge) => edge.split(' ')))
		for (const { id, answers } of tree.questions)
			for (const answer of answers) expect(edges, `${id}=${answer.id}`).toContain(`${id}=${answer.id}`)
		for (const { version, changed } of published.filter((one) => one.tree === tree.id)) {
			expect(about).toMatch(new RegExp(`<h3[^>]*>[^<]*\\b${version}\\b`))
			for (const { question, answer } of changed)
				expect(about).toContain(`<code>${answer ? `${question}=${answer}` : question}</code>`)
		}
		for (const source of tree.sources) expect(links(about)).toContain(pathTo({ kind: 'source-page', id: source }))
	})

	test('is the same for a program', () => {
		const data = JSON.parse(readFileSync(join(dist, `api/v1/triage/${tree.id}.json`), 'utf8'))
		expect(data).toMatchObject({ id: tree.id, version: tree.version, start: tree.start, verified: tree.verified })
		expect(local(data.page)).toBe(pathTo({ kind: 'tree', id: tree.id }))
		expect(data.questions).toMatchObject(
			tree.questions.map(({ id, tree, asks, label, answers }) => ({
				id,
				tree,
				asks,
				label,
				answers: answers.map(({ id, label, says, question, outcome }) => ({
					id,
					label,
					says,
					...(question === undefined ? { outcome } : { question }),
				})),
			})),
		)
		expect(data.outcomes).toMatchObject(
			tree.outcomes.map(({ id, tree, title, verify, causes, fixes }) => ({
				id,
				tree,
				title,
				verify,
				causes: causes.map((kb) => ({ kb })),
				fixes: fixes.map((kb) => ({ kb })),
			})),
		)
		for (const { page: address } of data.outcomes) page(local(address))
		for (const { causes, fixes, see } of data.outcomes)
			for (const { page: to } of [...causes, ...fixes, ...see]) page(local(to))
		for (const { how } of data.questions)
			for (const { script } of how) if (script) expect(existsSync(join(dist, local(script))), script).toBe(true)
	})
})

describe('the page of an outcome', () => {
	const outcomes = files.flatMap((tree) => tree.outcomes.map((outcome) => ({ tree, outcome })))

	test('is there for every outcome, in the tree that owns it and nowhere else', () => {
		const built = pages
			.filter((page) => !leadsOn(page))
			.flatMap(({ path }) => (path.includes('/outcome/') ? [path] : []))
		expect(built.sort()).toEqual(outcomes.map(({ tree, outcome }) => outcomePath(tree.id, outcome.id)).sort())
	})

	test('is found where it stood before trees borrowed from each other', () => {
		const [oldest] = published
		const ends = Object.values(oldest?.answers ?? {})
			.flatMap((answers) => Object.values(answers))
			.flatMap((target) => (target.startsWith('=') ? [target.slice(1)] : []))
		expect(ends.length).toBeGreaterThan(10)
		for (const id of ends) {
			const path = outcomePath(oldest?.tree ?? '', id)
			const html = page(path)
			expect(page(leadsOn({ path, html }) ?? path), path).toContain(`data-outcome="${id}"`)
		}
	})

	test('stands alone: what it is, how to know that it was right, causes, fixes, and the way back', () => {
		for (const { tree, outcome } of outcomes) {
			const path = outcomePath(tree.id, outcome.id)
			const html = page(path)
			expect(html, path).toMatch(/<h1[^>]*>[^<]/)
			expect(html, path).toMatch(/<p class="lead">./)
			expect(html, path).toMatch(/<p data-verify[^>]*>./)
			expect(html.includes('id="confirm"'), path).toBe(outcome.confirm !== undefined)
			expect(html.includes('id="collect"'), path).toBe(outcome.collect.length > 0)
			const wanted = [
				pathTo({ kind: 'tree', id: tree.id }),
				...[...outcome.causes, ...outcome.fixes].map((kb) => pathTo({ kind: 'article', kb })),
				...outcome.see.map(pathOfId),
				...(outcome.goOn ? [`${pathTo({ kind: 'tree', id: outcome.goOn.tree })}?from=${outcome.goOn.question}`] : []),
			]
			expect(links(html), path).toEqual(expect.arrayContaining(wanted))
		}
	})

	test('names its fixes in the order in which to try them', () => {
		for (const { tree, outcome } of outcomes) {
			const [, list = ''] = /<ol class="fixes">(.*?)<\/ol>/s.exec(page(outcomePath(tree.id, outcome.id))) ?? []
			const shown = [...list.matchAll(/class="name"[^>]*><a href="([^"]+)"/g)].map(([, link]) => link)
			expect(shown, outcome.id).toEqual(outcome.fixes.map((kb) => pathTo({ kind: 'article', kb })))
		}
	})

	test('says which questions of its tree lead to it', () => {
		for (const { tree, outcome } of outcomes) {
			const leading = tree.questions.filter(({ answers }) => answers.some((answer) => answer.outcome === outcome.id))
			expect(links(page(outcomePath(tree.id, outcome.id)))).toEqual(
				expect.arrayContaining(leading.map(({ id }) => pathTo({ kind: 'tree', id: tree.id, section: id }))),
			)
		}
	})
})

test('every tree is listed, for people and for programs', () => {
	const listed = links(page(pathTo({ kind: 'index', of: 'triage' })))
	const data = JSON.parse(readFileSync(join(dist, 'api/v1/triage.json'), 'utf8'))
	expect(data.trees.map(({ id }: { id: string }) => id).sort()).toEqual(trees.map(({ id }) => id).sort())
	for (const { id } of trees) expect(listed).toContain(pathTo({ kind: 'tree', id }))
	for (const { data: file } of data.trees) expect(existsSync(join(dist, local(file))), file).toBe(true)
})

describe('a tree embedded in another page', () => {
	const elements = pages.flatMap(({ path, html }) =>
		html
			.split(/(?=<triage-tree )/)
			.slice(1)
			.map((part) => ({ path, html: part.slice(0, part.indexOf('</triage-tree>')) }))
			.filter(({ html }) => value(html, 'data-from') !== undefined),
	)

	test('stands on the page of 0x904 / 0x7, at the question that the pair names', () => {
		const pair = content.pairs.find(({ name }) => name === 'mstsc-0x904-0x7')?.data
		const [embedded] = elements.filter(({ path }) => path === '/c/mstsc-0x904-0x7/')
		expect(value(embedded?.html ?? '', 'data-tree')).toBe(pair?.triage)
		expect(value(embedded?.html ?? '', 'data-from')).toBe(pair?.triageAt)
	})

	test('stands wherever a pair or a code names one', () => {
		const wanted = content.pairs.filter(({ data }) => data.triage).map(({ name }) => `/c/${name}/`)
		expect(elements.map(({ path }) => path)).toEqual(expect.arrayContaining(wanted))
	})

	test('carries one question, whose answers lead on without JavaScript', () => {
		for (const { path, html } of elements) {
			const sections = sectionsOf(html)
			expect([...sections.keys()], path).toEqual([value(html, 'data-from')])
			const answers = answersOf(html)
			expect(answers.length, path).toBeGreaterThan(1)
			for (const { question, href } of answers) {
				const [to = '', section] = href.split('#')
				if (question !== undefined) expect(section, path).toBe(question)
				expect(page(to), `${path} → ${href}`).toContain(section === undefined ? 'data-outcome=' : `id="${section}"`)
			}
		}
	})

	test('finds the rest of itself: the whole tree, its look, its questions', () => {
		for (const { path, html } of elements) {
			const home = page(value(html, 'data-home') ?? '')
			expect(value(html, 'data-questions')?.split(' ').sort(), path).toEqual([...sectionsOf(home).keys()].sort())
			expect(existsSync(join(dist, value(html, 'data-styles') ?? 'none')), path).toBe(true)
		}
	})

	test('stands at most once on a page', () => {
		const ids = elements.map(({ path, html }) => `${path} ${value(html, 'data-tree')}`)
		expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
	})
})

test('the drawing on the page of a tree finds its picture and its look', () => {
	for (const { id } of trees) {
		const html = pageOf(id)
		expect(page(value(html, 'data-drawing') ?? '')).toContain('class="tree-drawing"')
		expect(existsSync(join(dist, value(html, 'data-styles') ?? 'none')), id).toBe(true)
	}
})
