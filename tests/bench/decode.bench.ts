/**
 * How well texts are decoded, and how fast: recall on the fixtures and, where there are any, on samples; times in Chromium,
 * as ratios to one pass of String.prototype.split over the same text in the same run. Numbers of different machines cannot
 * be compared; ratios can.
 */
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { factData } from '../../src/build/table-of.ts'
import { decode } from '../../src/kb/decoding/decode.ts'
import { packTable } from '../../src/kb/table-json.ts'
import { openCore } from '../setup/core-in-chromium.ts'
import { judge, readSamples, readTickets, type Ticket } from '../setup/tickets.ts'
import { content, facts, lookup } from '../unit/real-content.ts'

const DIALOG = 'Error code: 0x904\nExtended error code: 0x7\nTimestamp (UTC): 11/20/26 08:15:03 AM\n'
const PROSE = 'The user says it worked yesterday. Build 10.0.26100.5547, host 10.20.30.40, ticket 4711. '
const MEGABYTE = 1_000_000
const filled = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE)
const TEXTS = {
	'a ticket of 10 KB': (PROSE.repeat(55) + DIALOG).repeat(2).slice(0, 10_000),
	'1 MB of mail': filled(PROSE.repeat(500) + DIALOG),
	'1 MB of dialogs': filled(DIALOG),
	'1 MB of Chinese dialogs': filled('无法连接到远程计算机。错误代码：0x904 扩展错误代码：0x7\n'),
	'1 MB of exported events': filled('Error,11/20/2026 5:16:37 AM,Schannel,36887,None\n'),
	'1 MB of labels without numbers': filled('extended error code '),
	'1 MB of quotes before numbers': filled(`error${'"'.repeat(60)}1 `),
	'1 MB of half numbers': filled('0x'),
	'1 MB of signs and dots': filled('-1.-'),
	'1 MB of codes': filled('0x904 '),
	'1 MB of digits': filled('9'),
	'1 MB of ones': filled('1 '),
	'1 MB of rows below a header': `a,b,event id\n${filled('1,2,3\n')}`,
	'1 MB of bare numbers before codes': filled('1 extended error code 0x7\n'),
	'1 MB of codes behind other products': `${'sql\n\n'.repeat(20_000)}${filled('0x904 ')}`,
	'1 MB of lines of a program': filled(`${';//'.repeat(45)}\r${'0x904 '.repeat(25)}`),
	'1 MB of tags': filled(`${'>'.repeat(40)}1 `),
	'1 MB of words of Chinese messages': filled(
		`远程桌面${content.messages.flatMap(({ data }) => data.phrases['zh-CN'] ?? []).join('')}`,
	),
	'1 MB of words of messages': filled(
		`rdp ${content.messages.flatMap(({ data }) => data.phrases.en ?? []).join(' ')} `,
	),
	'1 MB of the words of messages, mixed': filled(
		`rdp ${[
			...new Set(
				content.messages
					.flatMap(({ data }) => data.phrases.en ?? [])
					.join(' ')
					.split(' '),
			),
		]
			.sort()
			.join(' ')} `,
	),
}

let browser: Browser
let page: Page
beforeAll(async () => {
	browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] })
	page = await browser.newPage()
})
afterAll(() => browser?.close())

const percent = (part: number, all: number) => (all === 0 ? '   –' : `${((100 * part) / all).toFixed(0).padStart(3)} %`)

function recall(name: string, rows: readonly Ticket[]): void {
	const table = new Map<
		string,
		{ rows: number; wanted: number; found: number; wrong: number; asked: number; right: number }
	>()
	const misses: string[] = []
	for (const row of rows) {
		const { missing, extra, wrong, missingPairs, topic } = judge(row, decode(lookup, row.text, facts))
		for (const key of ['all', `form ${row.form.replace(/^negative-.*/, 'negative')}`, `lang ${row.lang}`]) {
			const line = table.get(key) ?? { rows: 0, wanted: 0, found: 0, wrong: 0, asked: 0, right: 0 }
			const wanted = row.codes?.length ?? 0
			line.rows++
			line.wanted += wanted
			line.found += wanted - missing.length
			line.wrong += extra.length + wrong.length
			line.asked += topic === undefined ? 0 : 1
			line.right += topic ? 1 : 0
			table.set(key, line)
		}
		const faults = [
			...missing.map((id) => `lacks ${id}`),
			...missingPairs.map((id) => `lacks the pair ${id}`),
			...[...extra, ...wrong].map((id) => `reads ${id}`),
			...(topic === false ? ['is not recognised'] : []),
		]
		if (faults.length > 0) misses.push(`${row.id} ${row.form} ${row.lang}: ${faults.join(', ')}`)
	}
	const lines = [...table]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(
			([key, { rows, wanted, found, wrong, asked, right }]) =>
				`${key.padEnd(28)} ${String(rows).padStart(4)} texts   codes ${percent(found, wanted)} of ${String(wanted).padStart(3)}   false ${wrong}   without code ${percent(right, asked)} of ${asked}`,
		)
	console.log([`\n${name}`, ...lines, ...misses].join('\n'))
}

test('recall on the fixtures', () => recall('Tickets of tests/fixtures', readTickets()))
test('recall on samples', ({ skip }) => {
	const rows = readSamples()
	skip(rows.length === 0, 'there is no folder of samples')
	recall('Samples', rows)
})

test('times in Chromium', async () => {
	await openCore(page)
	await page.evaluate(
		async ({ table, data }) => {
			const { load } = globalThis as unknown as { load: (path: string) => Promise<Record<string, CallableFunction>> }
			const names = ['decoding/decode', 'decoding/facts', 'table', 'table-json']
			const modules = await Promise.all(names.map((name) => load(`/src/kb/${name}.ts`)))
			const { decode, createFacts, createLookup, unpackTable } = Object.assign({}, ...modules)
			const lookup = createLookup(unpackTable(table))
			const facts = createFacts(data)
			Object.assign(globalThis, { decodeText: (text: string) => decode(lookup, text, facts) })
		},
		{ table: packTable(lookup), data: factData(content) },
	)
	const lines = ['\nTimes in Chromium: the median of several passes, and the ratio to split(" ") over the same text']
	for (const [name, text] of Object.entries(TEXTS)) {
		const { own, split } = await page.evaluate((text) => {
			const { decodeText } = globalThis as unknown as { decodeText: (text: string) => unknown }
			// The engine remembers what it split: each pass gets a text of its own.
			const copies = Array.from({ length: 7 }, (_, pass) => `${pass}${text}`.split('').join(''))
			const median = (run: (text: string) => unknown, each: number) => {
				const times = copies.map((copy) => {
					const texts = Array.from({ length: each }, (_, i) => `${copy}${i}`)
					const began = performance.now()
					for (const one of texts) run(one)
					return (performance.now() - began) / each
				})
				return times.sort((a, b) => a - b)[copies.length >> 1] ?? 0
			}
			const each = text.length < 100_000 ? 40 : 2
			median(decodeText, each)
			return { own: median(decodeText, each), split: median((text) => text.split(' '), each) }
		}, text)
		lines.push(`${name.padEnd(34)} ${own.toFixed(1).padStart(7)} ms   ${(own / split).toFixed(0).padStart(6)} x`)
	}
	console.log(lines.join('\n'))
})
