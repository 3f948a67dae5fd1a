/** A tree for programs: its questions, with where each answer leads, and its outcomes. Borrowed ones are in it. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { getCatalog, type TriageTree } from '../../../../catalog.ts'
import { absolute } from '../../../../components/href.ts'
import { targetOfId } from '../../../../kb/addresses.ts'

export const getStaticPaths = (async () =>
	(await getCatalog()).trees.map((tree) => ({ params: { tree: tree.id }, props: { tree } }))) satisfies GetStaticPaths

interface Props {
	tree: TriageTree
}

export const GET: APIRoute<Props> = async ({ props: { tree } }) => {
	const catalog = await getCatalog()
	const article = ({ kb, title }: { kb: string; title: string }) => ({
		kb,
		title,
		page: absolute({ kind: 'article', kb }),
	})
	return Response.json({
		id: tree.id,
		title: tree.title,
		summary: tree.summary,
		version: tree.version,
		verified: tree.verified,
		codes: tree.codes,
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
		sources: tree.sources,
	})
}
