/** The full-text search: the words of the guide read the query, Pagefind finds pages, the core puts them in order. */
import { pathTo, under } from '../kb/addresses.ts'
import { excerpt, type Part } from '../kb/search/excerpt.ts'
import { type Plan, planQuery } from '../kb/search/plan.ts'
import { type Page, rank } from '../kb/search/rank.ts'
import { unpackWords, type Words } from '../kb/search/words.ts'
import { fetchOnce } from './lookup.ts'

/** A page that was found. */
export interface FoundPage {
	url: string
	title: string
	kind: string
	grade: string | undefined
	phase: string | undefined
	codes: string | undefined
	excerpt: Part[]
}

/** What a page must be, by the name of the filter. */
export type Filters = Readonly<Record<string, string>>

interface PagefindData {
	url: string
	content: string
	meta: Record<string, string | undefined>
}
interface PagefindResult {
	id: string
	score: number
	data(): Promise<PagefindData>
}
interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>
	search(query: string | null, options: { filters: Filters }): Promise<{ results: PagefindResult[] }>
}

/** Pages looked at closely. Each costs a request of a few KiB the first time. */
const CANDIDATES = 36

/** Whole words before beginnings; titles and sayings before the text. Kinds and grades are no words of a page. */
const RANKING = {
	termSimilarity: 6,
	pageLength: 0.3,
	metaWeights: { title: 6, also: 5, phrases: 4, summary: 3, names: 5, codes: 1, kind: 0, grade: 0, phase: 0 },
}

let loading: Promise<Pagefind> | undefined

/** @throws when it cannot be loaded; the next call tries again */
function pagefind(): Promise<Pagefind> {
	loading ??= loadPagefind().catch((error) => {
		loading = undefined
		throw error
	})
	return loading
}

async function loadPagefind(): Promise<Pagefind> {
	const address = under(import.meta.env.BASE_URL, pathTo({ kind: 'file', name: 'pagefind/pagefind.js' }))
	const loaded: Pagefind = await import(/* @vite-ignore */ address)
	await loaded.options({ baseUrl: import.meta.env.BASE_URL, ranking: RANKING })
	return loaded
}

const words: () => Promise<Words> = fetchOnce('search-words.json', unpackWords)

/**
 * Looks a query up.
 *
 * @param asTyped true mends nothing
 * @param most how many pages to give
 * @throws when the index cannot be loaded; the next call tries again
 */
export async function searchPages(
	query: string,
	filters: Filters,
	asTyped: boolean,
	most: number,
): Promise<{ plan: Plan; pages: FoundPage[] }> {
	const [index, vocabulary] = await Promise.all([pagefind(), words()])
	const plan = planQuery(query, vocabulary, asTyped)
	const found = query === '' ? await everyPage(index, filters, most) : await candidates(index, plan, filters)
	const pages = await Promise.all(found.map(async (result) => toPage(await result.data())))
	const ordered = query === '' ? pages : rank(plan, pages).map(({ page }) => page)
	return {
		plan,
		pages: ordered.slice(0, most).map((page) => ({
			url: page.url,
			title: page.title,
			kind: page.kind,
			grade: page.grade,
			phase: page.phase,
			codes: page.codes,
			excerpt: excerpt(plan, page),
		})),
	}
}

const everyPage = async (index: Pagefind, filters: Filters, most: number) =>
	(await index.search(null, { filters })).results.slice(0, most)

/** The pages that most speaks for at first sight: each concept is looked up by itself, so that no word must be there. */
async function candidates(index: Pagefind, { concepts }: Plan, filters: Filters): Promise<PagefindResult[]> {
	const sums = new Map<string, { result: PagefindResult; sum: number }>()
	for (const { variants, weight } of concepts) {
		const best = new Map<string, { result: PagefindResult; share: number }>()
		for (const { words, worth } of variants) {
			const { results } = await index.search(words.join(' '), { filters })
			const top = results[0]?.score || 1
			for (const result of results) {
				const share = (worth * result.score) / top
				if (share > (best.get(result.id)?.share ?? 0)) best.set(result.id, { result, share })
			}
		}
		for (const [id, { result, share }] of best) {
			// Holding another concept at all counts more than holding one of them often.
			const sum = (sums.get(id)?.sum ?? 0) + weight * (0.4 + share)
			sums.set(id, { result, sum })
		}
	}
	return [...sums.values()]
		.sort((a, b) => b.sum - a.sum)
		.slice(0, CANDIDATES)
		.map(({ result }) => result)
}

function toPage({ url, content, meta }: PagefindData) {
	const list = (text: string | undefined) => (text ? text.split(' | ') : [])
	const page: Page = {
		title: meta.title ?? url,
		also: [meta.also, meta.phrases, meta.codes].flatMap(list),
		names: list(meta.names),
		summary: meta.summary ?? '',
		content,
		kind: (meta.kind ?? '').toLowerCase(),
	}
	return { ...page, url, grade: meta.grade, phase: meta.phase, codes: meta.codes }
}
