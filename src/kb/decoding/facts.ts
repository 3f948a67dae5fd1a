/** What the decoder knows besides the table of codes: messages, logs, and numbers of other products. */
import type { LogFacts } from './events.ts'
import { createWording, type MessageRow, type Wording } from './phrases.ts'

/** A range of numbers that belong to another product. Both ends are part of it. */
export interface OtherNumber {
	from: number
	to: number
	/** What the number is, as in "Windows Update error". */
	whose: string
	/** One sentence for somebody who took it for a Remote Desktop code. */
	says: string
}

/** The facts as content holds them and as they are sent to a browser. */
export interface FactData {
	messages: readonly MessageRow[]
	others: readonly OtherNumber[]
	logs: readonly LogFacts[]
}

/** Phrases of one script by the ids of their messages. */
export type MorePhrases = Readonly<Record<string, readonly string[]>>

/** The same facts with the phrases of further scripts. */
export function withPhrases(data: FactData, more: readonly MorePhrases[]): FactData {
	const messages = data.messages.map((message) => ({
		...message,
		phrases: [...message.phrases, ...more.flatMap((phrases) => phrases[message.id] ?? [])],
	}))
	return { ...data, messages }
}

/** The facts, ready to decode with. */
export interface Facts extends Omit<FactData, 'messages'> {
	wording: Wording
	/** The narrowest range first, which says most. */
	others: readonly OtherNumber[]
}

/** Facts as they are sent, made ready once for many texts. */
export function createFacts({ messages, others, logs }: FactData): Facts {
	const narrowFirst = [...others].sort((a, b) => a.to - a.from - (b.to - b.from))
	return { wording: createWording(messages), others: narrowFirst, logs }
}

/** No facts: codes are found all the same. */
export const EMPTY: Facts = createFacts({ messages: [], others: [], logs: [] })
