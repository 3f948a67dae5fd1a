/** Every source supports something. */
import { CONTENT, type KindName } from '../schemas/index.ts'
import type { Content, Problem } from './read-content.ts'

export function checkSources(content: Content): Problem[] {
	const cited = new Set<string>()
	const collect = (value: unknown): void => {
		if (typeof value === 'string') cited.add(value)
		else if (value && typeof value === 'object') Object.values(value).forEach(collect)
	}
	for (const kind of Object.keys(CONTENT) as KindName[])
		if (kind !== 'sources') for (const entry of content[kind]) collect(entry.data)
	return content.sources.flatMap(({ file, data }) =>
		data
			.map((source, i) => ({ source, i }))
			.filter(({ source }) => !cited.has(source.id))
			.map(({ source, i }) => ({
				file,
				field: `[${i}].id`,
				message: `nothing cites ${source.id}. Cite it where it supports a claim, or remove it.`,
			})),
	)
}
