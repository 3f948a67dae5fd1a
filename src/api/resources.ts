/**
 * Everything that programs can fetch below /api/v1/: the one list from which come the files, the index, the OpenAPI
 * document and the page about them.
 */
import { type Catalog, getCatalog } from '../catalog.ts'
import { aboutEach } from '../kb/lookup-about.ts'
import { lookupAnswers } from '../kb/lookup-answers.ts'
import { type Answer, API, type SchemaName } from '../schemas/api/index.ts'
import * as articles from './articles.ts'
import * as codes from './codes.ts'
import { index } from './contents.ts'
import { addressOf } from './links.ts'
import * as settings from './settings.ts'
import * as sources from './sources.ts'
import * as trees from './trees.ts'

/** Groups of resources, in the order of the page. */
export type ApiGroup = 'start' | 'codes' | 'articles' | 'settings' | 'triage' | 'evidence'

/** A file: its name below /api/v1/ without its ending, and what it answers. */
export interface ApiFile {
	name: string
	answer(): Promise<unknown>
}

export interface Resource {
	schema: SchemaName
	group: ApiGroup
	/** Below /api/v1/; `{id}` stands for an id. */
	path: string
	/** What stands for the id in examples; none for a list. */
	example?: string
	/** Files that are pages of the site. Look-ups are written after the pages; here are those that examples need. */
	files(catalog: Catalog): ApiFile[]
}

/** An answer is made when it is asked for, and is what its schema promises or the build stops. */
function file<N extends SchemaName>(schema: N, name: string, make: () => Answer<N> | Promise<Answer<N>>): ApiFile {
	return {
		name,
		answer: async () => {
			const { success, data, error } = API[schema].safeParse(await make())
			if (!success) throw new Error(`/api/v1/${name}.json is not what its schema says.\n${error.message}`)
			return data
		},
	}
}

const list = <N extends SchemaName>(
	group: ApiGroup,
	schema: N,
	make: (catalog: Catalog) => Answer<N> | Promise<Answer<N>>,
	name: string = schema,
): Resource => ({
	schema,
	group,
	path: `${name}.json`,
	files: (catalog) => [file(schema, name, () => make(catalog))],
})

const each = <N extends SchemaName, Item>(
	group: ApiGroup,
	schema: N,
	folder: string,
	example: string,
	items: (catalog: Catalog) => readonly Item[],
	idOf: (item: Item) => string,
	make: (catalog: Catalog, item: Item) => Answer<N> | Promise<Answer<N>>,
): Resource => ({
	schema,
	group,
	path: `${folder}/{id}.json`,
	example,
	files: (catalog) => items(catalog).map((item) => file(schema, `${folder}/${idOf(item)}`, () => make(catalog, item))),
})

const id = (item: { id: string }) => item.id
/** Addresses are lower case, so KB0002 is kb0002 in them. */
const kb = (entry: { data: { kb: string } }) => entry.data.kb.toLowerCase()

/** The look-up of a spelling that examples show. */
function lookupOf(catalog: Catalog, spelling: string): Answer<'lookup'> {
	const about = aboutEach({ ...catalog, pairs: catalog.pairs.map(({ entry }) => entry.data) })
	const found = lookupAnswers(catalog.lookup, about, addressOf).find(({ spellings }) => spellings.includes(spelling))
	if (!found) throw new Error(`The guide knows no ${spelling}.`)
	return found.answer
}

const LOOKUP_EXAMPLE = '0x904'

export const RESOURCES: readonly Resource[] = [
	list('start', 'index', (catalog) => index(catalog, RESOURCES)),
	{ schema: 'lookup', group: 'start', path: 'lookup/{spelling}.json', example: LOOKUP_EXAMPLE, files: () => [] },
	list('codes', 'codes', codes.codes),
	each('codes', 'code', 'codes', 'mstsc-0x904', (catalog) => catalog.codes, id, codes.code),
	list('codes', 'pairs', codes.pairs),
	each('codes', 'pair', 'pairs', 'mstsc-0x904-0x7', (catalog) => catalog.pairs, id, codes.pair),
	list('codes', 'events', codes.events),
	each('codes', 'event', 'events', 'event-system-36870', (catalog) => catalog.events, id, codes.event),
	list('articles', 'causes', articles.causes),
	each('articles', 'cause', 'causes', 'kb0002', (catalog) => catalog.ofKind('causes'), kb, articles.cause),
	list('articles', 'fixes', articles.fixes),
	each('articles', 'fix', 'fixes', 'kb0075', (catalog) => catalog.ofKind('fixes'), kb, articles.fix),
	list('articles', 'guides', articles.guides),
	each('articles', 'guide', 'guides', 'kb0012', (catalog) => catalog.ofKind('guides'), kb, articles.guide),
	list('articles', 'myths', articles.myths),
	each('articles', 'myth', 'myths', 'kb0013', (catalog) => catalog.ofKind('myths'), kb, articles.myth),
	list('settings', 'settings', settings.settings),
	each('settings', 'setting', 'settings', 'rdp-nla', (catalog) => catalog.settings, id, settings.setting),
	list('settings', 'scripts', settings.scripts),
	each(
		'settings',
		'script',
		'scripts',
		'probe',
		(catalog) => catalog.scripts,
		id,
		(_, data) => settings.script(data),
	),
	list('triage', 'trees', trees.trees, 'triage'),
	each('triage', 'tree', 'triage', '0x904-0x7', (catalog) => catalog.trees, id, trees.tree),
	list('evidence', 'sources', sources.sources),
	list('evidence', 'messages', sources.messages),
]

/** The real answer that examples show. */
export async function exampleOf({ schema, path, example = '', files }: Resource): Promise<unknown> {
	const catalog = await getCatalog()
	if (schema === 'lookup') return lookupOf(catalog, example)
	const name = exampleName({ path, example })
	const found = files(catalog).find((one) => one.name === name)
	if (!found) throw new Error(`There is no /api/v1/${name}.json, which the examples name.`)
	return found.answer()
}

/** The name of the file that examples show, below /api/v1/ and without its ending. */
export const exampleName = ({ path, example = '' }: Pick<Resource, 'path' | 'example'>) =>
	path.replace(/\{\w+\}/, example).replace(/\.json$/, '')
