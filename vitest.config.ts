import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{core,words,casework,store,vault,interchange,press,apps,examples,scripts,bench}/**/*.test.{ts,tsx}',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
