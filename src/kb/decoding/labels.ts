import { isLetterAt, UNSPACED } from '../text/scripts.ts'

/**
 * What a dialog, a log or a person writes before a number, by language, lower case and without the colon. A space stands
 * for none, a space, a hyphen or an underscore.
 *
 * Sources: pasted dialogs in public issue trackers for en, zh, ja, ru, fr, nl; the localised Windows documentation, the
 * translations of mRemoteNG and NETworkManager, and general knowledge for the rest.
 */
interface Labels {
	/** The first number of the dialog; single words such as "error" after it. */
	error: readonly string[]
	extended: readonly string[]
	/** Numbers of the OnFatalError event as mRemoteNG prints them. */
	internal?: readonly string[]
	event: readonly string[]
}

const LABELS: Record<string, Labels> = {
	en: {
		error: ['error code', 'errorcode', 'error codes', 'error number', 'error'],
		extended: [
			'extended error code',
			'extended errorcode',
			'extended error',
			'extended code',
			'extended reason',
			'extended disconnect reason',
			'extendeddisconnectreason',
			'extended',
		],
		internal: ['internal error code'],
		event: ['event', 'events', 'event id', 'event ids', 'event code', 'event identifier', 'event no'],
	},
	de: {
		error: ['fehlercode', 'fehlernummer', 'fehlercodes', 'fehler'],
		extended: [
			'erweiterter fehlercode',
			'erweiterter fehler',
			'erweiterten fehlercode',
			'erweiterte fehlercode',
			'erweitert',
		],
		internal: ['interner fehler code', 'interner fehlercode'],
		event: ['ereignis', 'ereignis id', 'ereigniskennung', 'ereignisse'],
	},
	fr: {
		error: ["code d'erreur", 'code erreur', "codes d'erreur", 'erreur'],
		extended: [
			"code d'erreur étendu",
			'code erreur étendu',
			"code d'erreur etendu",
			'code erreur etendu',
			'erreur étendue',
			'code étendu',
			'étendu',
		],
		internal: ["code d'erreur rdp", "code d'erreur interne"],
		event: [
			'événement',
			'evenement',
			"id d'événement",
			"id de l'événement",
			"id d'evenement",
			"identificateur d'événement",
		],
	},
	es: {
		error: ['código de error', 'codigo de error', 'error'],
		extended: ['código de error extendido', 'código de error ampliado', 'error extendido', 'extendido'],
		internal: ['código de error interno', 'codigo de error interno'],
		event: ['evento', 'id de evento', 'id. de evento', 'id del evento', 'identificador de evento'],
	},
	pt: {
		error: ['código de erro', 'codigo de erro', 'código do erro', 'erro'],
		extended: [
			'código de erro estendido',
			'codigo de erro estendido',
			'código de erro expandido',
			'código de erro alargado',
			'código de erro avançado',
			'erro estendido',
			'estendido',
		],
		internal: ['código de erro interno', 'codigo de erro interno'],
		event: ['id do evento', 'identificação do evento', 'identificador do evento'],
	},
	it: {
		error: ['codice di errore', 'codice errore', "codice d'errore", 'errore'],
		extended: ['codice di errore esteso', 'codice errore esteso', 'errore esteso', 'esteso'],
		internal: ['codice di errore interno'],
		event: ['id evento', "id dell'evento"],
	},
	nl: {
		error: ['foutcode', 'fout code', 'foutmelding', 'fout'],
		extended: ['uitgebreide foutcode', 'uitgebreide fout code', 'uitgebreid'],
		internal: ['interne fout code', 'interne foutcode'],
		event: ['gebeurtenis', 'gebeurtenis id'],
	},
	sv: {
		error: ['felkod', 'fel'],
		extended: ['utökad felkod', 'utokad felkod'],
		internal: ['intern felkod'],
		event: ['händelse', 'händelse id'],
	},
	da: { error: ['fejlkode', 'fejl'], extended: ['udvidet fejlkode'], event: ['hændelse', 'hændelses id'] },
	nb: {
		error: ['feilkode', 'feil'],
		extended: ['utvidet feilkode'],
		internal: ['intern feilkode'],
		event: ['hendelse', 'hendelses id'],
	},
	fi: { error: ['virhekoodi', 'virhe'], extended: ['laajennettu virhekoodi'], event: ['tapahtuma', 'tapahtumatunnus'] },
	pl: {
		error: ['kod błędu', 'kod bledu', 'błąd', 'blad'],
		extended: ['rozszerzony kod błędu', 'rozszerzony kod bledu', 'rozszerzony'],
		internal: ['błąd wewnętrzny, kod', 'wewnętrzny kod błędu'],
		event: ['zdarzenie', 'identyfikator zdarzenia'],
	},
	cs: {
		error: ['kód chyby', 'kod chyby', 'chyba'],
		extended: ['rozšířený kód chyby', 'rozsireny kod chyby'],
		internal: ['interní chyba kód', 'interní kód chyby'],
		event: ['událost', 'id události'],
	},
	sk: {
		error: ['kód chyby', 'kod chyby', 'chyba'],
		extended: ['rozšírený kód chyby', 'rozsireny kod chyby'],
		event: ['udalosť', 'id udalosti'],
	},
	hu: {
		error: ['hibakód', 'hibakod', 'hiba'],
		extended: ['kiterjesztett hibakód', 'bővített hibakód', 'kiterjesztett hibakod'],
		event: ['esemény', 'eseményazonosító'],
	},
	ro: {
		error: ['cod de eroare', 'cod eroare', 'codul de eroare', 'eroare'],
		extended: ['cod de eroare extins', 'codul de eroare extins'],
		event: ['eveniment', 'id eveniment', 'id ul evenimentului'],
	},
	hr: {
		error: ['kod pogreške', 'kôd pogreške', 'pogreška'],
		extended: ['prošireni kod pogreške', 'prošireni kôd pogreške'],
		event: ['id događaja'],
	},
	sl: { error: ['koda napake', 'napaka'], extended: ['razširjena koda napake'], event: ['id dogodka'] },
	bg: {
		error: ['код на грешка', 'код на грешката', 'грешка'],
		extended: ['разширен код на грешка'],
		event: ['id на събитие'],
	},
	tr: {
		error: ['hata kodu', 'hata'],
		extended: ['genişletilmiş hata kodu', 'uzatılmış hata kodu', 'genişletilmiş'],
		internal: ['dahili hata kodu'],
		event: ['olay', 'olay kimliği', 'olay no'],
	},
	el: {
		error: ['κωδικός σφάλματος', 'κωδικος σφαλματος', 'σφάλμα'],
		extended: ['εκτεταμένος κωδικός σφάλματος', 'κωδικός εκτεταμένου σφάλματος'],
		event: ['αναγνωριστικό συμβάντος', 'συμβάν'],
	},
	ru: {
		error: ['код ошибки', 'ошибка', 'ошибки'],
		extended: ['расширенный код ошибки', 'расширенный код', 'расширенный'],
		internal: ['внутренняя ошибка: код', 'код внутренней ошибки'],
		event: ['событие', 'код события', 'идентификатор события', 'ид события', 'id события'],
	},
	uk: {
		error: ['код помилки', 'помилка'],
		extended: ['розширений код помилки'],
		internal: ['внутрішня помилка: код'],
		event: ['подія', 'код події', 'ідентифікатор події', 'id події'],
	},
	ja: {
		error: ['エラー コード', 'エラー番号', 'エラー', 'コード'],
		extended: ['拡張エラー コード', '拡張コード'],
		internal: ['内部エラー コード'],
		event: ['イベント', 'イベント id', 'イベント識別子'],
	},
	'zh-CN': {
		error: ['错误代码', '错误码', '错误代号', '错误编号', '错误', '代码', '报错'],
		extended: ['扩展错误代码', '扩展错误码', '扩展的错误代码'],
		internal: ['内部错误代码', '内部错误码'],
		event: ['事件', '事件 id'],
	},
	'zh-TW': {
		error: ['錯誤碼', '錯誤代碼', '錯誤'],
		extended: ['延伸錯誤碼', '擴充錯誤碼', '延伸的錯誤碼', '擴充的錯誤碼', '延伸錯誤代碼'],
		internal: ['內部錯誤碼'],
		event: ['事件識別碼'],
	},
	ko: {
		error: ['오류 코드', '에러 코드', '오류', '에러', '코드'],
		extended: ['확장 오류 코드', '확장된 오류 코드', '확장 코드'],
		internal: ['내부 오류 코드'],
		event: ['이벤트', '이벤트 id'],
	},
	ar: {
		error: ['رمز الخطأ', 'خطأ'],
		extended: ['رمز الخطأ الموسع', 'رمز الخطأ الموسّع', 'رمز الخطأ الممتد'],
		event: ['معرف الحدث'],
	},
	he: { error: ['קוד שגיאה', 'שגיאה'], extended: ['קוד שגיאה מורחב'], event: ['מזהה אירוע'] },
	th: { error: ['รหัสข้อผิดพลาด'], extended: ['รหัสข้อผิดพลาดเพิ่มเติม', 'รหัสข้อผิดพลาดแบบขยาย'], event: ['รหัสเหตุการณ์'] },
	vi: { error: ['mã lỗi', 'ma loi', 'lỗi'], extended: ['mã lỗi mở rộng'], event: ['id sự kiện'] },
	lt: {
		error: ['klaidos kodas', 'klaida'],
		extended: ['išplėstinis klaidos kodas', 'išplėstas klaidos kodas'],
		event: ['įvykio id'],
	},
	lv: {
		error: ['kļūdas kods', 'kļūda'],
		extended: ['paplašinātais kļūdas kods', 'paplašināts kļūdas kods'],
		event: ['notikuma id'],
	},
	et: {
		error: ['tõrkekood', 'veakood', 'tõrge'],
		extended: ['laiendatud tõrkekood', 'laiendatud veakood'],
		event: ['sündmuse id'],
	},
	id: {
		error: ['kode kesalahan', 'kode galat', 'kode error'],
		extended: ['kode kesalahan yang diperluas', 'kode kesalahan diperluas'],
		event: ['id peristiwa'],
	},
}

