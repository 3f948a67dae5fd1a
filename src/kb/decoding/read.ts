/** Reads one number of a text: which code it is, or why it is none. */
import { toHex } from '../numbers.ts'
import type { SpaceId } from '../spaces.ts'
import type { CodeRow, Lookup } from '../table.ts'
import {
	chooseEvents,
	type EventForms,
	isEventNumber,
	type NamedSource,
	nearestSource,
	sourceBefore,
} from './events.ts'
import type { Facts, OtherNumber } from './facts.ts'
import type { Because, FoundCode, NotBecause, Sureness } from './findings.ts'
import { FOREIGN, type Foreign, type Label } from './label-kinds.ts'
import { labelBefore, labelBehind } from './labels.ts'
import { namesOther, type Subject } from './subject.ts'
import { inProgram, partOf, runsOn } from './surroundings.ts'
import { readingsOf, type Token } from './tokens.ts'
import type { FoundMessage } from './wording.ts'

/** What a number is looked at with. */
export interface Context {
	lookup: Lookup
	facts: Facts
	/** ASCII twin of the text. */
	text: string
	subject: Subject
	/** Nothing but numbers was pasted. */
	bare: boolean
	/** A person may have typed the text: labels may hold a slip. */
	typed: boolean
	/** Forms of exports that the text holds. */
	forms: EventForms
	/** Where the text names providers of events. */
	sources: () => readonly NamedSource[]
	/** Places of numbers in event columns. */
	columns: ReadonlySet<number>
	/** Places of numbers in dumps. */
	dumped: ReadonlySet<number>
	messages: readonly FoundMessage[]
}

/** What is left to be filled in stands in every finding alike. */
export type Found = Pick<FoundCode, 'space' | 'value' | 'row' | 'label' | 'because' | 'sure'>
export type Reading = { found: Found[] } | { passed: NotBecause; other?: OtherNumber | undefined }

/** A number too small to be an error code when nothing says that it is one. */
const SMALL = /^(?:0?x ?|&h)?0*[0-9a-f]{1,2}$/i
/** Below this an unlabelled 0x… is as likely a flag or an offset. */
const SMALLEST_UNLABELLED = 0x100
/** Disconnect reasons and extended codes are 16-bit numbers. */
const LARGEST_DIALOG_CODE = 0xffff
/** Numbers that every web server prints after "error" and "status". */
const HTTP_STATUS = /^(?:4\d\d|50\d)$/

export const DIALOG: readonly SpaceId[] = ['disconnect', 'gateway', 'remoteapp']
const STATUSES: readonly SpaceId[] = ['hresult', 'gateway-hresult', 'ntstatus']
/** Numbers with so many digits that nobody else's are meant. */
const LONG: readonly SpaceId[] = ['gateway', 'remoteapp', ...STATUSES, 'freerdp-connect']
/** Numbers of the protocol have as few digits as anybody's and are met with a name or a label. */
const UNLABELLED: readonly SpaceId[] = [...DIALOG, ...STATUSES, 'freerdp-connect']
const ORDER: Partial<Record<Label, readonly SpaceId[]>> = {
	extended: ['extended', 'error-info'],
	internal: ['fatal-error'],
	'error-info': ['error-info', ...UNLABELLED],
}

/** Whether a space is one of what the dialog prints as error code. */
export const isErrorSpace = (space: CodeRow['space']) => space !== 'event' && DIALOG.includes(space)

export function readNumberAt(
	context: Context,
	token: Token,
	label: Label | Foreign,
	previous: FoundCode | undefined,
): Reading {
	const { text, facts, subject } = context
	const pair = readSlashedPair(context, token)
	if (pair) return pair
	// The second number of 904/7.
	if (previous?.because === 'beside' && token.index - previous.index - previous.text.length <= 3) {
		const second = readBeside(context, token, previous)
		if (second.length > 0) return { found: second }
	}
	const part = partOf(text, token)
	const isEvent = label === 'event' && /^\d{1,5}$/.test(token.text)
	// "Event IDs 1057/1058": the slash is no date there.
	if (part && !(isEvent && part === 'date-or-id')) return { passed: part }
	if (isEvent) return readEvent(context, token)
	const alert = readAlert(context, token, label)
	if (alert) return alert
	if (
		label !== 'none' &&
		label !== 'event' &&
		token.kind === 'number' &&
		!subject.remoteDesktop &&
		inProgram(text, token)
	)
		return { passed: 'source-code' }
	if (isForeign(label)) {
		const status = subject.remoteDesktop && MAY_CARRY_STATUS.has(label) ? readLong(context, token) : []
		return status.length > 0 ? { found: status } : { passed: label, other: otherNumber(facts, token) }
	}
	const found = token.kind === 'hex' ? readHex(context, token, label) : readBare(context, token, label)
	if (found.length > 0) return { found }
	const beside = readBeside(context, token, previous)
	if (beside.length > 0) return { found: beside }
	const other = otherNumber(facts, token)
	if (other) return { passed: 'other-number', other }
	if (subject.elsewhere && label !== 'error' && asCodes(context.lookup, token).length > 0)
		return { passed: 'other-product' }
	if (label !== 'none') return { passed: 'unknown' }
	if (token.kind === 'hex' && context.dumped.has(token.index)) return { passed: 'dump' }
	return { passed: token.kind === 'hex' && inProgram(text, token) ? 'source-code' : 'plain' }
}

