/** The feed of everything that changed. */
import { atomFeed } from '../feeds.ts'

export const GET = async () =>
	new Response(await atomFeed(), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
