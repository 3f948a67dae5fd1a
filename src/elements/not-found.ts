/** The 404 page reads its own path: if it holds a code in any spelling, it offers the code. */
import { answerQuery } from '../kb/query.ts'
import { notFound as words } from '../strings.ts'
import { make } from './dom.ts'
import { href, loadLookup } from './lookup.ts'
import { describe } from './rows.ts'

class NotFound extends HTMLElement {
	async connectedCallback() {
		const text = wordsOf(location.pathname)
		if (text === '') return
		const { hits, unknown } = answerQuery(await loadLookup(), text)
		for (const { text } of unknown) this.append(make('p', { 'data-unknown-code': text }, words.unknown(text)))
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
		this.append(make('p', {}, words.offer), make('ul', {}, ...items))
	}
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

customElements.define('not-found', NotFound)
