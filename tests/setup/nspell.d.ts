/** The part of nspell that the tests use; the package brings no types. */
declare module 'nspell' {
	export default function nspell(dictionary: { aff: Uint8Array; dic: Uint8Array }): { correct(word: string): boolean }
}
