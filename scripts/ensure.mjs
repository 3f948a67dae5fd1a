/**
 * Installs what the lock file asks for, when it changed since the last installation. Runs before everything else, on
 * whatever Node the machine has (20 or later): plain JavaScript, no dependencies. What it installs brings its own Node
 * along, which npm scripts find first.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST = 20
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.install-stamp')
const lock = createHash('sha256')
	.update(readFileSync(join(root, 'package-lock.json')))
	.digest('hex')

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
	console.error(`Node ${process.versions.node} is too old. Install Node ${OLDEST} or later, then run this again.`)
	process.exit(1)
}
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
	console.error('Installing dependencies …')
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
	// Everything that builds the site is a development dependency, and Node itself an optional one: NODE_ENV=production or
	// an npm configuration would leave them out. Standard output stays free for the program that follows.
	const { status } = spawnSync(npm, ['ci', '--include=dev', '--include=optional'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
	})
	if (status !== 0) {
		console.error('The dependencies could not be installed. Check the network, then run this again.')
		process.exit(status ?? 1)
	}
	writeFileSync(stamp, lock)
}
