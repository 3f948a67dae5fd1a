import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, type Drawing, type DrawnTree, drawTree } from '../../src/components/triage/tree-drawing.ts'
import { treeDrawing } from '../../src/strings.ts'

const draw = (tree: DrawnTree) => drawTree(tree, treeDrawing)

/** Question 0 first; an answer leads to a later question or to an outcome, several of them perhaps to the same. */
const trees: fc.Arbitrary<DrawnTree> = fc.integer({ min: 1, max: 9 }).chain((size) => {
	const text = (maxLength: number) => fc.string({ minLength: 1, maxLength })
	const outcome = fc.integer({ min: 0, max: 4 }).map((n) => ({ outcome: `o${n}` }))
	const target = (from: number) =>
		from === size - 1
			? outcome
			: fc.oneof(
					outcome,
					fc.integer({ min: from + 1, max: size - 1 }).map((n) => ({ question: `q${n}` })),
				)
	const question = (n: number) =>
		fc
			.tuple(text(24), fc.array(fc.tuple(text(28), target(n)), { minLength: 1, maxLength: 7 }))
			.map(([label, answers]) => ({
				id: `q${n}`,
				label,
				asks: label,
				answers: answers.map(([label, to], i) => ({ id: `a${i}`, label, ...to })),
			}))
	return fc
		.tuple(
			fc.tuple(...Array.from({ length: size }, (_, n) => question(n))),
			fc.array(text(90), { minLength: 5, maxLength: 5 }),
		)
		.map(([questions, titles]) => ({
			start: 'q0',
			questions,
			outcomes: titles.map((title, n) => ({ id: `o${n}`, title })),
		}))
})

const apart = (a: Box, b: Box) =>
	a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

const within = (inner: Box, outer: Omit<Box, 'x' | 'y'>) =>
	inner.x >= 0 && inner.y >= 0 && inner.x + inner.width <= outer.width && inner.y + inner.height <= outer.height

/** The lines of a drawing, each as the points between which it runs, from the top left corner of the drawing. */
const lines = ({ cards }: Drawing) =>
	cards.flatMap(({ id, box, rows }) =>
		rows.flatMap(({ to }) => {
			if (!('question' in to)) return []
			const numbers = (part: string) => (part.match(/-?\d+/g) ?? []).map(Number)
			const [start = '', ...steps] = to.path.replace(/m-7-4l7 4-7 4$/, '').split(/(?=[ch])/)
			const [x = Number.NaN, y = Number.NaN] = numbers(start)
			const points = [{ x: box.x + x, y: box.y + y }]
			for (const step of steps) {
				const at = points.at(-1) ?? { x: 0, y: 0 }
				const [dx = 0, dy = 0] = numbers(step).slice(step.startsWith('h') ? 0 : -2)
				points.push({ x: at.x + dx, y: at.y + dy })
			}
			return [{ from: id, to: to.question, points }]
		}),
	)

/** A tree of two questions, of which the first leads to the second and to an outcome. */
const small: DrawnTree = {
	start: 'relay',
	questions: [
		{
			id: 'relay',
			label: 'Relay?',
			asks: 'What lies between?',
			answers: [
				{ id: 'none', label: 'Nothing', question: 'host' },
				{ id: 'tunnel', label: 'A tunnel', outcome: 'closes' },
				{ id: 'cant-tell', label: 'Not known', question: 'host' },
			],
		},
		{
			id: 'host',
			label: 'Host?',
			asks: 'Does `TermService` run?',
			answers: [{ id: 'no', label: 'No', outcome: 'closes' }],
		},
	],
	outcomes: [{ id: 'closes', title: 'The relay closes the connection' }],
}

test('every question is drawn once, and every answer once, beside what it leads to', () => {
	fc.assert(
		fc.property(trees, (tree) => {
			const { cards } = draw(tree)
			expect(cards.map(({ id }) => id).sort()).toEqual(tree.questions.map(({ id }) => id).sort())
			const drawn = cards.flatMap(({ rows }) =>
				rows.flatMap(({ edges, to }) => edges.map((edge) => `${edge} ${'question' in to ? to.question : to.outcome}`)),
			)
			const meant = tree.questions.flatMap(({ id, answers }) =>
				answers.map((answer) => `${id}=${answer.id} ${answer.question ?? answer.outcome}`),
			)
			expect(drawn.sort()).toEqual(meant.sort())
		}),
	)
})

test('answers of one question with one target share a row and a line', () => {
	const [first] = draw(small).cards
	expect(first?.rows.map(({ edges }) => edges)).toEqual([['relay=none', 'relay=cant-tell'], ['relay=tunnel']])
	expect(first?.rows[0]?.answers.lines.join(' ')).toContain('Not known')
	expect(lines(draw(small))).toHaveLength(1)
})

test('cards lie apart and inside the drawing, outcomes and text inside their card', () => {
	fc.assert(
		fc.property(trees, (tree) => {
			const drawing = draw(tree)
			for (const [i, { box, rows, label }] of drawing.cards.entries()) {
				expect(within(box, drawing)).toBe(true)
				for (const other of drawing.cards.slice(i + 1)) expect(apart(box, other.box)).toBe(true)
				let above = label.y + (label.lines.length - 1) * 15
				for (const { answers, to } of rows) {
					expect(answers.y - above).toBeGreaterThanOrEqual(15)
					above = to.text.y + (to.text.lines.length - 1) * 15
					if ('box' in to) expect(within(to.box, box)).toBe(true)
				}
				expect(above).toBeLessThan(box.height)
			}
		}),
	)
})

test('a line leaves its card on the right, arrives at the next on the left and runs through none', () => {
	fc.assert(
		fc.property(trees, (tree) => {
			const drawing = draw(tree)
			const boxes = new Map(drawing.cards.map(({ id, box }) => [id, box]))
			for (const { from, to, points } of lines(drawing)) {
				const [start, end] = [boxes.get(from), boxes.get(to)]
				expect(points[0]?.x).toBe((start?.x ?? 0) + (start?.width ?? 0))
				expect(points.at(-1)).toEqual({ x: end?.x, y: (end?.y ?? 0) + 21 })
				for (const [i, { x, y }] of points.entries()) {
					expect(y > 0 && y < drawing.height).toBe(true)
					const next = points[i + 1]
					// A bend stays between its ends; the box around it says enough.
					const stretch = next && { x, y: Math.min(y, next.y), width: next.x - x, height: Math.abs(next.y - y) }
					if (stretch) expect(drawing.cards.filter(({ box }) => !apart(box, stretch))).toEqual([])
				}
			}
		}),
	)
})

test('the same tree gives the same drawing', () => {
	fc.assert(
		fc.property(trees, (tree) => {
			expect(draw(structuredClone(tree))).toEqual(draw(tree))
		}),
	)
})

test('a long text ends with an ellipsis after three lines', () => {
	const words = 'The private key of the certificate '.repeat(6)
	const [card] = draw({ ...small, outcomes: [{ id: 'closes', title: words }] }).cards
	const text = card?.rows.find(({ to }) => 'outcome' in to)?.to.text.lines
	expect(text).toHaveLength(3)
	expect(text?.at(-1)).toMatch(/…$/)
})

test('an answer that leads nowhere is named', () => {
	expect(() => draw({ ...small, outcomes: [] })).toThrow('relay=tunnel leads to the outcome closes')
	expect(() => draw({ ...small, questions: small.questions.slice(0, 1) })).toThrow(
		'relay=none leads to the question host',
	)
})