/** Programs print the status of a connection as their own exit code or last error. */
const MAY_CARRY_STATUS: ReadonlySet<Foreign> = new Set<Foreign>(['exit-code', 'system-error', 'exception'])
const isForeign = (label: Label | Foreign): label is Foreign => Object.hasOwn(FOREIGN, label)

/** What the words around a number, or its place in an export, say that it is. */
export function labelOf(
	context: Context,
	token: Token,
	previous?: Token,
	previousLabel?: Label | Foreign,
): Label | Foreign {
	const { text, columns, forms, typed } = context
	const end = token.index + token.text.length
	if (token.kind === 'number') {
		if (columns.has(token.index) || isEventNumber(text, token, forms)) return 'event'
		if (/^\d{2,5}$/.test(token.text) && sourceBefore(text, token.index, context.sources())) return 'event'
		// "4779 at 12:08 and 4778": a number joined to an event is an event.
		const joined =
			previous && previousLabel === 'event' ? text.slice(previous.index + previous.text.length, token.index) : ''
		if (/^(?:s?[\s,/&+]{1,3}|,? ?(?:and|or|und|oder|et|y|e|i|и|和|と) )$/.test(joined)) return 'event'
	}
	// A slip is looked for where something like a label stands: before 0x, a colon or an equals sign.
	const slips =
		typed && (token.kind === 'hex' || /[:=]\s{0,3}$/.test(text.slice(Math.max(0, token.index - 4), token.index)))
	const before = labelBefore(text, token.index, slips)
	if (before === 'reason') return reasonOf(context, token)
	return before === 'none' && labelBehind(text, end) ? 'weak' : before
}

/** The session manager of the host gives extended codes as reasons; the client gives error codes. */
function reasonOf({ sources }: Context, token: Token): Label {
	const source = nearestSource(sources(), token.index)
	if (source?.includes('localsessionmanager')) return 'extended'
	return source?.includes('clientactivexcore') || source?.includes('rdpclient') ? 'error' : 'weak'
}

const foundIn = (row: CodeRow, label: Label, because: Because, sure: Sureness): Found => ({
	space: row.space,
	value: row.value,
	row,
	label,
	because,
	sure,
})

