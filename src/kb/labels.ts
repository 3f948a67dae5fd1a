/**
 * What the Windows dialog prints before its two numbers, by language, lower case and without the colon. The longer label
 * always holds the shorter one's number apart: "extended" is looked for first.
 *
 * Sources: pasted dialogs in public issue trackers for en, zh, ja, ru, fr, nl; the localised Windows documentation and
 * general knowledge for the rest. A label that is wrong costs nothing: the number is then read without it.
 */
export interface DialogLabels {
	error: readonly string[]
	extended: readonly string[]
}

export const LABELS: Record<string, DialogLabels> = {
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

const byLength = (labels: string[]) => [...new Set(labels)].sort((a, b) => b.length - a.length)
const EXTENDED_LABELS = byLength(Object.values(LABELS).flatMap((labels) => labels.extended))
const ERROR_LABELS = byLength(Object.values(LABELS).flatMap((labels) => labels.error))

/** What a label says of the number behind it; `foreign` is another product's number. */
export type Label = 'extended' | 'error' | 'event' | 'foreign' | 'none'

const OPENERS = /["'`*“”«»„‘’([{<>=#\s:–—-]+$/
const FOREIGN =
	/(?:^|[^a-z])(?:stop|stop code|bugcheck|bug check|bugcheckcode|bug check code|windows update|update error|install(?:ation)? error|at address|at offset|offset|address|pid|process id|thread id|port|build|version|kb|exit code|http(?: error| status)?(?: code)?)$/

/** How many characters to the left of a number its label may begin. */
const LOOK_BACK = 48

/**
 * What the text directly before a number says it is.
 *
 * @param text ASCII twin of the text
 * @param index where the number starts
 */
export function labelBefore(text: string, index: number): Label {
	const stretch = text.slice(Math.max(0, index - LOOK_BACK), index).toLowerCase()
	const end = stretch.replace(OPENERS, '')
	if (FOREIGN.test(end)) return 'foreign'
	if (/(?:event|event id|eventid|ereignis-id|ereignis)$/.test(end)) return 'event'
	for (const label of EXTENDED_LABELS) if (end.endsWith(label)) return 'extended'
	for (const label of ERROR_LABELS) if (end.endsWith(label)) return 'error'
	if (/(?:^|[^a-z])(?:code|reason|discreason|disconnectreason|status)$/.test(end)) return 'error'
	return 'none'
}
