/**
 * The link with which a reader reports a problem: a mail or the form of a tracker, with the page filled in. The page itself
 * sends nothing. Mail after RFC 6068: lines end with CR LF, a space is %20, never a plus sign.
 */

/** The page that a report is about. */
export interface ReportedPage {
	title: string
	/** Address of the page, as whole as it is known. */
	address: string
	/** What people call the page, as in KB0012 or mstsc-0x904-0x7. */
	id?: string | undefined
	/** Day of verification, YYYY-MM-DD, where the page makes claims. */
	verified?: string | undefined
	/** Version of the guide. */
	version: string
}

/** The words around it: what the reader is asked, and the names of the facts. */
export type ReportWords = Readonly<Record<'ask' | 'page' | 'id' | 'verified' | 'version', string>>

/** Lengths in encoded characters, each as long as allowed: 1,962 in all. */
const MOST = { target: 400, title: 280, ask: 200, name: 40, address: 320, id: 120, fact: 60 }

/** What stands before the sign is what RFC 5322 allows there without quotation marks. */
const MAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)*$/
const PLACEHOLDER = /\{(\w*)\}/g
const KNOWN = ['title', 'body', 'page']

/**
 * Why reports cannot go there, as the end of a sentence; undefined where they can.
 *
 * @param to a mail address, or the address of a form with {title}, {body} and {page} in its query
 */
export function reportFault(to: string): string | undefined {
	if (MAIL.test(to)) return to.length > MOST.target ? tooLong : undefined
	if (!/^https?:\/\//i.test(to) || !URL.canParse(to))
		return 'It is neither a mail address nor an address that starts with https or http.'
	if (/[\s"<>]/.test(to)) return 'It holds a space, a quotation mark or an angle bracket.'
	if (to.length > MOST.target) return tooLong
	if (new URL(to).username) return 'It holds a user name, which every reader would see.'
	const names = [...to.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
	const strange = names.find((name) => !KNOWN.includes(name))
	if (strange !== undefined) return `{${strange}} is no placeholder.`
	if (new Set(names).size < names.length) return 'A placeholder stands twice.'
	if (!names.includes('body') && !names.includes('page')) return 'Without {body} or {page} a report names no page.'
	const outside = to.replace(/\?[^#]*/, '')
	if (/\{\w+\}/.test(outside)) return 'Placeholders stand behind the question mark.'
	return undefined
}

const tooLong = `It is longer than ${MOST.target} characters.`

/**
 * The link that reports a page.
 *
 * @param to where reports go; `reportFault` has nothing against it
 * @returns an address of less than 2,000 ASCII characters, none of which ends an attribute
 */
export function reportLink(to: string, page: ReportedPage, words: ReportWords): string {
	const mail = !/^https?:/i.test(to)
	// A caret begins the next field in a query of ServiceNow.
	const within = (text: string, most: number) => encode(to.includes('^') ? text.replaceAll('^', ' ') : text, most)
	const title = within(page.id && !page.title.includes(page.id) ? `${page.id}: ${page.title}` : page.title, MOST.title)
	const address = within(page.address, MOST.address)
	const facts: readonly (readonly [string, string])[] = [
		[words.page, address],
		[words.id, within(page.id ?? '', MOST.id)],
		[words.verified, within(page.verified ?? '', MOST.fact)],
		[words.version, within(page.version, MOST.fact)],
	]
	const lines = facts
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `${within(name, MOST.name)}%3A%20${value}`)
	const body = [within(words.ask, MOST.ask), '', '', ...lines].join(mail ? '%0D%0A' : '%0A')
	if (mail) return `mailto:${to}?subject=${title}&body=${body}`
	const values: Record<string, string> = { title, body, page: address }
	return to.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '')
}

/**
 * What people call a page about a code or an article: mstsc-0x904-0x7, KB0012. Other pages are known by their address.
 *
 * @param path from the root of the site
 */
export function reportedId(path: string): string | undefined {
	const [, list, name] = /^\/(kb|c)\/([^/]+)\/$/.exec(path) ?? []
	return list === 'kb' ? `KB${name}` : name
}

/** Control characters and line ends would begin another line, or another header of a mail. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/**
 * One line, percent-encoded, with the marks that `encodeURIComponent` leaves alone; cut between characters, with a sign, where
 * it gets too long.
 */
function encode(text: string, most: number): string {
	let encoded = ''
	for (const char of oneLine(text).toWellFormed()) {
		const next = encodeURIComponent(char).replace(/[!'()*~]/g, hex)
		if (encoded.length + next.length > most - CUT.length) return encoded + CUT
		encoded += next
	}
	return encoded
}

const hex = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`

/** An ellipsis. */
const CUT = '%E2%80%A6'
