/** The words of the interface, in one place. Content speaks for itself in content/. */
import type { ChangedKind, ChangeSort } from './kb/changes.ts'
import type { Grade } from './kb/evidence.ts'
import type { Base } from './kb/numbers.ts'
import type { SystemId } from './kb/systems.ts'
import type { PageFacts } from './kb/unfurl.ts'
import type { Cause, Fix, Myth } from './schemas/articles.ts'
import type { Source } from './schemas/source.ts'

/** The licence of all text; the same as LICENSE-CONTENT says. */
export const licence = { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }

export const site = {
	name: 'Remote Desktop Error Guide',
	mark: '0x904',
	description:
		'What Windows Remote Desktop error codes mean, what causes them and how to fix them, with the evidence for every claim.',
	skip: 'Skip to content',
	licence: `Text ${licence.name}, code MIT.`,
	promise: 'Every claim names its sources, their grade and the day it was verified.',
	notRun: 'Commands were checked by reading; where something was run on Windows, the page says so.',
	linkHere: 'How to link here',
}

/** The link in the footer, and the text that it fills in. */
export const report = {
	link: 'Report a problem with this page',
	missing: 'Report the missing address',
	ask: 'What is wrong, and how do you know?',
	page: 'Page',
	id: 'Id',
	verified: 'Verified',
	version: 'Guide',
	versionOf: (version: string, day: string) => `${version} of ${day}`,
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
	scripts: 'Scripts',
	events: 'Events',
	messages: 'Messages',
	sources: 'Sources',
	decode: 'Decode',
	triage: 'Triage',
	changes: 'Changes',
	api: 'For programs',
	thisError: 'This error',
	breadcrumb: 'You are here',
	contents: 'On this page',
	rail: 'Ticket link, facts and contents',
	linkAndContents: 'Ticket link and contents',
}

export const searchBox = {
	label: 'Search the guide',
	placeholder: '0x904, 2308, certificate …',
	submit: 'Search',
	shortcut: 'Ctrl K',
	unknown: (text: string) => `${text} is no known Remote Desktop code`,
	list: 'Suggestions',
	suggestions: (n: number) => (n === 1 ? '1 suggestion, arrow down' : `${n} suggestions, arrow down`),
	everything: (query: string) => `Search all pages for “${query}”`,
}

export const searchPage = {
	title: 'Search',
	lead: 'A code in any spelling is answered exactly; words are looked up in every page.',
	hint: 'Type into the box at the top: a code such as 0x904, both codes of a dialog, an event id, or words of the message.',
	noScript: 'Searching needs JavaScript. Without it, put a code into the address, as in',
	noScriptLists: 'or browse the lists:',
	results: (n: number) => (n === 0 ? 'No results' : n === 1 ? '1 result' : `${n} results`),
	best: (n: number) => `The best ${n} results`,
	exact: 'Exact',
	recognised: 'Recognised message:',
	answers: (message: string) => `For “${message}”`,
	others: 'Other pages about these words',
	mentions: 'Pages that mention it',
	longer: (n: number) => (n === 1 ? 'A code that begins like it' : 'Codes that begin like it'),
	none: (query: string) => `Nothing was found for “${query}”.`,
	noneFiltered: 'No page fits these filters.',
	noneHelp: 'Check the spelling, try fewer words, or',
	noneDecode: 'decode it as a message',
	withoutFilters: 'Search without the filters',
	unknown: (text: string) => `${text} is not a Remote Desktop code this guide knows.`,
	nearest: 'Known codes with a similar number, which may have nothing to do with it:',
	nearestNone: 'No known code resembles it.',
	readAs: (base: string) => `read as ${base}`,
	grade: (grade: string) => `Grade ${grade}`,
	mended: (query: string) => `Showing results for “${query}”.`,
	asTyped: (query: string) => `Search for “${query}” as typed`,
	leftOut: (words: readonly string[]) => `No page says ${words.map((word) => `“${word}”`).join(', ')}.`,
	failed: 'The full-text index could not be loaded. Codes still work; reload the page to try again.',
	working: 'Searching…',
	filters: 'Narrow the results',
	any: 'Any',
	apply: 'Apply',
	kind: 'What it is',
	phase: 'Phase',
	who: 'Who can do it',
	system: 'Applies to',
	risk: 'Risk',
}

export const systems = {
	'windows-client': 'Windows PCs',
	'windows-server': 'Windows Server',
	azure: 'Azure and Entra',
	'apple-mobile': 'Mac and mobile',
	linux: 'Linux and open source',
	between: 'Gateway, broker, proxy',
} satisfies Record<SystemId, string>

