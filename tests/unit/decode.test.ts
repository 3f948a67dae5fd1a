import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/kb/decoding/decode.ts'
import { UNSPACED } from '../../src/kb/text/scripts.ts'
import { toFullWidth } from './arbitraries.ts'
import { facts, lookup } from './real-content.ts'

const read = (text: string) => {
	const { codes, pairs } = decode(lookup, text)
	return {
		codes: codes.map(({ space, hex }) => `${space} ${hex}`),
		pairs: pairs.map(({ id }) => id),
		ids: codes.map(({ row }) => row?.id),
	}
}

/** The two lines of the dialog by language, written down by hand and not taken from the decoder's own list. */
const DIALOGS: [string, string, string][] = [
	['English', 'Error code: ', 'Extended error code: '],
	['German', 'Fehlercode: ', 'Erweiterter Fehlercode: '],
	['French', 'Code d’erreur : ', 'Code d’erreur étendu : '],
	['French with straight apostrophes', "Code d'erreur : ", "Code d'erreur étendu : "],
	['Spanish', 'Código de error: ', 'Código de error extendido: '],
	['Portuguese', 'Código de erro: ', 'Código de erro estendido: '],
	['Italian', 'Codice di errore: ', 'Codice di errore esteso: '],
	['Dutch', 'Foutcode: ', 'Uitgebreide foutcode: '],
	['Swedish', 'Felkod: ', 'Utökad felkod: '],
	['Danish', 'Fejlkode: ', 'Udvidet fejlkode: '],
	['Norwegian', 'Feilkode: ', 'Utvidet feilkode: '],
	['Finnish', 'Virhekoodi: ', 'Laajennettu virhekoodi: '],
	['Polish', 'Kod błędu: ', 'Rozszerzony kod błędu: '],
	['Czech', 'Kód chyby: ', 'Rozšířený kód chyby: '],
	['Hungarian', 'Hibakód: ', 'Kiterjesztett hibakód: '],
	['Turkish', 'Hata kodu: ', 'Genişletilmiş hata kodu: '],
	['Greek', 'Κωδικός σφάλματος: ', 'Εκτεταμένος κωδικός σφάλματος: '],
	['Russian', 'Код ошибки: ', 'Расширенный код ошибки: '],
	['Ukrainian', 'Код помилки: ', 'Розширений код помилки: '],
	['Japanese', 'エラー コード: ', '拡張エラー コード: '],
	['Japanese with a full-width colon', 'エラー コード：', '拡張エラー コード：'],
	['Simplified Chinese', '错误代码: ', '扩展错误代码: '],
	['Simplified Chinese with a full-width colon', '错误代码：', '扩展错误代码：'],
	['Traditional Chinese', '錯誤碼: ', '延伸錯誤碼: '],
	['Korean', '오류 코드: ', '확장 오류 코드: '],
	['Arabic', 'رمز الخطأ: ', 'رمز الخطأ الموسع: '],
	['Hebrew', 'קוד שגיאה: ', 'קוד שגיאה מורחב: '],
]

describe.each(DIALOGS)('the dialog in %s', (_language, error, extended) => {
	test('gives both codes and the pair', () => {
		expect(read(`${error}0x904\n${extended}0x7`)).toMatchObject({
			codes: ['disconnect 0x904', 'extended 0x7'],
			pairs: ['mstsc-0x904-0x7'],
		})
	})

	test('gives numbers so small that only the label says what they are', () => {
		expect(read(`${error}0x3\r\n${extended}0x11`)).toMatchObject({
			codes: ['disconnect 0x3', 'extended 0x11'],
			pairs: ['mstsc-0x3-0x11'],
		})
	})

	test('is read in capitals and from a full-width keyboard', () => {
		expect(read(`${error.toLocaleUpperCase('en')}0X904 ${extended.toLocaleUpperCase('en')}0X7`).pairs).toEqual([
			'mstsc-0x904-0x7',
		])
		expect(read(`${error}${toFullWidth('0x904')}\n${extended}${toFullWidth('0x7')}`).pairs).toEqual(['mstsc-0x904-0x7'])
	})
})

