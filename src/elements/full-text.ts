/** The full-text index: Pagefind, loaded when words are first looked up. */
import { pathTo, under } from '../kb/addresses.ts'

/** A page that the index found. */
export interface FoundPage {
	url: string
	title: string
	kind: string
	grade: string | undefined
	excerpt: { text: string; marked: boolean }[]
}

interface PagefindData {
	url: string
	excerpt: string
	meta: Record<string, string | undefined>
}
interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>
	search(query: string): Promise<{ results: { score: number; data(): Promise<PagefindData> }[] }>
}

let loading: Promise<Pagefind> | undefined

async function load(): Promise<Pagefind> {
	const address = under(import.meta.env.BASE_URL, pathTo({ kind: 'file', name: 'pagefind/pagefind.js' }))
	const pagefind: Pagefind = await import(/* @vite-ignore */ address)
	await pagefind.options({ baseUrl: import.meta.env.BASE_URL, excerptLength: 28 })
	return pagefind
}

/** @throws when the index cannot be loaded; the next call tries again */
export async function searchPages(query: string, most: number): Promise<FoundPage[]> {
	loading ??= load().catch((error) => {
		loading = undefined
		throw error
	})
	const { results } = await (await loading).search(query)
	const found = await Promise.all(
		results.slice(0, most).map(async (result) => ({ score: result.score, ...(await result.data()) })),
	)
	return found
		.sort((a, b) => weight(b) - weight(a))
		.map(({ url, excerpt, meta }) => ({
			url,
			title: meta.title ?? url,
			kind: meta.kind ?? '',
			grade: meta.grade,
			excerpt: splitMarks(excerpt),
		}))
		.filter((page) => matches(page, query))
}

/** What somebody with a ticket open looks for first, as a factor on the score. */
const WORTH: Record<string, number> = {
	Pair: 1.6,
	Cause: 1.6,
	Fix: 1.3,
	Guide: 1.1,
	Outcome: 0.8,
	Code: 0.8,
	Event: 0.8,
	Myth: 0.6,
}

const weight = ({ score, meta }: { score: number; meta: PagefindData['meta'] }) => score * (WORTH[meta.kind ?? ''] ?? 1)

/**
 * Pagefind answers a word it does not know with pages that share its first letters. A page counts only when some marked
 * word begins like a word of the query, four letters at least, or the title does.
 */
function matches({ excerpt, title, url }: FoundPage, query: string): boolean {
	const words = query
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word.length > 1)
	const stem = (word: string) => word.slice(0, Math.max(4, word.length - 2))
	const marked = excerpt.filter((part) => part.marked).map((part) => part.text.toLowerCase())
	const haystack = [...marked, title.toLowerCase(), url].join(' ').replace(/[^\p{L}\p{N} ]+/gu, '')
	return words.length === 0 || words.some((word) => haystack.includes(stem(word)))
}

/** An excerpt comes as HTML with marks; it is taken apart, never put into the page as HTML. */
function splitMarks(html: string): FoundPage['excerpt'] {
	return html
		.split(/(<mark>.*?<\/mark>)/s)
		.filter((part) => part !== '')
		.map((part) => ({ text: plain(part.replace(/<\/?mark>/g, '')), marked: part.startsWith('<mark>') }))
}

function plain(html: string): string {
	const names: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#x27': "'" }
	return html.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (_, name: string) => names[name] ?? '')
}
