/** Finds Chromium for the browser tests; on Debian as root it is installed when missing. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * @returns the path of a Chromium or Chrome: CHROMIUM_PATH, one of the usual places, or freshly installed
 * @throws with one sentence that says what to do, when there is none
 */
export function findChromium(): string {
	const wanted = process.env.CHROMIUM_PATH
	if (wanted) {
		if (runs(wanted)) return wanted
		throw new Error(`CHROMIUM_PATH is ${wanted}, which cannot be run. Point it at a Chromium or Chrome.`)
	}
	const found = PLACES.find(runs)
	if (found) return found
	if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
		console.error('Installing Chromium for the browser tests …')
		const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
		spawnSync('apt-get', ['update', '-qq'], options)
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], options)
		const installed = PLACES.find(runs)
		if (installed) return installed
	}
	throw new Error('The browser tests need Chromium: install it, or set CHROMIUM_PATH to a Chromium or Chrome.')
}

function runs(path: string): boolean {
	try {
		accessSync(path, constants.X_OK)
		return true
	} catch {
		return false
	}
}