const all = (of: (labels: Labels) => readonly string[]) => [...new Set(Object.values(LABELS).flatMap(of))]

/** Every word of every label, for a search box that must tell a labelled code from a question. */
export const LABEL_WORDS: ReadonlySet<string> = new Set(
	all(({ error, extended }) => [...error, ...extended]).flatMap((label) => [label, ...label.split(/[\s']+/)]),
)

/** Labels of event numbers, without hyphens. */
export const EVENT_LABELS: ReadonlySet<string> = new Set([...all(({ event }) => event), 'eventid'])

/** What a label says of the number behind it. */
export type Label =
	| 'extended'
	| 'error'
	/** A single word such as "error" or "code", which stands before other numbers, too. */
	| 'weak'
	| 'event'
	| 'tls-alert'
	/** A number of the client's OnFatalError event. */
	| 'internal'
	/** The word "reason": of a disconnection, or in an event of the host. */
	| 'reason'
	| 'status'
	| 'error-info'
	| 'none'

/** What the words before a number say that it is, when it is no code of Remote Desktop. */
export const FOREIGN = {
	'stop-code':
		'stop|stop code|stopcode|stop error|stop fehler|bugcheck|bug check|bug check code|bugcheckcode|bugcheck code|код остановки|停止代码|停止コード|bluescreen',
	'windows-update':
		'windows update|windows update error|update error|install error|installation error|update failed|updatefehler',
	memory:
		'at address|at offset|offset|fault offset|address|memory at|handle|ptr|pointer|rip|eip|rsp|rax|arg1|arg2|arg3|arg4|param|parameter|parameter1|parameter2|parameter3|parameter4|fehleroffset|adresse|adresse mémoire|décalage|dirección|endereço|offset errore|смещение|адрес|смещение ошибки|偏移|偏移量|地址|错误偏移量|アドレス|オフセット|障害オフセット',
	process:
		'pid|tid|process id|thread id|processid|threadid|process|faulting process id|prozess id|prozesses|des fehlerhaften prozesses|procesid|id procesu|processo|id processo|proceso|processus|ид процесса|код процесса|进程 id|进程|プロセス id',
	time: 'time stamp|timestamp|start time|application start time|zeitstempel|startzeit|horodatage|marca de tiempo|时间戳|タイム スタンプ|метка времени',
	port: 'port|ports|tcp|udp|tcp port|udp port|portnummer|puerto|porta|poort|порт|端口|ポート|포트',
	version:
		'build|os build|version|versión|versione|versie|wersja|verze|sürüm|версия|版本|バージョン|버전|release|rev|revision|client version|mstsc',
	article: 'kb|kb article|article',
	'exit-code':
		'exit code|exitcode|exit status|exit value|return code|returncode|rc|errorlevel|rückgabewert|code de retour|код возврата|退出代码|終了コード|exit with code|exited with code|exited with status',
	'system-error':
		'system error|win32 error|socket error|os error|last error|getlasterror|lasterror|errno|wsa error|winsock error|systemfehler|wsagetlasterror',
	exception:
		"exception code|exception|ausnahmecode|code d'exception|código de excepción|код исключения|异常代码|例外コード|kod wyjątku|uitzonderingscode|código de exceção|codice eccezione",
	web: 'http|https|http error|http status|http status code|http code|status code|statuscode|http response|response code|http-fehler',
	mail: 'smtp|smtp error|imap|pop3|ndr|dsn',
	number:
		'zip code|postal code|area code|qr code|ticket|ticket no|ticket number|incident|case|ref|reference|order|order no|invoice|asset|tag|serial|serial number|room|raum|zimmer|phone|tel|telefon|durchwahl|fax|dial in code|access code|pin|pin code|door code|conference code|discount code|promo code|postcode|inc|req|sr|issue|bug|pr|page|seite|line|zeile|row|column|step|chapter|rfc|iso|cve|model|unicode|color|colour|vlan|mtu|dpi|unit|dns|id de session|session id|session|sitzung|sitzungs id',
} as const satisfies Record<string, string>
export type Foreign = keyof typeof FOREIGN

const isWeak = (label: string) =>
	!/ |code|kod|コード|番号|代码|代碼|错误码|错误代号|错误编号|錯誤碼|코드|kode|รหัส/.test(label) ||
	/^(?:コード|代码|코드)$/.test(label)
const strongOf = ({ error }: Labels) => error.filter((label) => !isWeak(label))
/** Names that programs give to the number of OnDisconnected. */
const REASONS_BY_NAME =
	'disconnectreason|disconnect reason|disconnect code|discreason|disc reason|disconnection reason'.split('|')
const WEAK = 'code|sspi|hresult|hr|ntstatus|sub status|substatus|disconnected|err|errcode|msg'.split('|')
/** The word for "reason" before a number; events and programs use it for both kinds of codes. */
const REASONS =
	'reason|reason code|grund|trenngrund|trennungsgrund|ursachencode|grundcode|motif|raison|code de motif|motivo|motivo de desconexión|código de motivo|motivo da desconexão|código do motivo|motivo della disconnessione|codice motivo|reden|redencode|powód|kod przyczyny|причина|причина отключения|код причины|neden|neden kodu|切断理由|理由|理由コード|断开原因|原因|原因代码|中斷原因|이유|이유 코드'.split(
		'|',
	)
/** Behind these stand 32-bit values of Windows or numbers of other programs. */
const STATUSES = 'status|error status|statuswert'.split('|')
/** Numbers of the protocol as FreeRDP and its kin print them. */
const PROTOCOL = 'errorinfo|error info|errinfo|errinfo unknown|seterrorinfo|set error info'.split('|')
/** Schannel and OpenSSL name the alert; before a plain error code stands the protocol. */
const ALERT = 'alert code|alert number|fatal alert|tls alert|ssl alert|alert|alarm code|警报代码|警告代码'.split('|')
const TLS = /\b(?:tls|ssl)\b/i
/** Words of a sentence that may stand between a label and its number. */
const FILLERS =
	'is|was|are|of|returned|reads|says|equals|like|no|nr|number|nummer|numer|numero|numéro|número|номер|番号|번호|hex|dec|decimal|ist|lautet|war|est|es|è|to|это|rdp|mstsc|als|as|with|是|为|為|は|が'.split(
		'|',
	)

type Kind = Label | Foreign | 'alert' | 'filler' | 'ext'

/** Labels from their last letter to their first, so that they can be read backwards from a number. */
interface Node {
	kind?: Kind
	next: Map<string, Node>
}

/** Where two lists hold the same words, the first list has them. */
function readBackwards(...lists: (readonly [Kind, readonly string[]])[]): Node {
	const root: Node = { next: new Map() }
	for (const [kind, labels] of lists)
		for (const label of labels) {
			let node = root
			for (const char of [...label].reverse()) {
				const folded = foldChar(char)
				if (folded === '' || SKIPPED.test(folded)) continue
				const next = node.next.get(folded) ?? { next: new Map() }
				node.next.set(folded, next)
				node = next
			}
			node.kind ??= kind
		}
	return root
}

/** What parts the words of a label, in whatever number. */
const SKIPPED = /[\s_'’.,:>|-]/
/** One character without its accent, lower case; a mark alone is nothing. Alphabets that have no case stay as they are. */
function foldChar(char: string): string {
	const code = char.charCodeAt(0)
	if (code < 0x80) return char.toLowerCase()
	if (code >= 0x530) return /\p{M}/u.test(char) ? '' : char
	return char.toLowerCase().normalize('NFD')[0]?.replace(/\p{M}/u, '').replace('ı', 'i').replace('ς', 'σ') ?? ''
}

const ROOT = readBackwards(
	...(Object.entries(FOREIGN) as [Foreign, string][]).map(([what, labels]) => [what, labels.split('|')] as const),
	['event', [...all(({ event }) => event), 'eventid', 'eventcode']],
	['extended', all(({ extended }) => extended)],
	['internal', all(({ internal }) => internal ?? [])],
	['alert', ALERT],
	['error-info', PROTOCOL],
	['error', [...all(strongOf), ...REASONS_BY_NAME]],
	['reason', REASONS],
	['status', STATUSES],
	['ext', ['ext']],
	['weak', [...all(({ error }) => error.filter(isWeak)), ...WEAK]],
	['filler', FILLERS],
)

/** What may stand between a label and its number, besides mark-up and {@link FILLERS}. */
const OPENER = /["'`*“”«»„‘’([{<>=#\s:–—|~\\→-]/
const MARKUP = /(?:&nbsp;|&#160;|&quot;|<\/?[a-z][^<>]{0,80}>)$/i
const LONGEST_MARKUP = 90
/** How many characters to the left of a number its label may begin. */
const LOOK_BACK = 160

/** An element of an event that holds a reason; its tag is the label. */
const REASON_TAG =
	/<(?:(?:disconnect)?reason(?:code)?|data name=["'](?:disconnect)?reason(?:code)?["'])>\s{0,4}$|>disconnect reason<\/data>\s{0,8}<data name=["']value["']>\s{0,4}$/i

/** The place behind the last character that is no opener; -1 where there is none near. */
function skipOpeners(text: string, from: number, limit: number): number {
	let at = from
	while (at > limit) {
		const char = text[at - 1] ?? ''
		if (char === ';' || char === '>') {
			const markup = MARKUP.exec(text.slice(Math.max(limit, at - LONGEST_MARKUP), at))
			if (markup) {
				at -= markup[0].length
				continue
			}
		}
		if (!OPENER.test(char)) return at
		at--
	}
	return -1
}

/** The longest label that ends at a place, and where it begins. */
function labelEndingAt(text: string, end: number, limit: number): { kind: Kind; start: number } | undefined {
	let node: Node | undefined = ROOT
	let best: { kind: Kind; start: number } | undefined
	for (let at = end - 1; at >= limit; at--) {
		const char = text[at] ?? ''
		const folded = foldChar(char)
		if (folded === '') continue
		if (SKIPPED.test(folded)) {
			if (at === end - 1) return
			continue
		}
		node = node.next.get(folded)
		if (!node) break
		// A label of letters begins where a word begins.
		if (node.kind && (at === 0 || UNSPACED.test(char) || !isLetterAt(text, at - 1)))
			best = { kind: node.kind, start: at }
	}
	return best
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
	if (/[>\s]/.test(text[index - 1] ?? '') && REASON_TAG.test(text.slice(Math.max(0, index - 90), index)))
		return 'reason'
	let end = skipOpeners(text, index, limit)
	let found = end < 0 ? undefined : labelEndingAt(text, end, limit)
	for (let i = 0; i < 2 && found?.kind === 'filler'; i++) {
		end = skipOpeners(text, found.start, limit)
		found = end < 0 ? undefined : labelEndingAt(text, end, limit)
	}
	if (end < 0) return 'none'
	if (!found) return typed && end < index ? slippedLabel(text.slice(limit, end)) : 'none'
	switch (found.kind) {
		case 'filler':
			return 'none'
		case 'ext':
			// An extension of a telephone, unless the number is spelt as a code.
			return /^0x/i.test(text.slice(index, index + 2)) ? 'extended' : 'number'
		case 'alert':
			return TLS.test(text.slice(Math.max(0, found.start - 64), end)) ? 'tls-alert' : 'none'
		case 'error':
			if (TLS.test(text.slice(Math.max(0, found.start - 48), found.start))) return 'tls-alert'
			return typed && slippedExtended(text, found.start, limit) ? 'extended' : 'error'
		default:
			return found.kind
	}
}

/** A label as it is compared for slips: its letters, folded, and nothing between them. */
const squash = (label: string) =>
	Array.from(label, foldChar)
		.join('')
		.replace(/[\s_'’.,:-]/g, '')

const STRONG: ReadonlyMap<string, Label> = new Map(
	[
		...all(({ extended }) => extended).map((label) => [label, 'extended'] as const),
		...all(strongOf).map((label) => [label, 'error'] as const),
	].map(([label, kind]) => [squash(label), kind]),
)
/** A shorter label with one letter gone is as likely another word. */
const SHORTEST_SLIP = 7
let slips: Map<string, Label> | undefined

/** Labels without one of their letters: what is one slip away from a label shares such a form with it. */
function slippedForms(): Map<string, Label> {
	if (slips) return slips
	slips = new Map()
	for (const [label, kind] of STRONG)
		if (label.length >= SHORTEST_SLIP)
			for (const form of [label, ...withoutOne(label)]) if (!slips.has(form) || kind === 'error') slips.set(form, kind)
	return slips
}

const withoutOne = (word: string) => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))

/** A label with one letter wrong, missing, doubled or swapped, as in "Error ode" and "Fehlrecode". */
function slippedLabel(words: string): Label {
	const last = words.split(/[\s_-]+/).slice(-4)
	const forms = slippedForms()
	for (let from = 0; from < last.length; from++) {
		const written = squash(last.slice(from).join(''))
		if (written.length < SHORTEST_SLIP - 1 || written.length > 32) continue
		const slip = forms.has(written) ? written : withoutOne(written).find((form) => forms.has(form))
		if (slip !== undefined) return forms.get(slip) ?? 'none'
	}
	return 'none'
}

/** The words that make a label of an error code one of an extended code, where they stand before it. */
const EXTENDED_WORDS: ReadonlySet<string> = new Set(
	all(({ extended }) => extended)
		.map((label) => label.split(' ')[0] ?? '')
		.map(squash)
		.filter((word) => word.length >= SHORTEST_SLIP && STRONG.get(word) !== 'error'),
)
let extendedForms: Set<string> | undefined

/** Whether the word before a label says "extended", with or without a slip: "Extendet error code". */
function slippedExtended(text: string, start: number, limit: number): boolean {
	const word = squash(/[\p{L}]{6,20}[\s_-]{1,3}$/u.exec(text.slice(Math.max(limit, start - 24), start))?.[0] ?? '')
	if (word === '') return false
	extendedForms ??= new Set([...EXTENDED_WORDS].flatMap((known) => [known, ...withoutOne(known)]))
	return extendedForms.has(word) || withoutOne(word).some((form) => extendedForms?.has(form))
}

/** "904 error", "2308-Fehler", "0x904错误": the word behind a number that says what it is; a plural counts errors. */
const BEHIND =
	/^(?:[ \t"'`)\]-]{1,3}(?:error code|error|fehlercode|fehler|hata|erreur|errore|erro|fout|błąd|ошибка|chyba)(?![\p{L}])|["'`)\] ]{0,2}(?:错误|錯誤|报错|エラー|오류|에러))/u

/** Whether the word behind a number says that it is an error. */
export function labelBehind(text: string, end: number): boolean {
	return BEHIND.test(text.slice(end, end + 16).toLowerCase())
}
