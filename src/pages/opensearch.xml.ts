/**
 * Lets a browser search the guide from its address bar (OpenSearch 1.1). Suggestions need a program on the server, so
 * there are none.
 */
import { published } from '../components/href.ts'
import { pathTo } from '../kb/addresses.ts'
import { escapeHtml } from '../kb/text/escape-html.ts'
import { openSearch, site } from '../strings.ts'

export const GET = () => {
	const at = (path: string) => escapeHtml(published(path))
	// The braces stand for what is searched, so they are not to be encoded.
	const search = `${at(pathTo({ kind: 'search' }))}?q={searchTerms}`
	const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
	<ShortName>${escapeHtml(openSearch.shortName)}</ShortName>
	<LongName>${escapeHtml(openSearch.longName)}</LongName>
	<Description>${escapeHtml(site.description)}</Description>
	<Tags>${escapeHtml(openSearch.tags)}</Tags>
	<Url type="text/html" method="get" template="${search}"/>
	<Url type="application/opensearchdescription+xml" rel="self" template="${at(pathTo({ kind: 'file', name: 'opensearch.xml' }))}"/>
	<Image height="16" width="16" type="image/svg+xml">${at(pathTo({ kind: 'file', name: 'favicon.svg' }))}</Image>
	<Query role="example" searchTerms="0x904"/>
	<Attribution>${escapeHtml(site.licence)}</Attribution>
	<SyndicationRight>open</SyndicationRight>
	<AdultContent>false</AdultContent>
	<Language>en</Language>
	<InputEncoding>UTF-8</InputEncoding>
	<OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`
	return new Response(xml, { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } })
}
