/** The contract with programs: every file is what its schema says, and nothing that was promised is taken away. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { createConfig, lint } from '@redocly/openapi-core'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, inject, test } from 'vitest'
import { numberPages } from '../../src/kb/number-pages.ts'
import { closed, filesBelow, json, keeps, promisesOf } from '../setup/api.ts'
import { syntaxErrors } from '../setup/powershell.ts'
import { content, lookup } from '../unit/real-content.ts'

const dist = inject('dist')
const api = join(dist, 'api/v1')
const files = filesBelow(api)
const index = json(join(api, 'index.json')) as {
	date: string
	resources: { name: string; path: string; address: string | null; example: string; schema: string }[]
}
const openapi = json(join(api, 'openapi.json'))
const schemas = new Map(index.resources.map(({ name, schema }) => [name, json(join(dist, schema))]))
/** Lists of words in a schema that lets no other word through. */
function closedLists(schema: unknown, open = false): string[] {
	if (typeof schema !== 'object' || schema === null) return []
	const { enum: words, anyOf, ...rest } = schema as { enum?: unknown[]; anyOf?: { type?: string; enum?: unknown[] }[] }
	const any = anyOf?.some(({ type, enum: words }) => type === 'string' && !words) ?? false
	return [
		...(Array.isArray(words) && !open ? [words.join(', ')] : []),
		...(anyOf ?? []).flatMap((one) => closedLists(one, any)),
		...Object.values(rest).flatMap((one) => closedLists(one)),
	]
}
/** A path with an id in it as an expression for the files it stands for. */
const filesOf = (path: string) =>
	new RegExp(
		`^${path
			.replace(/^\//, '')
			.replaceAll('.', '\\.')
			.replace(/\{\w+\}/, '[^/]+')}$`,
	)
const exists = (path: string) => existsSync(join(dist, path))

describe('the published schemas', () => {
	const ajv = new Ajv2020({ allowUnionTypes: true })
	addFormats(ajv)

	test.each(index.resources.map(({ name, path }) => [name, path]))('%s describes every file at %s', (name, path) => {
		// An answer holds what its schema names and nothing else; what is published lets more through, for later.
		const validate = ajv.compile(closed(schemas.get(name)))
		const mine = files.filter((file) => filesOf(path).test(file))
		expect(mine.length, `files at ${path}`).toBeGreaterThan(0)
		for (const file of mine) {
			validate(json(join(api, file)))
			expect(validate.errors, file).toBeNull()
		}
	})

	test('name themselves, and say of each of their own fields what it is', () => {
		const bare: string[] = []
		for (const [name, schema] of schemas) {
			expect(new URL(schema.$id).pathname).toBe(`/api/v1/schemas/${name}.json`)
			expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
			expect(schema.description, name).toBeTruthy()
			const only = Object.values(schema.properties as Record<string, object>)
			if (only.length > 1)
				for (const [field, one] of Object.entries(schema.properties as Record<string, { description?: string }>))
					if (!one.description) bare.push(`${name}.${field}`)
		}
		expect(bare).toEqual([])
	})

	test('stay open, so that a further field or word breaks nobody who checks by an old copy', () => {
		const code = json(join(api, 'codes/mstsc-0x904.json'))
		const later = { ...code, category: 'a-later-word', later: true, causes: [{ ...code.causes[0], later: 1 }] }
		expect(ajv.compile({ ...schemas.get('code'), $id: '/open' })(later)).toBe(true)
		const strict = ajv.compile({ ...closed(schemas.get('code')), $id: '/closed' })
		expect(strict(code)).toBe(true)
		expect(strict({ ...code, category: 'a-later-word' })).toBe(false)
		expect(strict({ ...code, later: true })).toBe(false)
		for (const [name, schema] of schemas) {
			expect(JSON.stringify(schema), name).not.toContain('"additionalProperties":false')
			for (const list of closedLists(schema)) expect.fail(`${name} closes a list of words: ${list}`)
		}
	})
})

