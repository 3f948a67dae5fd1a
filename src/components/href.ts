import { pathTo, type Target, under } from '../kb/addresses.ts'

/** The address of a target on this site, base path included. */
export function href(target: Target): string {
	return under(import.meta.env.BASE_URL, pathTo(target))
}
