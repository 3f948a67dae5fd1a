import { z } from 'astro/zod'
import { confidence } from './code.ts'
import { day, history, kebabId, line, phases, sources } from './fields.ts'

/** One event id in one log. */
export const event = z.strictObject({
	id: z.number().int().min(0).max(65535).describe('the event id, decimal'),
	title: line.max(70).describe('what happened, 70 characters at most'),
	provider: z.string().describe('the event source, letter for letter'),
	level: z.string().describe('Information, Warning, Error … as the provider declares it'),
	meaning: line.describe('what the event says'),
	why: line.describe('what it tells in a Remote Desktop case'),
	phases,
	confidence,
	note: line.optional().describe('what a reader must know besides'),
	sources,
})

/** A file of content/events: one log. */
export const eventLog = z.strictObject({
	log: z.string().describe('the full name of the log, as Get-WinEvent takes it'),
	slug: kebabId.describe('the log in addresses: /c/event-<slug>-<id>/'),
	title: line.max(60).describe('a short name for the log'),
	side: z.enum(['client', 'server', 'gateway', 'broker']).describe('which machine writes it'),
	summary: line.describe('what the log records and whether it is on by default'),
	verified: day,
	history,
	events: z.array(event).min(1).describe('the events of the log, by id'),
})
export type EventLog = z.infer<typeof eventLog>