export const decoder = {
	title: 'Decode a message',
	homeTitle: 'Paste what the user sent you',
	lead: 'Dialog text, a ticket, a log line, in any language. It is decoded in your browser and sent nowhere.',
	label: 'Message to decode',
	placeholder: 'Error code: 0x904\nExtended error code: 0x7',
	open: 'Open a text file',
	drop: 'or drop one on the box',
	clear: 'Clear',
	nothing:
		'No Remote Desktop code and no known message. Codes look like 0x904, 2308 after “error”, or 0x8009030C; paste the whole message.',
	found: (codes: number, messages: number) =>
		[
			...(codes > 0 ? [codes === 1 ? '1 code found' : `${codes} codes found`] : []),
			...(messages > 0 ? [messages === 1 ? '1 message recognised' : `${messages} messages recognised`] : []),
		].join(', '),
	foreign: (n: number) =>
		`No Remote Desktop code and no known message. ${n === 1 ? 'One number is' : `${n} numbers are`} another product’s.`,
	working: 'Reading…',
	lacking: 'Messages without a code are not recognised now: their table did not load. Change the text to try again',
	key: 'or Ctrl+Enter',
	cards: 'What it says',
	more: (n: number) => `and ${n} more`,
	next: 'Best next step',
	triage: 'Start the triage',
	searchInstead: 'Search all pages for these words',
	openPair: (pair: string) => `Open ${pair}`,
	openCode: (code: string) => `Open ${code}`,
	openPage: 'Read this page',
	noPairPage: 'This pair has no page of its own; read its two codes.',
	unknown: 'No list known to this guide has this number.',
	inText: 'In the text',
	leftOut: (n: number) => (n === 1 ? '1 line left out' : `${n} lines left out`),
	message: 'Recognised by its wording',
	sure: { sure: 'sure', likely: 'likely', possible: 'possible' },
	because: {
		label: 'It stands behind the label of an error code.',
		word: 'It stands beside a word such as “error”.',
		symbol: 'It is the name of the constant.',
		spelling: 'It is spelt as only codes are, and it is known.',
		beside: 'It stands directly behind an error code it is known with.',
		sentence: 'A client prints it before its sentence.',
		subject: 'It is known, and the text is about a failed connection.',
		alone: 'The text is nothing but numbers.',
		event: 'It is the number of an event.',
	},
	others: 'The same number can also mean:',
	passedOver: (n: number) => (n === 1 ? '1 number is not read as a code' : `${n} numbers are not read as codes`),
	/** Why a number is not read as a code. */
	notBecause: {
		word: 'part of a word',
		dotted: 'a version or an address',
		'date-or-id': 'a date, a time or an identifier',
		guid: 'part of a GUID',
		path: 'part of a path',
		amount: 'an amount',
		list: 'the number of a list item',
		offset: 'an offset',
		dump: 'one of many in a dump',
		'source-code': 'it stands in a line of a program',
		'stop-code': 'a stop code of Windows',
		'windows-update': 'an error of Windows Update or of an installer',
		memory: 'a place in memory',
		process: 'the number of a process',
		time: 'a time',
		port: 'a port',
		version: 'a version or a build',
		article: 'the number of an article',
		'exit-code': 'the exit code of a program',
		'system-error': 'a Windows error of another program',
		exception: 'the exception of a crash',
		web: 'an answer of a web server',
		mail: 'an answer of a mail server',
		number: 'it belongs to the word before it',
		'other-number': 'another product’s number',
		'other-event': 'no event this guide lists',
		'other-product': 'the text is about another product',
		unknown: 'no list known to this guide has it',
		plain: 'nothing says that it is a code',
	},
	ifCode: (title: string) => `If it is the code: ${title}`,
	copy: 'Copy the result for a ticket',
	report: 'Decoded by the Remote Desktop Error Guide',
	tooLong: (n: number) => `Only the first million of ${n} characters was read.`,
	notText: (name: string) =>
		`${name} holds no text. Save it as text or CSV first; an event log (.evtx) is exported in the Event Viewer.`,
	unreadable: (name: string) => `${name} could not be read. Open it in an editor and paste the text.`,
	noScript: 'Decoding needs JavaScript. Without it, look the code up in the list of',
	noScriptList: 'all codes',
	noScriptAddress: 'or type it into the address, as in',
	noScriptPairs: 'Pairs of codes that dialogs show',
	noScriptCodes: 'Error codes of the dialog',
	noScriptMessages: 'Messages without a code, by their wording',
	labels: { error: 'Error code', extended: 'Extended error code' },
}

export const codeBlock = { copy: 'Copy', copied: 'Copied', failed: 'Select and copy by hand' }

