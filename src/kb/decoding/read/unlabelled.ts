/** Reads a number without 0x that nothing labels, by the sentence around it or by what the text is about. */
import { speaksOfRemoteDesktop } from '../subject.ts'
import { lineAround } from '../surroundings.ts'
import type { Token } from '../tokens.ts'
import { words } from '../words.ts'
import { type Context, type Found, foundIn } from './context.ts'
import { DIALOG, eitherBase, firstOf, LARGEST_DIALOG_CODE, LONG, SMALLEST_UNLABELLED } from './spaces.ts'

/** Headings of clients that print the decimal number first and the sentence behind it, as mRemoteNG does. */
const DISCONNECTED =
	/(?:disconnect(?:ed)?|getrennt|verbroken|verboken|déconnectée?|deconnecté|déconnexion|desconectad[oa]|desligad[oa]|disconness[oa]|odpojen[oa]?|rozłączon[oy]|frånkopplad|frakoblet|afbrudt|kesildi|отключен\p{L}{0,2}|відключен\p{L}{0,2}|断开(?:连接)?|已断开|中斷(?:連線)?|切断(?:されました)?|끊어졌습니다|끊김)(?:\s?rdp)?[!.:"'`\s！。]*$/iu

/** The number that such a client prints: behind its heading, or at the start of a line before the sentence that it means. */
export function readBeforeSentence({ lookup, text, messages }: Context, token: Token): Found[] {
	if (!/^\d{1,8}$/.test(token.text)) return []
	const row = firstOf(lookup, Number(token.text), DIALOG)
	if (!row) return []
	const before = text.slice(Math.max(0, token.index - 32), token.index)
	if (DISCONNECTED.test(before)) return [foundIn(row, 'none', 'sentence', 'sure')]
	const end = token.index + token.text.length
	const same = messages.some(({ row: message, index }) => message.code === row.id && index >= end && index - end < 40)
	if (!same) return []
	const lineStart = /(?:^|[\n"'`(>|])[\s"'`]*$/.test(before)
	return lineStart ? [foundIn(row, 'none', 'sentence', 'sure')] : []
}

/** Words of a failure, one of which must stand shortly before a decimal number that nothing else labels. */
const FAILURE =
	/(?:error|err|fail|disconnect|code|reason|fehler|abbruch|getrennt|erreur|échec|errore|erro|fallo|fout|błąd|ошибк|hata|chyba|fel|エラー|错误|錯誤|오류)[^\n.!?0-9]{0,28}$/iu
/** So short a line about Remote Desktop holds nothing but the code and what it is about: "win 11 24h2 rdp 2308". */
const SHORT = 64
/** With more numbers than this it is a row of a table, such as a list of processes. */
const MOST_NUMBERS = 3

/** A decimal number of the dialog that nothing labels, in a text about Remote Desktop. */
export function readBySubject(context: Context, token: Token): Found[] {
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
	const inBrackets = /\p{L}[^\S\r\n]?\($/u.test(before) && text[end] === ')'
	const read = inBrackets || FAILURE.test(before) || (written.length === 4 && inShortLine(text, token.index, end))
	return read ? [foundIn(row, 'none', 'subject', 'possible')] : []
}

/**
 * Whether a number is all that its line says of Remote Desktop. The line and not the text, so that what somebody writes
 * around a code takes nothing from it.
 */
function inShortLine(text: string, start: number, end: number): boolean {
	const line = lineAround(text, start, end).trim()
	if (line.length > SHORT || (line.match(/[0-9][0-9A-Za-z]*/g)?.length ?? 0) > MOST_NUMBERS) return false
	return speaksOfRemoteDesktop(line, words(line))
}

/** A status or a code of seven and more digits, whatever stands before it. */
export function readLong({ lookup }: Context, token: Token): Found[] {
	for (const { value } of token.readings) {
		const row = value > LARGEST_DIALOG_CODE ? firstOf(lookup, value, LONG) : undefined
		if (row) return [foundIn(row, 'none', 'subject', 'likely')]
	}
	return []
}
