/** Makes the decoder's facts from content, whoever read it: the site, the terminal, the build. */
import type { FactData, MorePhrases, OtherNumber } from './facts.ts'
import { groupOf, PHRASE_GROUPS, type PhraseGroup } from './scripts.ts'

/** What the facts need of the content; the schemas hold more. */
export interface FactSource {
	messages: readonly {
		id: string
		title: string
		meaning: string
		phrases: Readonly<Record<string, readonly string[]>>
		general: boolean
		code?: string | undefined
		to: readonly string[]
	}[]
	others: readonly OtherNumber[]
	logs: readonly { slug: string; log: string; events: readonly { id: number; provider: string }[] }[]
}

/** @param groups the scripts whose phrases are wanted */
export function buildFacts(
	{ messages, others, logs }: FactSource,
	groups: readonly PhraseGroup[] = PHRASE_GROUPS,
): FactData {
	return {
		messages: messages.map(({ id, title, meaning, phrases, general, code, to }) => ({
			id,
			title,
			meaning,
			phrases: phrasesIn(phrases, groups),
			...(general ? { general } : {}),
			...(code === undefined ? {} : { code }),
			to,
		})),
		others: others.map(({ from, to, whose, says }) => ({ from, to, whose, says })),
		logs: logs.map(({ slug, log, events }) => {
			const providers: Record<string, number[]> = {}
			for (const { id, provider } of events) {
				providers[provider] ??= []
				providers[provider].push(id)
			}
			return { slug, log, providers }
		}),
	}
}

/** The phrases of one script by message, for {@link withPhrases}. */
export function morePhrases({ messages }: FactSource, group: PhraseGroup): MorePhrases {
	const found = messages.map(({ id, phrases }) => [id, phrasesIn(phrases, [group])] as const)
	return Object.fromEntries(found.filter(([, phrases]) => phrases.length > 0))
}

function phrasesIn(phrases: Readonly<Record<string, readonly string[]>>, groups: readonly PhraseGroup[]): string[] {
	const wanted = Object.entries(phrases).filter(([language]) => groups.includes(groupOf(language)))
	return [...new Set(wanted.flatMap(([, phrases]) => phrases))]
}
