/** Where the site will live and where reports go, from the environment. A value that cannot work is a sentence, not a broken site. */
import { reportFault } from '../kb/report-link.ts'

export interface Where {
	/** Origin of canonical addresses; undefined lets copied links use the page's own. */
	site: string | undefined
	/** Path below which the site is served: '/' or '/some/path'. */
	base: string
	/** Folder of the build. */
	out: string
	/** Where readers report problems: a mail address or the form of a tracker; undefined shows no link. */
	reportTo: string | undefined
}

/**
 * @param environment SITE_URL, BASE_PATH, OUT_DIR and REPORT_TO, each optional
 * @throws Error that names the variable, what was found and an example
 */
export function readWhere(environment: Record<string, string | undefined>): Where {
	const { SITE_URL, BASE_PATH, OUT_DIR, REPORT_TO } = environment
	return {
		site: readSite(SITE_URL),
		base: readBase(BASE_PATH),
		out: OUT_DIR || 'dist',
		reportTo: readReportTo(REPORT_TO),
	}
}

function readSite(text: string | undefined): string | undefined {
	if (!text) return undefined
	const expected = `SITE_URL is "${text}". Give the origin alone, as in https://guide.example.com; a path goes into BASE_PATH.`
	if (!URL.canParse(text)) throw new Error(expected)
	const { protocol, origin, pathname } = new URL(text)
	if (!/^https?:$/.test(protocol) || pathname !== '/') throw new Error(expected)
	return origin
}

function readBase(text: string | undefined): string {
	if (!text) return '/'
	const path = `/${text.replace(/^\/+|\/+$/g, '')}`
	if (!/^(\/|(\/[\w.~-]+)+)$/.test(path) || /(^|\/)\.\.?(\/|$)/.test(path))
		throw new Error(`BASE_PATH is "${text}". Give a path, as in /guide or /kb/rdp.`)
	return path
}

function readReportTo(text: string | undefined): string | undefined {
	if (!text) return undefined
	const fault = reportFault(text)
	if (fault === undefined) return text
	throw new Error(
		`REPORT_TO is "${text}". ${fault} Give a mail address, as in guide@example.com, or the address of a form with {title} and {body} in its query, as in https://github.com/owner/name/issues/new?title={title}&body={body}`,
	)
}
