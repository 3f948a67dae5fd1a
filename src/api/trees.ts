/** Answers about decision trees. Other programs rely on their fields. */
import type { Catalog, TriageTree } from '../catalog.ts'
import { absolute } from '../components/href.ts'
import { targetOfId } from '../kb/addresses.ts'
import type { Answer } from '../schemas/api/index.ts'
import { addresses } from './links.ts'

const headOf = ({ id, title, summary, version, verified, codes }: TriageTree) => ({
	id,
	title,
	summary,
	version,
	verified,
	codes,
})

export const trees = ({ trees }: Catalog): Answer<'trees'> => ({
	trees: trees.map((tree) => ({ ...headOf(tree), ...addresses({ kind: 'tree', id: tree.id }) })),
})

export function tree(catalog: Catalog, tree: TriageTree): Answer<'tree'> {
	const article = ({ kb, title }: { kb: string; title: string }) => ({
		kb,
		title,
		page: absolute({ kind: 'article', kb }),
	})
	return {
		...headOf(tree),
		page: absolute({ kind: 'tree', id: tree.id }),
		start: tree.start,
		questions: tree.questions.map(({ id, label, asks, why, how, answers, tree: owner }) => ({
			id,
			tree: owner,
			label,
			asks,
			why,
			how: how.map(({ script, ...rest }) => ({
				...rest,
				...(script ? { script: absolute({ kind: 'script-file', id: script }) } : {}),
			})),
			answers,
		})),
		outcomes: tree.outcomes.map(({ causes, fixes, see, tree: owner, ...outcome }) => ({
			...outcome,
			tree: owner,
			page: absolute({ kind: 'outcome', tree: owner, outcome: outcome.id }),
			causes: causes
				.map((kb) => catalog.article('causes', kb).data)
				.map((cause) => ({ ...article(cause), grade: cause.pairLink.grade })),
			fixes: fixes.map((kb) => catalog.article('fixes', kb).data).map((fix) => ({ ...article(fix), risk: fix.risk })),
			see: see.map((id) => ({ id, page: absolute(targetOfId(id)) })),
		})),
		history: tree.history,
		sources: tree.sources,
	}
}
