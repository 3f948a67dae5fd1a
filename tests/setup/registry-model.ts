/**
 * A model of the registry, and of what apply.ps1 and undo.ps1 do with it. It runs the steps that a script carries, by the
 * rules the scripts follow: capture, refuse or write, read back, put back on failure.
 */
import type { ScriptValue } from './powershell.ts'

/** The state of a value, as the scripts capture it. */
export interface ValueState {
	exists: boolean
	/** .NET's name of the type. */
	type: string
	hex: string
	/** Keys on the way to the value that do not exist, deepest first. */
	missing: readonly string[]
}

export type Place = Pick<ScriptValue, 'Hive' | 'Key' | 'Name'>

/** Keys and values, whose names ignore case. A key exists only below one that exists. */
export class Registry {
	/** By hive and path in lower case. Values by name in lower case. */
	readonly #keys = new Map<string, Map<string, { type: string; hex: string }>>()

	createKey(hive: string, key: string): void {
		const parts = key.split('\\')
		for (let i = 1; i <= parts.length; i++) {
			const at = pathOf(hive, parts.slice(0, i).join('\\'))
			if (!this.#keys.has(at)) this.#keys.set(at, new Map())
		}
	}

	hasKey = (hive: string, key: string): boolean => this.#keys.has(pathOf(hive, key))

	/** Deletes a key as .NET does: only without subkeys. */
	deleteKey(hive: string, key: string): void {
		const at = pathOf(hive, key)
		if ([...this.#keys.keys()].some((other) => other.startsWith(`${at}\\`))) throw new Error(`${key} has subkeys.`)
		this.#keys.delete(at)
	}

	isEmptyKey(hive: string, key: string): boolean {
		const at = pathOf(hive, key)
		return this.#keys.get(at)?.size === 0 && ![...this.#keys.keys()].some((other) => other.startsWith(`${at}\\`))
	}

	read({ Hive, Key, Name }: Place): ValueState {
		const missing: string[] = []
		const parts = Key.split('\\')
		for (let i = parts.length; i > 0; i--) {
			const path = parts.slice(0, i).join('\\')
			if (this.hasKey(Hive, path)) break
			missing.push(path)
		}
		const found = this.#keys.get(pathOf(Hive, Key))?.get(Name.toLowerCase())
		return { exists: found !== undefined, type: found?.type ?? '', hex: found?.hex ?? '', missing }
	}

	set({ Hive, Key, Name }: Place, type: string, hex: string): void {
		this.createKey(Hive, Key)
		this.#keys.get(pathOf(Hive, Key))?.set(Name.toLowerCase(), { type, hex })
	}

	delete({ Hive, Key, Name }: Place): void {
		this.#keys.get(pathOf(Hive, Key))?.delete(Name.toLowerCase())
	}

	/** Everything there is, for comparing. */
	snapshot(): Record<string, Record<string, { type: string; hex: string }>> {
		const sorted = <T>(entries: Iterable<[string, T]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
		return Object.fromEntries(sorted(this.#keys).map(([key, values]) => [key, Object.fromEntries(sorted(values))]))
	}
}

const pathOf = (hive: string, key: string) => `${hive}\\${key}`.toLowerCase()

/** What Set-Service knows. */
const START_TYPES = ['02000000', '03000000', '04000000']

const samePlace = (one: Place, other: Place) =>
	pathOf(one.Hive, one.Key) === pathOf(other.Hive, other.Key) && one.Name.toLowerCase() === other.Name.toLowerCase()

/** Whether the present start type could be put back exactly, as Assert-StartType asks. */
function mayStart(registry: Registry, step: ScriptValue, before: ValueState): boolean {
	const delayed = registry.read({ ...step, Name: 'DelayedAutostart' })
	return before.exists && !(delayed.exists && delayed.hex !== '00000000') && START_TYPES.includes(before.hex)
}

/** Gives a value a state, as Set-StepState does. */
function setState(registry: Registry, step: ScriptValue, state: ValueState): void {
	if (step.Service !== '') {
		if (!START_TYPES.includes(state.hex)) throw new Error(`No start type: ${state.hex}`)
		registry.set(step, 'DWord', state.hex)
		return
	}
	if (state.exists) {
		registry.set(step, state.type, state.hex)
		return
	}
	registry.delete(step)
	for (const key of state.missing) if (registry.isEmptyKey(step.Hive, key)) registry.deleteKey(step.Hive, key)
}

const wantedState = ({ Type, Hex }: ScriptValue): ValueState => ({
	exists: Hex !== '',
	type: Hex === '' ? '' : Type,
	hex: Hex,
	missing: [],
})

const sameState = (one: ValueState, other: ValueState) =>
	one.exists && other.exists ? one.type === other.type && one.hex === other.hex : one.exists === other.exists

/** What apply.ps1 writes down of a step. */
interface CapturedStep {
	label: string
	before: ValueState
	after: ValueState
}

export interface Outcome {
	/** Exit code of the script. */
	code: number
	/** What it captured; undefined where it wrote no file. */
	captured?: CapturedStep[]
}

interface Switches {
	/** apply.ps1: writes over a policy and over stricter data. */
	override?: boolean
	/** undo.ps1: puts back what somebody changed since. */
	force?: boolean
	/** Fails after writing the step of this number, to see everything put back. */
	failAt?: number
}

/** What apply.ps1 does. */
export function runApply(
	registry: Registry,
	steps: readonly ScriptValue[],
	{ override, failAt }: Switches = {},
): Outcome {
	const work: { step: ScriptValue; before: ValueState; after: ValueState }[] = []
	for (const step of steps) {
		const before = registry.read(step)
		if (step.Service !== '' && before.hex !== step.Hex && !mayStart(registry, step, before)) return { code: 3 }
		const after = wantedState(step)
		const policy = { Hive: step.PolicyHive, Key: step.PolicyKey, Name: step.PolicyName }
		if (!override && step.PolicyName !== '' && registry.read(policy).exists) return { code: 5 }
		if (sameState(before, after)) continue
		if (!override && step.IsPolicy && before.exists) return { code: 5 }
		if (!override && step.Stricter.includes(before.hex)) return { code: 9 }
		for (const conflict of step.Conflicts) {
			if (steps.some((own) => samePlace(own, conflict))) continue
			const other = registry.read(conflict)
			if (other.hex === conflict.Hex && other.exists === (conflict.Hex !== '')) return { code: 8 }
		}
		work.push({ step, before, after })
	}
	if (work.length === 0) return { code: 0 }
	const captured = work.map(({ step, before, after }) => ({ label: step.Label, before, after }))
	const done: typeof work = []
	try {
		for (const [i, item] of work.entries()) {
			done.unshift(item)
			setState(registry, item.step, item.after)
			if (i === failAt) throw new Error('as asked')
		}
	} catch {
		for (const { step, before } of done) setState(registry, step, before)
		return { code: 1, captured }
	}
	return { code: work.every(({ step, after }) => sameState(registry.read(step), after)) ? 0 : 6, captured }
}

/** What undo.ps1 does with what apply.ps1 captured. */
export function runUndo(
	registry: Registry,
	steps: readonly ScriptValue[],
	captured: readonly CapturedStep[],
	{ force }: Switches = {},
): Outcome {
	const work: { step: ScriptValue; before: ValueState }[] = []
	for (const { label, before, after } of captured) {
		const step = steps.find(({ Label }) => Label === label)
		if (!step) return { code: 7 }
		const now = registry.read(step)
		if (sameState(now, before)) continue
		if (!sameState(now, after) && !force) return { code: 6 }
		work.push({ step, before })
	}
	for (const { step, before } of work) setState(registry, step, before)
	return { code: work.every(({ step, before }) => sameState(registry.read(step), before)) ? 0 : 6 }
}
