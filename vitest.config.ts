import process from 'node:process'
import { defineConfig } from 'vitest/config'

// Where the continuous integration reads the counts from.
const report = process.env.VITEST_REPORT

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/prepare-databases.ts',
    setupFiles: ['test/support/close-network.ts', 'test/support/fail-on-console-error.ts'],
    // A worker may hold a PostgreSQL in WebAssembly, half a gigabyte each.
    maxWorkers: 2,
    // PostgreSQL in WebAssembly starts in seconds, and in many on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
