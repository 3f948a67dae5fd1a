/** What the words before a number can say that it is, and the words that say so. */
import { LABELS, type Labels } from './label-lists.ts'

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

/** Whether a label names a number of somebody else. */
export const isForeign = (label: Label | Foreign): label is Foreign => Object.hasOwn(FOREIGN, label)

/** Names that programs give to the number of OnDisconnected. */
export const REASONS_BY_NAME =
	'disconnectreason|disconnect reason|disconnect code|discreason|disc reason|disconnection reason'.split('|')
/** Single words that stand before the numbers of anybody. */
const WEAK = 'code|sspi|hresult|hr|ntstatus|sub status|substatus|disconnected|err|errcode|msg'.split('|')
/** The word for "reason" before a number; events and programs use it for both kinds of codes. */
export const REASONS =
	'reason|reason code|grund|trenngrund|trennungsgrund|ursachencode|grundcode|motif|raison|code de motif|motivo|motivo de desconexión|código de motivo|motivo da desconexão|código do motivo|motivo della disconnessione|codice motivo|reden|redencode|powód|kod przyczyny|причина|причина отключения|код причины|neden|neden kodu|切断理由|理由|理由コード|断开原因|原因|原因代码|中斷原因|이유|이유 코드'.split(
		'|',
	)
/** Behind these stand 32-bit values of Windows or numbers of other programs. */
export const STATUSES = 'status|error status|statuswert'.split('|')
/** Numbers of the protocol as FreeRDP and its kin print them. */
export const PROTOCOL = 'errorinfo|error info|errinfo|errinfo unknown|seterrorinfo|set error info'.split('|')
/** Schannel and OpenSSL name the alert; before a plain error code stands the protocol. */
export const ALERT = 'alert code|alert number|fatal alert|tls alert|ssl alert|alert|alarm code|警报代码|警告代码'.split(
	'|',
)
/** Words of a sentence that may stand between a label and its number. */
export const FILLERS =
	'is|was|are|of|returned|reads|says|equals|like|no|nr|number|nummer|numer|numero|numéro|número|номер|番号|번호|hex|dec|decimal|ist|lautet|war|est|es|è|to|это|rdp|mstsc|als|as|with|是|为|為|は|が'.split(
		'|',
	)

const all = (of: (labels: Labels) => readonly string[]) => [...new Set(Object.values(LABELS).flatMap(of))]

/** One word alone, or "code" alone: it stands before other numbers, too. */
const isWeak = (label: string) =>
	!/ |code|kod|コード|番号|代码|代碼|错误码|错误代号|错误编号|錯誤碼|코드|kode|รหัส/.test(label) ||
	/^(?:コード|代码|코드)$/.test(label)

/** Labels that only an error code has, in all languages. */
export const STRONG_LABELS = all(({ error }) => error.filter((label) => !isWeak(label)))
/** Words for an error that stand before other numbers, too. */
export const WEAK_LABELS = [...all(({ error }) => error.filter(isWeak)), ...WEAK]
/** Labels of extended codes, in all languages. */
export const EXTENDED_LABELS = all(({ extended }) => extended)
/** Labels of the client's fatal errors. */
export const INTERNAL_LABELS = all(({ internal }) => internal ?? [])
/** Labels of event numbers, and names of their columns; without hyphens. */
export const EVENT_LABELS = [...all(({ event }) => event), 'eventid']

/** Every word of every label, for a search box that must tell a labelled code from a question. */
export const LABEL_WORDS: ReadonlySet<string> = new Set(
	all(({ error, extended }) => [...error, ...extended]).flatMap((label) => [label, ...label.split(/[\s']+/)]),
)
