/** The words of the interface, in one place. Content speaks for itself in content/. */
import type { Grade } from './kb/evidence.ts'
import type { Base } from './kb/numbers.ts'
import type { Cause, Fix, Myth } from './schemas/articles.ts'
import type { Source } from './schemas/source.ts'

export const site = {
	name: 'Remote Desktop Error Guide',
	mark: '0x904',
	description:
		'What Windows Remote Desktop error codes mean, what causes them and how to fix them, with the evidence for every claim.',
	skip: 'Skip to content',
	licence: 'Text CC BY 4.0, code MIT.',
	promise: 'Every claim names its sources, their grade and the day it was verified.',
	notRun: 'Commands were checked by reading; where something was run on Windows, the page says so.',
}

export const nav = {
	home: 'Home',
	label: 'Main',
	footer: 'All pages',
	side: 'In this section',
	codes: 'Codes',
	causes: 'Causes',
	fixes: 'Fixes',
	guides: 'Guides',
	myths: 'Myths',
	settings: 'Settings',
	events: 'Events',
	sources: 'Sources',
	decode: 'Decode',
	triage: 'Triage',
	thisError: 'This error',
	breadcrumb: 'You are here',
	contents: 'On this page',
	rail: 'Ticket link, facts and contents',
}

export const searchBox = {
	label: 'Search the guide',
	placeholder: '0x904, 2308, certificate …',
	submit: 'Search',
	shortcut: 'Ctrl K',
	unknown: (text: string) => `${text} is no known Remote Desktop code`,
	everything: (query: string) => `Search all pages for “${query}”`,
}

export const searchPage = {
	title: 'Search',
	lead: 'A code in any spelling is answered exactly; words are looked up in every page.',
	hint: 'Type into the box at the top: a code such as 0x904, both codes of a dialog, an event id, or words of the message.',
	noScript: 'Searching needs JavaScript. Without it, put a code into the address, as in',
	noScriptLists: 'or browse the lists:',
	results: (n: number) => (n === 1 ? '1 result' : `${n} results`),
	exact: 'Exact',
	mentions: 'Pages that mention it',
	none: (query: string) => `Nothing was found for “${query}”.`,
	noneHelp: 'Check the spelling, try fewer words, or paste the whole message into the decoder.',
	unknown: (text: string) => `${text} is not a Remote Desktop code this guide knows.`,
	nearest: 'Known codes with a similar number, which may have nothing to do with it:',
	nearestNone: 'No known code resembles it.',
	readAs: (base: string) => `read as ${base}`,
	graded: (kind: string, grade: string) => `${kind}, grade ${grade}`,
	failed: 'The full-text index could not be loaded. Codes still work; reload the page to try again.',
	working: 'Searching…',
}

export const decoder = {
	title: 'Decode a message',
	homeTitle: 'Paste what the user sent you',
	lead: 'Dialog text, a ticket, a log line, in any language. It is decoded in your browser and sent nowhere.',
	label: 'Message to decode',
	placeholder: 'Error code: 0x904\nExtended error code: 0x7',
	nothing:
		'No Remote Desktop code found. Codes look like 0x904, 2308 after “error”, or 0x8009030C; paste the whole message.',
	found: (n: number) => (n === 1 ? '1 code found' : `${n} codes found`),
	more: (n: number) => `and ${n} more`,
	triage: 'Start the triage',
	searchInstead: 'Search all pages for these words',
	openPair: (pair: string) => `Open ${pair}`,
	openCode: (code: string) => `Open ${code}`,
	noPairPage: 'This pair has no page of its own; read its two codes.',
	unknown: 'No list known to this guide has this number.',
	noScript: 'Decoding needs JavaScript. Without it, look the code up in the list of',
	noScriptList: 'all codes',
	noScriptAddress: 'or type it into the address, as in',
	labels: { error: 'Error code', extended: 'Extended error code' },
}

export const codeBlock = { copy: 'Copy', copied: 'Copied', failed: 'Select and copy by hand' }

export const ticket = {
	title: 'Link from a ticket',
	copied: 'Copied.',
	failed: 'Copying is blocked here. Select the address above and copy it by hand.',
	buttons: { link: 'Copy link', text: 'Text', markdown: 'Markdown', jira: 'Jira', html: 'Rich text' },
}

export const theme = { label: 'Colours', system: 'System', light: 'Light', dark: 'Dark' }

export const grades: Record<Grade, string> = {
	A: 'A documented',
	B: 'B confirmed reports',
	C: 'C one report',
	D: 'D claim only',
}

export const facts = {
	evidence: 'Evidence',
	mechanism: 'Mechanism',
	thisCode: 'This error',
	confidence: 'Confidence',
	verified: 'Verified',
	state: 'State',
	appliesTo: 'Applies to',
	risk: 'Risk',
	phase: 'Phase',
	phases: 'Phases',
	anyPhase: 'Any phase',
	number: 'Article',
	space: 'Space',
	version: 'Version',
	meanings: 'Meanings',
	level: 'Level',
	side: 'Side',
	questions: 'Questions',
}

