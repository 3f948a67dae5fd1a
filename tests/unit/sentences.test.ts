import { describe, expect, test } from 'vitest'
import { sentencesOf } from '../../src/kb/text/sentences.ts'

describe('the sentences of a paragraph', () => {
	test.each([
		['One sentence.', ['One sentence.']],
		['One. Two? Three!', ['One.', 'Two?', 'Three!']],
		['It is shut (KB0049). Go on.', ['It is shut (KB0049).', 'Go on.']],
		['It says “no.” Then it ends.', ['It says “no.”', 'Then it ends.']],
		[
			'The file says so. `qwinsta` shows it. 131 is logged.',
			['The file says so.', '`qwinsta` shows it.', '131 is logged.'],
		],
	])('%s', (paragraph, sentences) => {
		expect(sentencesOf(paragraph)).toEqual(sentences)
	})

	test.each(['Windows 8.1 and 10.0.0.5, TLS 1.2 on.', 'It waits … Nothing', 'Look in termsrv.dll for it.'])(
		'%s stays whole',
		(paragraph) => {
			expect(sentencesOf(paragraph)).toEqual([paragraph])
		},
	)
})
