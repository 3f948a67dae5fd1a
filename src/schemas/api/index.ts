/** Every answer that programs get, by the name of its schema. Answers are parsed by it at build, and it is published. */
import type { z } from 'astro/zod'
import * as article from './article.ts'
import * as code from './code.ts'
import { index } from './contents.ts'
import { lookup } from './lookup.ts'
import * as setting from './setting.ts'
import * as source from './source.ts'
import * as triage from './triage.ts'

export const API = {
	index,
	lookup,
	codes: code.codes,
	code: code.code,
	pairs: code.pairs,
	pair: code.pair,
	events: code.events,
	event: code.event,
	...article,
	...setting,
	...triage,
	...source,
} as const satisfies Record<string, z.ZodType>

export type SchemaName = keyof typeof API
/** The answer that a schema describes. */
export type Answer<N extends SchemaName> = z.infer<(typeof API)[N]>
