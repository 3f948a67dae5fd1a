import { defineConfig } from 'vitest/config'

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		benchmark: { include: ['tests/bench/**/*.bench.ts'] },
		globalSetup: ['tests/setup/site.ts'],
		setupFiles: ['tests/setup/seed.ts'],
		// No test replaces a module, and most read all content: a worker parses it once for all its files.
		isolate: false,
		testTimeout: 120_000,
		hookTimeout: 120_000,
		// The whole machine may be busy with the other browsers.
		expect: { poll: { timeout: 15_000 } },
		reporters: ['default'],
	},
})
