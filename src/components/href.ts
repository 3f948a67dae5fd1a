import { LOCAL_ORIGIN, pathTo, type Target, under } from '../kb/addresses.ts'

/** The address of a target on this site, base path included. */
export function href(target: Target): string {
	return under(import.meta.env.BASE_URL, pathTo(target))
}

/** The absolute address of a target; without a configured origin, its path. */
export const absolute = (target: Target) => atSite(href(target))

/** An address of this site, base path included, made absolute; without a configured origin, as it is. */
export function atSite(address: string): string {
	return import.meta.env.SITE ? new URL(address, import.meta.env.SITE).href : address
}

/** The whole address of a path of the site, for files that a path alone would break; on this machine without a configured origin. */
export function published(path: string): string {
	return new URL(under(import.meta.env.BASE_URL, path), import.meta.env.SITE ?? LOCAL_ORIGIN).href
}
