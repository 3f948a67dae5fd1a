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

/** Rich text with its plain twin. @returns whether it worked */
export async function writeRich(html: string, text: string): Promise<boolean> {
	try {
		const item = new ClipboardItem({
			'text/html': new Blob([html], { type: 'text/html' }),
			'text/plain': new Blob([text], { type: 'text/plain' }),
		})
		await navigator.clipboard.write([item])
		return true
	} catch {
		return write(text)
	}
}
