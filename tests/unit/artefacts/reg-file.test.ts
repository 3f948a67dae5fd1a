import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planOf, valuesOf } from '../../../src/kb/artefacts/plan.ts'
import { applyReg, type Captured, regBytes, regFile, undoReg } from '../../../src/kb/artefacts/reg-file.ts'
import { bytesOf, hexOf, REGISTRY_TYPES } from '../../../src/kb/artefacts/registry-data.ts'
import { parseReg, placesInComments, type RegEntry } from '../../setup/reg-parser.ts'
import { hostileText, plainKey, plainName, type Typed, typed } from './arbitraries.ts'
import { addressOf, filesNamed, offers, planFor, settings } from './generated.ts'

const ROOTS = { HKLM: 'HKEY_LOCAL_MACHINE', HKCU: 'HKEY_CURRENT_USER' } as const
const files = filesNamed('apply.reg', 'undo.reg')
const decode = (bytes: Uint8Array) => new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(bytes)
const placeOf = ({ root, key, name }: RegEntry) => `${root}\\${key}:${name}`.toLowerCase()

const bytesHeld = (value: Captured): RegEntry['value'] =>
	value && { type: REGISTRY_TYPES[value.type].number, hex: hexOf(bytesOf(value.type, value.data)) }

const entryArbitrary = fc.record({
	hive: fc.constantFrom('HKLM' as const, 'HKCU' as const),
	key: plainKey,
	name: fc.oneof({ weight: 9, arbitrary: plainName }, { weight: 1, arbitrary: fc.constant('') }),
	value: fc.option(typed),
})
type Entry = Parameters<typeof regFile>[1][number]

const readAs = ({ hive, key, name, value }: Entry): RegEntry => ({
	root: ROOTS[hive],
	key,
	name,
	value: bytesHeld(value),
})