describe('what was promised', () => {
	const record = join(process.cwd(), 'tests/facts/api-v1.txt')
	const recorded = readFileSync(record, 'utf8').trim().split('\n')
	const today = new Set([...schemas].flatMap(([name, schema]) => promisesOf(schema, name)))

	test('is kept: no field of version 1 is gone, renamed, of another type, or missing where it was always there', () => {
		expect(recorded.filter((line) => !keeps(today, line))).toEqual([])
	})

	test('is recorded: add these lines at the end of tests/facts/api-v1.txt, and they are promised', () => {
		const known = new Set(recorded)
		expect([...today].filter((line) => !known.has(line))).toEqual([])
	})

	test('is broken by a field that goes, changes its type, may be missing or loses a word, and kept by a further one', () => {
		const schema = (fields: Record<string, Parameters<typeof promisesOf>[0]>, required: string[]) => ({
			type: 'object',
			properties: fields,
			required,
		})
		const was = promisesOf(schema({ id: { type: 'string' }, note: { type: 'string' } }, ['id']), 'code')
		const broken = (now: ReturnType<typeof schema>) => {
			const promises = new Set(promisesOf(now, 'code'))
			return was.filter((line) => !keeps(promises, line))
		}
		const text = { type: 'string' }
		expect(broken(schema({ note: text }, []))).toEqual(['code.id string'])
		expect(broken(schema({ id: { type: 'number' }, note: text }, ['id']))).toEqual(['code.id string'])
		expect(broken(schema({ id: text, note: text }, []))).toEqual(['code.id string'])
		expect(broken(schema({ id: text, note: text, more: text }, ['id', 'note', 'more']))).toEqual([])

		const words = (...words: string[]) => ({ anyOf: [{ ...text, enum: words }, text] })
		const listed = promisesOf(schema({ area: words('tls', 'nla') }, ['area']), 'code')
		const lost = (now: ReturnType<typeof words>) => {
			const promises = new Set(promisesOf(schema({ area: now }, ['area']), 'code'))
			return listed.filter((line) => !keeps(promises, line))
		}
		expect(lost(words('tls', 'credssp'))).toEqual(['code.area = nla'])
		expect(lost(words('more', 'nla', 'tls'))).toEqual([])
	})
})

describe('the OpenAPI document', () => {
	const paths = Object.keys(openapi.paths)

	test('has one path for every file, and a file for every path', () => {
		const patterns = paths.map((path) => ({ path, pattern: filesOf(path) }))
		for (const file of files)
			expect(
				patterns.filter(({ pattern }) => pattern.test(file)).map(({ path }) => path),
				file,
			).toHaveLength(1)
		for (const { path, pattern } of patterns)
			expect(
				files.some((file) => pattern.test(file)),
				path,
			).toBe(true)
	})

	test('names the paths and schemas of the index', () => {
		for (const { name, path } of index.resources) {
			const answer = openapi.paths[`/${path}`].get.responses[200].content['application/json']
			expect(answer.schema.$ref, path).toBe(`schemas/${name}.json`)
		}
	})

	test('passes the recommended rules of a linter, its examples included', async () => {
		const config = await createConfig({ extends: ['recommended'] })
		const problems = await lint({ ref: join(api, 'openapi.json'), config })
		expect(
			problems
				// Without SITE_URL the site is looked at on this machine, and the document says so.
				.filter(({ ruleId }) => ruleId !== 'no-server-example.com')
				.map(({ ruleId, message, location }) => `${ruleId}: ${message} at ${location[0]?.pointer}`),
		).toEqual([])
	})
})

/** Every object in an answer, the answer itself among them. */
function partsOf(answer: unknown): Record<string, unknown>[] {
	if (Array.isArray(answer)) return answer.flatMap(partsOf)
	if (typeof answer !== 'object' || answer === null) return []
	return [answer as Record<string, unknown>, ...Object.values(answer).flatMap(partsOf)]
}
/** Every text under a name, anywhere in an answer. */
const valuesOf = (answer: unknown, field: string): string[] =>
	partsOf(answer).flatMap(({ [field]: value }) => (typeof value === 'string' ? [value] : []))
