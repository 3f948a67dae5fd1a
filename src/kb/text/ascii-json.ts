/**
 * JSON in ASCII alone, the rest as `\uXXXX`: the same data, whatever character set a server names or a program assumes.
 * Windows PowerShell 5.1 reads an answer without a named character set as ISO 8859-1, and many servers name none for JSON.
 */
export function asciiJson(value: unknown): string {
	return JSON.stringify(value).replace(
		/[\u007f-\uffff]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
	)
}
