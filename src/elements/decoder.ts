/** Decodes what stands in the paste box while it changes, and shows each code with the page about it. */
import { decode, type FoundCode, type FoundPair } from '../kb/decode.ts'
import { toHex } from '../kb/numbers.ts'
import type { Lookup } from '../kb/table.ts'
import { spaceNames, decoder as words } from '../strings.ts'
import { make } from './dom.ts'
import { href, loadLookup } from './lookup.ts'

/** Brings a paste box to life. Safe to call twice. */
export function startDecoder(host: HTMLElement, box: HTMLTextAreaElement): void {
	if (host.dataset.awake) return
	host.dataset.awake = 'true'
	const output = host.querySelector('.found')
	const status = host.querySelector('[role=status]')
	if (!output || !status) return
	const show = (lookup: Lookup) => {
		const { codes, pairs } = decode(lookup, box.value)
		const once = codes.filter(
			(code, i) => codes.findIndex((other) => other.space === code.space && other.value === code.value) === i,
		)
		output.replaceChildren(...pairs.map(pairCard), ...once.map(codeCard))
		status.textContent = box.value.trim() === '' ? '' : once.length > 0 ? words.found(once.length) : words.nothing
	}
	loadLookup().then(
		(lookup) => {
			box.addEventListener('input', () => show(lookup))
			show(lookup)
		},
		() => {
			status.textContent = words.failed
			delete host.dataset.awake
		},
	)
}

function pairCard({ id, error, extended, row }: FoundPair): HTMLElement {
	const text = `${toHex(error)} / ${toHex(extended)}`
	const heading = make('p', {}, make('strong', {}, row ? row.title : text))
	const action = row
		? make('a', { class: 'button main', href: href({ kind: 'code', id }) }, words.openPair(text))
		: make('p', { class: 'quiet' }, words.noPairPage)
	return make('div', { class: 'card pair', 'data-pair': id }, heading, action)
}

function codeCard(code: FoundCode): HTMLElement {
	const number = code.space === 'event' ? String(code.value) : code.hex
	const card = make(
		'div',
		{ class: 'card', 'data-space': code.space, 'data-value': String(code.value) },
		make('p', { class: 'label' }, spaceNames[code.space]),
		make('p', { class: 'number' }, number, ...(code.space === 'event' ? [] : [make('small', {}, String(code.value))])),
		make('p', {}, make('strong', {}, code.row?.title ?? words.unknown)),
	)
	if (code.row) card.append(make('a', { href: href({ kind: 'code', id: code.row.id }) }, words.openCode(number)))
	return card
}
