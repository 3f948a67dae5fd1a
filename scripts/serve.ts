/** Serves a built site on this machine, as a plain file server would, with the headers docs/hosting.md asks for. */

import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'

/** Headers for every response. The policy of a page stands in the page; a worker has that of its own response. */
const HEADERS = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'x-frame-options': 'DENY',
}
const WORKER_POLICY = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'"

/**
 * @param folder the built site
 * @param base the path below which it answers, '/' or '/some/path'
 * @param port 0 lets the system choose
 * @returns the listening server and its address, base included
 */
export async function serve(folder: string, base = '/', port = 0): Promise<{ server: Server; url: string }> {
	const prefix = base.replace(/\/+$/, '')
	const missing = readFileSync(join(folder, '404.html'))
	const files = sirv(folder, {
		dev: true,
		setHeaders: (response, path) => {
			if (path.endsWith('pagefind-worker.js')) response.setHeader('content-security-policy', WORKER_POLICY)
		},
	})
	const server = createServer((request, response) => {
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
		const notFound = () => {
			response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing)
		}
		const url = request.url ?? '/'
		if (url === prefix) response.writeHead(308, { location: `${prefix}/` }).end()
		else if (!url.startsWith(`${prefix}/`)) notFound()
		else {
			request.url = url.slice(prefix.length)
			files(request, response, notFound)
		}
	})
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, '127.0.0.1', resolve)
	})
	const address = server.address()
	const chosen = typeof address === 'object' && address ? address.port : port
	return { server, url: `http://localhost:${chosen}${prefix}/` }
}

// import.meta.main would say it shorter, but the oldest Node this runs on has it not.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const port = Number(process.env.PORT ?? 4321)
	try {
		const { url } = await serve(process.env.OUT_DIR ?? 'dist', process.env.BASE_PATH ?? '/', port)
		console.log(`\n  Remote Desktop Error Guide: ${url}\n  Stop it with Ctrl+C.\n`)
	} catch (error) {
		const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
		console.error(
			busy
				? `Port ${port} is taken. Choose another: PORT=${port + 1} npm start`
				: `The site could not be served: ${error}`,
		)
		process.exitCode = 1
	}
}
