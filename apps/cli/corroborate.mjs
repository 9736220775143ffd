#!/usr/bin/env node
// The command `corroborate`, on a machine whose own Node may be older than the pinned one.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
process.argv.splice(2, 0, 'apps/cli/main.ts')
await import(join(root, 'scripts/run.mjs'))