/** Answers about things, without schemas, whose fields have descriptions of the same names. */
const answers = files
	.filter((file) => !/^(?:schemas\/|openapi)/.test(file))
	.map((file) => ({ file, answer: json(join(api, file)) }))

describe('addresses in answers', () => {
	const canonical = new Map<string, string | undefined>()
	const canonicalOf = (path: string) => {
		if (!canonical.has(path)) {
			const html = readFileSync(join(dist, path, 'index.html'), 'utf8')
			canonical.set(path, /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1])
		}
		return canonical.get(path)
	}

	test('are pages that call themselves by the same address', () => {
		for (const { file, answer } of answers)
			for (const page of valuesOf(answer, 'page')) {
				const [path = '', fragment] = page.split('#')
				expect(canonicalOf(path), `${file}: ${page}`).toBe(path)
				if (fragment) expect(readFileSync(join(dist, path, 'index.html'), 'utf8'), file).toContain(`id="${fragment}"`)
			}
		expect(canonical.size).toBeGreaterThan(1000)
	})

	test('lead to the same thing as JSON, by its id', () => {
		const known = new Set(files.map((file) => `/api/v1/${file}`))
		const wrong = answers.flatMap(({ file, answer }) =>
			partsOf(answer)
				.filter(({ id, data }) => typeof id === 'string' && typeof data === 'string' && data.startsWith('/api/'))
				.filter(({ id, data }) => !known.has(`${data}`) || !`${data}`.endsWith(`/${`${id}`.toLowerCase()}.json`))
				.map(({ id, data }) => `${file}: ${id} at ${data}`),
		)
		expect(wrong).toEqual([])
	})

	test('name the Markdown of the page itself', () => {
		for (const { file, answer } of answers)
			if (answer.markdown) expect(answer.markdown, file).toBe(`${answer.page}index.md`)
	})

	test('lead to files that can be downloaded', () => {
		for (const { file, answer } of answers)
			for (const address of valuesOf(answer, 'address')) expect(exists(address), `${file}: ${address}`).toBe(true)
	})

	test('name sources that are there', () => {
		const known = new Set(content.sources.flatMap(({ data }) => data.map(({ id }) => id)))
		for (const { file, answer } of answers)
			for (const id of Array.isArray(answer.sources) && file !== 'sources.json' ? answer.sources : [])
				expect(known.has(typeof id === 'string' ? id : id.id), `${file}: ${id}`).toBe(true)
	})
})

describe('every thing of the guide', () => {
	test('has an answer of its own, which its list names', () => {
		const lists = index.resources.filter(
			({ address, name }) => address && !['index', 'messages', 'sources'].includes(name),
		)
		for (const { name, path } of lists) {
			const folder = path.replace(/\.json$/, '')
			const own = files.filter((file) => file.startsWith(`${folder}/`)).map((file) => `/api/v1/${file}`)
			const listed = (json(join(api, path))[name] as { data: string }[]).map(({ data }) => data)
			expect(listed.sort(), path).toEqual(own.sort())
		}
	})

	test('answers to every spelling that has a page, and to every id', () => {
		const { choices, redirects } = numberPages(lookup)
		const spellings = [
			...choices.map(({ spelling }) => spelling),
			...redirects.map(({ from }) => from.split('/').at(-2) ?? ''),
			...[...lookup.codes, ...lookup.pairs].map(({ id }) => id),
		]
		for (const spelling of spellings) expect(exists(`api/v1/lookup/${spelling}.json`), spelling).toBe(true)
	})

	test.each([
		['2308', 'mstsc-0x904'],
		['0X904', 'mstsc-0x904'],
		['904', 'mstsc-0x904'],
		['0x00000904', 'mstsc-0x904'],
		['0X8009030c', 'hresult-0x8009030c'],
		['0x8009030C', 'hresult-0x8009030c'],
		['-2146893044', 'hresult-0x8009030c'],
		['2308-7', 'mstsc-0x904-0x7'],
		['0X904-0x7', 'mstsc-0x904-0x7'],
		['904-0x7', 'mstsc-0x904-0x7'],
		['sec_e_logon_denied', 'hresult-0x8009030c'],
		['SEC_E_LOGON_DENIED', 'hresult-0x8009030c'],
		['mstsc-0x904', 'mstsc-0x904'],
		['mstsc-0x904-0x7', 'mstsc-0x904-0x7'],
		['event-system-36870', 'event-system-36870'],
	])('is found at lookup/%s.json', (spelling, id) => {
		expect(json(join(api, `lookup/${spelling}.json`)).best?.id).toBe(id)
	})

	test('is told in ASCII, which no character set changes', () => {
		for (const file of files) expect(/[^\x20-\x7e]/.exec(readFileSync(join(api, file), 'latin1')), file).toBeNull()
	})
})

