/** Keeps a link to a section at its section, while what stands around it changes after the page was opened. */

/** Browsers round what they scroll. */
const NEAR_PX = 2

/**
 * To be called before a change of the page.
 *
 * @returns to be called after it: brings what the fragment of the address names into view anew, unless somebody has scrolled
 * since it was opened. While the page still loads, browsers see to that themselves, and leave off when scripts scroll
 */
export function landing(): () => void {
	const target = document.getElementById(location.hash.slice(1))
	if (!target || document.readyState !== 'complete') return () => {}
	const before = scrollY
	target.scrollIntoView()
	if (Math.abs(scrollY - before) > NEAR_PX) {
		scrollTo(scrollX, before)
		return () => {}
	}
	return () => target.isConnected && target.scrollIntoView()
}
