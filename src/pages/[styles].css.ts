/** Stylesheets that a page asks for at a touch, because it does not carry them: the rest of a tree, and its drawing. */
import type { APIRoute, GetStaticPaths } from 'astro'
import drawing from '../styles/tree-drawing.css?raw'
import triage from '../styles/triage.css?raw'

export const getStaticPaths = (() => [
	{ params: { styles: 'triage' }, props: { css: triage } },
	{ params: { styles: 'tree-drawing' }, props: { css: drawing } },
]) satisfies GetStaticPaths

export const GET: APIRoute<{ css: string }> = ({ props: { css } }) =>
	new Response(css.replace(/\s*\n\s*/g, '\n'), { headers: { 'content-type': 'text/css; charset=utf-8' } })
