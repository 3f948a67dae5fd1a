/** What the search knows of a page besides its text: filters, and words by which people ask for it. From the content. */
import { codeId, eventId, pairId, pathTo } from '../kb/addresses.ts'
import { pairText, toHex } from '../kb/numbers.ts'
import { PHASE_IDS, PHASES, type Phases } from '../kb/phases.ts'
import { namesOfSetting } from '../kb/setting-table.ts'
import { systemsOf } from '../kb/systems.ts'
import type { Fix } from '../schemas/articles.ts'
import type { Content } from './read-content.ts'

export interface PageFacts {
	filters: { phase?: readonly string[]; who?: readonly string[]; system?: readonly string[]; risk?: readonly string[] }
	/** Names of the phases, where they are few enough to say. */
	phase: string
	/** Codes it shows as, as people write them. */
	codes: string
	/** What people say who need it: the issue in a user's words, words of messages. */
	phrases: string[]
	/** Names of values and rules that it is the page of. */
	names: string
}

/** More phases than this say nothing. */
const MOST_PHASES = 3
const MOST_CODES = 3

interface Said {
	phases?: Phases
	codes?: readonly string[]
	said?: readonly string[]
	names?: readonly string[]
}

/** @returns facts by the path of the page */
export function searchFacts(content: Content): Map<string, PageFacts> {
	const facts = new Map<string, PageFacts>()
	const put = (
		path: string,
		{ phases, codes = [], said = [], names = [], ...filters }: Said & Omit<PageFacts['filters'], 'phase'>,
	) =>
		facts.set(path, {
			filters: phases ? { phase: phases === 'any' ? PHASE_IDS : phases, ...filters } : filters,
			phase: phases ? namesOf(phases) : '',
			codes: codes.flatMap(codeText).slice(0, MOST_CODES).join(', '),
			phrases: [...said],
			names: names.join(' | '),
		})
	const article = (kb: string) => pathTo({ kind: 'article', kb })
	const page = (id: string) => pathTo({ kind: 'code', id })
	for (const { data } of content.codes)
		for (const { value, phases } of data.codes) put(page(codeId(data.space, value)), { phases })
	for (const { data } of content.events)
		for (const { id, phases } of data.events)
			put(page(eventId(data.slug, id)), { phases, system: SYSTEMS_OF_LOGS[data.side] })
	for (const { data } of content.pairs)
		put(page(data.extended === undefined ? codeId(data.space, data.error) : pairId(data.error, data.extended)), {
			phases: data.phases,
			system: systemsOf(data.appliesTo),
		})
	for (const { data } of content.causes)
		put(article(data.kb), {
			phases: data.phases,
			who: data.whoCanCheck,
			system: systemsOf(data.appliesTo),
			codes: data.codes,
			said: [data.said],
		})
	for (const { data } of content.fixes)
		put(article(data.kb), {
			phases: data.phases,
			who: whoCanFix(data),
			system: systemsOf(data.appliesTo),
			risk: [data.risk],
		})
	for (const { data } of content.guides)
		put(article(data.kb), { phases: data.phases, system: systemsOf(data.appliesTo) })
	for (const { data } of content.myths)
		put(article(data.kb), { phases: data.phases, system: systemsOf(data.appliesTo), codes: data.codes })
	for (const { data } of content.settings)
		put(pathTo({ kind: 'setting', id: data.id }), {
			who: [...(data.side === 'server' ? [] : ['helpdesk']), 'server-admin'],
			system: systemsOf(data.appliesTo),
			risk: [data.risk],
			names: namesOfSetting(data),
		})
	for (const { data } of content.scripts)
		put(pathTo({ kind: 'script', id: data.id }), {
			who: [...(data.where.includes('client') ? ['helpdesk'] : []), 'server-admin'],
		})
	for (const { data } of content.messages)
		for (const target of new Set([data.code, data.to[0]].flatMap((id) => id ?? [])))
			facts
				.get(target.startsWith('KB') ? article(target) : page(target))
				?.phrases.push(data.title, ...(data.phrases.en ?? []))
	return facts
}

const SYSTEMS_OF_LOGS = {
	client: ['windows-client'],
	server: ['windows-client', 'windows-server'],
	gateway: ['between', 'windows-server'],
	broker: ['between', 'windows-server'],
} as const

function namesOf(phases: Phases): string {
	if (phases === 'any' || phases.length > MOST_PHASES) return ''
	return PHASES.filter(({ id }) => phases.includes(id))
		.map(({ name }) => name)
		.join(', ')
}

/** Who can carry out a fix: everybody who may work where its steps run. */
function whoCanFix({ where, elevated }: Fix): string[] {
	const here = where.flatMap((place) => {
		if (place === 'client') return elevated ? ['helpdesk'] : ['user', 'helpdesk']
		return place === 'network' ? ['network'] : ['server-admin']
	})
	return [...new Set(here)]
}

/** An id as a dialog shows it; ids of events and of bare extended codes say too little by themselves. */
function codeText(id: string): string[] {
	const [, error, extended] = /^mstsc-(0x[0-9a-f]+)(?:-(0x[0-9a-f]+))?$/.exec(id) ?? []
	if (error === undefined) return []
	return [extended === undefined ? toHex(Number(error)) : pairText(Number(error), Number(extended))]
}
