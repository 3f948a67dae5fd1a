/**
 * What the Windows dialog prints before its two numbers, by language, lower case and without the colon; after the labels
 * of the dialog the single words people write instead. A space stands for none, a space, a hyphen or an underscore.
 *
 * Sources: pasted dialogs in public issue trackers for en, zh, ja, ru, fr, nl; the localised Windows documentation and
 * general knowledge for the rest.
 */
interface DialogLabels {
	error: readonly string[]
	extended: readonly string[]
}

const LABELS: Record<string, DialogLabels> = {
	en: {
		error: ['error code', 'errorcode', 'error'],
		extended: ['extended error code', 'extended errorcode', 'extended error', 'extended code', 'extended'],
	},
	de: {
		error: ['fehlercode', 'fehler'],
		extended: ['erweiterter fehlercode', 'erweiterter fehler', 'erweiterten fehlercode'],
	},
	fr: {
		error: ['code d’erreur', "code d'erreur", 'code erreur', 'erreur'],
		extended: [
			'code d’erreur étendu',
			"code d'erreur étendu",
			'code erreur étendu',
			'code d’erreur etendu',
			"code d'erreur etendu",
		],
	},
	es: {
		error: ['código de error', 'codigo de error', 'error'],
		extended: ['código de error extendido', 'codigo de error extendido', 'código de error ampliado'],
	},
	pt: {
		error: ['código de erro', 'codigo de erro', 'código do erro', 'erro'],
		extended: [
			'código de erro estendido',
			'codigo de erro estendido',
			'código de erro expandido',
			'código de erro alargado',
		],
	},
	it: {
		error: ['codice di errore', 'codice errore', 'errore'],
		extended: ['codice di errore esteso', 'codice errore esteso'],
	},
	nl: { error: ['foutcode', 'fout'], extended: ['uitgebreide foutcode'] },
	sv: { error: ['felkod', 'fel'], extended: ['utökad felkod'] },
	da: { error: ['fejlkode', 'fejl'], extended: ['udvidet fejlkode'] },
	nb: { error: ['feilkode', 'feil'], extended: ['utvidet feilkode'] },
	fi: { error: ['virhekoodi', 'virhe'], extended: ['laajennettu virhekoodi'] },
	pl: { error: ['kod błędu', 'kod bledu', 'błąd'], extended: ['rozszerzony kod błędu', 'rozszerzony kod bledu'] },
	cs: { error: ['kód chyby', 'kod chyby', 'chyba'], extended: ['rozšířený kód chyby', 'rozsireny kod chyby'] },
	sk: { error: ['kód chyby'], extended: ['rozšírený kód chyby'] },
	hu: { error: ['hibakód', 'hiba'], extended: ['kiterjesztett hibakód', 'bővített hibakód'] },
	ro: { error: ['cod de eroare', 'cod eroare', 'eroare'], extended: ['cod de eroare extins'] },
	tr: { error: ['hata kodu', 'hata'], extended: ['genişletilmiş hata kodu', 'uzatılmış hata kodu'] },
	el: {
		error: ['κωδικός σφάλματος', 'σφάλμα'],
		extended: ['εκτεταμένος κωδικός σφάλματος', 'κωδικός εκτεταμένου σφάλματος'],
	},
	ru: { error: ['код ошибки', 'ошибка'], extended: ['расширенный код ошибки'] },
	uk: { error: ['код помилки', 'помилка'], extended: ['розширений код помилки'] },
	ja: {
		error: ['エラー コード', 'エラーコード', 'エラー', 'コード'],
		extended: ['拡張エラー コード', '拡張エラーコード'],
	},
	'zh-CN': { error: ['错误代码', '错误码', '错误', '代码'], extended: ['扩展错误代码', '扩展错误码'] },
	'zh-TW': { error: ['錯誤碼', '錯誤代碼', '錯誤'], extended: ['延伸錯誤碼', '擴充錯誤碼', '延伸的錯誤碼'] },
	ko: { error: ['오류 코드', '오류코드', '오류'], extended: ['확장 오류 코드', '확장된 오류 코드', '확장 오류코드'] },
	ar: { error: ['رمز الخطأ'], extended: ['رمز الخطأ الموسع', 'رمز الخطأ الموسّع'] },
	he: { error: ['קוד שגיאה'], extended: ['קוד שגיאה מורחב'] },
}

const all = (of: (labels: DialogLabels) => readonly string[]) => [...new Set(Object.values(LABELS).flatMap(of))]

/** Every word of every label, for a search box that must tell a labelled code from a question. */
export const LABEL_WORDS: ReadonlySet<string> = new Set(
	all(({ error, extended }) => [...error, ...extended]).flatMap((label) => [label, ...label.split(/[\s']+/)]),
)

/** What a label says of the number behind it. */
export type Label =
	| 'extended'
	| 'error'
	/** A single word such as "error" or "code", which stands before other numbers, too. */
	| 'weak'
	| 'event'
	/** Another product's number. */
	| 'foreign'
	| 'none'

/** A pattern for any of some labels at the end of a text; a label of letters begins where a word begins. */
function endsWith(labels: readonly string[]): RegExp {
	const alternatives = [...labels]
		.sort((a, b) => b.length - a.length)
		.map(
			(label) =>
				(/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(label) ? '' : '(?<!\\p{L})') +
				label.replace(/ /g, '[\\s_-]?'),
		)
	return new RegExp(`(?:${alternatives.join('|')})$`, 'u')
}

const isWeak = (label: string) => !/ |code|kod|コード|代码|代碼|错误码|錯誤碼|코드/.test(label)
const EXTENDED = endsWith(all(({ extended }) => extended))
const ERROR = endsWith(all(({ error }) => error.filter((label) => !isWeak(label))))
const WEAK = endsWith([
	...all(({ error }) => error.filter(isWeak)),
	'code',
	'reason',
	'disconnectreason',
	'discreason',
	'status',
])
const EVENT = endsWith(['event', 'event id', 'ereignis', 'ereignis id'])
const FOREIGN = endsWith(
	(
		'stop|stop code|bugcheck|bug check|bug check code|bugcheckcode|windows update|update error|install error|installation error|' +
		'at address|at offset|offset|address|pid|process id|thread id|port|build|version|kb|system error|win32 error|socket error|' +
		'os error|last error|exit code|exit status|return code|status code|zip code|postal code|area code|qr code|http|http error|' +
		'http status|http status code'
	).split('|'),
)

const OPENERS = /["'`*“”«»„‘’([{<>=#\s:–—-]+$/

/** How many characters to the left of a number its label may begin. */
const LOOK_BACK = 48

/**
 * What the text directly before a number says it is.
 *
 * @param text ASCII twin of the text
 * @param index where the number starts
 */
export function labelBefore(text: string, index: number): Label {
	const stretch = text.slice(Math.max(0, index - LOOK_BACK), index)
	// The Turkish capital İ would become two characters.
	const end = stretch.replaceAll('İ', 'i').toLowerCase().replace(OPENERS, '')
	if (FOREIGN.test(end)) return 'foreign'
	if (EVENT.test(end)) return 'event'
	if (EXTENDED.test(end)) return 'extended'
	if (ERROR.test(end)) return 'error'
	return WEAK.test(end) ? 'weak' : 'none'
}
