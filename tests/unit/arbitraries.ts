/** What property tests feed in. */
import fc from 'fast-check'

/** Any unsigned 32-bit value, small and special ones as often as large ones. */
export const uint32 = fc.oneof(
	fc.integer({ min: 0, max: 0xffff }),
	fc.integer({ min: 0, max: 0xffffffff }),
	fc.constantFrom(0, 0x7, 0x904, 0x7fffffff, 0x80000000, 0x80090304, 0xffffffff),
)

/** Stretches that tickets hold and parsers stumble over. */
const FRAGMENTS = [
	'0x904',
	'0X904',
	'0x',
	'0x7',
	'2308',
	'904',
	'-2146893052',
	'80090304',
	'-',
	'−',
	'０ｘ９０４',
	'７',
	'Error code: ',
	'Extended error code: ',
	'Erweiterter Fehlercode: ',
	'エラー コード: ',
	'event ',
	'port ',
	'KB',
	'.',
	':',
	'/',
	'\r\n',
	'\t',
	'"',
	'<',
	'[',
	'`',
	'ERRCONNECT_TLS_CONNECT_FAILED',
	'exDiscReason',
	'İ',
	'ß',
	'\u0000',
	'\ud800',
	'👩‍💻',
	'\u202e',
]

/** Any text at all: lone surrogates, control characters, emoji, and stretches of tickets between them. */
export const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc.string({ unit: 'grapheme', maxLength: 200 }),
	fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
	fc
		.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string({ maxLength: 6 })), {
			maxLength: 24,
		})
		.map((parts) => parts.join('')),
)

/** ASCII as a Chinese or Japanese keyboard types it. */
export const toFullWidth = (text: string) =>
	text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
