/** Where the cards of a drawn tree stand, and the lines between them. */
import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre'
import type { Card, Row } from './tree-drawing.ts'

/** The width of a card. */
export const CARD = 256
/** Where lines come in at a card, from its top. */
export const DOOR = 21
/** Between two columns: the room in which lines bend. */
const GAP = 72
/** Around the drawing: room for the thickest frame. */
const MARGIN = 4
/** Between two cards of a column, and between anything else. */
const CARD_SPACE = 28
const LINE_SPACE = 18

/** What takes up a place in a column: a card, or a line on its way to a card further right. */
interface Slot {
	card?: Card
	/** From the top of the column. */
	y: number
	height: number
	/** The heights from which lines come to it; all of them stand in columns to the left. */
	from: (() => number)[]
}

interface Line {
	to: Extract<Row['to'], { question: string }>
	start: Slot
	/** Where it leaves its card, from the top of the card. */
	port: number
	/** The places that it passes, the last of which is the card that it leads to. */
	slots: Slot[]
}

/**
 * Gives each card its place and each row that leads to a question its path.
 *
 * @returns the size of the drawing.
 */
export function arrange(cards: Card[]): { width: number; height: number } {
	const { columns, lines } = order(cards)
	const height = Math.max(0, ...columns.map(heightOf))
	columns.forEach((column, i) => {
		place(column, height)
		for (const { card, y } of column) if (card) Object.assign(card.box, { x: MARGIN + i * (CARD + GAP), y: MARGIN + y })
	})
	for (const line of lines) line.to.path = drawPath(line)
	return { width: 2 * MARGIN + columns.length * (CARD + GAP) - GAP, height: 2 * MARGIN + height }
}

/**
 * The columns, each in an order that makes few lines cross. Columns and order are dagre's. Its heights are not used: they
 * keep lines straight at the price of a drawing half as high again.
 */
function order(cards: Card[]): { columns: Slot[][]; lines: Line[] } {
	const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>()
	graph.setGraph({ rankdir: 'LR', ranksep: GAP })
	for (const { id, box } of cards) graph.setNode(id, { width: box.width, height: box.height })
	for (const { id, rows } of cards) for (const { to } of rows) if ('question' in to) graph.setEdge(id, to.question, {})
	layout(graph)

	const columnOf = (x = 0) => (x - CARD / 2) / (CARD + GAP)
	const columns: { slot: Slot; y: number }[][] = []
	const add = (column: number, y: number, slot: Slot) => {
		columns[column] ??= []
		columns[column].push({ slot, y })
		return slot
	}
	const slots = new Map(
		cards.map((card) => {
			const { x, y = 0 } = graph.node(card.id)
			return [card.id, add(columnOf(x), y, { card, y: 0, height: card.box.height, from: [] })]
		}),
	)
	const lines = cards.flatMap(({ id, rows }) =>
		rows.flatMap(({ to }): Line[] => {
			const start = slots.get(id)
			const end = 'question' in to && slots.get(to.question)
			if (!start || !end) return []
			// Of the points of dagre's line only those count that stand in a column between its ends.
			const passed = (graph.edge(id, to.question).points ?? [])
				.slice(1, -1)
				.filter(({ x }) => Number.isInteger(columnOf(x)))
				.map(({ x, y }) => add(columnOf(x), y, { y: 0, height: 0, from: [] }))
			const port = to.text.y - 4
			const line = { to, start, port, slots: [...passed, end] }
			line.slots.forEach((slot, i) => {
				const before = line.slots[i - 1]
				slot.from.push(() => (before ? before.y : start.y + port) - (slot.card ? DOOR : 0))
			})
			return [line]
		}),
	)
	return { columns: columns.map((column) => column.sort((a, b) => a.y - b.y).map(({ slot }) => slot)), lines }
}

const spaceAbove = (slot: Slot, above: Slot | undefined) =>
	above ? (slot.card && above.card ? CARD_SPACE : LINE_SPACE) : 0

const heightOf = (column: Slot[]) =>
	column.reduce((sum, slot, i) => sum + spaceAbove(slot, column[i - 1]) + slot.height, 0)

/**
 * Puts what stands in a column where its lines come from, as near as order and height allow. Neighbours that want the
 * same place move as one block to the mean of what they want (isotonic regression, by pooling neighbours).
 */
function place(column: Slot[], height: number): void {
	const blocks: { wanted: number; members: { slot: Slot; offset: number }[] }[] = []
	let offset = 0
	column.forEach((slot, i) => {
		offset += spaceAbove(slot, column[i - 1])
		let block = { wanted: mean(slot.from.map((y) => y())) - offset, members: [{ slot, offset }] }
		for (let above = blocks.at(-1); above && above.wanted >= block.wanted; above = blocks.at(-1)) {
			blocks.pop()
			const members = [...above.members, ...block.members]
			const sum = above.wanted * above.members.length + block.wanted * block.members.length
			block = { wanted: sum / members.length, members }
		}
		blocks.push(block)
		offset += slot.height
	})
	for (const { wanted, members } of blocks) {
		const shift = Math.round(Math.max(0, Math.min(wanted, height - offset)))
		for (const { slot, offset } of members) slot.y = shift + offset
	}
}

const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)

/** The path of a line, seen from the card that it leaves: bends between columns, and straight across each column. */
function drawPath({ start, port, slots }: Line): string {
	let at = start.y + port
	const bends = slots.map((slot) => {
		const down = slot.y + (slot.card ? DOOR : 0) - at
		at += down
		return down === 0 ? `h${GAP}` : `c${GAP / 2} 0 ${GAP / 2} ${down} ${GAP} ${down}`
	})
	return `M${CARD} ${port}${bends.join(`h${CARD}`)}m-7-4l7 4-7 4`
}
