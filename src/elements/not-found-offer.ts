/** What the 404 page offers: the code or article that its own path holds, in any spelling. */
import { answerQuery } from '../kb/query.ts'
import { reportLink } from '../kb/report-link.ts'
import { report, notFound as words } from '../strings.ts'
import { make } from './dom.ts'
import { loadLookup } from './lookup.ts'
import { describe } from './rows.ts'

/** Says what the path may have meant, and where a missing page is reported. */
export async function offerCodes(host: HTMLElement): Promise<void> {
	await offerCodesOf(host)
	const { report: to, version = '' } = host.dataset
	if (!to) return
	const address = reportLink(to, { title: words.title, address: location.origin + location.pathname, version }, report)
	host.append(make('p', {}, make('a', { href: address }, report.missing)))
}

async function offerCodesOf(host: HTMLElement): Promise<void> {
	const text = wordsOf(location.pathname)
	if (text === '') return
	const lookup = await loadLookup()
	const { hits, unknown } = answerQuery(lookup, text)
	for (const { text } of unknown) host.append(make('p', { 'data-unknown-code': text }, words.unknown(text)))
	if (hits.length === 0) return
	const items = hits.slice(0, 8).map(({ row }) => {
		const { number, title, where, href } = describe(lookup, row)
		return make('li', {}, make('a', { href }, `${number} ${title}`), ` ${where}`)
	})
	host.append(make('p', {}, words.offer), make('ul', {}, ...items))
}

/**
 * What a path is about: the number of an article below /kb/, else the words of its last part. A misspelt id such as
 * mstsc-0x0904 falls into its parts.
 */
function wordsOf(path: string): string {
	let text = path
	try {
		text = decodeURIComponent(path)
	} catch {
		// A path that is not valid percent-encoding is read as it stands.
	}
	const article = /\/kb\/(?:kb)?0*(\d{1,4})(?:\/|$)/i.exec(text)?.[1]
	if (article !== undefined) return `KB${article}`
	const last = text.split('/').filter(Boolean).at(-1) ?? ''
	return last.replace(/(?<=\w)-(?=\w)/g, ' ')
}
