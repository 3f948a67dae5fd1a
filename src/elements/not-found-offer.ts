/** What the 404 page offers: the codes that its own path holds, in any spelling. */
import { answerQuery } from '../kb/query.ts'
import { notFound as words } from '../strings.ts'
import { make } from './dom.ts'
import { href, loadLookup } from './lookup.ts'
import { describe } from './rows.ts'

/** Says what the path may have meant. */
export async function offerCodes(host: HTMLElement): Promise<void> {
	const text = wordsOf(location.pathname)
	if (text === '') return
	const { hits, unknown } = answerQuery(await loadLookup(), text)
	for (const { text } of unknown) host.append(make('p', { 'data-unknown-code': text }, words.unknown(text)))
	if (hits.length === 0) return
	const items = hits.slice(0, 8).map(({ row }) => {
		const { number, where } = describe(row)
		return make(
			'li',
			{},
			make('a', { href: href({ kind: 'code', id: row.id }), 'data-offer': row.id }, `${number} ${row.title}`),
			` ${where}`,
		)
	})
	host.append(make('p', {}, words.offer), make('ul', {}, ...items))
}

/** The words of a path's last two segments; a misspelt id such as mstsc-0x0904 falls into its parts. */
function wordsOf(path: string): string {
	let text = path
	try {
		text = decodeURIComponent(path)
	} catch {
		// A path that is not valid percent-encoding is read as it stands.
	}
	return text
		.split('/')
		.filter(Boolean)
		.slice(-2)
		.join(' ')
		.replace(/(?<=\w)-(?=\w)/g, ' ')
}
