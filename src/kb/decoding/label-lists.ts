/** The labels of the dialog and of events, by language. */

/**
 * What a dialog, a log or a person writes before a number, by language, lower case and without the colon. A space stands
 * for none, a space, a hyphen or an underscore.
 *
 * Sources: pasted dialogs in public issue trackers for en, zh, ja, ru, fr, nl; the localised Windows documentation, the
 * translations of mRemoteNG and NETworkManager, and general knowledge for the rest.
 */
export interface Labels {
	/** The first number of the dialog; single words such as "error" after it. */
	error: readonly string[]
	extended: readonly string[]
	/** Numbers of the OnFatalError event as mRemoteNG prints them. */
	internal?: readonly string[]
	event: readonly string[]
}

/** By language, as content tags it. */
export const LABELS: Readonly<Record<string, Labels>> = {
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
