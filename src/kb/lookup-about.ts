/** What content says about each code, pair and event, whoever read it: the pages of the site or the build. */
import { codeId, eventId, pairId } from './addresses.ts'
import { type Confidence, type Grade, gradeOfConfidence } from './evidence.ts'
import type { About } from './lookup-answers.ts'
import type { SpaceId } from './spaces.ts'

/** What is needed of the content; the schemas hold more. */
export interface AboutSource {
	spaces: readonly {
		space: SpaceId
		title: string
		verified: string
		codes: readonly { value: number; meaning: string; confidence: Confidence; verified?: string | undefined }[]
	}[]
	logs: readonly {
		slug: string
		title: string
		verified: string
		events: readonly { id: number; meaning: string; confidence: Confidence }[]
	}[]
	pairs: readonly {
		space: SpaceId
		error: number
		extended?: number | undefined
		summary: string
		grade: Grade
		verified: string
	}[]
}

/** By id: everything that has a row in the table has an entry. */
export function aboutEach({ spaces, logs, pairs }: AboutSource): Map<string, About> {
	const listOf = new Map(spaces.map(({ space, title }) => [space, title]))
	return new Map<string, About>([
		...spaces.flatMap(({ space, title, verified, codes }) =>
			codes.map((code): [string, About] => [
				codeId(space, code.value),
				{
					list: title,
					meaning: code.meaning,
					grade: gradeOfConfidence(code.confidence),
					verified: code.verified ?? verified,
				},
			]),
		),
		...logs.flatMap(({ slug, title, verified, events }) =>
			events.map((event): [string, About] => [
				eventId(slug, event.id),
				{ list: title, meaning: event.meaning, grade: gradeOfConfidence(event.confidence), verified },
			]),
		),
		...pairs.flatMap(({ space, error, extended, summary, grade, verified }): [string, About][] =>
			extended === undefined
				? []
				: [[pairId(error, extended), { list: listOf.get(space) ?? space, meaning: summary, grade, verified }]],
		),
	])
}
