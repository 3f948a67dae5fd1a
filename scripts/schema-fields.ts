/** The fields of a schema with their descriptions, for the scaffolder. */

export interface Field {
	name: string
	description: string | undefined
	optional: boolean
	list: boolean
	/** Fields of an object, or of the objects in a list. */
	fields: Field[]
}

interface Node {
	description?: string
	def: { type: string; innerType?: Node; out?: Node; element?: Node; shape?: Record<string, Node> }
}

/** @param schema a zod object, or a list of such; anything else has no fields */
export function fieldsOf(schema: unknown): Field[] {
	const { def } = inside(schema as Node)
	if (def.element) return fieldsOf(def.element)
	return Object.entries(def.shape ?? {}).map(([name, node]) => {
		const { node: core, optional, description } = peel(node)
		return { name, description, optional, list: core.def.type === 'array', fields: fieldsOf(core) }
	})
}

function peel(start: Node): { node: Node; optional: boolean; description: string | undefined } {
	let node = start
	let optional = false
	let { description } = node
	for (let next = node.def.innerType ?? node.def.out; next; next = node.def.innerType ?? node.def.out) {
		optional ||= node.def.type === 'optional' || node.def.type === 'default'
		node = next
		description ??= node.description
	}
	return { node, optional, description }
}

const inside = (node: Node) => peel(node).node
