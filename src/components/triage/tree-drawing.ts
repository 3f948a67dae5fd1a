/**
 * What stands where in the drawing of a decision tree. A question is a card; its answers are rows of the card. An outcome
 * stands in each row that leads to it, because a line to an outcome that ten questions share would cross the whole
 * drawing. Only what leads to another question is a line.
 */
import { plainText } from '../../kb/inline.ts'
import { arrange, CARD, DOOR } from './tree-columns.ts'

interface Answer {
	id: string
	label: string
	question?: string | undefined
	outcome?: string | undefined
}

/** What is drawn: the questions and outcomes of a tree, with those it borrows from other trees. No path comes back to itself. */
export interface DrawnTree {
	readonly start: string
	readonly questions: readonly { id: string; label: string; asks: string; answers: readonly Answer[] }[]
	readonly outcomes: readonly { id: string; title: string }[]
}

/** In whole pixels at natural size, as every number here. */
export interface Box {
	x: number
	y: number
	width: number
	height: number
}

/** Lines of text, and where the baseline of the first begins. */
export interface Text {
	x: number
	y: number
	lines: string[]
}

interface ToQuestion {
	question: string
	text: Text
	/** The line to the card of the question, as path data. */
	path: string
}

interface ToOutcome {
	outcome: string
	text: Text
	/** The whole title, where the text is cut. */
	title: string | undefined
	box: Box
}

/** The answers of a question that lead to one target. Places count from the top left corner of the card. */
export interface Row {
	/** Each answer as `question=answer`, as the address of a path has it. */
	edges: string[]
	answers: Text
	to: ToQuestion | ToOutcome
}

/** A question with its answers. */
export interface Card {
	id: string
	/** The whole question, as plain text. */
	asks: string
	/** Counts from the top left corner of the drawing, as no other place does. */
	box: Box
	label: Text
	rows: Row[]
}

export interface Drawing {
	width: number
	height: number
	/** Column by column from the left, each from the top: the order in which a reader meets them. */
	cards: Card[]
}

/** Words of the interface that stand in the drawing. */
export interface DrawingWords {
	/** Between two answers that lead to one target. */
	or: string
	/** What leads to another question, by its label. */
	next: (label: string) => string
}

/** The distance from one line of text to the next. */
export const LINE = 15
const PAD = 12
/** Outcomes stand in boxes, whose text is indented. */
const INDENT = 8
/** From the top of a line of text to its baseline. */
const RISE = 12
const LABEL_SIZE = 15
const TEXT_SIZE = 12
/** The width of a character as a share of its size. Wide system fonts, such as DejaVu Sans, need so much. */
const REGULAR = 0.58
const BOLD = 0.66
const MOST_LINES = 3

/**
 * Lays out a tree from left to right: a question stands to the right of every question that leads to it.
 * The same tree always gives the same drawing.
 *
 * @throws Error if an answer leads to a question or an outcome that the tree does not hold.
 */
export function drawTree(tree: DrawnTree, words: DrawingWords): Drawing {
	const cards = tree.questions.map((question) => drawCard(tree, question, words))
	const size = arrange(cards)
	cards.sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y)
	return { ...size, cards }
}

/** A card that has no place yet, with lines that are not drawn yet. */
function drawCard(tree: DrawnTree, question: DrawnTree['questions'][number], words: DrawingWords): Card {
	const label = { x: PAD, y: DOOR + 5, lines: wrap(question.label, CARD - 2 * PAD, LABEL_SIZE * BOLD) }
	const box = { x: 0, y: 0, width: CARD, height: 2 * PAD + label.lines.length * LINE }
	const rows = groups(question.answers).map((group): Row => {
		const said = group.map((answer) => answer.label).join(words.or)
		const answers = { x: PAD, y: box.height + RISE, lines: wrap(said, CARD - 2 * PAD, TEXT_SIZE * REGULAR) }
		box.height += answers.lines.length * LINE
		const to = drawTarget(tree, question.id, group[0], box.height, words)
		box.height += to.text.lines.length * LINE + ('box' in to ? 2 * INDENT + 2 : INDENT)
		return { edges: group.map(({ id }) => `${question.id}=${id}`), answers, to }
	})
	box.height += 2
	return { id: question.id, asks: plainText(question.asks), box, label, rows }
}

/** Answers that lead to the same target together, in the order of the first of each. */
function groups(answers: readonly Answer[]): [Answer, ...Answer[]][] {
	const found: [Answer, ...Answer[]][] = []
	for (const answer of answers) {
		const group = found.find(([one]) => one.question === answer.question && one.outcome === answer.outcome)
		if (group) group.push(answer)
		else found.push([answer])
	}
	return found
}

/** What an answer leads to, at a height of its card. */
function drawTarget(tree: DrawnTree, from: string, answer: Answer, y: number, words: DrawingWords): Row['to'] {
	const missing = (what: string) =>
		new Error(
			`The answer ${from}=${answer.id} leads to the ${what}, which is not in the tree. Correct the id or add it.`,
		)
	if (answer.question !== undefined) {
		const question = tree.questions.find(({ id }) => id === answer.question)
		if (!question) throw missing(`question ${answer.question}`)
		const lines = wrap(words.next(question.label), CARD - 2 * PAD, TEXT_SIZE * BOLD)
		return { question: question.id, text: { x: PAD, y: y + RISE, lines }, path: '' }
	}
	const outcome = tree.outcomes.find(({ id }) => id === answer.outcome)
	if (!outcome) throw missing(`outcome ${answer.outcome}`)
	const width = CARD - 2 * PAD
	const lines = wrap(outcome.title, width - 2 * INDENT, TEXT_SIZE * REGULAR)
	return {
		outcome: outcome.id,
		text: { x: PAD + INDENT, y: y + 6 + RISE, lines },
		title: lines.at(-1)?.endsWith('…') ? plainText(outcome.title) : undefined,
		box: { x: PAD, y: y + 2, width, height: lines.length * LINE + INDENT },
	}
}

/** Splits a text into lines of a width. The last line that is allowed ends with an ellipsis if text is left. */
function wrap(text: string, width: number, perCharacter: number): string[] {
	const room = Math.floor(width / perCharacter)
	const lines: string[] = []
	let rest = plainText(text).trim()
	while (rest.length > room && lines.length < MOST_LINES - 1) {
		const space = rest.lastIndexOf(' ', room)
		const end = space > 0 ? space : room
		lines.push(rest.slice(0, end).trimEnd())
		rest = rest.slice(end).trimStart()
	}
	lines.push(rest.length > room ? `${rest.slice(0, room - 1).trimEnd()}…` : rest)
	return lines
}