/** What every file must be, whoever reads it. */
function expectFormat(text: string) {
	const bytes = regBytes(text)
	expect([bytes[0], bytes[1]]).toEqual([0xff, 0xfe])
	expect(decode(bytes)).toBe(`\ufeff${text}`)
	const lines = text.split('\r\n')
	expect(lines.slice(0, 2)).toEqual(['Windows Registry Editor Version 5.00', ''])
	expect(lines.slice(-2), 'ends with an empty line').toEqual(['', ''])
	for (const line of lines) {
		expect(line).not.toMatch(/[\r\n]/)
		expect(line).not.toMatch(/^\s*\[-/)
	}
}

describe('registry files of the settings', () => {
	test('are there, for every offer of a value', () => {
		const values = offers.filter(({ setting }) => setting.registry)
		expect(values.length).toBeGreaterThan(100)
		expect(files.length).toBe(2 * values.length)
	})

	test.each(files)('$label has the format', ({ text, bytes }) => {
		expect(bytes).toEqual(regBytes(text))
		expectFormat(text)
		expect(text).not.toContain('[-')
		expect(text).not.toMatch(/\[HK(LM|CU)\b/)
		for (const line of text.split('\r\n').filter((line) => !line.startsWith(';'))) {
			if (/dword/i.test(line)) expect(line).toMatch(/=dword:[0-9a-f]{8}$/)
			if (/=hex|^ {2}/.test(line)) expect(line.length).toBeLessThanOrEqual(80)
		}
		parseReg(text)
	})

	test.each(filesNamed('apply.reg'))('$label writes its plan, each value once', ({ text, plan }) => {
		const steps = plan ? valuesOf(plan) : []
		const wanted = steps.map(({ hive, key, name, type, data }) =>
			readAs({ hive, key, name, value: data === null ? null : { type, data } }),
		)
		const written = parseReg(text)
		const sorted = (entries: RegEntry[]) => entries.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
		expect(sorted(written)).toEqual(sorted(wanted))
		expect(new Set(written.map(placeOf)).size).toBe(written.length)
		expect(written.length).toBeGreaterThan(0)
	})

	test.each(filesNamed('apply.reg'))('$label has a way back beside it that names the same values', (apply) => {
		const path = apply.label.replace('apply.reg', 'undo.reg')
		const undo = files.find(({ label }) => label === path)
		if (!undo) throw new Error(`There is no ${path}.`)
		const written = parseReg(apply.text)
		const restored = parseReg(undo.text)
		const named = [...restored.map(placeOf), ...placesInComments(undo.text).map((place) => place.toLowerCase())]
		expect(named.sort()).toEqual(written.map(placeOf).sort())
		for (const entry of restored) {
			const change = written.find((other) => placeOf(other) === placeOf(entry))
			expect(entry.value, 'an undo that repeats the change is none').not.toEqual(change?.value)
		}
	})

	test('say where they come from', () => {
		for (const { text, setting } of files) expect(text).toContain(`\r\n; ${addressOf(setting.id)}\r\n`)
	})
})

describe('a registry file', () => {
	test('parses back to the same values, whatever they hold', () => {
		fc.assert(
			fc.property(fc.array(hostileText), fc.array(entryArbitrary, { maxLength: 8 }), (comments, entries) => {
				const text = regFile(comments, entries)
				expectFormat(text)
				expect(parseReg(text)).toEqual(entries.map(readAs))
			}),
			{ numRuns: 1000 },
		)
	})

	test('refuses with a sentence the names it cannot hold', () => {
		fc.assert(
			fc.property(
				fc.array(hostileText, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\\')),
				hostileText,
				fc.option(typed),
				(key, name, value) => {
					const entry = { hive: 'HKLM' as const, key, name, value }
					let text: string
					try {
						text = regFile([], [entry])
					} catch (error) {
						expect(error).toBeInstanceOf(RangeError)
						expect((error as RangeError).message).toMatch(/\.$/)
						const plain = (part: string) => part.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(part)
						expect(
							plain(name) && key.split('\\').every((part) => part !== '' && part.length < 256 && plain(part)),
						).toBe(false)
						return
					}
					expectFormat(text)
					expect(parseReg(text)).toEqual([readAs(entry)])
				},
			),
			{ numRuns: 1000 },
		)
	})

	test.each([
		['a line break in a name', 'A', 'a\r\n"b'],
		['half a character in a name', 'A', '\ud800'],
		['a name that is too long', 'A', 'x'.repeat(16_384)],
		['a line break in a key', 'A\n[B', 'x'],
		['a key without a name', '', 'x'],
		['a part of a key without a name', 'A\\\\B', 'x'],
		['a part of a key that is too long', `A\\${'x'.repeat(256)}`, 'x'],
	])('refuses %s', (_, key, name) => {
		expect(() => regFile([], [{ hive: 'HKCU', key, name, value: null }])).toThrow(RangeError)
	})

	test('holds huge data', () => {
		const huge: Typed[] = [
			{ type: 'REG_SZ', data: 'x"\\'.repeat(100_000) },
			{ type: 'REG_SZ', data: `${'x'.repeat(100_000)}\n` },
			{ type: 'REG_MULTI_SZ', data: Array.from({ length: 5000 }, (_, i) => `text ${i}`) },
			{ type: 'REG_BINARY', data: 'a1 '.repeat(200_000).trim() },
		]
		for (const value of huge) {
			const entry = { hive: 'HKLM' as const, key: 'A', name: 'x', value }
			expect(parseReg(regFile([], [entry]))).toEqual([readAs(entry)])
		}
	})

	test('breaks bytes into lines of 80 columns at most, however long the name', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 300 }), (length, bytes) => {
				const name = 'n'.repeat(length)
				const data = Array.from({ length: bytes }, () => 'a1').join(' ')
				const text = regFile([], [{ hive: 'HKLM', key: 'A', name, value: { type: 'REG_BINARY', data } }])
				const [first = '', ...rest] = text.split('\r\n').slice(4)
				// The name cannot be broken: at least one byte follows it.
				expect(first.length).toBeLessThanOrEqual(Math.max(80, `"${name}"=hex:a1,\\`.length))
				for (const line of rest) expect(line.length).toBeLessThanOrEqual(80)
			}),
		)
	})

	test('cannot be told what to write by a comment', () => {
		const comment = 'a\r\n[HKEY_LOCAL_MACHINE\\B]\n"c"=dword:00000001\u2028\u0085d'
		expect(parseReg(regFile([comment], []))).toEqual([])
	})

	test('keeps values of one key together where they come one after the other', () => {
		const entry = (key: string, name: string) => ({ hive: 'HKLM' as const, key, name, value: null })
		const text = regFile([], [entry('A', 'x'), entry('A', 'y'), entry('B', 'z')])
		expect(text.match(/^\[/gm)).toHaveLength(2)
	})
})

describe('the way back as a file', () => {
	const changes = offers.filter(({ setting }) => setting.registry)

	test('holds what was captured, in the order of the plan', () => {
		fc.assert(
			fc.property(
				fc.subarray(changes, { minLength: 1, maxLength: 4 }),
				fc.infiniteStream(fc.option(typed)),
				(chosen, stream) => {
					const { plan } = planOf({ id: 'x', title: 'x', address: 'https://guide.example/' }, chosen, settings)
					const steps = valuesOf(plan)
					const before = steps.map((): Captured => stream.next().value)
					const text = undoReg(plan, before) ?? ''
					expectFormat(text)
					expect(parseReg(text)).toEqual(
						steps.map(({ hive, key, name }, i) => readAs({ hive, key, name, value: before[i] ?? null })),
					)
				},
			),
		)
	})

	test('deletes nothing and writes nothing where only what was there is right', () => {
		const captured = changes.filter(({ setting }) => setting.undoKind === 'captured')
		expect(captured.length).toBeGreaterThan(0)
		for (const { setting, data } of captured) {
			const text = undoReg(planFor(setting, data)) ?? ''
			expect(parseReg(text), setting.id).toEqual([])
			expect(placesInComments(text).length, setting.id).toBeGreaterThan(0)
		}
	})

	test('is none where no value is changed', () => {
		const others = offers.filter(({ setting }) => !setting.registry)
		expect(others.length).toBeGreaterThan(0)
		for (const { setting, data } of others) {
			expect(applyReg(planFor(setting, data))).toBeUndefined()
			expect(undoReg(planFor(setting, data))).toBeUndefined()
		}
	})
})
