import { z } from 'astro/zod'
import { kebabId } from '../fields.ts'
import { script as contentScript } from '../script.ts'
import { setting as contentSetting, settingData } from '../setting.ts'
import { data, entryFields, file, markdown, page, sourceIds, text } from './shared.ts'

const { name, summary, side, area, risk, offer, bearing, verified } = contentSetting.shape
const id = kebabId.describe('the id, which is permanent')

export const settings = z
	.strictObject({
		settings: z.array(z.strictObject({ id, name, summary, side, area, risk, offer, bearing, verified, page, data })),
	})
	.describe('Every setting: registry values, policies, rules and rights.')

export const setting = contentSetting
	.extend({
		id,
		page,
		markdown,
		sources: z.array(z.strictObject({ id: z.string(), title: text, url: z.url() })).describe('what it rests on'),
		check: z.array(file).describe('the script that reads it'),
		test: z.array(file).describe('the script that changes it for minutes and changes it back, where there is one'),
		changes: z
			.array(
				z.strictObject({
					data: settingData,
					usual: z.boolean().describe('true for the data that most cases need'),
					groupPolicy: z
						.strictObject({
							path: text.describe('the path in the Group Policy editor'),
							name: text.describe('the name of the policy, letter for letter'),
							state: z.enum(['Enabled', 'Disabled', 'Not Configured', 'Defined']).describe('what to choose'),
							options: z
								.array(z.strictObject({ label: text, choose: z.string() }))
								.describe('options below the state, with what to choose in each'),
						})
						.nullable()
						.describe('the choice in Group Policy that writes it'),
					intune: z
						.strictObject({
							uri: z.string().describe('the OMA-URI'),
							dataType: z.enum(['String', 'Integer']),
							value: z.string().optional().describe('what to enter; without it, remove the assignment'),
						})
						.nullable()
						.describe('the custom setting in Intune that writes it'),
					files: z.array(file).describe('files that write it and take it back'),
				}),
			)
			.describe('what can be written, each with its files'),
	})
	.describe('One setting: what its page says, every change that is offered, and the files.')

const { where, elevated } = contentScript.shape

export const scripts = z
	.strictObject({ scripts: z.array(z.strictObject({ ...entryFields, where, elevated })) })
	.describe('Every script, in the order in which they are used.')

export const script = z
	.strictObject({
		...entryFields,
		markdown,
		when: contentScript.shape.when,
		where,
		elevated,
		writes: contentScript.shape.writes,
		asks: contentScript.shape.asks,
		reads: contentScript.shape.reads,
		output: contentScript.shape.output,
		limits: contentScript.shape.limits,
		alsoSaid: contentScript.shape.alsoSaid,
		history: contentScript.shape.history,
		file: file.describe('the script itself'),
		sources: sourceIds,
	})
	.describe('One script that reads: what it answers, and how to read what it prints.')
