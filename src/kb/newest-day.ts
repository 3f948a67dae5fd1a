/**
 * The newest day of verification or change anywhere in some content: by it two builds of one version are told apart.
 *
 * @param data anything; days stand in fields named `verified` and `date`, however deep
 * @returns YYYY-MM-DD, or nothing where no such field is
 */
export function newestDay(data: unknown): string {
	if (typeof data !== 'object' || data === null) return ''
	return Object.entries(data).reduce((newest, [name, value]) => {
		const day = (name === 'verified' || name === 'date') && typeof value === 'string' ? value : newestDay(value)
		return day > newest ? day : newest
	}, '')
}
