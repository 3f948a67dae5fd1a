/** Serves a built site on this machine, as a plain file server would, with the headers docs/hosting.md asks for. */

import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { headersOf } from '../src/build/headers.ts'
import { readWhere } from '../src/build/where.ts'

/**
 * @param folder the built site
 * @param base the path below which it answers, '/' or '/some/path'
 * @param port 0 lets the system choose
 * @returns the listening server and its address, base included
 * @throws when there is no site in the folder
 */
export async function serve(folder: string, base = '/', port = 0): Promise<{ server: Server; url: string }> {
	const prefix = base.replace(/\/+$/, '')
	if (!existsSync(join(folder, '404.html')))
		throw new Error(`There is no built site in ${folder}. Run npm run build first.`)
	const missing = readFileSync(join(folder, '404.html'))
	const files = sirv(folder, {
		dev: true,
		setHeaders: (response, path) => {
			for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value)
		},
	})
	const server = createServer((request, response) => {
		const url = request.url ?? '/'
		const notFound = () => {
			// Programs in a browser must be able to read that there is no answer.
			const { 'access-control-allow-origin': origin } = headersOf(url.slice(prefix.length).replace(/\?.*$/s, ''))
			const allowed = origin === undefined ? {} : { 'access-control-allow-origin': origin }
			response
				.writeHead(404, { ...headersOf('/404.html'), ...allowed, 'content-type': 'text/html; charset=utf-8' })
				.end(missing)
		}
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
	const port = Number(process.env.PORT || 4321)
	try {
		if (!Number.isInteger(port) || port < 0 || port > 65535)
			throw new Error(`PORT is "${process.env.PORT}". Give a number from 1 to 65535.`)
		const { out, base } = readWhere(process.env)
		const { url } = await serve(out, base, port)
		console.log(`\n  Remote Desktop Error Guide: ${url}\n  Stop it with Ctrl+C.\n`)
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException
		const busy = code === 'EADDRINUSE'
		console.error(
			busy
				? `Port ${port} is taken. Choose another, as in: PORT=8080 npm run serve`
				: `The site could not be served: ${message}`,
		)
		process.exitCode = 1
	}
}
