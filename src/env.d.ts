interface ImportMetaEnv {
	/** Where readers report problems, as read and checked by astro.config.ts; empty where no link is shown. */
	readonly REPORT_TO: string
}
