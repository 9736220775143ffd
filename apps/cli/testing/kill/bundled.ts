import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const project = fileURLToPath(new URL('../../../../', import.meta.url))

/** One file out of a program and all that it imports: it starts in a fifth of the time that reading them one by one takes. */
export async function bundled(program: URL, into: string): Promise<string> {
  await build({
    ...{ configFile: false, logLevel: 'error', root: project },
    ssr: { noExternal: true, external: ['libsql', 'pg'] },
    build: {
      ...{ ssr: fileURLToPath(program), outDir: into, emptyOutDir: false, target: 'esnext' },
      rolldownOptions: {
        treeshake: { moduleSideEffects: false },
        output: { format: 'es', entryFileNames: 'program.mjs' },
      },
    },
  })
  await symlink(join(project, 'node_modules'), join(into, 'node_modules'))
  return join(into, 'program.mjs')
}
