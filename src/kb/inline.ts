/** A stretch of a line of content: text, or code that stood between backticks. */
export interface Inline {
	code: boolean
	text: string
}

/** Splits a line at its backticks. An unpaired backtick stays what it is. */
export function splitInline(line: string): Inline[] {
	const parts = line.split('`')
	if (parts.length % 2 === 0) {
		const last = parts.pop() ?? ''
		parts.push(`${parts.pop() ?? ''}\`${last}`)
	}
	return parts.map((text, i) => ({ code: i % 2 === 1, text })).filter(({ text }) => text !== '')
}

/** The line as plain text, for titles, descriptions and tickets. */
export function plainText(line: string): string {
	return splitInline(line)
		.map(({ text }) => text)
		.join('')
}
