/** Sentences of a paragraph, for pages that set each on a line of its own. */

/** Between a mark that ends a sentence, with the bracket or quotation mark behind it, and what can begin the next one. */
const BETWEEN = /(?<=[.?!][)”"’]?) +(?![a-z)])/

/**
 * Splits a paragraph of the guide into its sentences. Joined with a space they are the paragraph again. Where a sentence
 * begins with a small letter it stays with the one before.
 */
export const sentencesOf = (paragraph: string): string[] => paragraph.trim().split(BETWEEN)
