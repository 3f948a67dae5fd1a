/** Guides that pages lead to by name: their numbers, once. */

/** The guide to other ways into a host. */
export const WAYS_IN = 'KB0012'
/** What to ask the user first. */
export const NINE_FACTS = 'KB0141'
/** What to collect for an escalation. */
export const DIAGNOSTICS = 'KB0142'
/** When to use which script. */
export const SCRIPTS_GUIDE = 'KB0147'
/** The guide that explains the grades of evidence. */
export const GRADES_GUIDE = 'KB0010'
/** Which link goes into a ticket, and what is promised of it. */
export const LINK_GUIDE = 'KB0148'
