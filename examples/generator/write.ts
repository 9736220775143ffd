import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { trainingFolder } from './folder.ts'
import { SEED } from './world/seed.ts'

/** Makes `examples/training` again, from nothing. */
const folder = join(import.meta.dirname, '..', 'training')
const files = trainingFolder(SEED)
rmSync(folder, { recursive: true, force: true })
for (const [name, content] of files) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}
console.log(`${files.size} files in ${folder}`)