export const roles = {
	user: 'User',
	helpdesk: 'Helpdesk',
	'server-admin': 'Server admin',
	network: 'Network team',
} satisfies Record<Cause['whoCanCheck'][number], string>

export const places = {
	client: 'On the client',
	host: 'On the host',
	portal: 'In the portal',
	network: 'On the network',
} satisfies Record<Fix['where'][number], string>

export const commands = {
	where: (place: string, elevated: boolean, readOnly: boolean) =>
		`${place}${elevated ? ', elevated' : ''}${readOnly ? ', read-only' : ''}`,
}

export const phaseStrip = {
	caption: 'Where the connection stops',
	passed: 'passed',
	stops: 'stops here',
	'may-stop': 'may stop here',
	ahead: 'not reached',
	any: 'This code can show at any phase.',
}

export const sections = {
	check: 'Is it this?',
	ifSo: 'It is, if you see',
	ifNot: 'It is not, if',
	fixes: 'Fix',
	causes: 'Causes, most likely first',
	causesShort: 'Causes',
	confused: 'Easily confused with',
	unknown: 'What is not known',
	sources: 'Sources',
	history: 'History',
	events: 'Log entries',
	settings: 'Settings',
	contradiction: 'Where sources disagree',
	verdict: 'What we make of it',
	others: 'The same number elsewhere',
	spellings: 'Spellings',
	pairs: 'With an extended code',
	pairsOfExtended: 'With an error code',
	reports: 'What people found behind it',
	proves: 'What it proves',
	provesNot: 'What it does not prove',
	triage: 'Find the cause',
	myths: 'Myths about it',
	usedBy: 'Causes that use it',
	instead: 'Instead',
	claim: 'The claim',
	related: 'Pages about it',
	undo: 'The way back',
	outcomes: 'Outcomes',
	collect: 'Put into the ticket',
	verify: 'How to know that it was right',
}

/** What a page is, for search results and lists of related pages. */
export const kinds = {
	causes: 'Cause',
	fixes: 'Fix',
	guides: 'Guide',
	myths: 'Myth',
	code: 'Code',
	pair: 'Pair',
	event: 'Event',
	number: 'Number',
	setting: 'Setting',
	tree: 'Triage',
	outcome: 'Outcome',
}

/** Words that every page is found by, though few say them. */
export const searchWords = ['RDP', 'Remote Desktop', 'mstsc']

export const risks = {
	none: { short: 'No risk', long: 'Risk: none' },
	low: { short: 'Low risk', long: 'Risk: low' },
	medium: { short: 'Medium risk', long: 'Risk: medium' },
	high: { short: 'High risk', long: 'Risk: high' },
} satisfies Record<Fix['risk'], { short: string; long: string }>

export const verdicts = {
	wrong: 'wrong',
	misleading: 'misleading',
	unproven: 'unproven',
	harmful: 'harmful',
} satisfies Record<Myth['verdict'], string>

export const undoKinds = {
	restores: 'Full undo',
	partial: 'Partial undo',
	none: 'No undo',
	'not-needed': 'Changes nothing',
} satisfies Record<Fix['undo']['kind'], string>

export const states = {
	draft: 'This is a draft: it has not been checked against its sources yet.',
	superseded: 'This article is kept for old links only. What replaced it:',
}

export const callouts = { warning: 'Before you do this.' }

export const sourceList = { restsOnIt: 'what rests on it' }

export const causePage = {
	who: 'Who meets it',
	when: 'When',
	tieTo: (numbers = '') => `Tie to ${numbers}`,
}

export const fixPage = {
	elevated: 'Elevated',
	risk: 'What can go wrong',
	disconnects: 'Who is disconnected',
	disconnectsShort: 'Disconnects users',
	restart: 'Restart',
	outOfBand: 'Another way in',
	outOfBandShort: 'Needs another way in',
	needed: 'Needed before you start',
	notNeeded: 'Not needed',
}

export const codePage = {
	noError: 'not an error',
	layer: (byte: string, name: string) =>
		`Low byte \`${byte}\`: ${name}. That the low byte names the layer is inferred from all documented values, not documented.`,
	others: (hex: string, value: number, n: number) =>
		`The number ${hex} (${value}) also stands in ${n === 1 ? 'another list' : 'other lists'}, with another meaning:`,
	spellings: (spellings: string) => `People and programs write it as ${spellings}.`,
	seen: (where: string) => `Where it is seen: ${where}`,
}

export const pairPage = {
	cause: 'Cause',
	why: 'What gives it away',
	evidence: 'Evidence for these codes',
	shown: (client: string, dialog: string) => `Shown by: ${client}. The dialog: ${dialog}`,
}

const bases: Record<Base, string> = { hex: 'hexadecimal', decimal: 'decimal', signed: 'signed decimal' }

