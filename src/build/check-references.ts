/** Every id that content mentions must exist and be of the right kind. */
import { CONTENT, type KindName, NUMBERED_KINDS } from '../schemas/index.ts'
import type { Known } from './known.ts'
import type { Content, Problem } from './read-content.ts'

type Referred =
	| 'source'
	| 'code'
	| 'page'
	| 'event'
	| 'setting'
	| 'tree'
	| 'script'
	| 'cause'
	| 'fix'
	| 'myth'
	| 'article'

/** What the strings below a field refer to. Fields that are not here hold text. */
const FIELDS: Record<string, Referred> = {
	sources: 'source',
	source: 'source',
	reference: 'source',
	reportSources: 'source',
	code: 'code',
	to: 'page',
	see: 'page',
	codes: 'code',
	events: 'event',
	settings: 'setting',
	setting: 'setting',
	goesWith: 'setting',
	together: 'setting',
	triage: 'tree',
	scripts: 'script',
	script: 'script',
	causes: 'cause',
	fixes: 'fix',
	myths: 'myth',
	kb: 'article',
}

const HINTS: Record<Referred, string> = {
	source: 'Add it to content/sources.yaml or correct the id.',
	code: 'Codes stand in content/codes, pairs in content/pairs, events in content/events.',
	page: 'Give the id of a code, pair or event, or the KB number of an article.',
	event: 'Events stand in content/events; the id is event-<slug of the log>-<number>.',
	setting: 'Settings stand in content/settings, one file each.',
	tree: 'Trees stand in content/triage, one file each.',
	script: 'Scripts stand in content/scripts, one file each.',
	cause: 'Give the KB number of an article in content/causes.',
	fix: 'Give the KB number of an article in content/fixes.',
	myth: 'Give the KB number of an article in content/myths.',
	article: 'Give the KB number of an article that exists.',
}

export function checkReferences(content: Content, known: Known): Problem[] {
	const problems: Problem[] = []
	for (const kind of Object.keys(CONTENT) as KindName[]) {
		if (kind === 'sources' || kind === 'redirects' || kind === 'published-trees') continue
		for (const { file, data } of content[kind])
			for (const [key, value] of Object.entries(data)) {
				// Here the field holds the thing itself, not a reference to it.
				const own =
					key === 'kb' ||
					(kind === 'codes' && key === 'codes') ||
					(kind === 'events' && key === 'events') ||
					(kind === 'scripts' && key === 'script')
				walk(value, key, own ? undefined : FIELDS[key], (id, field, referred) => {
					if (!exists(known, referred, id))
						problems.push({ file, field, message: `there is no ${referred} ${id}. ${HINTS[referred]}` })
				})
			}
	}
	return problems
}

function walk(
	value: unknown,
	field: string,
	referred: Referred | undefined,
	report: (id: string, field: string, referred: Referred) => void,
): void {
	if (typeof value === 'string') {
		if (referred) report(value, field, referred)
	} else if (Array.isArray(value)) {
		for (const [i, item] of value.entries()) walk(item, `${field}[${i}]`, referred, report)
	} else if (value && typeof value === 'object') {
		// Below a list of objects only the fields that name something count: causes: [{ kb, why }].
		for (const [key, item] of Object.entries(value))
			walk(item, `${field}.${key}`, key === 'kb' && referred ? referred : FIELDS[key], report)
	}
}

/** Kinds whose files hold what a field refers to. */
const HOMES: Record<Referred, readonly KindName[]> = {
	source: ['sources'],
	code: ['codes', 'pairs', 'events'],
	page: ['codes', 'pairs', 'events', ...NUMBERED_KINDS],
	event: ['events'],
	setting: ['settings'],
	tree: ['triage'],
	script: ['scripts'],
	cause: ['causes'],
	fix: ['fixes'],
	myth: ['myths'],
	article: NUMBERED_KINDS,
}

function exists(known: Known, referred: Referred, id: string): boolean {
	if (HOMES[referred].some((kind) => known.incomplete.has(kind))) return true
	switch (referred) {
		case 'source':
			return known.sources.has(id)
		case 'code':
			return known.codes.has(id)
		case 'page':
			return known.codes.has(id) || known.articles.has(id)
		case 'event':
			return known.events.has(id)
		case 'setting':
			return known.settings.has(id)
		case 'tree':
			return known.trees.has(id)
		case 'script':
			return known.scripts.has(id)
		case 'article':
			return known.articles.has(id)
		default:
			return known.articles.get(id) === HOMES[referred][0]
	}
}
