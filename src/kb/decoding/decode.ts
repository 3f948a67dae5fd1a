/**
 * Finds the Remote Desktop codes in a text: the dialog, a ticket, a log. A false reading costs more than a missed one,
 * so a number counts only where its spelling, its label or its surroundings say what it is; what was passed over is told
 * with the reason.
 *
 * The text is cut once, with patterns that cannot backtrack, and each number gets a bounded look to both sides: linear in
 * the length of the text.
 */
import { toAscii } from '../numbers.ts'
import type { Lookup } from '../table.ts'
import { collect } from './collect.ts'
import { eventColumns, eventForms, namedSources } from './events.ts'
import { EMPTY, type Facts } from './facts.ts'
import type { Decoded } from './findings.ts'
import type { Foreign, Label } from './label-kinds.ts'
import { pairUp } from './pair-up.ts'
import type { Context, Layout } from './read/context.ts'
import { labelOf } from './read/label-of.ts'
import { readPairAlone } from './read/pairs.ts'
import { type Subject, subjectOf } from './subject.ts'
import { dumps } from './surroundings.ts'
import { type Token, tokens } from './tokens.ts'
import { recognise } from './wording.ts'
import { words } from './words.ts'

/** More than this was typed by no person: words are then taken letter for letter. */
const TYPED = 20_000
/** A text of numbers alone: somebody pasted the code without its label. */
const BARE = /^[\s0-9A-Fa-fxXoO,;/|-]{1,64}$/
/**
 * @param lookup the table of known codes
 * @param input any text; never throws
 * @param facts what is known of messages, logs and other products' numbers; without them only codes are found
 * @returns codes in the order of the text, each once per place, the pairs they form, the messages that are recognised, and
 * what was passed over
 */
export function decode(lookup: Lookup, input: string, facts: Facts = EMPTY): Decoded {
	const text = toAscii(input)
	const alone = readPairAlone(lookup, text)
	if (alone) return { codes: alone, pairs: pairUp(lookup, alone), messages: [], passedOver: [] }
	const all = [...tokens(text)]
	const cut = words(text)
	const layout: Layout = {
		text,
		typed: text.length <= TYPED,
		forms: eventForms(text),
		sources: once(() => namedSources(text, facts.logs)),
		columns: eventColumns(text),
	}
	const labels = labelsOf(layout, all)
	const subject = withDialog(subjectOf(text, cut), all, labels)
	const context: Context = {
		...layout,
		lookup,
		facts,
		subject,
		bare: BARE.test(text),
		dumped: dumps(text, all),
		messages: recognise(facts.wording, cut, layout.typed, subject.remoteDesktop).filter(
			({ sure }) => !subject.elsewhere || sure === 'sure',
		),
	}
	const { codes, passedOver } = collect(context, input, all, labels)
	return { codes, pairs: pairUp(lookup, codes), messages: [...context.messages], passedOver }
}

/** What each token is called; a list of numbers takes its label from the first. */
function labelsOf(layout: Layout, all: readonly Token[]): (Label | Foreign)[] {
	const labels: (Label | Foreign)[] = []
	for (const [i, token] of all.entries())
		labels.push(token.kind === 'symbol' ? 'none' : labelOf(layout, token, all[i - 1], labels[i - 1]))
	return labels
}

/** Nobody but the dialog prints an extended code with its 0x: such a text is about Remote Desktop. */
function withDialog(subject: Subject, all: readonly Token[], labels: readonly (Label | Foreign)[]): Subject {
	const dialog = labels.some((label, i) => label === 'extended' && all[i]?.kind === 'hex')
	return dialog ? { ...subject, remoteDesktop: true, elsewhere: false } : subject
}

function once<T>(make: () => T): () => T {
	let made: T | undefined
	return () => {
		made ??= make()
		return made
	}
}
