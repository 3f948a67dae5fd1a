/** What the picture of a page looks like, as the tree of boxes that satori sets. */
import type { PageFacts } from '../kb/unfurl.ts'
import { site } from '../strings.ts'

/** The size that chats and ticket systems show without cutting it. */
export const SIZE = { width: 1200, height: 630 } as const

/** A box with its style, as satori takes it. */
interface Box {
	type: 'div'
	key: null
	props: { style: Readonly<Record<string, string | number>>; children: string | Box[] }
}

/** Colours of the light scheme, by their names in src/styles/tokens.css. Few of them keep a picture small. */
export type Colours = Record<'paper' | 'ink' | 'accent', string>

const EDGE = 72
const WIDTH = SIZE.width - 2 * EDGE
const MONOSPACE = 'mono, mono-latin-ext'
/** Width of a character of the monospace face, in its size. */
const MONO = 0.6
const CODE = 132

/** @returns the colours of the light scheme. Throws for one that the tokens lack. */
export function readColours(tokens: string): Colours {
	const colour = (name: string) => {
		const value = new RegExp(`--${name}: light-dark\\((#[0-9a-f]+)`).exec(tokens)?.[1]
		if (!value) throw new Error(`src/styles/tokens.css has no colour --${name}, which the pictures of pages use.`)
		return value
	}
	return {
		paper: colour('paper'),
		ink: colour('ink'),
		accent: colour('accent'),
	}
}

/** The code as large as it fits, then the title; a page without a code has a larger title. Below, whose page it is. */
export function drawingOf({ code, kind, about = [], title, text, note }: PageFacts, colours: Colours): Box {
	const size = code === undefined ? (title.length > 60 ? 64 : 80) : title.length > 70 ? 48 : 56
	return box(
		{
			...SIZE,
			boxSizing: 'border-box',
			flexDirection: 'column',
			justifyContent: 'space-between',
			padding: `56px ${EDGE}px 52px`,
			borderTop: `16px solid ${colours.accent}`,
			background: colours.paper,
			color: colours.ink,
			fontFamily: 'sans, sans-latin-ext',
		},
		box(
			{ flexDirection: 'column' },
			...(kind
				? [
						box(
							{ alignItems: 'baseline', justifyContent: 'space-between', fontSize: 36, color: colours.accent },
							kind,
							box({ fontFamily: MONOSPACE, fontSize: 28, whiteSpace: 'nowrap' }, about.join(', ')),
						),
					]
				: []),
			...(code
				? [box({ fontFamily: MONOSPACE, fontSize: codeSize(code), color: colours.accent, lineHeight: 1.3 }, code)]
				: []),
			box(
				{ fontSize: size, lineHeight: 1.2, fontWeight: 600, lineClamp: 4, display: 'block', textWrap: 'balance' },
				title,
			),
			...(text ? [box({ fontSize: 40, lineHeight: 1.35, marginTop: 28, lineClamp: 4, display: 'block' }, text)] : []),
		),
		box(
			{ justifyContent: 'space-between', alignItems: 'center', fontSize: 28, whiteSpace: 'nowrap' },
			box(
				{ alignItems: 'center' },
				box(
					{
						fontFamily: MONOSPACE,
						fontSize: 28,
						color: colours.paper,
						background: colours.accent,
						borderRadius: 10,
						padding: '4px 14px',
						marginRight: 18,
					},
					site.mark,
				),
				site.name,
			),
			...(note ? [box({}, note)] : []),
		),
	)
}

const codeSize = (code: string) => Math.min(CODE, Math.floor(WIDTH / (MONO * code.length)))

/** A box with a text, or with boxes and texts beside each other. */
function box(style: Box['props']['style'], ...inside: (Box | string)[]): Box {
	const [only] = inside
	const children =
		inside.length === 1 && typeof only === 'string'
			? only
			: inside.map((child) => (typeof child === 'string' ? box({}, child) : child))
	return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } }
}
