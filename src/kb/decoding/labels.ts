/** Reads what the text around a number says that it is: its label, in any language, with mark-up and small words between. */
import {
	ALERT,
	EVENT_LABELS,
	EXTENDED_LABELS,
	FILLERS,
	FOREIGN,
	type Foreign,
	INTERNAL_LABELS,
	type Label,
	PROTOCOL,
	REASONS,
	REASONS_BY_NAME,
	STATUSES,
	STRONG_LABELS,
	WEAK_LABELS,
} from './label-kinds.ts'
import { slippedExtended, slippedLabel } from './label-slips.ts'
import { createLabelTree, type FoundLabel, labelEndingAt } from './label-tree.ts'

type Kind = Label | Foreign | 'alert' | 'filler' | 'ext'

const TREE = createLabelTree<Kind>(
	...(Object.entries(FOREIGN) as [Foreign, string][]).map(([what, labels]) => [what, labels.split('|')] as const),
	['event', [...EVENT_LABELS, 'eventcode']],
	['extended', EXTENDED_LABELS],
	['internal', INTERNAL_LABELS],
	['alert', ALERT],
	['error-info', PROTOCOL],
	['error', [...STRONG_LABELS, ...REASONS_BY_NAME]],
	['reason', REASONS],
	['status', STATUSES],
	['ext', ['ext']],
	['weak', WEAK_LABELS],
	['filler', FILLERS],
)

/**
 * What may stand between a label and its number, besides mark-up and {@link FILLERS}. Windows puts marks of direction there
 * in Arabic and Hebrew.
 */
const OPENER = /["'`*“”«»„‘’([{<>=#\s:–—|~\\→\p{Cf}-]/u
/** 1 for openers, 2 for other units, 0 for those not met yet. */
const openers = new Uint8Array(0x10000)
const MARKUP = /(?:&nbsp;|&#160;|&quot;|<\/?[a-z][^<>]{0,80}>)$/i
const LONGEST_MARKUP = 90
/** How many characters to the left of a number its label may begin. */
const LOOK_BACK = 160
/** So many small words may stand between a label and its number. */
const MOST_FILLERS = 2

/** An element of an event that holds a reason; its tag is the label. */
const REASON_TAG =
	/<(?:(?:disconnect)?reason(?:code)?|data name=["'](?:disconnect)?reason(?:code)?["'])>\s{0,4}$|>disconnect reason<\/data>\s{0,8}<data name=["']value["']>\s{0,4}$/i
const LONGEST_TAG = 90

/** Alerts of TLS are errors and alerts of TLS only where the protocol stands before them. */
const TLS = /\b(?:tls|ssl)\b/i

function isOpener(unit: number): boolean {
	openers[unit] ||= OPENER.test(String.fromCharCode(unit)) ? 1 : 2
	return openers[unit] === 1
}

/** The place behind the last character that is no opener; -1 where there is none near. */
function skipOpeners(text: string, from: number, limit: number): number {
	let at = from
	while (at > limit) {
		const char = text[at - 1]
		if (char === ';' || char === '>') {
			const markup = MARKUP.exec(text.slice(Math.max(limit, at - LONGEST_MARKUP), at))
			if (markup) {
				at -= markup[0].length
				continue
			}
		}
		if (!isOpener(text.charCodeAt(at - 1))) return at
		at--
	}
	return -1
}

/** Whether the number is the content of an element that holds a reason. */
function inReasonTag(text: string, index: number): boolean {
	let at = index
	while (at > 0 && index - at < 4 && /\s/.test(text[at - 1] ?? '')) at--
	return text[at - 1] === '>' && REASON_TAG.test(text.slice(Math.max(0, index - LONGEST_TAG), index))
}

/**
 * What the text directly before a number says it is.
 *
 * @param text ASCII twin of the text
 * @param index where the number starts
 * @param typed true where a person typed the text, so that labels may hold a slip
 */
export function labelBefore(text: string, index: number, typed = false): Label | Foreign {
	const limit = Math.max(0, index - LOOK_BACK)
	if (inReasonTag(text, index)) return 'reason'
	let end = skipOpeners(text, index, limit)
	let found = end < 0 ? undefined : labelEndingAt(TREE, text, end, limit)
	for (let i = 0; i < MOST_FILLERS && found?.kind === 'filler'; i++) {
		end = skipOpeners(text, found.start, limit)
		found = end < 0 ? undefined : labelEndingAt(TREE, text, end, limit)
	}
	if (end < 0) return 'none'
	if (!found) return typed && end < index ? slippedLabel(text.slice(limit, end)) : 'none'
	return meaningOf(found, text, index, end, typed)
}

/** What a label says where that depends on what stands around it. */
function meaningOf(
	{ kind, start }: FoundLabel<Kind>,
	text: string,
	index: number,
	end: number,
	typed: boolean,
): Label | Foreign {
	switch (kind) {
		case 'filler':
			return 'none'
		case 'ext':
			// An extension of a telephone, unless the number is spelt as a code.
			return /^0x/i.test(text.slice(index, index + 2)) ? 'extended' : 'number'
		case 'alert':
			return TLS.test(text.slice(Math.max(0, start - 64), end)) ? 'tls-alert' : 'none'
		case 'error':
			if (TLS.test(text.slice(Math.max(0, start - 48), start))) return 'tls-alert'
			return typed && slippedExtended(text, start, Math.max(0, index - LOOK_BACK)) ? 'extended' : 'error'
		default:
			return kind
	}
}

/** "904 error", "2308-Fehler", "0x904错误": the word behind a number that says what it is; a plural counts errors. */
const BEHIND =
	/(?:[ \t"'`)\]-]{1,3}(?:error code|error|fehlercode|fehler|hata|erreur|errore|erro|fout|błąd|ошибка|chyba)(?![\p{L}])|["'`)\] ]{0,2}(?:错误|錯誤|报错|エラー|오류|에러))/iuy

/** Whether the word behind a number says that it is an error. */
export function labelBehind(text: string, end: number): boolean {
	BEHIND.lastIndex = end
	return BEHIND.test(text)
}
