/** Reads PowerShell by its grammar, so that tests look at commands and literals and not at text. */
import { join } from 'node:path'
import { Language, type Node, Parser } from 'web-tree-sitter'

await Parser.init()
const parser = new Parser().setLanguage(
	await Language.load(join(process.cwd(), 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm')),
)

/** Parses a script and lends its syntax tree: nodes live only until `use` returns. */
export function withScript<T>(script: string, use: (root: Node) => T): T {
	const tree = parser.parse(script)
	if (!tree) throw new Error('The script could not be parsed.')
	try {
		return use(tree.rootNode)
	} finally {
		tree.delete()
	}
}

/** What is no PowerShell: where, and the text there. Empty for a script that parses. */
export function errorsIn(root: Node): string[] {
	const found: string[] = []
	const visit = (node: Node) => {
		if (node.isError || node.isMissing)
			found.push(`line ${node.startPosition.row + 1}: ${node.isMissing ? 'missing ' : ''}${node.text.slice(0, 80)}`)
		else if (node.hasError) for (const child of node.children) visit(child)
	}
	visit(root)
	return found.length === 0 && root.hasError ? ['somewhere'] : found
}
export const syntaxErrors = (script: string): string[] => withScript(script, errorsIn)

/** Every node of a type, in the order of the text. */
export const nodesOf = (root: Node, type: string): Node[] => root.descendantsOfType(type)

/** The commands that a script calls, in the order of the text: cmdlets, functions, programs. */
export const commandsIn = (root: Node): string[] =>
	nodesOf(root, 'command').map((node) => node.childForFieldName('command_name')?.text ?? node.text)

/** A literal of a script as data. */
export type Literal = string | number | boolean | Literal[] | { [key: string]: Literal }

/**
 * The text that a literal stands for: a single-quoted one, or one spelt by its numbers.
 *
 * @throws where it is neither, and where Windows PowerShell would end a single-quoted text early: it takes typographic
 * quotes for quotes too
 */
export function readText(literal: string): string {
	const [, numbers] = /^\(-join \[char\[\]\] @\((\d+(?:; \d+)*)\)\)$/.exec(literal) ?? []
	if (numbers !== undefined)
		return numbers
			.split('; ')
			.map((unit) => {
				if (Number(unit) > 0xffff) throw new Error(`${unit} is no [char].`)
				return String.fromCharCode(Number(unit))
			})
			.join('')
	const [, quoted] = /^'((?:[^'‘’‚‛]|'')*)'$/.exec(literal) ?? []
	if (quoted === undefined) throw new Error(`No literal text: ${literal.slice(0, 80)}`)
	return quoted.replaceAll("''", "'")
}

/**
 * The data of a literal: texts, numbers, `$true` and `$false`, `@(…)` and `@{…}`.
 *
 * @throws on anything that would have to be run to be known
 */
export function readLiteral(node: Node): Literal {
	switch (node.type) {
		case 'string_literal':
		case 'parenthesized_expression':
			return readText(node.text)
		case 'integer_literal':
			return Number(node.text)
		case 'variable':
			if (node.text === '$true' || node.text === '$false') return node.text === '$true'
			break
		case 'array_expression':
			return (node.childForFieldName('statements')?.namedChildren ?? [])
				.filter(({ type }) => type !== 'empty_statement')
				.map(readLiteral)
		case 'hash_literal_expression': {
			const entries = nodesOf(node, 'hash_literal_body')[0]?.namedChildren ?? []
			return Object.fromEntries(
				entries.map((entry) => {
					const [key, value] = entry.namedChildren
					if (!key || !value) throw new Error(`No entry: ${entry.text}`)
					const name = key.namedChildren[0]
					return [name?.type === 'simple_name' ? name.text : readText(key.text), readLiteral(value)]
				}),
			)
		}
		default: {
			// Around a literal the grammar has an expression of each rank, with one child.
			const [only, another] = node.namedChildren
			if (only && !another) return readLiteral(only)
		}
	}
	throw new Error(`No literal: ${node.type} ${node.text.slice(0, 80)}`)
}

/** What a script assigns to a variable, where that is a literal. */
export function assigned(root: Node, variable: string): Literal {
	const [found, again] = nodesOf(root, 'assignment_expression').filter(
		(node) => node.namedChildren[0]?.text === variable,
	)
	const value = found?.childForFieldName('value')
	if (!value || again) throw new Error(`${variable} is assigned ${again ? 'twice' : 'nowhere'}.`)
	return readLiteral(value)
}

/** A step of a script: the entries that say which value it is and what it is to hold. */
export interface ScriptStep {
	Kind: 'Value' | 'Rule' | 'Rights'
	Setting: string
	Label: string
	[entry: string]: Literal
}
export interface ScriptValue extends ScriptStep {
	Kind: 'Value'
	Hive: string
	Key: string
	Name: string
	Type: string
	Hex: string
	Service: string
	IsPolicy: boolean
	PolicyHive: string
	PolicyKey: string
	PolicyName: string
	Stricter: string[]
	Conflicts: { Hive: string; Key: string; Name: string; Hex: string; Reason: string }[]
}

/** The steps that a script carries. */
export function stepsIn(script: string): ScriptStep[] {
	const steps = withScript(script, (root) => assigned(root, '$Steps'))
	if (!Array.isArray(steps)) throw new Error('$Steps is no list.')
	return steps as ScriptStep[]
}

export const isValue = (step: ScriptStep): step is ScriptValue => step.Kind === 'Value'
