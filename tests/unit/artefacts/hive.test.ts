/** Registry files as another implementation of the registry takes them: merged into real hives, and read back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Plan, planOf, type ValueStep, valuesOf } from '../../../src/kb/artefacts/plan.ts'
import { applyReg, type Captured, regFile, undoReg } from '../../../src/kb/artefacts/reg-file.ts'
import { bytesOf, hexOf, REGISTRY_TYPES } from '../../../src/kb/artefacts/registry-data.ts'
import {
	HIVE_ROOTS,
	type HiveStep,
	type HiveValue,
	mergeWithHivexregedit,
	missingHivex,
	withHives,
} from '../../setup/hive.ts'
import { parseReg } from '../../setup/reg-parser.ts'
import { typed } from './arbitraries.ts'
import { filesNamed, offers, settings } from './generated.ts'

const missing = missingHivex()

const ROOTS = { HKLM: 'HKEY_LOCAL_MACHINE', HKCU: 'HKEY_CURRENT_USER' } as const
const pathOf = ({ hive, key }: ValueStep) => `${ROOTS[hive]}\\${key}`
const read = (step: ValueStep): HiveStep => ({ do: 'read', path: pathOf(step), name: step.name })
const merge = (text: string | undefined): HiveStep => ({ do: 'merge', text: text ?? '' })
const held = (value: Captured): HiveValue =>
	value && { type: REGISTRY_TYPES[value.type].number, hex: hexOf(bytesOf(value.type, value.data)) }
const planned = ({ type, data }: ValueStep) => held(data === null ? null : { type, data })

/** hivex writes no value above 16 kB. */
const small = typed.filter(({ type, data }) => bytesOf(type, data).length < 8000)

/** What was there before: nothing, data of the same type or of another. */
const previous = fc.option(small, { freq: 3 })

const changes = offers.filter(({ setting }) => setting.registry)

describe(`registry files in a real hive${missing ? ` (${missing})` : ''}`, () => {
	test.skipIf(missing)('write their data, and their undo files take it back', () => {
		const applies = filesNamed('apply.reg')
		const undos = filesNamed('undo.reg')
		expect(applies.length).toBeGreaterThan(100)
		const cases = applies.map((apply, i) => {
			const undo = undos[i]
			if (undo?.label !== apply.label.replace('apply.reg', 'undo.reg')) throw new Error(`${apply.label} has no undo.`)
			return { apply, undo, steps: apply.plan ? valuesOf(apply.plan) : [] }
		})
		const answers = withHives(
			cases.map(({ apply, undo, steps }) => [
				merge(apply.text),
				...steps.map(read),
				merge(undo.text),
				...steps.map(read),
			]),
		)
		for (const [i, { apply, undo, steps }] of cases.entries()) {
			const answer = answers[i] ?? []
			expect(answer.slice(0, steps.length), apply.label).toEqual(steps.map(planned))
			const restored = parseReg(undo.text)
			const after = steps.map((step) => {
				const entry = restored.find(({ root, key, name }) => `${root}\\${key}` === pathOf(step) && name === step.name)
				return entry ? entry.value : planned(step)
			})
			expect(answer.slice(steps.length), undo.label).toEqual(after)
		}
	})

	test.skipIf(missing)('delete and overwrite what was there, whatever its type', () => {
		const values = changes.map(
			({ setting, data }) =>
				planOf({ id: 'x', title: 'x', address: 'https://guide.example/' }, [{ setting, data }], settings).plan,
		)
		const answers = withHives(
			values.map((plan) => [
				...valuesOf(plan).map(
					(step): HiveStep => ({ do: 'put', path: pathOf(step), name: step.name, type: 3, hex: 'c0ffee' }),
				),
				merge(applyReg(plan)),
				...valuesOf(plan).map(read),
			]),
		)
		expect(answers).toEqual(values.map((plan) => valuesOf(plan).map(planned)))
	})

	test.skipIf(missing)('with what was captured, give every earlier state back', () => {
		const scenario = fc
			.subarray(changes, { minLength: 1, maxLength: 4 })
			.map((chosen) => planOf({ id: 'x', title: 'x', address: 'https://guide.example/' }, chosen, settings).plan)
			.chain((plan) => {
				const { length } = valuesOf(plan)
				return fc.record({
					plan: fc.constant(plan),
					before: fc.array(previous, { minLength: length, maxLength: length }),
				})
			})
		const runOf = ({ plan, before }: { plan: Plan; before: readonly Captured[] }): HiveStep[] => {
			const steps = valuesOf(plan)
			const put = steps.flatMap((step, i): HiveStep[] => {
				const value = held(before[i] ?? null)
				return value ? [{ do: 'put', path: pathOf(step), name: step.name, ...value }] : []
			})
			return [...put, merge(applyReg(plan)), ...steps.map(read), merge(undoReg(plan, before)), ...steps.map(read)]
		}
		fc.assert(
			fc.property(fc.array(scenario, { minLength: 1, maxLength: 8 }), (scenarios) => {
				const answers = withHives(scenarios.map(runOf))
				for (const [i, { plan, before }] of scenarios.entries())
					expect(answers[i]).toEqual([...valuesOf(plan).map(planned), ...before.map(held)])
			}),
			{ numRuns: 40 },
		)
	})

	test.skipIf(missing)('hold any data under any name', () => {
		// hivexregedit knows names in ASCII only.
		const ascii = fc.string({ minLength: 1, maxLength: 20 })
		const entry = fc.record({
			hive: fc.constant('HKCU' as const),
			key: fc
				.array(
					ascii.map((part) => part.replaceAll('\\', '/')),
					{ minLength: 1, maxLength: 3 },
				)
				.map((parts) => parts.join('\\')),
			name: ascii,
			value: small,
		})
		const entries = fc.uniqueArray(entry, {
			maxLength: 12,
			selector: ({ key, name }) => `${key}:${name}`.toLowerCase(),
		})
		fc.assert(
			fc.property(fc.array(entries, { minLength: 1, maxLength: 8 }), (files) => {
				const answers = withHives(
					files.map((entries) => [
						merge(regFile([], entries)),
						...entries.map(({ key, name }): HiveStep => ({ do: 'read', path: `${ROOTS.HKCU}\\${key}`, name })),
					]),
				)
				expect(answers).toEqual(files.map((entries) => entries.map(({ value }) => held(value))))
			}),
			{ numRuns: 30 },
		)
	})

	test.skipIf(missing).each(HIVE_ROOTS)('are taken by hivexregedit itself, below %s', (root) => {
		const below = changes.filter(
			({ setting: { registry }, data }) =>
				data !== null &&
				registry &&
				`${ROOTS[registry.hive]}\\${registry.key}`.toLowerCase().startsWith(`${root}\\`.toLowerCase()),
		)
		const once = below.filter(({ setting }, i) => below.findIndex((other) => other.setting === setting) === i)
		const { plan } = planOf({ id: 'x', title: 'x', address: 'https://guide.example/' }, once, settings)
		const text = applyReg(plan) ?? ''
		const exported = mergeWithHivexregedit(text, root)
		const sorted = (file: string) =>
			parseReg(file)
				.map((entry) => JSON.stringify(entry).toLowerCase())
				.sort()
		expect(sorted(exported)).toEqual(sorted(text))
		expect(sorted(text).length).toBeGreaterThan(2)
	})
})
