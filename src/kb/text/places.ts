/** Places in a text, kept in its order. */

/**
 * Where in a sorted list the first place at or behind another one stands, by halves.
 *
 * @returns the length of the list where all stand before it
 */
export function firstFrom(places: readonly number[], from: number): number
export function firstFrom<T>(places: readonly T[], from: number, placeOf: (entry: T) => number): number
export function firstFrom<T>(places: readonly T[], from: number, placeOf = Number as (entry: T) => number): number {
	let low = 0
	let high = places.length
	while (low < high) {
		const middle = (low + high) >> 1
		const entry = places[middle]
		if (entry !== undefined && placeOf(entry) < from) low = middle + 1
		else high = middle
	}
	return low
}
