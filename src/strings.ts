/** The words of the interface, in one place. Content speaks for itself in content/. */
import type { Grade } from './kb/evidence.ts'

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
}

export const searchBox = {
	label: 'Search the guide',
	placeholder: '0x904, 2308, certificate …',
	submit: 'Search',
	shortcut: 'Ctrl K',
	unknown: (text: string) => `${text} is no known Remote Desktop code`,
	everything: (query: string) => `Search all pages for “${query}”`,
	suggestions: 'Suggestions',
}

export const searchPage = {
	title: 'Search',
	lead: 'A code in any spelling is answered exactly; words are looked up in every page.',
	noScript: 'Searching needs JavaScript. Without it, put a code into the address, as in',
	noScriptLists: 'or browse the lists:',
	results: (n: number) => (n === 1 ? '1 result' : `${n} results`),
	exact: 'Exact code',
	none: (query: string) => `Nothing was found for “${query}”.`,
	noneHelp: 'Check the spelling, try fewer words, or paste the whole message into the decoder.',
	unknown: (text: string) => `${text} is not a Remote Desktop code this guide knows.`,
	nearest: 'Known codes with a similar number, which may have nothing to do with it:',
	nearestNone: 'No known code resembles it.',
	readAs: (base: string) => `read as ${base}`,
	failed: 'The full-text index could not be loaded. Codes still work; reload the page to try again.',
	working: 'Searching…',
	hint: 'Type a code or words.',
}

export const decoder = {
	title: 'Decode a message',
	homeTitle: 'Paste what the user sent you',
	lead: 'Dialog text, a ticket, a log line, in any language. It is decoded in your browser and sent nowhere.',
	label: 'Message to decode',
	placeholder: 'Error code: 0x904\nExtended error code: 0x7',
	clear: 'Clear',
	nothing:
		'No Remote Desktop code found. Codes look like 0x904, 2308 after “error”, or 0x8009030C; paste the whole message.',
	found: (n: number) => (n === 1 ? '1 code found' : `${n} codes found`),
	openPair: (pair: string) => `Open ${pair}`,
	openCode: (code: string) => `Open ${code}`,
	noPairPage: 'This pair has no page of its own; read its two codes.',
	unknown: 'No list known to this guide has this number.',
	noScript: 'Decoding needs JavaScript. Without it, look the code up in the list of',
	noScriptList: 'all codes',
	noScriptAddress: 'or type it into the address, as in',
	failed: 'The list of codes could not be loaded. Reload the page to try again.',
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
	whoCanCheck: 'Who can check',
	number: 'Article',
	space: 'Space',
	version: 'Version',
}

export const roles: Record<string, string> = {
	user: 'User',
	helpdesk: 'Helpdesk',
	'server-admin': 'Server admin',
	network: 'Network team',
}

export const places: Record<string, string> = {
	client: 'On the client',
	host: 'On the host',
	portal: 'In the portal',
	network: 'On the network',
}

export const phaseStrip = {
	caption: 'Where the connection stops',
	passed: 'passed',
	stops: 'stops here',
	ahead: 'not reached',
	any: 'This code can show at any phase.',
}

export const sections = {
	meaning: 'What it means',
	anatomy: 'Anatomy',
	check: 'Is it this?',
	ifSo: 'It is, if you see',
	ifNot: 'It is not, if',
	fixes: 'Fix',
	causes: 'Causes, most likely first',
	causesShort: 'Causes',
	confused: 'Easily confused with',
	unknown: 'What is not known',
	evidence: 'Evidence',
	sources: 'Sources',
	history: 'History',
	events: 'Log entries',
	settings: 'Settings',
	contradiction: 'Where sources disagree',
	verdict: 'What we make of it',
	others: 'The same number elsewhere',
	spellings: 'Spellings',
	pairs: 'With an extended code',
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
	leadsHere: 'Question',
	outcomes: 'Outcomes',
	start: 'Start here',
	version: (n: number) => `Version ${n}`,
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
}

/** Short names of the spaces, for lists that have no room for the content's own titles. */
export const spaceNames = {
	pair: 'Pair',
	event: 'Event',
	disconnect: 'Error code',
	extended: 'Extended error code',
	gateway: 'Gateway code',
	remoteapp: 'RemoteApp code',
	hresult: 'HRESULT',
	'gateway-hresult': 'Gateway HRESULT',
	'error-info': 'Protocol error info',
	'negotiation-failure': 'Negotiation failure',
	'logon-error': 'Logon error',
	'fatal-error': 'Fatal error',
	'freerdp-connect': 'FreeRDP',
	'tls-alert': 'TLS alert',
} as const