export const ticket = {
	title: 'Link from a ticket',
	copied: (what: string) => `Copied: ${what}.`,
	blocked: (button: string, rich: boolean) =>
		`Copying is blocked here. The text below is selected${rich ? ', without formatting' : ''}: press Ctrl+C (⌘C on a Mac), or hold it on a touch screen and choose Copy. Escape, or “${button}” again, puts it away.`,
	field: 'Text for the ticket',
	section: (section: string) => `Link to the section “${section}”`,
	close: 'Close',
	buttons: { link: 'Link', text: 'Plain text', markdown: 'Markdown', jira: 'Jira', html: 'Rich text' },
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
	files: 'The same by file',
	filesLead:
		'Instead of the steps above, not after them. What the files do not do, such as restarting a service, stays with you.',
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

/** What a link to a page shows where it is pasted, and the picture beside it. */
export const unfurl = {
	/** That a page was replaced, how well it is known and since when; nothing where it says none of it. */
	note: (grade: Grade | undefined, verified: string | undefined, state: string | undefined): string | undefined =>
		[states.short(state), grade && `${facts.evidence} grade ${grade}`, verified && `${facts.verified} ${verified}`]
			.filter(Boolean)
			.join(' · ') || undefined,
	/** What the picture shows, for who does not see it. */
	picture: ({ code, kind, about = [], title, text, note }: PageFacts): string =>
		[...new Set([code, kind, about.join(', '), title, text, note, site.name])]
			.filter((part) => part)
			.map((part) => part?.replace(/\.$/, ''))
			.join('. '),
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
	script: 'Script',
	tree: 'Triage',
	outcome: 'Outcome',
}

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

const replaced = 'Replaced'

export const states = {
	draft: 'This is a draft: it has not been checked against its sources yet.',
	superseded: 'This article is kept for old links only. What replaced it:',
	/** A word for a list or a picture, where there is no room for the sentence; nothing for any other state. */
	short: (state: string | undefined) => (state === 'superseded' ? replaced : undefined),
	/** What an article says of itself where its page does not stand beside it. */
	marked: (state: string | undefined, text: string) => (state === 'superseded' ? `${replaced}: ${text}` : text),
	/** The title of an article in a list. */
	titled: ({ state, title }: { state: string; title: string }) => states.marked(state, title),
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
	readAsHex: (spelling: string) =>
		`\`${spelling}\` is read as hexadecimal here, because decimal ${spelling} is no known code.`,
	seen: (where: string) => `Where it is seen: ${where}`,
}

export const pairPage = {
	nineFacts: 'Nine facts to ask the user',
	diagnostics: 'What to collect for an escalation',
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
	appliesTo: (log: string, side: string) => `${log} (${side})`,
	title: (id: number, title: string) => `Event ${id}: ${title}`,
	label: (log: string) => `Event in ${log}`,
	find: 'Find it',
	noOutput:
		'No output has four meanings: no such event, the log is off, it was overwritten, or the prompt is not elevated.',
	code: (id: number) => `Event ${id}`,
	also: (id: number) => [`event id ${id}`, `event ${id}`],
}

export const settingPage = {
	current: 'What is there now',
	change: 'What the files change',
	cutOff:
		'This change can end or refuse the connection of who makes it. The scripts refuse to run in a Remote Desktop session; a .reg file, a policy and your own hand do not. Have',
	anotherWayIn: 'another way in.',
	cutOffPlain:
		'One of these changes can end or refuse the connection of who makes it. The scripts refuse to run in a Remote Desktop session; the .reg file does not. Have another way in open.',
	asExample: 'With data as an example; write your own in their place.',
	changeLead: 'What is there before stays unknown to a file: `apply.ps1` captures it first, absence included.',
	place: 'Place',
	after: 'Afterwards',
	ruleAfter:
		'Enabled, for Domain and Private, from LocalSubnet unless you name other networks; an enabled rule is left alone',
	deleted: 'deleted',
	ways: 'Ways to change it',
	waysOf: (name: string) => `Ways to change: ${name}`,
	readOnly: 'This guide only reads it; no file changes it.',
	backupOnly: 'This guide only saves it; no file changes it.',
	ownDataOnly: 'Only you know the right data:',
	build: 'Make files with data of your own',
	powershell: 'PowerShell',
	reg: '.reg file',
	groupPolicy: 'Group Policy',
	intune: 'Intune',
	byHand: 'By hand',
	test: 'Test',
	does: { dryRun: 'Dry run', apply: 'Apply', undo: 'Undo', note: 'Write this down first' },
	dryRun: 'Shows what would change and changes nothing. Read the script first; it is made to be read.',
	makeIt: 'Makes the change, captures what was there beside the script, and reads it back.',
	putBack: 'Puts back what was captured.',
	regLead:
		'Importing asks nothing and captures nothing: run `check.ps1 -UndoFile before.reg` first, then this file can be taken back exactly.',
	regUndoOpen:
		'For this value no data is right on every machine: `undo.reg` names it and leaves the data to be filled in.',
	regService: 'A start type that comes from a `.reg` file counts after the next start of Windows.',
	policyNone: 'No policy was found for it.',
	policyNoChoice: (data: string) => `No choice of the policy writes ${data}.`,
	policyKeyNote:
		'The files write below a Policies key. Where a GPO or Intune manages the machine, make the change there: what is written by hand goes at the next refresh.',
	consoleNote: 'The Group Policy Management Console has one more node, Policies, before Administrative Templates.',
	whoSets: 'Who sets it now: `gpresult /h report.html` names the GPO; in Intune, the configuration profile.',
	path: 'Path',
	policyName: 'Policy',
	state: 'State',
	enabled: 'Enabled',
	disabled: 'Disabled',
	notConfigured: 'Not Configured',
	leavesNothing: 'No value of the policy; the local value or the built-in behaviour holds.',
	intuneNone: 'No node of the policy CSP was found for it. That does not mean that there is none.',
	intuneRemove: 'Remove the assignment: there is no value for “not configured”.',
	intuneUndo:
		'To take it back, give the profile its earlier value or remove the assignment, and look at the value on the machine afterwards.',
	intuneSids: 'The node takes the whole list of accounts and replaces the local list.',
	uri: 'OMA-URI',
	dataType: 'Data type',
	dataValue: 'Value',
	handRegistry: {
		note: (place: string) =>
			`Open \`regedit\` as administrator, go to \`${place}\`, and write down what is there: data, type, or that it does not exist.`,
		set: (value: string, type: string, data: string) =>
			`Set \`${value}\` (${type}) to \`${data}\`; make it if it is missing.`,
		remove: (value: string) => `Delete the value \`${value}\`. Leave the key.`,
		undo: 'To undo, put back what you wrote down, or delete the value if there was none.',
	},
	handRule: (name: string) => [
		`Open \`wf.msc\`, Inbound Rules, and write down of the rule “${name}” whether it is enabled, its profiles, and the remote addresses of its scope.`,
		'If it is disabled: on the page Scope name the remote addresses that need it, on the page Advanced take Public away, and only then enable it.',
		'To undo, disable it, then put profiles and addresses back.',
	],
	handRights: (path: string, grants: readonly { account: string; rights: string }[]) => [
		`Write down owner and rights: Properties, Security, Advanced of \`${path}\`, or \`icacls\`.`,
		...grants.map(
			({ account, rights }) =>
				`Give ${account} ${rights === 'Read' ? 'Read' : 'Full control'} on the file, not on the folder.`,
		),
		'To undo, take away what you added. Never replace the rights of the whole folder.',
	],
	sha256: 'SHA-256',
	bytes: (n: number) => `${n.toLocaleString('en-GB')} bytes`,
	files: {
		'check.ps1': 'Reads and changes nothing.',
		'apply.ps1': 'Captures, changes, reads back. `-WhatIf` only shows.',
		'undo.ps1': 'Puts back what `apply.ps1` captured.',
		'apply.reg': 'Changes the values on import.',
		'undo.reg': 'The way back of somebody who saw nothing: read it before you import it.',
		'test.ps1': 'Weakens for minutes, then restores by itself.',
	},
	undoForm:
		'A form: it changes nothing as it stands. Fill in what was there before; `check.ps1 -UndoFile` writes it filled in.',
	fileFor: (name: string, data: string) => `${name} for ${data}`,
	console:
		'Where text can only be pasted, as in a serial console, the same in any shell. Write down what the first lines print: it is the way back.',
	testUnattended: 'Where nobody can answer the question, as in a serial console or in Run Command:',
	neverRun:
		'The scripts were checked against the grammar of PowerShell and a model of the registry; the `.reg` files were merged into a real hive. None was run on Windows by the authors.',
	testLead:
		'Not a fix: a weaker state for some minutes, to tell faults apart. It restores what was there by itself, even if the window is closed or Windows restarts. Only with a console at hand, and on a network you trust.',
	precedence: 'Which copy wins',
	data: 'Data',
	dataTitle: 'What it can hold',
	caption: (value: string) => `Data of ${value}`,
	builtIn: 'Built in',
	builtInKnown: {
		documented: 'documented',
		observed: 'seen on one machine',
		disputed: 'sources disagree',
		unknown: 'not documented',
	},
	meaning: 'Meaning',
	offered: 'Files',
	usual: 'the files above',
	never: (reason: string) => `Never written: ${reason}`,
	notWritten: 'not written here',
	ownData: 'make them with your own',
	unit: (unit: string) => `Numbers are ${unit}.`,
	noOutput: 'An error that nothing was found means that the value does not exist: the built-in behaviour applies.',
	before: 'Before anybody changes it',
	effect: 'What to know about it',
	takesEffect: 'Takes effect',
	documented: { documented: 'documented', observed: 'observed', inferred: 'assumed', unknown: 'not known' },
	security: 'Security',
	relevance: '0x904 / 0x7',
	trap: 'Trap',
	doubt: 'Not known',
	together: 'Changed together with it',
	conflicts: 'Does not go with it',
	apiLink: 'The same as JSON',
}

export const scriptPage = {
	appliesTo: (where: readonly string[]) => `Windows PowerShell 5.1. ${where.join(', ')}`,
	only: 'Only reads',
	writes: 'Writes',
	nothing: 'nothing',
	some: 'see below',
	needs: 'Needs',
	elevated: 'Elevated prompt',
	plain: 'No elevation',
	run: 'How to run it',
	ways: [
		'Paste the whole text into Windows PowerShell, then press Enter. In an old console that shows `>>`, press Enter twice.',
		'Or download the file and start it. A copy from the web is blocked until it may run:',
		'Or send it through PowerShell remoting or the Run Command of Azure. Run Command returns the last 4,096 bytes; what counts stands at the end.',
	],
	fill: 'Fill in at the top',
	variable: 'Variable',
	standsAt: 'As it stands',
	meaning: 'What to put in',
	code: 'The script',
	download: (name: string) => `Download ${name}`,
	explained: 'How to read what it prints',
	size: (bytes: number) => `${bytes.toLocaleString('en-GB')} bytes`,
	hash: 'SHA-256',
	output: 'How to read what it prints',
	prints: 'It prints',
	proves: 'What that proves',
	not: 'Does not prove:',
	reads: 'What it reads, part by part',
	limits: 'Where it cannot be trusted',
	guide: 'All scripts, and in which order',
	neverRun:
		'The script was checked against the grammar of PowerShell and by reading. The authors of the guide have not run it on Windows. Read it before you run it.',
}

export const settingWords = {
	area: 'Where it acts',
	areas: {
		listener: 'Listener',
		tls: 'TLS and encryption',
		certificate: 'Certificate',
		'sign-in': 'Sign-in',
		'session-limits': 'Session limits',
		transport: 'Transport',
		graphics: 'Graphics',
		client: 'Client',
		firewall: 'Firewall',
		'user-rights': 'User rights',
		licensing: 'Licensing',
	},
	side: 'Which end',
	sides: { server: 'Host', client: 'Client', both: 'Both ends' },
	offer: 'Files of this guide',
	offers: {
		normal: 'Files change it',
		'opt-in': 'Only if you choose it',
		'check-only': 'Read only',
		'remove-only': 'Only removed',
		never: 'Never changed',
		'backup-only': 'Only saved',
	},
	byHandOnly: 'By hand only',
	bearing: 'Part in 0x904 / 0x7',
	bearings: { direct: 'Named in vendor checks', possible: 'Possible part', indirect: 'Indirect', none: 'None' },
} as const

export const builder = {
	title: 'Make files for several settings',
	lead: 'One .reg file, one set of scripts and one list of policies for the settings you pick. They are made in your browser, and the address keeps what you picked.',
	noScript: 'Making files needs JavaScript. Without it, take the ready files on the page of each setting:',
	pick: 'Pick',
	result: 'Get',
	leave: 'leave alone',
	remove: 'delete the value',
	putRight: 'put right',
	absentHint: 'Write “absent” to delete the value.',
	nothing: 'Nothing is picked yet.',
	bundle: (n: number) => (n === 1 ? 'One setting' : `${n} settings`),
	count: (n: number) => (n === 1 ? 'Files for one setting.' : `Files for ${n} settings.`),
	failed: 'The files could not be made. Change something to try again.',
	noFiles: 'No files: what was picked contradicts itself.',
	problems: (n: number) => (n === 1 ? 'One thing is left out, see below.' : `${n} things are left out, see below.`),
	more: (n: number) => `and ${n} more.`,
	run: 'How to run the scripts',
	link: 'Link to these files',
	leaveIt: (name: string) => `Leave alone: ${name}`,
	toFiles: 'To the files',
	twoSides:
		'Some of these act on the host and some on the client. One file for both machines changes both ends: make two sets, unless one machine is both.',
	notInReg: 'The .reg file holds values only. What else was picked is in the scripts alone.',
	risks: 'What it costs, and when it counts',
	together: (name: string, other: string) =>
		`“${name}” is usually changed together with “${other}”, which is not picked.`,
	without: (names: readonly string[]) => `Nothing was found here for: ${names.join('; ')}.`,
}

export const keyChain = {
	title: 'The chain behind the Remote Desktop certificate',
	caption: 'Each link needs the one below it. What the log says when it breaks stands in red.',
	/** Where there is no red. */
	broken: 'When it breaks',
	links: [
		{
			name: 'Listener RDP-Tcp',
			what: 'asks for a certificate when a client wants TLS',
			breaks: 'no listener: the port does not answer',
		},
		{
			name: 'Certificate',
			what: 'the chosen one, else the self-signed one in the store Remote Desktop',
			breaks: '1051, 1053, 1054: chosen one unusable; 1057, 1058: none made',
		},
		{
			name: 'Private key',
			what: 'what the certificate signs the handshake with',
			breaks: '36870: the key cannot be used; 1055: not readable',
		},
		{
			name: 'Key file f686… in MachineKeys',
			what: 'where the key of the self-signed certificate lies',
			breaks: '1057, 1058: object already exists, keyset does not exist',
		},
		{
			name: 'Rights on the file',
			what: 'SYSTEM full control, NETWORK SERVICE read',
			breaks: '36870 with 0x8009030D; 1057, 1058: access is denied',
		},
	],
}

export const causeMap = { caption: 'Where the connection stops, by cause', here: 'stops here' }

export const articleIndex = {
	areas: {
		certificate: 'Certificate',
		'key-store': 'Private key and its file',
		policy: 'TLS, sign-in and policy',
		listener: 'Listener and service',
		path: 'Tunnels, gateways and relays',
		network: 'Network',
		'security-software': 'Security software',
		resources: 'Load and resources',
		client: 'Client',
		update: 'Updates',
	},
	myths: {
		numbers: 'What the numbers are said to mean',
		blame: 'What is blamed',
		weakening: 'Remedies that weaken the machine',
		remedies: 'Remedies that are none',
	},
	where: 'Where',
	who: 'Who can check',
	verdict: 'Verdict',
	text: 'Words',
	allCauses: 'All causes',
	allFixes: 'All fixes',
}

export const settingsIndex = {
	text: 'Name, value or word',
	build: 'Pick several and get one file',
	buildLead:
		'The builder makes one .reg file, one pair of scripts and one list of policies out of the settings you pick.',
}

/** The pages of addresses that lead on. */
export const leadsOn = {
	title: (address: string) => `Leads on to ${address}`,
	heading: 'Leads on',
	sentence: (link: string) => `This address leads on to ${link}.`,
	/** A file that is not offered any more. */
	withdrawn: (reason: string, to: string) => `This file was withdrawn. ${reason} See ${to}`,
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
	messages:
		'Messages that the decoder recognises by their wording, because many of them carry no code, and numbers of other products that are taken for Remote Desktop codes.',
	sources: 'Everything the guide rests on, and what rests on each.',
	settings:
		'The registry values, policies, rules and rights behind Remote Desktop: what each does, which copy wins, and files that change it with a real way back.',
	scripts:
		'Scripts that read what a case turns on and say how to read it. Each runs pasted, as a file or through Run Command.',
	triage: 'Questions that lead from the message to a cause.',
	changes: 'What was added, changed or replaced, newest first.',
}

export const messagesPage = {
	title: 'Messages by their wording',
	filter: 'Find a message by its words',
	languages: (n: number) => (n === 1 ? 'Known in one language.' : `Known in ${n} languages.`),
	sources: 'Sources:',
	others: 'Numbers of other products',
	othersLead: 'These are no Remote Desktop codes, but they are pasted as such. The narrowest range says most.',
}

/** What a page that changed is. */
const changedKinds = {
	cause: 'Cause',
	fix: 'Fix',
	guide: 'Guide',
	myth: 'Myth',
	pair: 'Pair',
	code: 'Code',
	space: 'List of codes',
	setting: 'Setting',
	script: 'Script',
	log: 'Log',
	tree: 'Triage',
} satisfies Record<ChangedKind, string>

const changeSorts = {
	new: 'New',
	changed: 'Changed',
	superseded: replaced,
} satisfies Record<ChangeSort, string>

/** The page of changes, and the feeds. */
export const changesPage = {
	kinds: changedKinds,
	sorts: changeSorts,
	list: 'Kind',
	sort: 'What happened',
	text: 'Words',
	replacedBy: 'Replaced by',
	feeds: 'Follow the changes in a feed reader (Atom)',
	feedOfAll: 'Everything',
	feedTitle: (list?: string) => (list === undefined ? site.name : `${site.name}: ${list}`),
	/** A title that begins with what the page is, as myths do, says it once. */
	entry: (sort: ChangeSort, kind: ChangedKind, title: string) =>
		title.startsWith(changedKinds[kind])
			? `${changeSorts[sort]}: ${title}`
			: `${changeSorts[sort]}, ${changedKinds[kind].toLowerCase()}: ${title}`,
	/** Who answers for the feeds and the texts. */
	author: `${site.name} contributors`,
	ofList: 'Of the whole list',
}

/** What language models are told of the guide. */
export const llms = {
	notes: [
		'A number means something only together with its list: 0x7 is an extended reason, a Win32 error and an error-info code. Always carry the list.',
		'Every page carries a grade of evidence, A to D, and the day it was last compared with its sources. Pass both on. No official page ties 0x904 / 0x7 to a cause.',
		'Every link to a page leads to its Markdown. The page for people is the same address without index.md; give that one to people, and put it into tickets: it never changes.',
	],
	start: 'Start here',
	api: 'What programs can ask, at which address, with examples.',
	indexTitle: 'Index of the JSON files',
	index:
		'Every resource with its address; a number is answered in any spelling, as in lookup/0x904.json and lookup/2308.json.',
	openApiTitle: 'OpenAPI description',
	openApi: 'The same for tools that read one.',
	feedTitle: 'Changes as an Atom feed',
	feed: 'New, changed and replaced pages, with what changed.',
	pairs: 'Pairs of codes',
}

/** Lines above the Markdown twin of every page. */
export const twinFields = {
	licence: `${licence.name}, ${licence.url}`,
	guide: site.name,
}

/** What a browser shows of the guide in its list of search engines. */
export const openSearch = {
	/** 16 characters at most (OpenSearch 1.1). */
	shortName: 'RDP Error Guide',
	/** 48 characters at most. */
	longName: 'Remote Desktop Error Guide',
	tags: 'rdp remote-desktop windows error codes 0x904',
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
	restsTitle: 'Pages that rest on it',
	rests: (n: number) => (n === 1 ? '1 page rests on it' : `${n} pages rest on it`),
	lead: (publisher: string) => `A source of this guide. Who answers for it: ${publisher}.`,
	kind: 'Kind',
	address: 'Address',
	dated: 'Written',
}

export const codeFilter = { space: 'List', phase: 'Phase', text: 'Text' }

export const listFilter = {
	all: 'All',
	units: {
		codes: (n: number, all: number) => `${n} of ${all} codes shown`,
		settings: (n: number, all: number) => `${n} of ${all} settings shown`,
		causes: (n: number, all: number) => `${n} of ${all} causes shown`,
		fixes: (n: number, all: number) => `${n} of ${all} fixes shown`,
		myths: (n: number, all: number) => `${n} of ${all} claims shown`,
		messages: (n: number, all: number) => `${n} of ${all} messages shown`,
		changes: (n: number, all: number) => `${n} of ${all} changes shown`,
	},
}

export const home = {
	phases: 'Or start where the connection stops',
	pairs: 'What dialogs show most',
	causes: 'Why 0x904 / 0x7 happens',
}

export const triagePage = {
	why: 'Why we ask',
	how: 'Why we ask, and how to check',
	command: 'Command',
	outcomes: 'All outcomes',
	showOutcomes: 'Show them',
	size: (questions: number, version: number) => `${questions} questions, version ${version}`,
	drawing: 'The tree as a drawing',
	drawingLink: 'Every question and answer in one drawing',
	skipDrawing: 'Skip the drawing',
	aboutTitle: (title: string) => `About the tree: ${title}`,
	aboutLead: 'The whole tree as a drawing, what changed for links in old tickets, and what it rests on.',
	versions: 'Versions',
	versionsLead:
		'A link to a tree holds the answers. It opens the same outcome in every later version, unless a change is named here.',
	version: (version: number, day: string) => `Version ${version}, ${day}`,
	restsOn: (count: number) => `The ${count} sources this tree rests on`,
	causes: 'Causes it tells apart',
	causesLead: 'Each with how firmly it is documented for this error.',
	confirm: 'Does it hold here?',
	todo: 'What to do, what to know',
	goOn: 'Go on here:',
	see: 'Read on',
	back: 'Back to the questions',
	leading: 'Questions that lead here',
	copyScript: 'Copy script',
	download: 'Download',
	path: 'Path so far',
	kept: 'Kept, but not on this path',
	note: 'What did the check show?',
	noteHint: 'It goes into the ticket text, stays in this tab and is sent nowhere.',
	keys: 'Keys 1 to 9 choose an answer, arrow keys move.',
	showDrawing: 'Show the drawing here, with this path marked',
	ticket: {
		title: 'Copy for the ticket',
		copy: { link: 'Link', text: 'Plain text', markdown: 'Markdown', jira: 'Jira', rich: 'Rich text', html: 'HTML' },
		open: 'Open a ticket text',
		openLabel: 'Paste a copied path or a link',
		openButton: 'Open',
		startAgain: 'Start again',
	},
}

/** What the element of a tree says as it goes; it comes with the page of the tree. Each {} takes a value, in order. */
export const triage = {
	now: 'Now',
	change: 'change',
	changeOf: 'Change the answer to: {}',
	progress: 'Question {} of at most {}',
	done: 'Questions answered: {}',
	possible: 'Still possible',
	ofCauses: '({} of {})',
	ruledOut: 'Ruled out: {}',
	says: '{}. Causes left: {}.',
	assumed: 'not asked when this link was made',
	same: 'no other answer here changes the outcome',
	unknown: 'not known to this version',
	loading: 'Loading this outcome.',
	notLoaded: 'The outcome could not be loaded here. It has a page of its own: ',
	copied: 'Copied',
	scriptFailed: 'Not copied. Download it instead.',
	notRead:
		'This text holds neither a path nor a link of this guide. Paste all of it, with the parts in square brackets or with the link.',
	opened: 'Answers opened: {}',
	report: {
		open: 'Open question:',
		outcome: 'Outcome:',
		goOn: 'Goes on in:',
		causes: 'Causes:',
		stillPossible: 'Causes still possible: {}. Best documented for this error:',
		collect: 'Still to put into this ticket:',
		fixes: 'Fixes, in this order:',
		verify: 'Verify:',
		kept: 'Also answered, not on this path:',
		link: 'Open it again:',
	},
}

/** How the ticket text of a tree begins. */
export const triageHeading = (title: string, version: number) => `${title} (triage, version ${version})`

/** The drawing of a tree. Each row of a question reads: the answer, then what it leads to. */
export const treeDrawing = {
	name: 'Drawing of the questions and answers',
	or: '; ',
	next: (label: string) => `Next: ${label}`,
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

/** The page for those who write programs, and the words of the OpenAPI document. */
export const apiWords = {
	title: 'For programs',
	lead: 'Every code, cause, fix and setting of this guide as JSON, at addresses that do not change. No key, no sign-up, nothing to install: a plain GET of a file.',
	contents: 'What there is',
	promiseTitle: 'What is promised',
	promise: [
		'An address that answers today answers for ever.',
		'Within version 1 fields are added, never removed or renamed, and a field never changes its type. Read the fields you know and pass over the others.',
		'A field that takes its value from a list of words, such as `area` or `category`, can get a further word. No word is renamed or dropped from the list. The schemas name the words of today and allow any other.',
		'Texts and titles change whenever they get better, and so does the order of lists that have no order of their own. The id of a thing never changes.',
	],
	missingTitle: 'When there is no answer',
	lookupTitle: 'Ask with what the ticket says',
	lookup: [
		'`lookup/` takes a number as dialogs and logs print it. In hexadecimal: with `0x` or `0X`, or without it where a digit from 0 to 9 is among the characters; as short as it is, or padded with zeros to two, four or eight digits; its letters all lower case or all upper case. In decimal, and in signed decimal where the highest bit is set: without padding. The number of a log entry is decimal only.',
		'It takes a pair with a hyphen between its numbers, each in hexadecimal or decimal without padding: `0x904-0x7`, `2308-7`. It takes the name of a constant as it is written, in lower case or in upper case, and an id of the guide, letter for letter.',
		'`readings` holds every way to read it, and what it can mean so; a reading that means nothing has no `codes`. `best` is the one meaning where the whole guide has just one; it is the page that the same number leads on to on the site. Where a number means several things, `best` is `null`: which one it is depends on who printed it, and `page` offers the choice.',
	],
	try: 'Try it:',
	several: 'several meanings',
	path: 'Address',
	answers: 'What it answers',
	schema: 'Schema',
	descriptions: 'The whole of it for tools:',
	openapiName: 'OpenAPI 3.1',
	licenceTitle: 'Licence',
	licence: (credit: string) =>
		`All text is under CC BY 4.0: use it, also for money, and name “${credit}” with a link to the page. Each answer carries that link as \`page\`.`,
	markdown: 'The text of an article is not in its JSON. `markdown` is its address, as Markdown.',
	ascii:
		'Answers are plain ASCII, other characters as `\\uXXXX`, so that no program has to guess a character set. Text fields hold plain text; `backticks` mark code.',
	addresses:
		'`page` is the permanent address of the page, `data` that of its JSON. They are whole where the site was built with its own origin, and paths from the root of the server where it was not.',
	examplesTitle: 'Examples',
	examples: {
		powershell: {
			title: 'Windows PowerShell',
			says: "Prints what a code means, or what it can mean. On a machine whose .NET does not yet offer TLS 1.2 by itself, run `[Net.ServicePointManager]::SecurityProtocol = 'Tls12'` first; it holds for the session.",
		},
		curl: { title: 'curl and jq', says: 'For a shell, a bot or a pipeline.' },
		servicenow: {
			title: 'ServiceNow: a business rule',
			says: 'Reads the codes from a new incident and writes meaning, evidence and link into its work notes. Make it a rule on the incident table that runs async, on insert. It was read against the documentation of the product and run against a stand-in, not in ServiceNow: try it in a sub-production instance.',
			documents: 'It uses what these pages describe:',
		},
	},
	noAnswer: [
		'What the guide does not have, it does not answer: the status is 404, and the body is the page of the site for addresses that do not exist, in HTML. So look at the status before you read JSON.',
		'An unknown number is an answer too: no list that the guide knows has it.',
	],
	missing:
		'The guide has no such thing. The server answers with its page for addresses that do not exist, which is HTML: look at the status before you read JSON.',
	unknown:
		'The guide knows no code, pair, event, constant or id that is spelt so. The server answers with its page for addresses that do not exist, which is HTML: look at the status before you read JSON.',
	never: 'Does not happen on a complete copy of the site.',
	found: 'The answer.',
	schemas: 'The JSON Schema (2020-12) of an answer.',
	openapi: 'This document.',
	first: (n: number) => `the first ${n} entries of each list`,
	parameters: {
		id: 'an id as the list gives it; the number of an article is lower case, as in kb0002',
		spelling:
			'a number in hexadecimal, with or without 0x, as it is or padded to two, four or eight digits, letters all lower or all upper case; a number in decimal or signed decimal, without padding; a pair with a hyphen between, each number in hexadecimal or decimal; the name of a constant as written, in lower or in upper case; or an id',
		name: 'the name of an answer',
	},
	groups: {
		start: { title: 'Start here', says: 'What there is, and what a spelling means.' },
		codes: { title: 'Codes, pairs and log entries', says: 'What the numbers mean, and what they do not.' },
		articles: { title: 'Articles', says: 'Causes, fixes, guides and myths.' },
		settings: { title: 'Settings and scripts', says: 'What can be read and changed, with the files that do it.' },
		triage: { title: 'Triage', says: 'Decision trees, from the message to a cause.' },
		evidence: { title: 'Evidence', says: 'What it rests on, and messages without a code.' },
	},
}
