/** nginx with the configuration of docs/nginx.conf, as somebody who follows it would run it. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * @returns why there is no nginx here, for the name of a skipped test; undefined where there is
 * @throws where it should have been installed and was not
 */
export function missingNginx(): string | undefined {
	if (runs()) return
	if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0)
		return 'skipped: they need nginx (Debian: nginx-light)'
	console.error('Installing nginx for the tests of addresses …')
	const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
	spawnSync('apt-get', ['update', '-qq'], options)
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'], options)
	if (!runs()) throw new Error('The tests of addresses need nginx: install nginx-light.')
	return
}

const runs = () => spawnSync('nginx', ['-v'], { stdio: 'ignore', env: withSbin() }).status === 0

/** Debian keeps servers where only root looks for them. */
const withSbin = () => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin` })

/**
 * Starts nginx with the configuration of the documentation; only the folder and the port are put in.
 *
 * @param dist the built site
 * @returns its address without a slash at the end, and how to stop it
 */
export async function startNginx(dist: string): Promise<{ url: string; stop(): void }> {
	const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
	const port = await freePort()
	const documented = readFileSync(join(process.cwd(), 'docs', 'nginx.conf'), 'utf8')
	const server = documented.replaceAll('/srv/guide', dist).replace('listen 80;', `listen 127.0.0.1:${port};`)
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((name) => `${name}_temp_path ${folder}/${name};`)
		.join('\n')
	const config = join(folder, 'nginx.conf')
	writeFileSync(
		config,
		`${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
include /etc/nginx/mime.types;
access_log off;
${temporary}
${server}
}
`,
	)
	const program = spawn('nginx', ['-p', folder, '-c', config, '-e', `${folder}/error.log`], {
		env: withSbin(),
		stdio: ['ignore', 'ignore', 'pipe'],
	})
	let said = ''
	program.stderr.on('data', (text) => {
		said += text
	})
	const url = `http://127.0.0.1:${port}`
	for (let tries = 0; ; tries++) {
		try {
			await fetch(`${url}/robots-that-is-not-there`)
			break
		} catch {
			if (program.exitCode !== null || tries > 100) {
				program.kill()
				throw new Error(`nginx does not start with docs/nginx.conf: ${said}`)
			}
			await new Promise((resolve) => setTimeout(resolve, 100))
		}
	}
	return {
		url,
		stop() {
			program.kill()
			rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
		},
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer()
		probe.once('error', reject)
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address()
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
		})
	})
}
