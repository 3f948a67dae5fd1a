/** The feed of each list. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { atomFeed } from '../../feeds.ts'
import { CHANGE_LISTS, type ChangeList } from '../../kb/changes.ts'

export const getStaticPaths = (() =>
	CHANGE_LISTS.map((list) => ({ params: { list }, props: { list } }))) satisfies GetStaticPaths

export const GET: APIRoute<{ list: ChangeList }> = async ({ props }) =>
	new Response(await atomFeed(props.list), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
