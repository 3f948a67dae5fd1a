import { expect, test } from 'vitest'
import { GRADE_MEANINGS, GRADES, gradeOfConfidence } from '../../src/kb/evidence.ts'

test('more confidence never gives a weaker grade', () => {
	const ranks = (['high', 'medium', 'low'] as const).map((confidence) => GRADES.indexOf(gradeOfConfidence(confidence)))
	expect(ranks).toEqual([...ranks].sort())
	expect(new Set(ranks).size).toBe(3)
})

test('high confidence is the best grade, and no code is worth less than one report', () => {
	expect(gradeOfConfidence('high')).toBe('A')
	expect(gradeOfConfidence('low')).toBe('C')
})

test('every grade has a meaning of its own', () => {
	expect(Object.keys(GRADE_MEANINGS)).toEqual([...GRADES])
	expect(new Set(Object.values(GRADE_MEANINGS)).size).toBe(GRADES.length)
})