describe('what people paste', () => {
	test('the text that Ctrl+C copies out of the dialog gives the pair and no code from the time', () => {
		const copied = [
			'[Window Title]',
			'Remote Desktop Connection',
			'',
			'[Content]',
			'Remote Desktop cannot connect to "rdp01.example.com" (10.9.4.7:3389).',
			'',
			'[^] Hide details  [OK]',
			'',
			'[Expanded Information]',
			'Error code: 0x904',
			'Extended error code: 0x7',
			'Timestamp (UTC): 11/20/26 10:14:33 AM',
			'Press Ctrl+C to copy.',
		].join('\r\n')
		expect(read(copied)).toMatchObject({ ids: ['mstsc-0x904', 'extended-0x7'], pairs: ['mstsc-0x904-0x7'] })
	})

	test('a dialog typed into one line of a ticket', () => {
		for (const line of [
			'error code 0x904, extended error code 0x7.',
			'Error code: 0x904 (extended error code: 0x7)',
			'**Error code:** 0x904 **Extended error code:** 0x7',
			'> Error code: `0x904`\n> Extended error code: `0x7`',
			'disconnect reason: 2308, extended 7',
		])
			expect(read(line).pairs, line).toEqual(['mstsc-0x904-0x7'])
	})

	test('a bare number behind a label is read as decimal first, as logs print it, and else as the dialog would', () => {
		expect(read('Error code: 2308').ids).toEqual(['mstsc-0x904'])
		expect(read('Error code: 904').ids).toEqual(['mstsc-0x904'])
		expect(read('discReason=516').ids).toEqual(['mstsc-0x204'])
	})

	test('mRemoteNG prints the decimal first and the sentence after it', () => {
		expect(read('RDP Disconnected!\n2308\nSocket closed').ids).toEqual(['mstsc-0x904'])
		expect(read('Disconnected! "2308"').ids).toEqual(['mstsc-0x904'])
	})

	test('an HRESULT inside a sentence, in hexadecimal, signed and bare', () => {
		for (const text of [
			'An authentication error has occurred (Code: 0x80090304).',
			'AcquireCredentialsHandle failed with 0x80090304',
			'SSPI returned -2146893052',
			'The error code returned is 80090304.',
		])
			expect(read(text).ids, text).toEqual(['hresult-0x80090304'])
	})

	test('a FreeRDP log names the symbol and its number, which is one finding', () => {
		const log =
			'[10:14:33:123] [4711:00001267] [ERROR][com.freerdp.core] - freerdp_set_last_error_ex ERRCONNECT_TLS_CONNECT_FAILED [0x00020008]'
		expect(read(log).ids).toEqual(['freerdp-connect-0x20008'])
		expect(read('freerdp_set_last_error_ex errconnect_tls_connect_failed [0x00020008]').ids).toEqual([
			'freerdp-connect-0x20008',
		])
	})

	test('a symbol of the API alone', () => {
		expect(read('the reason was exDiscReasonServerDeniedConnection').ids).toEqual(['extended-0x7'])
	})

	test('an event with its label', () => {
		expect(read('Event ID 1057 in the System log').ids).toEqual(['event-system-1057'])
		expect(read('Ereignis-ID: 1057').ids).toEqual(['event-system-1057'])
	})

	test('a labelled number that no list has is told, without a page', () => {
		expect(read('Error code: 0x9044\nExtended error code: 0x7')).toEqual({
			codes: ['disconnect 0x9044', 'extended 0x7'],
			ids: [undefined, 'extended-0x7'],
			pairs: ['mstsc-0x9044-0x7'],
		})
	})

	test('a pair stands once, however often it was pasted', () => {
		const dialog = 'Error code: 0x904\nExtended error code: 0x7\n'
		expect(read(dialog.repeat(3)).pairs).toEqual(['mstsc-0x904-0x7'])
		expect(read(dialog.repeat(3)).codes).toHaveLength(6)
	})

	test('each error code takes its own extended code', () => {
		expect(
			read('Error code: 0x904\nExtended error code: 0x7\n\nError code: 0x3\nExtended error code: 0x11').pairs,
		).toEqual(['mstsc-0x904-0x7', 'mstsc-0x3-0x11'])
		expect(read('Error code: 0x904, then Error code: 0x3, Extended error code: 0x11').pairs).toEqual(['mstsc-0x3-0x11'])
	})

	test('an extended code far away belongs to another message', () => {
		expect(read(`Error code: 0x904${' and so on'.repeat(40)} Extended error code: 0x7`).pairs).toEqual([])
	})

	test('a short line about Remote Desktop is about its number, however long the ticket is', () => {
		const ticket = 'The user called this morning and has no idea what it could be. It worked last week.'
		for (const line of ['rdp 2308', 'win 11 24h2 rdp 2308', 'RDP 2308 since Monday'])
			for (const text of [line, `${ticket}\n${line}`, `${line}\n${ticket}`])
				expect(read(text).ids, text).toEqual(['mstsc-0x904'])
	})

	test('words that end like a warning do not hide the code behind them', () => {
		expect(read('users report 0x904').ids).toEqual(['mstsc-0x904'])
		expect(read('asked support: 0x904').ids).toEqual(['mstsc-0x904'])
	})
})

