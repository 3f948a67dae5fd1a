/**
 * How fast texts are decoded, as ratios to one pass of String.prototype.split over the same text in the same run.
 * Numbers of different machines cannot be compared; ratios can.
 */
import { test } from 'vitest'
import { readContent } from '../../src/build/read-content.ts'
import { tableOf } from '../../src/build/table-of.ts'
import { decode } from '../../src/kb/decode.ts'
import { answerQuery } from '../../src/kb/query.ts'

const lookup = tableOf(readContent(process.cwd()).content)
const DIALOG = 'Error code: 0x904\nExtended error code: 0x7\nTimestamp (UTC): 11/20/26 08:15:03 AM\n'
const PROSE = 'The user says it worked yesterday. Build 10.0.26100.5547, host 10.20.30.40, ticket 4711. '
const ticket = (PROSE.repeat(50) + DIALOG).repeat(2).slice(0, 10_000)
const megabyte = (PROSE.repeat(500) + DIALOG).repeat(30).slice(0, 1_000_000)
/** Digits and label words without end: what a careless pattern would choke on. */
const nasty = `${'error code '.repeat(2_000)}${'0x'.repeat(10_000)}${'9'.repeat(50_000)}${'-1.'.repeat(20_000)}`

test.for([
	['a 10 KB ticket', ticket],
	['1 MB of mail', megabyte],
	['a nasty text', nasty],
] as const)('decoding $0', async ([, text], { bench }) => {
	await bench.compare(
		bench('split at white space', () => {
			text.split(' ')
		}),
		bench('decode', () => {
			decode(lookup, text)
		}),
	)
})

test('answering the search box', async ({ bench }) => {
	const query = (text: string) =>
		bench(text, () => {
			answerQuery(lookup, text)
		})
	await bench.compare(query('0x904'), query('904 7'), query('0x9044'), query('machine keys'))
})
