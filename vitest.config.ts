import { defineConfig } from 'vitest/config'

const rooms = (names: string) => `${names}/**/*.test.{ts,tsx}`

/** Two projects, so that the PostgreSQL server is started only for tests that may ask for it. */
export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', '**/dist/**'],
    environment: 'node',
    setupFiles: ['scripts/fixed-seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
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
