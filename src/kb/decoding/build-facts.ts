/** Makes the decoder's facts from content, whoever read it: the site, the terminal, the build. */
import type { FactData, OtherNumber } from './facts.ts'

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

export function buildFacts({ messages, others, logs }: FactSource): FactData {
	return {
		messages: messages.map(({ id, title, meaning, phrases, general, code, to }) => ({
			id,
			title,
			meaning,
			phrases: [...new Set(Object.values(phrases).flat())],
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