/** One number may stand in several logs; the provider named nearest decides. */
function readEvent({ lookup, facts, sources }: Context, token: Token): Reading {
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
function readAlert({ lookup, text }: Context, token: Token, label: Label | Foreign): Reading | undefined {
	if (token.kind === 'hex' || !/^\d{1,3}$/.test(token.text)) return
	const row = lookup.bySpace('tls-alert', Number(token.text))
	if (label === 'tls-alert') return row ? { found: [foundIn(row, label, 'label', 'sure')] } : { passed: 'unknown' }
	if (!row || label === 'event' || isForeign(label)) return
	const inSentence =
		ALERT_SENTENCE.test(text.slice(Math.max(0, token.index - 96), token.index)) &&
		SCHANNEL.test(text.slice(Math.max(0, token.index - 600), token.index + 300))
	return inSentence ? { found: [foundIn(row, 'tls-alert', 'label', 'likely')] } : undefined
}

/** A pair as people shorten it: 904/7. */
const SLASHED = /^\s?[/|]\s?(?:0x)?([0-9a-f]{1,2})(?![\w/.:-])/i

function readSlashedPair({ lookup, text, subject, bare }: Context, token: Token): Reading | undefined {
	if (token.kind === 'hex' || !/^[0-9a-f]{3,4}$/i.test(token.text) || !(subject.remoteDesktop || bare)) return
	if (/[\w/.:-]/.test(text[token.index - 1] ?? ' ')) return
	const end = token.index + token.text.length
	const extended = SLASHED.exec(text.slice(end, end + 8))?.[1]
	if (extended === undefined) return
	for (const { value } of readingsOf(token))
		if (lookup.pair(value, Number.parseInt(extended, 16))) {
			const row = lookup.bySpace('disconnect', value)
			if (row) return { found: [foundIn(row, 'none', 'beside', 'likely')] }
		}
	return
}

/** A number with its 0x. */
function readHex(context: Context, token: Token, label: Label): Found[] {
	const value = readingsOf(token)[0]?.value
	if (value === undefined) return []
	const { lookup, text, subject, dumped } = context
	const asDialog = /^0x[1-9a-f][0-9a-f]{0,3}$/i.test(token.text) && !namesOther(text, subject, token.index)
	if (label !== 'none') return inSpace(context, value, label, false, asDialog)
	if (value < SMALLEST_UNLABELLED || dumped.has(token.index) || inProgram(text, token)) return []
	const row = firstOf(lookup, value, UNLABELLED)
	// A number of four digits is common, and one padded to eight may be a place in memory; a long one is nobody else's.
	const common = value <= LARGEST_DIALOG_CODE
	const padded = /^0x0{2}/i.test(token.text) || token.text.length > 10
	const slipped = !/^[0oO]x/i.test(token.text)
	if (subject.elsewhere || (common && (padded || slipped) && !subject.remoteDesktop)) return []
	if (row) return [foundIn(row, label, 'spelling', common ? 'likely' : 'sure')]
	// The dialog of a gateway: a number of its own range that no list has.
	const ofGateway = subject.remoteDesktop && value > 0x3000000 && value <= 0x30000ff
	return ofGateway ? [{ space: 'gateway', value, label, because: 'spelling', sure: 'possible' }] : []
}

/** A number without 0x: decimal as logs print it, or hexadecimal as the dialog would. */
function readBare(context: Context, token: Token, label: Label): Found[] {
	const { lookup, text, bare, subject, forms } = context
	const written = token.text
	const glued = /[0-9A-Za-z]/.test(text[token.index - 1] ?? ' ')
	const signed = /^-\d+$/.test(written)
	if (glued && label !== 'error' && label !== 'weak') return []
	if ((signed || /^[0-9a-fA-F]{8}$/.test(written) || /^[1-4]\d{9}$/.test(written)) && !forms.instances) {
		for (const { value } of readingsOf(token)) {
			const row = value >= 0x80000000 ? firstOf(lookup, value, STATUSES) : undefined
			if (row && !subject.elsewhere)
				return [foundIn(row, label, label === 'none' ? 'spelling' : 'label', label === 'none' ? 'likely' : 'sure')]
		}
		if (signed) return []
	}
	if (!/^\d+$/.test(written) && !/^[0-9a-fA-F]{3,8}h?$/.test(written)) return []
	if (label === 'none') {
		const sentence = readBeforeSentence(context, token)
		if (sentence.length > 0) return sentence
		if (bare && !glued && !SMALL.test(written)) {
			const row = eitherBase(lookup, token, DIALOG)
			return row ? [foundIn(row, label, 'alone', 'likely')] : []
		}
		return subject.remoteDesktop ? readBySubject(context, token) : []
	}
	if (label === 'status') return []
	if (label === 'weak') return readWeak(context, token)
	if (label === 'internal') return inSpace(context, Number(written), label, true)
	const decimal = /^\d+$/.test(written) ? inSpace(context, Number(written), label, true) : []
	return decimal.length > 0 ? decimal : inSpace(context, Number.parseInt(written, 16), label, true)
}

/** A status or a code of seven and more digits, whatever stands before it. */
function readLong(context: Context, token: Token): Found[] {
	for (const { value } of readingsOf(token)) {
		const row = value > LARGEST_DIALOG_CODE ? firstOf(context.lookup, value, LONG) : undefined
		if (row) return [foundIn(row, 'none', 'subject', 'likely')]
	}
	return []
}

/** Words of a failure, one of which must stand shortly before a decimal number that nothing else labels. */
const FAILURE =
	/(?:error|err|fail|disconnect|code|reason|fehler|abbruch|getrennt|erreur|échec|errore|erro|fallo|fout|błąd|ошибк|hata|chyba|fel|エラー|错误|錯誤|오류)[^\n.!?0-9]{0,28}$/iu
/** So short a text about Remote Desktop holds nothing but the code and what it is about. */
const SHORT = 64

/** A decimal number of the dialog that nothing labels, in a text about Remote Desktop. */
function readBySubject(context: Context, token: Token): Found[] {
	const { lookup, text } = context
	const written = token.text
	if (/^[0-9][0-9a-f]{2,3}h$/i.test(written)) {
		const row = eitherBase(lookup, token, DIALOG)
		return row ? [foundIn(row, 'none', 'spelling', 'likely')] : []
	}
	if (!/^\d{3,8}$/.test(written)) return []
	const value = Number(written)
	if (written.length >= 6) return readLong(context, token)
	const row = value >= SMALLEST_UNLABELLED ? lookup.bySpace('disconnect', value) : undefined
	if (!row) return []
	const before = text.slice(Math.max(0, token.index - 40), token.index)
	const end = token.index + written.length
	const inBrackets = /\p{L}\s?\($/u.test(before) && text[end] === ')'
	const short = text.trim().length <= SHORT && written.length === 4
	return inBrackets || short || FAILURE.test(before) ? [foundIn(row, 'none', 'subject', 'possible')] : []
}

/** A number behind a word such as "error": common everywhere, so it must be known, and the text about the right thing. */
function readWeak({ lookup, subject }: Context, token: Token): Found[] {
	const { remoteDesktop, elsewhere } = subject
	const written = token.text
	if (elsewhere) return []
	const decimal = /^\d+$/.test(written) ? Number(written) : undefined
	const sure = remoteDesktop ? 'likely' : 'possible'
	const row = decimal === undefined || decimal < SMALLEST_UNLABELLED ? undefined : firstOf(lookup, decimal, DIALOG)
	if (row) return [foundIn(row, 'weak', 'word', sure)]
	if (SMALL.test(written) || HTTP_STATUS.test(written)) return []
	const value = readingsOf(token).find(({ base }) => base === 'hex')?.value
	const hex =
		value === undefined ? undefined : firstOf(lookup, value, value > LARGEST_DIALOG_CODE ? UNLABELLED : DIALOG)
	return hex && (remoteDesktop || /[a-f]/i.test(written) || written.length > 5)
		? [foundIn(hex, 'weak', 'word', sure)]
		: []
}

/** Headings of clients that print the decimal number first and the sentence behind it, as mRemoteNG does. */
const DISCONNECTED =
	/(?:disconnect(?:ed)?|getrennt|verbroken|verboken|déconnectée?|deconnecté|déconnexion|desconectad[oa]|desligad[oa]|disconness[oa]|odpojen[oa]?|rozłączon[oy]|frånkopplad|frakoblet|afbrudt|kesildi|отключен\p{L}{0,2}|відключен\p{L}{0,2}|断开(?:连接)?|已断开|中斷(?:連線)?|切断(?:されました)?|끊어졌습니다|끊김)(?:\s?rdp)?[!.:"'`\s！。]*$/iu

function readBeforeSentence({ lookup, text, messages }: Context, token: Token): Found[] {
	if (!/^\d{1,8}$/.test(token.text)) return []
	const row = firstOf(lookup, Number(token.text), DIALOG)
	if (!row) return []
	const before = text.slice(Math.max(0, token.index - 32), token.index)
	if (DISCONNECTED.test(before)) return [foundIn(row, 'none', 'sentence', 'sure')]
	const end = token.index + token.text.length
	const lineStart = /(?:^|[\n"'`(>|])[\s"'`]*$/.test(before) || token.index === 0
	const same = messages.some(({ row: message, index }) => message.code === row.id && index >= end && index - end < 40)
	return lineStart && same ? [foundIn(row, 'none', 'sentence', 'sure')] : []
}

/** What may stand between the two numbers of a pair. */
const JOINED = /^[\s"'`,;/|&+:()-]{0,4}(?:and|und|et|y|e|i|och|en|и|和|と)?[\s"'`,;/|&+:()-]{0,3}$/i

/**
 * A small number directly behind an error code is its extended code, label or not: `0x904 0x7`, `0x904/0x7`, `904, 7`.
 */
function readBeside({ lookup, text }: Context, token: Token, previous: FoundCode | undefined): Found[] {
	if (!previous || !isErrorSpace(previous.space) || !SMALL.test(token.text)) return []
	const between = text.slice(previous.index + previous.text.length, token.index)
	if (between === '' || !JOINED.test(between)) return []
	// In the next line a bare number is as likely that line's own.
	if (between.includes('\n') && token.kind !== 'hex') return []
	const end = token.index + token.text.length
	if (runsOn(text, end) || text[end] === '%') return []
	const value = Number.parseInt(token.text.replace(/^(?:0?x ?|&h)/i, ''), 16)
	const row = lookup.bySpace('extended', value)
	return row && lookup.pair(previous.value, value) ? [foundIn(row, 'none', 'beside', 'likely')] : []
}

/** A small number before an extended code is its error code, label or not: `0x3 ext 0x11`. */
export function readBefore(context: Context, token: Token, extended: Found): Found | undefined {
	const value = token.kind === 'hex' ? readingsOf(token)[0]?.value : undefined
	const row = value === undefined ? undefined : context.lookup.bySpace('disconnect', value)
	if (!row || !(context.subject.remoteDesktop || context.lookup.pair(row.value, extended.value))) return
	return foundIn(row, 'none', 'beside', 'likely')
}

function firstOf(lookup: Lookup, value: number, spaces: readonly SpaceId[]): CodeRow | undefined {
	for (const space of spaces) {
		const row = lookup.bySpace(space, value)
		if (row) return row
	}
	// An NTSTATUS that is passed on as an HRESULT begins with D instead of C (MS-ERREF 2.1, the N bit).
	const passedOn = value >>> 28 === 0xd && spaces.includes('ntstatus')
	return passedOn ? lookup.bySpace('ntstatus', value - 0x10000000) : undefined
}

/** The decimal reading of a bare number, else the hexadecimal one. */
function eitherBase(lookup: Lookup, token: Token, spaces: readonly SpaceId[]): CodeRow | undefined {
	for (const { value } of readingsOf(token)) {
		const row = firstOf(lookup, value, spaces)
		if (row) return row
	}
	return
}

/** What a labelled number means. */
function inSpace(
	{ lookup, subject }: Context,
	value: number,
	label: Label,
	knownOnly = false,
	asDialog = false,
): Found[] {
	// Small numbers of the protocol stand behind its own labels only.
	const small = value < SMALLEST_UNLABELLED ? UNLABELLED : [...UNLABELLED, 'error-info' as const]
	const row = firstOf(lookup, value, ORDER[label] ?? small)
	const { elsewhere } = subject
	if (row) {
		const weak = label === 'weak' || label === 'status'
		// "Error code: 0x4" is printed by many; Remote Desktop is meant unless the text is about something else.
		if (elsewhere && !(asDialog && value >= SMALLEST_UNLABELLED)) return []
		return [foundIn(row, label, weak ? 'word' : 'label', weak || elsewhere ? 'likely' : 'sure')]
	}
	if (knownOnly || (label !== 'error' && label !== 'extended') || elsewhere) return []
	// A number that no list has is worth telling where the text speaks of Remote Desktop, or it is spelt as the dialog does.
	if (!subject.remoteDesktop && !asDialog) return []
	if (label === 'error' && value > 0x3000000 && value <= 0x30000ff)
		return [{ space: 'gateway', value, label, because: 'label', sure: 'likely' }]
	if (value > LARGEST_DIALOG_CODE) return []
	return [{ space: label === 'extended' ? 'extended' : 'disconnect', value, label, because: 'label', sure: 'likely' }]
}

export function readSymbol({ lookup }: Context, { text: token }: Token): Reading {
	if (!/_|^(exDisc|disconnectReason)/i.test(token)) return { passed: 'word' }
	const rows = lookup.bySymbol(token)
	// The same constant may be listed in several spaces; its home is the one that names it first, and STATUS_ is Windows' own.
	const row =
		rows.find(({ space }) => space === 'ntstatus' && /^STATUS_/i.test(token)) ??
		rows.find(({ symbols }) => symbols[0]?.toLowerCase() === token.toLowerCase()) ??
		rows[0]
	return row ? { found: [foundIn(row, 'none', 'symbol', 'sure')] } : { passed: 'word' }
}

/** Every code of a dialog or a log that a spelling can mean, in either base. */
export function asCodes(lookup: Lookup, token: Token): CodeRow[] {
	const rows = readingsOf(token).flatMap(({ value }) => lookup.byValue(value))
	return [...new Set(rows)].filter(({ space }) => space !== 'event' && space !== 'tls-alert')
}

/** Whose number it is, where it is another product's; the narrowest range says most. */
function otherNumber({ others }: Facts, token: Token): OtherNumber | undefined {
	for (const { value, base } of readingsOf(token)) {
		if (base === 'decimal' || (token.kind === 'number' && base === 'hex' && token.text.length < 8)) continue
		const ranges = others.filter(({ from, to }) => value >= from && value <= to)
		const [narrowest] = ranges.sort((a, b) => a.to - a.from - (b.to - b.from))
		if (narrowest) return narrowest
	}
	return
}

/** The canonical spelling of what was found. */
export const hexOf = ({ value }: Found) => toHex(value)
