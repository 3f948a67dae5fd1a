/** An element with attributes and children; text goes in as text, never as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Record<string, string> = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag)
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
	element.append(...children)
	return element
}

/** A link to a code, pair or event: its number, then what it says. */
export function codeLink(address: string, number: string, title: string, where: string): HTMLAnchorElement {
	return make('a', { href: address }, make('b', {}, number), ' ', title, ' ', make('small', {}, where))
}