export const choicePage = {
	title: (spelling: string) => `${spelling}: which one?`,
	ways: (spelling: string, n: number) =>
		`A bare ${spelling} can be read in ${n} ways, which are different numbers. Choose by where you saw it.`,
	lists: (spelling: string, n: number) =>
		`${spelling} stands in ${n} lists, with a different meaning in each. Choose by where you saw it.`,
	readAs: (base: Base, hex: string, value: number) => `Read as ${bases[base]}: ${hex} = ${value}`,
}

export const eventPage = {
	title: (id: number, title: string) => `Event ${id}: ${title}`,
	label: (log: string) => `Event in ${log}`,
	find: 'Find it',
	noOutput:
		'No output has four meanings: no such event, the log is off, it was overwritten, or the prompt is not elevated.',
	also: (id: number) => [`event id ${id}`, `event ${id}`],
}

export const settingPage = {
	current: 'Current value',
	noOutput: 'No output means that the value does not exist and the built-in behaviour applies.',
	places: 'Where it is kept',
	local: 'Local value',
	policy: 'Policy value',
	groupPolicy: 'Group Policy',
	enabled: 'Enabled',
	disabled: 'Disabled',
	notConfigured: 'Not configured',
	csp: 'Intune (CSP)',
	precedence: 'Which copy wins',
	caption: (value: string, builtIn: string) => `Data of ${value}; built in: ${builtIn}`,
	data: 'Data',
	meaning: 'Meaning',
	offered: 'Offered here',
	never: 'never',
	effect: 'Effect and cost',
	takesEffect: 'Takes effect',
	security: 'Security',
	relevance: '0x904 / 0x7',
	trap: 'Trap',
}

/** The pages of addresses that lead on. */
export const leadsOn = {
	title: (address: string) => `Leads on to ${address}`,
	heading: 'Leads on',
	sentence: (link: string) => `This address leads on to ${link}.`,
}

export const notFound = {
	title: 'This page does not exist',
	lead: 'Addresses published here answer for ever; this one was never published, or is misspelt.',
	offer: 'The address holds a code this guide knows:',
	unknown: (text: string) => `The address holds the number ${text}, which is no Remote Desktop code this guide knows.`,
	ways: 'Ways on',
}

export const indexes = {
	causes: 'Why a connection ends with 0x904 / 0x7 or a neighbour, each with the checks that tell it from the others.',
	fixes: 'What to do, each with its risk, its verification and its way back.',
	guides: 'How Remote Desktop works and how to work on it.',
	myths: 'Advice that circulates and does not hold, with the safer equivalent.',
	codes:
		'Every Remote Desktop code this guide knows, by the list it belongs to. The same number means different things in different lists.',
	events: 'Log entries that matter for Remote Desktop, by log.',
	sources: 'Everything the guide rests on, and what rests on each.',
	settings: 'Registry values and policies that articles of this guide use.',
	triage: 'Questions that lead from the message to a cause.',
}

export const codesPage = {
	pairs: 'Pairs people meet',
	quality: 'How well it is documented',
	code: 'Code',
	decimal: 'Decimal',
	meaning: 'Meaning',
}

export const eventsPage = { id: 'Id', event: 'Event', why: 'What it tells' }

export const sourcesPage = {
	count: (n: number) =>
		`${n} sources. An address pinned to a version shows what was read, even when the page has changed since.`,
	read: (day: string) => `read ${day}`,
	alsoAt: (host: string) => `also at ${host}`,
	rests: (n: number) => (n === 1 ? '1 page rests on it' : `${n} pages rest on it`),
	more: (n: number) => `and ${n} more codes of the same list.`,
}

export const codeFilter = {
	space: 'List',
	phase: 'Phase',
	text: 'Text',
	all: 'All',
	shown: (n: number, all: number) => `${n} of ${all} codes shown`,
}

export const home = {
	phases: 'Or start where the connection stops',
	pairs: 'What dialogs show most',
	causes: 'Why 0x904 / 0x7 happens',
}

export const triagePage = {
	why: 'Why we ask',
	how: 'How to check',
	outcomes: 'Outcomes',
	start: 'Start here',
	size: (questions: number, version: number) => `${questions} questions, version ${version}`,
	back: 'Back to the questions',
}

export const sourceKinds = {
	official: 'Vendor documentation',
	specification: 'Protocol specifications',
	'vendor-blog': 'Engineers of the vendor',
	manifest: 'Event provider data',
	'client-text': 'Texts a client prints',
	'source-code': 'Programs that use the values',
	report: 'Cases somebody met',
	community: 'Other pages',
} satisfies Record<Source['kind'], string>

/** What a row of a list is, besides a code. */
export const rowKinds = {
	pair: 'Pair',
	event: 'Event',
	cause: 'Cause',
	fix: 'Fix',
	guide: 'Guide',
	myth: 'Myth',
} as const

/** Where a part of a page is fetched at the first touch and does not come. */
export const lazyPart = {
	failed: 'This part of the page could not be loaded. Check the connection, then try again or reload the page.',
	again: 'Try again',
}
