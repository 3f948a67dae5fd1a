/** Event numbers in what Windows exports: XML, CSV, tables, and the text of the Event Viewer. */
import type { CodeRow } from '../table.ts'
import { lowerInPlace } from '../text/fold.ts'
import { firstFrom } from '../text/places.ts'
import { EVENT_LABELS } from './label-kinds.ts'
import type { Token } from './tokens.ts'

/** Where the events of a log come from, for telling apart one number in several logs. */
export interface LogFacts {
	/** Slug of the log in the ids of its events. */
	slug: string
	/** Full name of the log. */
	log: string
	/** Event ids by provider. */
	providers: Readonly<Record<string, readonly number[]>>
}

const TAG = /<eventid(?:\s[^<>]{0,60})?>\s*$/i
/** The row of a table begins with its time and goes on with the number and the level. */
const TIME = /\d:\d\d(?::\d\d)?(?:\.\d+)?(?:\s?[ap]\.?m\.?)?[ \t]+$/i
const LEVEL_NAMES =
	'error|warning|information|critical|verbose|fehler|warnung|informationen|kritisch|erreur|avertissement|critique|advertencia|información|erro|aviso|informações|errore|avviso|fout|waarschuwing|błąd|ostrzeżenie|ошибка|предупреждение|сведения|错误|警告|信息|エラー|情報|錯誤|資訊|오류|경고|정보|hata|uyarı|bilgi'