describe('what is no code', () => {
	test.each([
		['a version', 'Windows 10.0.19041.2308 and RDP 8.1.904'],
		['a version with a label', 'Error in version 10.0.2308'],
		['a build', 'build 2308, OS Build 22621.904'],
		['an address', 'connected to 10.9.4.7 and 192.168.23.8'],
		['an address with a port', 'error: 10.9.4.7:2308'],
		['an IPv6 address', 'fe80::904:2308:7'],
		['a day', 'error 2026-11-22, error 11/22/2308, Fehler 22.11.2026'],
		['a time', 'error 10:14:33, code 09:04'],
		['a GUID', 'error {80090304-0904-2308-0007-000080090304}'],
		['a thumbprint', '12345678901234561234567890123456' + '80090304'],
		['a thumbprint that ends like a decimal', 'error 1234567890123456' + '2308'],
		['a port', 'port 2308, TCP port: 0x904'],
		['a process', 'pid 2308, process id: 904'],
		['a KB number', 'KB2308, KB 2308 and KB5034441'],
		['a stop code', 'Stop code: 0x904, bugcheck 0x904, *** STOP: 0x00000904'],
		['a Windows Update error', 'Windows Update 0x80090304, install error 0x80090304'],
		['an error of another product, too long for a dialog and in no list', 'Error code: 0x8abcdef1, error 0x10000'],
		['an exit code', 'exit code 1, exit code: 0x904'],
		['a web error', 'HTTP error 404, HTTP status 404, HTTP status code: 404'],
		['an address in memory', 'at address 0x904, offset 0x904'],
		['a path', 'C:\\Users\\904\\2308.log and /var/log/2308/904'],
		['a number with a unit', 'error after 2308ms'],
		['a count', 'there are 904 users and 2308 sessions'],
		['a phone number', '+49 2308 904'],
		['a process in a list of them', 'mstsc.exe 2308 Console 1 34,560 K'],
		['a number in another line than Remote Desktop', 'Remote Desktop fails since Monday.\nPeople: 2308 of 3078'],
		['the items of a list', '264) rdp fails\n516. rdp fails'],
		['a small unlabelled number', '0x7, 0x3 and 0x11'],
		['letters that could be digits', 'a decade of bad faces, deadbeef, feedface'],
		['a code cut out of a longer word', 'Error code: 0x904Extended'],
		['a word that holds a symbol', 'notexDiscReasonServerDeniedConnection'],
		['nothing', ''],
	])('%s', (_what, text) => {
		expect(read(text)).toEqual({ codes: [], ids: [], pairs: [] })
	})
})

describe('codes without any words', () => {
	test.each([
		['2308', ['mstsc-0x904'], []],
		['3334', ['mstsc-0xd06'], []],
		['904 7', ['mstsc-0x904', 'extended-0x7'], ['mstsc-0x904-0x7']],
		['0x904 0x7', ['mstsc-0x904', 'extended-0x7'], ['mstsc-0x904-0x7']],
		['0x904/0x7', ['mstsc-0x904', 'extended-0x7'], ['mstsc-0x904-0x7']],
		['0x904, 7', ['mstsc-0x904', 'extended-0x7'], ['mstsc-0x904-0x7']],
	])('%s', (text, ids, pairs) => {
		expect(read(text)).toMatchObject({ ids, pairs })
	})

	test.each(['3389', '12', '7', '11/20/26'])('%s alone is no code of a dialog', (text) => {
		expect(read(text).ids).toEqual([])
	})
})

test('a small number behind an error code counts only where the two are a known pair', () => {
	expect(read('The dialog shows 0x904 / 0x7 since today').pairs).toEqual(['mstsc-0x904-0x7'])
	expect(read('The dialog shows 0x904 / 0x5 since today').pairs).toEqual([])
})

