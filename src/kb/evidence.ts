/** Grades of evidence, strongest first. */
export const GRADES = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof GRADES)[number]
export type Confidence = 'high' | 'medium' | 'low'

/** What each grade means, in a sentence. */
export const GRADE_MEANINGS: Record<Grade, string> = {
	A: 'An official text documents it.',
	B: 'Several independent sources agree.',
	C: 'One usable report, or reports that fit only in part.',
	D: 'Somebody says so, without evidence.',
}

/** The weaker of some grades: what to show where there is room for one only. */
export function weakestGrade(first: Grade, ...others: Grade[]): Grade {
	return [first, ...others].reduce((weak, grade) => (grade > weak ? grade : weak))
}

/**
 * The grade that a code's confidence amounts to, so that codes and articles can be read on one scale.
 * high: an official page or protocol table; medium: the client's own texts, release notes or several reports;
 * low: one report, or unclear.
 */
export function gradeOfConfidence(confidence: Confidence): Grade {
	switch (confidence) {
		case 'high':
			return 'A'
		case 'medium':
			return 'B'
		case 'low':
			return 'C'
	}
}
