/** What the home page shows: the codes and pairs people meet, and a map of them by the phase where the connection stops. */
import { beginsTree, type Catalog, type PairEntry } from '../catalog.ts'
import { codeId, pairId } from '../kb/addresses.ts'
import { pairText, toHex } from '../kb/numbers.ts'
import { PHASES, type Phases } from '../kb/phases.ts'
import { href } from './href.ts'

interface MapEntry {
	/** The code or pair as the dialog prints it. */
	number: string
	title: string
	href: string
	phases: Phases
}

const PER_PHASE = 4

const hasOwnTree = (catalog: Catalog, { error, extended }: PairEntry['data']) =>
	extended !== undefined && beginsTree(catalog, pairId(error, extended))

/** Articles on codes and pairs marked as featured, the ones with a tree of their own first. */
export function featuredArticles(catalog: Catalog): (MapEntry & { article: PairEntry['data'] })[] {
	const entries = [...catalog.pairs.map(({ entry }) => entry), ...catalog.codes.flatMap(({ article }) => article ?? [])]
	return entries
		.map(({ data }) => data)
		.filter(({ featured }) => featured)
		.sort((a, b) => Number(hasOwnTree(catalog, b)) - Number(hasOwnTree(catalog, a)))
		.map((data) => ({
			number: data.extended === undefined ? toHex(data.error) : pairText(data.error, data.extended),
			title: catalog.code(data.space, data.error)?.code.title ?? data.title,
			href: href({
				kind: 'code',
				id: data.extended === undefined ? codeId(data.space, data.error) : pairId(data.error, data.extended),
			}),
			phases: data.phases,
			article: data,
		}))
}

/**
 * For each phase the few codes that say most about it: what people meet first, then documented errors. What belongs to
 * fewer phases says more about one; variants of one error ("(2)") stand for themselves in the list of codes only.
 */
export function phaseMap(catalog: Catalog) {
	const featured = featuredArticles(catalog)
	const documented = catalog.codes
		.filter(({ space, code }) => code.isError && code.confidence === 'high' && isMapped(space.space, code.category))
		.filter(({ code }) => !/\(\d\)$/.test(code.title))
		.map(
			({ id, code }): MapEntry => ({
				number: toHex(code.value),
				title: code.title,
				href: href({ kind: 'code', id }),
				phases: code.phases,
			}),
		)
	const breadth = (entry: MapEntry & { article?: PairEntry['data'] }) =>
		entry.article && hasOwnTree(catalog, entry.article)
			? 0
			: entry.phases === 'any'
				? PHASES.length + 1
				: entry.phases.length
	const entries = [...featured, ...documented].sort((a, b) => breadth(a) - breadth(b))
	return PHASES.map((phase) => {
		const here = entries.filter(({ phases }) => phases !== 'any' && phases.includes(phase.id))
		const once = here.filter((entry, i) => here.findIndex(({ title }) => title === entry.title) === i)
		return { phase, entries: once.slice(0, PER_PHASE) }
	})
}

/** Error codes of the dialog, and its licensing codes, which only the extended list has. */
const isMapped = (space: string, category: string) =>
	space === 'disconnect' || (space === 'extended' && category === 'licensing')
