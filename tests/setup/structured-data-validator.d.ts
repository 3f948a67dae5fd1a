/** Only what the tests use: structured data by format and sort of its roots. */
declare module '@adobe/structured-data-validator' {
	export interface Issue {
		issueMessage: string
		severity: 'ERROR' | 'WARNING'
	}
	export default class Validator {
		validate(data: { jsonld: Record<string, object[]> }): Promise<Issue[]>
	}
}
