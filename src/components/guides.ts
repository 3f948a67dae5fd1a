/** Guides that pages lead to by name: their numbers, once. */

/** The guide to other ways into a host. */
export const WAYS_IN = 'KB0012'
/** The guide that explains the grades of evidence. */
export const GRADES_GUIDE = 'KB0010'
