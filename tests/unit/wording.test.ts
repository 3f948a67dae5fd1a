import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWording, type MessageRow } from '../../src/kb/decoding/phrases.ts'
import { recognise } from '../../src/kb/decoding/wording.ts'
import { words } from '../../src/kb/decoding/words.ts'
import { anyText } from './arbitraries.ts'
import { content, facts } from './real-content.ts'

const message = (id: string, ...phrases: string[]): MessageRow => ({
	id,
	title: id,
	meaning: id,
	phrases,
	to: ['KB0001'],
})
const wording = createWording([
	message('expired', 'password has expired', 'Kennwort ist abgelaufen', 'срок действия пароля истек'),
	message('locked', 'user account has been locked out because of too many logon attempts'),
	message('general', 'remote computer has ended the connection'),
	message('idle', 'remote computer has ended the connection because the idle limit was reached'),
	message('black', '黑屏 远程桌面'),
])
const ids = (text: string, typed = true) => recognise(wording, words(text), typed, true).map(({ row }) => row.id)

describe('a message is recognised', () => {
	test.each([
		['in a sentence', 'It says that your password has expired, help!'],
		['in another order', 'He has an expired password'],
		['over a line break and a quote', '> your password\n> has expired'],
		['with a slip in one word', 'my pasword has expired'],
		['with letters swapped', 'my passwrod has expired'],
		['in capitals, without accents', 'KENNWORT IST ABGELAUFEN'],
		['in Cyrillic, with another letter for ё', 'Срок действия пароля истёк'],
	])('%s', (_what, text) => {
		expect(ids(text)).toEqual(['expired'])
	})

	test('of a script without spaces, in any order', () => {
		expect(ids('今天远程桌面登录后黑屏')).toEqual(['black'])
	})

	test('although a name stands inside it and one word is missing', () => {
		expect(ids('The user account KIM-07 has been locked because of too many logon attempts')).toEqual(['locked'])
	})

	test('as the more telling of two that share words', () => {
		const text = 'The remote computer has ended the connection because the idle limit was reached'
		expect(ids(text)[0]).toBe('idle')
		expect(ids('the remote computer has ended the connection')).toEqual(['general'])
	})
})

describe('a message is not recognised', () => {
	test.each([
		['where half of it is missing', 'the certificate has expired'],
		['where its words are far apart', `password ${'and so on '.repeat(20)} has expired`],
		['in other words', 'nothing works today'],
		['in nothing', ''],
	])('%s', (_what, text) => {
		expect(ids(text)).toEqual([])
	})

	test('with slips, where no person typed the text', () => {
		expect(ids('my pasword has expired', false)).toEqual([])
	})
})

test('places are places in the text, and the words of the phrase stand there', () => {
	const text = 'Hello,\nYOUR PASSWORD HAS EXPIRED today'
	const [found] = recognise(wording, words(text), true, true)
	expect(text.slice(found?.index, (found?.index ?? 0) + (found?.length ?? 0))).toBe('PASSWORD HAS EXPIRED')
})

test('no text makes it throw, and what it finds stands in the text', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			for (const { index, length } of recognise(facts.wording, words(text), true, true)) {
				expect(index).toBeGreaterThanOrEqual(0)
				expect(index + length).toBeLessThanOrEqual(text.length)
			}
		}),
		{ numRuns: 500 },
	)
})

test('each phrase of the content is recognised as its own message', () => {
	// A general sentence yields where its words are part of a more telling one.
	const strays = content.messages
		.filter(({ data }) => !data.general)
		.flatMap(({ name, data }) =>
			Object.entries(data.phrases).flatMap(([language, phrases]) =>
				phrases
					.filter((phrase) => !recognise(facts.wording, words(phrase), true, true).some(({ row }) => row.id === name))
					.map((phrase) => `${name} ${language}: ${phrase}`),
			),
		)
	expect(strays).toEqual([])
})

describe('words', () => {
	test('are folded, and keep their places', () => {
		expect(words('Größe: ŁÓDŹ, İstanbul').map(({ word }) => word)).toEqual(['grosse', 'lodz', 'istanbul'])
	})

	test('of a text lie in it, in order', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				let last = -1
				for (const { index, length, dense } of words(text)) {
					expect(index).toBeGreaterThan(last)
					expect(index + length).toBeLessThanOrEqual(text.length)
					last = dense ? index : index + length - 1
				}
			}),
			{ numRuns: 500 },
		)
	})
})
