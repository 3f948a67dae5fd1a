/** The files of settings and fixes on the built site: pages, API and builder say the same of the same bytes. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { settingFiles } from '../../src/kb/artefacts/files.ts'
import type { SettingFacts } from '../../src/kb/artefacts/setting-facts.ts'
import { site } from '../../src/strings.ts'
import { content } from '../unit/real-content.ts'

const dist = inject('dist')
const settings = content.settings.map(({ data }) => data)
const read = (path: string) => readFileSync(join(dist, path))
const json = (path: string) => JSON.parse(read(path).toString('utf8'))
const sha256 = (path: string) => createHash('sha256').update(read(path)).digest('hex')

interface File {
	name: string
	address: string
	bytes: number
	sha256: string
}

describe('the page of a setting', () => {
	test('shows the hash of every file it offers for the usual change', () => {
		let shown = 0
		for (const { id } of settings) {
			const html = read(`settings/${id}/index.html`).toString('utf8')
			for (const [, path = ''] of html.matchAll(/<a class="button"[^>]*href="(\/settings\/[^"]+\.(?:ps1|reg))"/g)) {
				expect(html.includes(sha256(path)), path).toBe(true)
				shown++
			}
		}
		expect(shown).toBeGreaterThan(settings.length * 3)
	})

	test('says before the first download what changes, which copy wins and what it costs', () => {
		for (const { id, apply } of settings.filter(({ apply }) => apply !== undefined)) {
			const html = read(`settings/${id}/index.html`).toString('utf8')
			const change = html.indexOf('id="change"')
			const download = html.indexOf('apply.ps1"')
			expect(change, `${id} ${apply}`).toBeGreaterThan(0)
			expect(change, id).toBeLessThan(download)
		}
	})

	test('offers no file that changes anything where the guide only reads', () => {
		for (const { id } of settings.filter(({ offer }) => ['check-only', 'never', 'backup-only'].includes(offer))) {
			for (const name of ['apply.ps1', 'apply.reg', 'undo.ps1', 'undo.reg', 'test.ps1'])
				expect(existsSync(join(dist, 'settings', id, name)), `${id}/${name}`).toBe(false)
			expect(existsSync(join(dist, 'settings', id, 'check.ps1')), id).toBe(true)
		}
	})
})

describe('the API', () => {
	test('lists every setting and leads to each', () => {
		const listed = json('api/v1/settings.json').settings as { id: string; page: string; data: string }[]
		expect(listed.map(({ id }) => id).sort()).toEqual(settings.map(({ id }) => id).sort())
		for (const { page, data } of listed)
			for (const path of [`${page}index.html`, data]) expect(existsSync(join(dist, path)), path).toBe(true)
	})

	test('names every file with its size and hash, and carries the data of the page', () => {
		for (const { id, name, registry } of settings) {
			const one = json(`api/v1/settings/${id}.json`)
			expect(one).toMatchObject({ id, name, ...(registry ? { registry: { value: registry.value } } : {}) })
			const files: File[] = [
				...one.check,
				...one.test,
				...one.changes.flatMap((change: { files: File[] }) => change.files),
			]
			expect(files.length, id).toBeGreaterThan(0)
			for (const file of files) {
				expect(sha256(file.address), file.address).toBe(file.sha256)
				expect(read(file.address).length, file.address).toBe(file.bytes)
			}
		}
	})
})

test('a fix that changes settings has one file of each kind for all of them', () => {
	const fixes = content.fixes.filter(({ data }) => data.changes.length > 0)
	expect(fixes.length).toBeGreaterThan(0)
	for (const { data } of fixes) {
		const folder = `kb/${data.kb.slice(2)}`
		const html = read(`${folder}/index.html`).toString('utf8')
		for (const name of ['check.ps1', 'apply.ps1', 'undo.ps1']) {
			expect(html, data.kb).toContain(`/${folder}/${name}"`)
			expect(html, data.kb).toContain(sha256(`${folder}/${name}`))
			const script = read(`${folder}/${name}`).toString('utf8')
			for (const { setting } of data.changes) expect(script, `${folder}/${name}`).toContain(`Setting = '${setting}'`)
		}
	}
})

test('the facts that the builder loads make the same files as the build', () => {
	const facts = json('settings/build.json') as SettingFacts[]
	expect(facts.length).toBeGreaterThan(60)
	let compared = 0
	for (const setting of facts) {
		const own = settings.find(({ id }) => id === setting.id)
		if (!own) throw new Error(`${setting.id} is no setting`)
		const made = settingFiles(setting, `${site.name}: /settings/${setting.id}/`, facts)
		for (const { name, bytes } of made.own.filter((file) => file.name !== 'test.ps1')) {
			expect(Buffer.from(bytes).equals(read(`settings/${setting.id}/${name}`)), `${setting.id}/${name}`).toBe(true)
			compared++
		}
	}
	expect(compared).toBeGreaterThan(200)
})

test('files open as text, so that they are read before they run', async () => {
	for (const [name, type] of [
		['apply.ps1', 'text/plain; charset=utf-8'],
		['apply.reg', 'text/plain; charset=utf-16'],
	]) {
		const response = await fetch(new URL(`settings/rdp-nla/${name}`, inject('url')))
		expect(response.headers.get('content-type')).toBe(type)
	}
})
