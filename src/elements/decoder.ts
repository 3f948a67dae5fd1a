/** Decodes what stands in the paste box while it changes, and shows what was found. */
import { decode } from '../kb/decoding/decode.ts'
import { EMPTY, type Facts } from '../kb/decoding/facts.ts'
import type { Decoded } from '../kb/decoding/findings.ts'
import { groupsIn, type PhraseGroup } from '../kb/decoding/scripts.ts'
import { words as cutWords } from '../kb/decoding/words.ts'
import { answerQuery } from '../kb/query.ts'
import type { Lookup } from '../kb/table.ts'
import { safeUrl } from '../kb/text/markup.ts'
import { TICKET_FORMATS, type TicketFormat, ticketList } from '../kb/ticket.ts'
import { searchPage, ticket, decoder as words } from '../strings.ts'
import { copyOrShow } from './copy.ts'
import {
	cardsView,
	markedView,
	nextLink,
	otherNumbersView,
	passedOverView,
	reportLines,
	summaryView,
} from './decoder-view.ts'
import { make } from './dom.ts'
import { href, loadFacts, loadLookup } from './lookup.ts'
import { describe } from './rows.ts'
import { NotText, textOf } from './text-files.ts'

/** Longer texts are messages; what is no longer may be a bare code, as in the search box. */
const AS_QUERY = 100
const MOST_HITS = 20
/** A text of more characters is decoded when typing rests, not at every key. */
const LARGE = 20_000
const REST_MS = 250
/** While somebody types, what was found is said when the keys rest: a live region would speak at every key. */
const SAY_MS = 700
/** What lies beyond is said to be unread. */
const MOST_CHARACTERS = 1_000_000

/**
 * Brings a paste box to life.
 *
 * @param signal ends it
 * @throws when the table of codes cannot be loaded; nothing has happened then. Without the facts codes are found all the same
 */
export async function startDecoder(host: HTMLElement, box: HTMLTextAreaElement, signal: AbortSignal): Promise<void> {
	const output = host.querySelector('.found')
	const status = host.querySelector('[role=status]')
	if (!output || !status) return
	const lookup = await loadLookup()
	if (signal.aborted) return
	// Codes are found at once; messages when their larger table is there.
	let facts: Facts | undefined
	let lacking = false
	/** The scripts of the texts so far; their phrases are here or on their way. */
	const groups = new Set<PhraseGroup>()
	let resting: ReturnType<typeof setTimeout> | undefined
	let saying: ReturnType<typeof setTimeout> | undefined
	let typing = false
	const say = (text: string) => {
		clearTimeout(saying)
		// Set anew, the same words would be read out again.
		const put = () => {
			if (status.textContent !== text) status.textContent = text
		}
		if (typing) saying = setTimeout(put, SAY_MS)
		else put()
	}
	const clear = host.querySelector<HTMLButtonElement>('button[name=clear]')
	const render = () => {
		const known = facts ?? (lacking ? EMPTY : undefined)
		const { parts, says } = findings(lookup, known, box.value.slice(0, MOST_CHARACTERS), host)
		replaceIn(output, parts, box)
		if (clear) clear.hidden = box.value === ''
		const unread = box.value.length > MOST_CHARACTERS ? [words.tooLong(box.value.length)] : []
		say([...says, ...unread, ...(lacking && box.value !== '' ? [words.lacking] : [])].join('. '))
	}
	const completeFacts = async () => {
		try {
			facts = await loadFacts([...groups])
			lacking = false
		} catch (error) {
			console.error(error)
			lacking = true
		}
		if (!signal.aborted) render()
	}
	const show = () => {
		clearTimeout(resting)
		const before = groups.size
		const start = box.value.slice(0, LARGE)
		for (const group of groupsIn(start, cutWords(start))) groups.add(group)
		if (groups.size > before || lacking) completeFacts()
		render()
	}
	const update = (event: Event) => {
		clearTimeout(resting)
		typing = event instanceof InputEvent && /^(?:insert(?:Text|Composition)|delete)/.test(event.inputType)
		if (box.value.length > LARGE) resting = setTimeout(show, REST_MS)
		else show()
	}
	const take = (text: string) => {
		typing = false
		box.value = text
		show()
	}
	box.addEventListener('input', update, { signal })
	box.addEventListener(
		'keydown',
		(event) => {
			if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
			event.preventDefault()
			show()
			output.querySelector<HTMLAnchorElement>('.next a')?.click()
		},
		{ signal },
	)
	clear?.addEventListener(
		'click',
		() => {
			take('')
			box.focus()
		},
		{ signal },
	)
	signal.addEventListener('abort', () => {
		clearTimeout(resting)
		clearTimeout(saying)
	})
	show()
	takeFiles(host, take, say, signal)
}

