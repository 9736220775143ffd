import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** A script of the browser as it would get it: with all that it imports, and nothing of Node beside it. */
export async function bundled(entry: URL): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'bundled' },
    },
  })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const [chunk] = outputs.flatMap(({ output }) => output)
  if (chunk?.type !== 'chunk') throw new Error('nothing was bundled')
  return chunk.code
}
