/** A message that is recognised in the words of a query leads to its pages, in whatever language it was typed. */
import { decode } from '../kb/decoding/decode.ts'
import type { PassedOver } from '../kb/decoding/findings.ts'
import { groupsIn } from '../kb/decoding/scripts.ts'
import { type FoundMessage, recognise } from '../kb/decoding/wording.ts'
import { words } from '../kb/decoding/words.ts'
import type { Lookup, Row } from '../kb/table.ts'
import { loadFacts } from './lookup.ts'

/** A single word is a word to look up. */
const FEWEST_WORDS = 2
/** Pages of the message to show. */
const MOST_PAGES = 2

export interface RecognisedMessage {
	message: FoundMessage
	/** Its pages, the best first. */
	rows: Row[]
}

/** @throws when the messages cannot be loaded */
export async function messageIn(lookup: Lookup, query: string): Promise<RecognisedMessage | undefined> {
	const cut = words(query)
	if (cut.length < FEWEST_WORDS) return
	const { wording } = await loadFacts(groupsIn(query, cut))
	// Whoever searches here means Remote Desktop, and says so or not.
	const [message] = recognise(wording, cut, true, true)
	if (!message) return
	const rows = message.row.to.flatMap((id) => lookup.byId(id) ?? lookup.article(id) ?? [])
	return { message, rows: rows.slice(0, MOST_PAGES) }
}

/** The numbers of a query that another product has. None where the facts do not load: the codes are known all the same. */
export async function strangersIn(lookup: Lookup, query: string): Promise<PassedOver[]> {
	try {
		return decode(lookup, query, await loadFacts([])).passedOver
	} catch (error) {
		console.error(error)
		return []
	}
}
