/** Reads numbers of events and of the alerts that some events tell. */
import { chooseEvents } from '../events.ts'
import { type Foreign, isForeign, type Label } from '../label-kinds.ts'
import type { Token } from '../tokens.ts'
import { type Context, foundIn, type Reading } from './context.ts'

/** One number may stand in several logs; the provider named nearest decides. */
export function readEvent({ lookup, facts, sources }: Context, token: Token): Reading {
	const rows = lookup.byValue(Number(token.text)).filter(({ space }) => space === 'event')
	const chosen = rows.length > 0 ? chooseEvents(rows, token.index, sources(), facts.logs) : []
	if (chosen.length === 0) return { passed: 'other-event' }
	const sure = chosen.length === 1 ? 'sure' : 'possible'
	return { found: chosen.map((row) => foundIn(row, 'event', 'event', sure)) }
}

/** What stands between the name of the protocol and the number of its alert in the events of Schannel, in any language. */
const ALERT_SENTENCE = /\b(?:tls|ssl)\b[^0-9\n.]{3,90}$/i
const SCHANNEL = /schannel|3688[78]|36874/i

/** The number of a TLS alert, which stands first behind the name of the protocol. */
export function readAlert({ lookup, text }: Context, token: Token, label: Label | Foreign): Reading | undefined {
	if (token.kind === 'hex' || !/^\d{1,3}$/.test(token.text)) return
	const row = lookup.bySpace('tls-alert', Number(token.text))
	if (label === 'tls-alert') return row ? { found: [foundIn(row, label, 'label', 'sure')] } : { passed: 'unknown' }
	if (!row || label === 'event' || isForeign(label)) return
	const inSentence =
		ALERT_SENTENCE.test(text.slice(Math.max(0, token.index - 96), token.index)) &&
		SCHANNEL.test(text.slice(Math.max(0, token.index - 600), token.index + 300))
	return inSentence ? { found: [foundIn(row, 'tls-alert', 'label', 'likely')] } : undefined
}
