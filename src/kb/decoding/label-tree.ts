/** Labels from their last letter to their first, so that they can be read backwards from a number. */
import { isLetterAt, UNSPACED } from '../text/scripts.ts'

/** A place in the tree: what the letters so far say, and the labels that go on from it. */
interface Node<Kind> {
	kind?: Kind
	/** Labels that nobody has followed yet, with how much of each is left. The guide meets a few of hundreds. */
	waiting: { kind: Kind; label: string; left: number }[]
	next?: Map<string, Node<Kind>>
}

export type LabelTree<Kind> = Node<Kind>

/** A label that was found, and where it begins. */
export interface FoundLabel<Kind> {
	kind: Kind
	start: number
}

/** What {@link letterOf} gives for characters that part the words of a label, in whatever number. */
const PARTING = ' '
const PARTS = /[\s_'’.,:>|-]/
const letters: string[] = []

/**
 * A UTF-16 unit as labels are compared: lower case, without its accent; a mark alone or
 * something invisible is empty, and what parts words is a
 * space. Alphabets that have no case stay as they are.
 */
export function letterOf(unit: number): string {
	letters[unit] ??= makeLetter(String.fromCharCode(unit), unit)
	return letters[unit]
}

function makeLetter(char: string, unit: number): string {
	if (PARTS.test(char)) return PARTING
	if (unit < 0x80) return char.toLowerCase()
	if (/[\p{M}\p{Cf}]/u.test(char)) return ''
	if (unit >= 0x530) return char
	return char.toLowerCase().normalize('NFD')[0]?.replace(/\p{M}/u, '').replace('ı', 'i').replace('ς', 'σ') ?? ''
}

/** The letters of a label and nothing between them. */
export function lettersOf(label: string): string {
	let found = ''
	for (let i = 0; i < label.length; i++) {
		const letter = letterOf(label.charCodeAt(i))
		if (letter !== PARTING) found += letter
	}
	return found
}

/** @param lists labels by what they say; where two lists hold the same words, the first has them */
export function createLabelTree<Kind>(
	...lists: readonly (readonly [kind: Kind, labels: readonly string[]])[]
): LabelTree<Kind> {
	const waiting = lists.flatMap(([kind, labels]) => labels.map((label) => ({ kind, label, left: label.length })))
	return { waiting }
}

/** Moves the labels that wait at a node one letter on. */
function grow<Kind>(node: Node<Kind>): Map<string, Node<Kind>> {
	const next = node.next ?? new Map<string, Node<Kind>>()
	node.next = next
	for (const { kind, label, left } of node.waiting) {
		const at = lastLetter(label, left)
		if (at < 0) continue
		const letter = letterOf(label.charCodeAt(at))
		const child: Node<Kind> = next.get(letter) ?? { waiting: [] }
		next.set(letter, child)
		if (lastLetter(label, at) < 0) child.kind ??= kind
		else child.waiting.push({ kind, label, left: at })
	}
	node.waiting = []
	return next
}

/** The place of the last letter before a place of a label, -1 where there is none. */
function lastLetter(label: string, before: number): number {
	for (let at = before - 1; at >= 0; at--) {
		const letter = letterOf(label.charCodeAt(at))
		if (letter !== '' && letter !== PARTING) return at
	}
	return -1
}

/**
 * The longest label that ends at a place of a text.
 *
 * @param end the place behind its last letter
 * @param limit the first place at which it may begin
 */
export function labelEndingAt<Kind>(
	tree: LabelTree<Kind>,
	text: string,
	end: number,
	limit: number,
): FoundLabel<Kind> | undefined {
	if (end <= limit || letterOf(text.charCodeAt(end - 1)) === PARTING) return
	let node: Node<Kind> | undefined = tree
	let best: FoundLabel<Kind> | undefined
	for (let at = end - 1; at >= limit; at--) {
		const letter = letterOf(text.charCodeAt(at))
		if (letter === '' || letter === PARTING) continue
		node = (node.waiting.length > 0 ? grow(node) : node.next)?.get(letter)
		if (!node) break
		// A label of letters begins where a word begins.
		if (node.kind !== undefined && (at === 0 || UNSPACED.test(text[at] ?? '') || !isLetterAt(text, at - 1)))
			best = { kind: node.kind, start: at }
	}
	return best
}
