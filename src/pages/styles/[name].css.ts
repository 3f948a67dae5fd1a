/**
 * Stylesheets that a page loads when it needs them. An address from `?url` does not do: the build deletes the file behind
 * it when another page has the same styles inlined.
 */
import type { APIRoute, GetStaticPaths } from 'astro'
import print from '../../styles/print.css?inline'
import drawing from '../../styles/tree-drawing.css?inline'
import triage from '../../styles/triage.css?inline'

const SHEETS = { print, triage, 'tree-drawing': drawing }

export const getStaticPaths = (() =>
	Object.entries(SHEETS).map(([name, css]) => ({ params: { name }, props: { css } }))) satisfies GetStaticPaths

export const GET: APIRoute<{ css: string }> = ({ props }) =>
	new Response(props.css, { headers: { 'content-type': 'text/css' } })
