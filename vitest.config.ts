import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.ts'

const rooms = (names: string) => `${names}/**/*.test.{ts,tsx}`

/**
 * Two projects, so that the PostgreSQL server is started only for tests that may ask for it. In both, files share the modules of a worker: these keep no
 * state of their own, and most of the time of a file was the same two thousand modules read again.
 */
export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', '**/dist/**'],
    environment: 'node',
    isolate: false,
    setupFiles: ['scripts/fixed-seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Patience, not a claim: a page is waited for on a machine that lints beside it.
    expect: { poll: { timeout: 10_000 } },
    // Every core: left to itself Vitest keeps one free, which is half of a machine that has two.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'without-store',
          include: [rooms('{core,words,vault,interchange,press,examples,scripts}')],
        },
      },
      {
        extends: true,
        test: {
          name: 'with-store',
          include: [rooms('{store,casework,apps,bench}')],
          globalSetup: ['store/testing/postgres-server.ts'],
        },
      },
    ],
  },
})
