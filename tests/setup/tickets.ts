/** Tickets by kind, and what the decoder made of them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Decoded } from '../../src/kb/decoding/findings.ts'
import { nextSteps } from '../../src/kb/decoding/next-steps.ts'
import { lookup } from '../unit/real-content.ts'
import { samplesFolder } from './samples.ts'

/** A row of tests/fixtures/tickets.yaml, which explains the fields. */
export interface Ticket {
	id: string
	lang: string
	form: string
	text: string
	codes?: string[]
	pairs?: string[]
	also?: string[]
	topics?: string[]
	not?: string[]
	/** Words of a subject, for rows that name no pages. */
	subject?: string
}

/** The tickets of the fixtures. */
export function readTickets(): Ticket[] {
	return parse(readFileSync(join(process.cwd(), 'tests/fixtures/tickets.yaml'), 'utf8'))
}

/** The tickets of a folder of samples; none where there is no such folder. */
export function readSamples(): Ticket[] {
	const folder = samplesFolder()
	const file = folder && join(folder, 'tickets.jsonl')
	if (!file || !existsSync(file)) return []
	const lines = readFileSync(file, 'utf8').trim().split('\n')
	return lines.map((line) => {
		const { id, lang, form, text, expect } = JSON.parse(line)
		return {
			id,
			lang,
			form,
			text,
			codes: expect.codes.map(key),
			also: (expect.optional ?? []).map(key),
			not: expect.notCodes,
			...(/^none/.test(expect.topic) ? {} : { subject: expect.topic }),
		}
	})
}

const key = ({ space, value }: { space: string; value: number }) => `${space}:0x${value.toString(16)}`

export interface Verdict {
	missing: string[]
	/** Codes that are neither asked for nor tolerated. */
	extra: string[]
	/** Stretches that were read although they are no codes. */
	wrong: string[]
	missingPairs: string[]
	/** Whether the first pages offered hold a right one; undefined where the row does not ask. */
	topic?: boolean
}

/** How many of the pages that are offered count. */
const OFFERED = 3

/** Compares what was found in a ticket with what its row asks for. */
export function judge(row: Ticket, decoded: Decoded): Verdict {
	const ids = decoded.codes.flatMap(({ space, hex, row }) => [`${space}:${hex}`, ...(row ? [row.id] : [])])
	const found = decoded.codes.map(({ space, hex, row }) => [row?.id, `${space}:${hex}`])
	const wanted = new Set([...(row.codes ?? []), ...(row.also ?? [])])
	const verdict: Verdict = {
		missing: (row.codes ?? []).filter((id) => !ids.includes(id)),
		extra: found
			.filter((names) => !names.some((name) => name && wanted.has(name)))
			.map(([id, name]) => id ?? name ?? ''),
		wrong: decoded.codes.map(({ text }) => text).filter((text) => row.not?.includes(text)),
		missingPairs: (row.pairs ?? []).filter((id) => !decoded.pairs.some((pair) => pair.id === id)),
	}
	if ((row.codes ?? []).length > 0 || (!row.topics && !row.subject)) return verdict
	const steps = nextSteps(decoded).slice(0, OFFERED)
	const topic = row.topics
		? steps.some(({ id }) => row.topics?.includes(id))
		: speaksOf(row.subject ?? '', [
				...decoded.messages.slice(0, 2).flatMap(({ row: { title, meaning } }) => [title, meaning]),
				...steps.map(({ id }) => titleOf(id)),
			])
	return { ...verdict, topic }
}

const titleOf = (id: string) => lookup.byId(id)?.title ?? lookup.article(id)?.title ?? ''

/** Whether texts share a telling word with a subject; endings and spellings differ, so beginnings count. */
function speaksOf(subject: string, texts: readonly string[]): boolean {
	const beginnings = (text: string) =>
		text
			.toLowerCase()
			.replace(/licens/g, 'licenc')
			.match(/[a-z0-9]{3,}/g)
			?.filter((word) => word.length > 4 || /^(?:nla|tls|rdp)$/.test(word))
			.map((word) => word.slice(0, 6)) ?? []
	const held = new Set(texts.flatMap(beginnings))
	return beginnings(subject).some((word) => !COMMON.has(word) && held.has(word))
}
const COMMON = new Set([
	'error',
	'remote',
	'deskto',
	'server',
	'client',
	'connec',
	'failed',
	'cannot',
	'layer',
	'securi',
	'rdp',
	'window',
])
