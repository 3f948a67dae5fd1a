/** Samples that measure the guide and are no part of it: rows of real texts, kept beside the checkout where there are any. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The file by which a folder of samples is known. */
const SIGN = 'queries.jsonl'

/** @returns the folder that GUIDE_SAMPLES names, else a folder `samples` inside one next to the checkout, if there is one */
export function samplesFolder(): string | undefined {
	const named = process.env.GUIDE_SAMPLES
	if (named) return named
	const around = dirname(process.cwd())
	return readdirSync(around, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => join(around, name, 'samples'))
		.find((folder) => existsSync(join(folder, SIGN)))
}
