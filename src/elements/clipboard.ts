/** Puts text on the clipboard. */

/** @returns whether it worked */
export async function write(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text)
		return true
	} catch {
		return false
	}
}

/** Rich text with its plain twin. @returns what lies there now; the twin alone where the browser takes no more */
export async function writeRich(html: string, text: string): Promise<'rich' | 'plain' | undefined> {
	try {
		const item = new ClipboardItem({
			'text/html': new Blob([html], { type: 'text/html' }),
			'text/plain': new Blob([text], { type: 'text/plain' }),
		})
		await navigator.clipboard.write([item])
		return 'rich'
	} catch {
		return (await write(text)) ? 'plain' : undefined
	}
}
