/** Text made safe inside HTML, attribute values included. */
export function escapeHtml(text: string): string {
	const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }
	return text.replace(/[&<>"']/g, (char) => `&${names[char]};`)
}
