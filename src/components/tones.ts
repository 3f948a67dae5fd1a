/** The tone of every chip that grades something: one scale from good to bad for the whole site. */
import type { ChangeSort } from '../kb/changes.ts'
import type { Grade } from '../kb/evidence.ts'
import type { Fix, Myth } from '../schemas/articles.ts'
import type { Pair } from '../schemas/pair.ts'

export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'plain'

export const gradeTones: Record<Grade, Tone> = { A: 'ok', B: 'info', C: 'warn', D: 'bad' }

export const riskTones: Record<Fix['risk'], Tone> = { none: 'ok', low: 'ok', medium: 'warn', high: 'bad' }

export const verdictTones: Record<Myth['verdict'], Tone> = {
	wrong: 'bad',
	harmful: 'bad',
	misleading: 'warn',
	unproven: 'warn',
}

export const sortTones: Record<ChangeSort, Tone> = { new: 'ok', changed: 'info', superseded: 'warn' }

export const strengthTones: Record<Pair['reports'][number]['strength'], Tone> = {
	high: 'ok',
	medium: 'info',
	low: 'warn',
	unverified: 'bad',
}
