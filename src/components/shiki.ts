/**
 * Highlighting by classes. Shiki's CSS-variables theme names each token's role in a style attribute, which the content
 * security policy forbids; the transformer turns the name into a class, and one stylesheet gives it a colour.
 */
import { createCssVariablesTheme, type ShikiTransformer } from 'shiki/core'

const ROLE = /--shiki-token-([a-z-]+)/
const WHERE = /where="([^"]+)"/

const classesForStyles: ShikiTransformer = {
	name: 'classes-for-styles',
	span(node) {
		const role = ROLE.exec(String(node.properties.style ?? ''))?.[1]
		delete node.properties.style
		if (role) node.properties.class = `t-${role}`
	},
	pre(node) {
		delete node.properties.style
		const where = WHERE.exec(this.options.meta?.__raw ?? '')?.[1]
		if (where) node.properties['data-where'] = where
	},
}

const shikiTheme = createCssVariablesTheme({ name: 'guide', variablePrefix: '--shiki-', fontStyle: false })

export const shikiConfig = { theme: shikiTheme, transformers: [classesForStyles] }
