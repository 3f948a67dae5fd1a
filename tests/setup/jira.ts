/**
 * A model of how Jira reads its wiki markup within a paragraph, after Atlassian's published renderer: which backslash
 * escapes (BackslashEscapeRendererComponent), and where a mark of emphasis counts (PhraseRendererComponent).
 */

const ESCAPE = /(?<!\\)\\([-#*_+?^~|%{}[\]()!@])/g
/** Stands for an escaped character while live marks are looked for. */
const QUIET = '\u{E000}'

const LIVE = [
	/[{}[\]|]/,
	/\\\\/,
	/\?\?/,
	/(?<![\p{L}\p{N}])([*_+^~-])(?=\S).*?(?<=\S)\1(?![\p{L}\p{N}])/u,
	/(?<![\p{L}\p{N}])--+(?![\p{L}\p{N}])/u,
	/!\S+!/,
	/\((?:[!?x/yni*+-]|on|off|\*[rgby]|flag|flagoff)\)/,
	/[:;](?:[()]|[PDp](?![\p{L}\p{N}]))/u,
]

/**
 * @param markup a stretch of a paragraph
 * @returns the text that is shown, and the stretches that are not text but markup
 */
export function readJira(markup: string): { text: string; live: string[] } {
	const hidden: string[] = []
	const quiet = markup.replace(ESCAPE, (_, char) => {
		hidden.push(char)
		return QUIET
	})
	const live = LIVE.flatMap((pattern) => pattern.exec(quiet)?.[0] ?? [])
	const text = quiet
		.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
		.replace(new RegExp(QUIET, 'g'), () => hidden.shift() ?? '')
	return { text, live }
}

/** The links of a paragraph with the markup that follows each. A bracket or bar ends the words of a link even when escaped. */
export function linksOfJira(markup: string): { words: string; url: string; after: string }[] {
	const links = [...markup.matchAll(/(?<!\\)\[([^[\]|]*)\|([^[\]|\s]*)\]/g)]
	return links.map(({ 0: all, 1: words = '', 2: url = '', index }) => ({
		words,
		url,
		after: markup.slice(index + all.length),
	}))
}