const LEVEL = new RegExp(`^[ \\t]+(?:${LEVEL_NAMES})`, 'iu')
const ANY_LEVEL = new RegExp(`\\d[ \\t]+(?:${LEVEL_NAMES})`, 'iu')
/** PowerShell calls the number only Id; the names of its other properties say whose it is. */
const OF_GET_WINEVENT = /timecreated|leveldisplayname|providername|get-winevent/i
const INSTANCE_ID = /instanceid/i
const ID = /(?:^|[\s{,;"'])id["']?\s{0,20}[:=]\s{0,4}$/i
const LOOK_BACK = 80

/** The forms of an export that a text may hold; where it holds none, no number needs a look. */
export interface EventForms {
	xml: boolean
	table: boolean
	properties: boolean
	/** Instance ids, which hold the number of an event in a longer one. */
	instances: boolean
}

/** Which forms of exports a text holds: one look at the whole text spares a look at each number. */
export function eventForms(text: string): EventForms {
	return {
		xml: /<eventid/i.test(text),
		table: ANY_LEVEL.test(text),
		properties: OF_GET_WINEVENT.test(text),
		instances: INSTANCE_ID.test(text),
	}
}

/** Whether the form of an export says that a number is an event's. */
export function isEventNumber(text: string, { text: token, index }: Token, forms: EventForms): boolean {
	if (!forms.xml && !forms.table && !forms.properties) return false
	const before = text.slice(Math.max(0, index - LOOK_BACK), index)
	if (forms.xml && TAG.test(before)) return true
	const after = text.slice(index + token.length, index + token.length + 20)
	if (TIME.test(before) && (forms.table ? LEVEL.test(after) : false)) return true
	if (forms.properties && TIME.test(before) && /^[ \t]+\p{L}/u.test(after)) return true
	return forms.properties && ID.test(before)
}

const COLUMN_NAMES: ReadonlySet<string> = new Set(EVENT_LABELS)
const MOST_COLUMNS = 12
const LONGEST_HEADER = 400

/**
 * Where the numbers of an event column stand in tables with separators: below a header that has a field "Event ID", in
 * any language.
 *
 * @returns places of the numbers in the text
 */
export function eventColumns(text: string): ReadonlySet<number> {
	const places = new Set<number>()
	if (!/[,;\t|]/.test(text)) return places
	let column = -1
	let separator = ''
	let start = 0
	while (start < text.length) {
		const newline = text.indexOf('\n', start)
		const end = newline < 0 ? text.length : newline
		const header = end - start <= LONGEST_HEADER ? headerOf(text.slice(start, end)) : undefined
		if (header) ({ column, separator } = header)
		else if (column >= 0) {
			const place = fieldAt(text, start, end, separator, column)
			if (place === undefined) column = end - start < 3 ? column : -1
			else places.add(place)
		}
		start = end + 1
	}
	return places
}

function headerOf(line: string): { column: number; separator: string } | undefined {
	// Every name of the column holds it, and most lines of an export do not.
	if (!/id/i.test(line)) return
	for (const separator of ['\t', ';', ',', '|']) {
		const fields = line.split(separator, MOST_COLUMNS).map((field) =>
			field
				.replaceAll('’', "'")
				.replace(/["\s_-]+/g, ' ')
				.trim()
				.toLowerCase(),
		)
		if (fields.length < 3) continue
		const column = fields.findIndex((field) => field.includes('id') && COLUMN_NAMES.has(field))
		if (column >= 0) return { column, separator }
		const id = fields.indexOf('id')
		if (id >= 0 && OF_GET_WINEVENT.test(line)) return { column: id, separator }
	}
	return
}

/** Where the number in a column of a line begins; undefined where the line has no number there. */
function fieldAt(text: string, start: number, end: number, separator: string, column: number): number | undefined {
	let at = start
	let quoted = false
	let field = 0
	for (let i = start; i < end && field < column; i++) {
		const char = text[i]
		if (char === '"') quoted = !quoted
		else if (char === separator && !quoted) {
			field++
			at = i + 1
		}
	}
	if (field < column) return
	while (at < end && /["\s]/.test(text[at] ?? '')) at++
	return /[0-9]/.test(text[at] ?? '') ? at : undefined
}

/** How far from its number the name of a provider may stand. */
const NEAR = 700
const SOURCE =
	/(?:source|quelle|origen|origem|origine|bron|źródło|источник|来源|來源|ソース|원본|kaynak|provider ?name|provider)["']?\s{0,12}[:=]\s{0,4}["']?(?=[^\s"'])/giu
const PREFIX = /^microsoft-windows-/

/** A place where a text names the provider or the log of events. */
export interface NamedSource {
	index: number
	/** Lower case, without the words that the Event Viewer leaves out; undefined for one that the guide does not know. */
	name?: string
}

/** @returns every provider that the text names, in the order of the text */
export function namedSources(text: string, logs: readonly LogFacts[]): NamedSource[] {
	const lower = lowerInPlace(text)
	const found: NamedSource[] = []
	for (const name of allNames(logs))
		for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length))
			found.push({ index: at, name })
	const known = new Set(found.map(({ index }) => index))
	for (const { 0: label, index } of lower.matchAll(SOURCE)) {
		const at = index + label.length
		if (!known.has(at) && !known.has(at + 'microsoft-windows-'.length)) found.push({ index: at })
	}
	return found.sort((a, b) => a.index - b.index)
}

/**
 * Which events a number means, by the provider or log that the text names nearest to it.
 *
 * @param rows the events with that number
 * @param sources the providers that the text names, in its order
 * @returns the likeliest first; empty where the text names another provider and none that has such an event
 */
export function chooseEvents(
	rows: readonly CodeRow[],
	index: number,
	sources: readonly NamedSource[],
	logs: readonly LogFacts[],
): readonly CodeRow[] {
	const near = nearestSources(sources, index)
	for (const { name } of near) {
		const row = name === undefined ? undefined : rows.find((row) => namesOf(row, logs).includes(name))
		if (row) return [row]
	}
	return near.some(({ name }) => name === undefined) ? [] : rows
}

/** The provider or log whose name stands directly before a number: "Schannel 36887", "TermDD, 56". */
export function sourceBefore(text: string, index: number, sources: readonly NamedSource[]): boolean {
	if (sources.length === 0) return false
	const nearest = nearestSources(sources, index).find((source) => source.name !== undefined && source.index < index)
	if (!nearest?.name) return false
	const between = text.slice(nearest.index + nearest.name.length, index)
	return between.length <= 20 && /^(?:\/[a-z]{4,12})?[\s,:#(]{1,3}(?:event |id )?$/i.test(between)
}

/** The name of the known source nearest to a place, wherever the text names one. */
export function nearestSource(sources: readonly NamedSource[], index: number): string | undefined {
	return nearestSources(sources, index).find(({ name }) => name !== undefined)?.name
}

/** So many sources on either side are looked at. */
const AROUND = 4

/** The sources around a place, the nearest first. */
function nearestSources(sources: readonly NamedSource[], index: number): NamedSource[] {
	const next = firstFrom(sources, index, (source) => source.index)
	return sources
		.slice(Math.max(0, next - AROUND), next + AROUND)
		.filter((source) => Math.abs(source.index - index) <= NEAR)
		.sort((a, b) => Math.abs(a.index - index) - Math.abs(b.index - index))
}

/** What a text may call the provider or the log of an event. */
function namesOf(row: CodeRow, logs: readonly LogFacts[]): readonly string[] {
	const log = logs.find(({ slug }) => row.id === `event-${slug}-${row.value}`)
	if (!log) return []
	const providers = Object.entries(log.providers).flatMap(([name, ids]) =>
		ids.includes(row.value) ? shortName(name) : [],
	)
	return [...providers, ...logName(log)]
}

/** The names of all providers of some logs, and of those logs whose name is no common word. */
function allNames(logs: readonly LogFacts[]): Set<string> {
	return new Set(logs.flatMap((log) => [...Object.keys(log.providers).map(shortName), ...logName(log)]))
}

/** System, Security and Application are words of their own. */
const logName = ({ log }: LogFacts) => (log.includes('-') ? [shortName(log)] : [])

/** The Event Viewer leaves the first words of a name out. */
const shortName = (name: string) => name.toLowerCase().replace(PREFIX, '')