describe('the page for programs', () => {
	const html = readFileSync(join(dist, 'api/index.html'), 'utf8')
	const textOf = (text: string) =>
		text
			.replace(/<[^>]+>/g, '')
			.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) =>
				String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
			)
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&quot;', '"')
			.replaceAll('&amp;', '&')
	const codeAt = (id: string) => textOf(/<pre[\s\S]*?<\/pre>/.exec(html.slice(html.indexOf(`id="${id}"`)))?.[0] ?? '')

	test('names every resource and its schema', () => {
		for (const { example, schema } of index.resources)
			for (const address of [example, schema]) expect(html, address).toContain(`href="${address}"`)
	})

	test.each(['powershell', 'curl', 'servicenow'])('%s asks at addresses that are there', (id) => {
		const addresses = [...codeAt(id).matchAll(/https?:\/\/[^'"\s]+/g)].map(([address]) => new URL(address).pathname)
		expect(addresses.length).toBeGreaterThan(0)
		for (const address of addresses) expect(exists(address), address).toBe(true)
		for (const [, spelling] of codeAt(id).matchAll(/(?:\$\{lookups\}|Find-RdpError ')(\w[\w-]*)/g))
			expect(exists(`api/v1/lookup/${spelling}.json`), spelling).toBe(true)
	})

	test('the PowerShell example is PowerShell', () => {
		expect(syntaxErrors(codeAt('powershell'))).toEqual([])
	})

	/** Runs the business rule on an incident: what it writes into the work notes, and what it asked for. */
	function runRule(shortDescription: string, description = '') {
		const asked: string[] = []
		class RESTMessageV2 {
			#path = ''
			setHttpMethod(method: string) {
				expect(method).toBe('get')
			}
			setEndpoint(address: string) {
				this.#path = new URL(address).pathname
				asked.push(this.#path)
			}
			execute() {
				const found = exists(this.#path)
				return {
					getStatusCode: () => (found ? 200 : 404),
					getBody: () => (found ? readFileSync(join(dist, this.#path), 'utf8') : '<!doctype html>'),
				}
			}
		}
		const fields: Record<string, string> = { short_description: shortDescription, description }
		let updates = 0
		const current = {
			work_notes: '',
			getValue: (name: string) => fields[name],
			update: () => updates++,
		}
		vm.runInNewContext(codeAt('servicenow'), { current, sn_ws: { RESTMessageV2 } })
		expect(updates).toBe(current.work_notes ? 1 : 0)
		return { notes: current.work_notes, asked }
	}

	test('the business rule writes the page of the pair that the dialog shows', () => {
		expect(runRule('RDP down', 'Error code: 0x904\nExtended error code: 0X7').notes).toContain('/c/mstsc-0x904-0x7/')
	})

	test('the business rule falls back on the first code, offers a choice, and is silent about what it does not know', () => {
		const fallen = runRule('Error code: 0x904', 'Extended error code: 0xffff')
		expect(fallen.asked).toEqual(['/api/v1/lookup/0x904-0xffff.json', '/api/v1/lookup/0x904.json'])
		expect(fallen.notes).toContain('/c/mstsc-0x904/')
		expect(runRule('failed with 0x7').notes).toContain('/c/0x7/')
		expect(runRule('0x9044 and nothing else').notes).toBe('')
		expect(runRule('no number at all').asked).toEqual([])
	})
})