/** Shows other parts. What had the focus, or was open, has it still: messages may arrive while somebody goes through codes. */
function replaceIn(output: Element, parts: readonly HTMLElement[], otherwise: HTMLElement) {
	const held = output.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined
	const open = output.querySelector('details')?.open
	output.replaceChildren(...parts)
	const details = output.querySelector('details')
	if (details && open !== undefined) details.open = open
	if (!held) return
	const same = [...output.querySelectorAll<HTMLElement>('a, button, summary, [tabindex]')].find(
		({ tagName, textContent }) => tagName === held.tagName && textContent === held.textContent,
	)
	const next = same ?? otherwise
	next.focus({ preventScroll: true })
}

/** Files that are chosen, also while this part was loading. */
function takeFiles(host: HTMLElement, take: (text: string) => void, say: (text: string) => void, signal: AbortSignal) {
	const read = async (file: File | undefined) => {
		if (!file) return
		try {
			take(await textOf(file))
		} catch (error) {
			say(error instanceof NotText ? words.notText(file.name) : words.unreadable(file.name))
		}
	}
	const chooser = host.querySelector<HTMLInputElement>('input[type=file]')
	const chosen = () => {
		read(chooser?.files?.[0])
		// The same file may be chosen again after it has changed.
		if (chooser) chooser.value = ''
	}
	chooser?.addEventListener('change', chosen, { signal })
	if (chooser?.files?.length) chosen()
}

/** What to show for a text, and what to say of it. */
function findings(
	lookup: Lookup,
	facts: Facts | undefined,
	text: string,
	host: HTMLElement,
): { parts: HTMLElement[]; says: string[] } {
	if (text.trim() === '') return { parts: [], says: [] }
	const decoded = decode(lookup, text, facts)
	if (!facts && decoded.codes.length === 0) return { parts: [], says: [words.working] }
	const count = new Set(decoded.codes.map(({ space, value }) => `${space} ${value}`)).size
	const others = otherNumbersView(decoded.passedOver)
	const passed = passedOverView(lookup, text, decoded.passedOver)
	if (count === 0 && decoded.messages.length === 0) {
		const { parts, says } = asQuery(lookup, text.trim())
		return { parts: [...others, ...parts, ...passed], says: others.length > 0 ? [words.foreign(others.length)] : says }
	}
	const parts = [
		summaryView(lookup, decoded, copyView(lookup, decoded)),
		make('div', { class: 'cards' }, ...cardsView(lookup, decoded)),
		markedView(text, decoded, host),
		...others,
		...passed,
	]
	return { parts, says: [words.found(count, decoded.messages.length)] }
}

/** A text without findings may be a bare code, as somebody types it into the search box. */
function asQuery(lookup: Lookup, text: string): { parts: HTMLElement[]; says: string[] } {
	const answer = text.length <= AS_QUERY ? answerQuery(lookup, text) : undefined
	const hits = answer?.onlyCodes ? answer.hits.slice(0, MOST_HITS) : []
	const cards = hits.map(({ row }) => {
		const { number, title, where, href } = describe(lookup, row)
		return make(
			'div',
			{ class: 'card' },
			make('p', { class: 'label' }, where),
			make('a', { href }, `${number} ${title}`),
		)
	})
	const unknown = (answer?.onlyCodes ? answer.unknown : []).map(({ text }) =>
		make('p', { class: 'callout', 'data-unknown-code': text }, searchPage.unknown(text)),
	)
	const query = text.slice(0, AS_QUERY)
	const search = make('p', {}, make('a', { href: href({ kind: 'search', query }) }, words.searchInstead))
	return {
		parts: [...(cards.length > 0 ? [make('div', { class: 'cards' }, ...cards)] : []), ...unknown, search],
		says: [hits.length > 0 ? words.found(hits.length, 0) : words.nothing],
	}
}

/** Buttons that copy the result, or the link to the page that was found. */
function copyView(lookup: Lookup, decoded: Decoded): HTMLElement {
	const status = make('p', { role: 'status', class: 'quiet' })
	const lines = reportLines(lookup, decoded)
	const link = nextLink(decoded)
	const buttons = TICKET_FORMATS.filter((format) => format !== 'link' || link).map((format) => {
		const button = make('button', { type: 'button', class: 'button' }, ticket.buttons[format])
		button.onclick = () => {
			const list = (as: Exclude<TicketFormat, 'link'>) => ticketList(words.report, lines, as)
			if (format === 'link') copyOrShow(button, status, safeUrl(link ?? ''))
			else if (format === 'html') copyOrShow(button, status, list('text'), list('html'))
			else copyOrShow(button, status, list(format))
		}
		return button
	})
	return make(
		'div',
		{ class: 'copy', role: 'group', 'aria-label': words.copy },
		make('p', { class: 'label' }, words.copy),
		...buttons,
		status,
	)
}