describe('a label', () => {
	test.each([
		['in the capitals of Turkish', 'HATA KODU: 0x904\nGENİŞLETİLMİŞ HATA KODU: 0x7'],
		['as a key of JSON', '{"errorCode":"0x904","extendedErrorCode":"0x7"}'],
		['as a key with an underscore', 'error_code=0x904 extended_error_code=0x7'],
		['in decimal key and value', 'ErrorCode=2308;ExtendedErrorCode=7'],
	])('%s', (_what, text) => {
		expect(read(text).pairs).toEqual(['mstsc-0x904-0x7'])
	})

	test.each([
		'Apfel 904',
		'Der Würfel 904',
		'terror 904',
		'prevent 1057',
		'Kein Zweifel 3',
		'Steps to reproduce the error:\n1. Open mstsc',
		'exit status 1',
		'return code 0',
		'Error: 3 devices failed',
		'Error 1,057 of 2,000',
		'error 904%',
		'zip code 904',
		'System error 5 has occurred.',
		'HTTP error 404',
		'error 404',
		'status 500',
	])('is not seen in: %s', (text) => {
		expect(read(text).ids).toEqual([])
	})

	test('that says error twice makes no pair', () => {
		expect(read('Error code: 0x904, Error code: 0x7').pairs).toEqual([])
	})
})

describe('letters of other alphabets', () => {
	test.each(['0х904', '0×904', '0Х904'])('pass for the x of %s', (spelling) => {
		expect(read(`Error code: ${spelling}`).ids).toEqual(['mstsc-0x904'])
	})

	test('behind a number never leave a shorter code', () => {
		const letters = fc
			.stringMatching(/^\p{L}$/u)
			.filter((letter) => letter.length === 1 && !/[a-fo]/i.test(letter) && !UNSPACED.test(letter))
		fc.assert(
			fc.property(letters, (letter) => {
				for (const number of ['2308', '0x904', '0x9044']) expect(read(`Error code: ${number}${letter}`).ids).toEqual([])
			}),
		)
	})
})

test('an event id that stands in several logs names each of them', () => {
	const ids = read('Event 226').ids
	expect(ids).toContain('event-rdpclient-226')
	expect(ids).toContain('event-rdpcorets-226')
})

describe('what stands around a number and cannot be seen', () => {
	test.each([
		['a byte order mark before it', '\ufeff0x904'],
		['a byte order mark before its label', '\ufeffError code: 0x904'],
		['a mark of direction between label and number', 'Error code: \u200e0x904\u200e'],
		['a space of no width between label and number', 'Error code:\u200b 0x904'],
		['a byte order mark at the end', 'Error code: 0x904\ufeff'],
	])('%s changes nothing', (_what, text) => {
		expect(read(text).ids).toEqual(['mstsc-0x904'])
	})

	test('a number that goes on behind it is none', () => {
		expect(read('0x90\u200b4 at 0x904\u200b4').ids).toEqual([])
	})
})

describe('what says that a number is a code', () => {
	const says = (text: string) => decode(lookup, text).codes.map(({ because, sure }) => [because, sure])

	test('a status of eight digits is no less sure for a common word before it', () => {
		expect(says('0x80090304')).toEqual([['spelling', 'sure']])
		expect(says('error 0x80090304')).toEqual([['word', 'sure']])
		expect(says('error -2146893052')).toEqual([['word', 'sure']])
		expect(says('Error code: 0x80090304')).toEqual([['label', 'sure']])
	})

	test('a short number behind a common word is likely', () => {
		expect(says('rdp error 0x904')).toEqual([['word', 'likely']])
	})
})

describe('two codes and what stands between or behind them', () => {
	test('findings keep the order of the text where a name stands between the two of a pair', () => {
		expect(read('0x3 exDiscReasonNoInfo ext 0x11').ids).toEqual(['mstsc-0x3', 'extended-0x0', 'extended-0x11'])
	})

	test('an extended code far behind takes no error code away from the one before it', () => {
		const far = ' nothing else of use'.repeat(20)
		expect(read(`extended error code 0x7, error code 0x904.${far}\nextended error code: 0x11`).pairs).toEqual([
			'mstsc-0x904-0x7',
		])
	})

	test('a provider is found behind letters that are longer in lower case', () => {
		const text = `${'İ'.repeat(40)} Schannel 36887`
		expect(decode(lookup, text, facts).codes.map(({ row }) => row?.id)).toEqual(['event-system-36887'])
	})
})
