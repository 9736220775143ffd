import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { trainingFolder } from './folder.ts'
import { generate } from './generate.ts'
import { runOfLists, SOFTWARE } from './run-of-lists.ts'
import { SEED } from './world/seed.ts'

/** Makes `examples/training` again, from nothing; the run of the question asked of lists takes some seconds. */
const folder = join(import.meta.dirname, '..', 'training')
const files = trainingFolder(SEED, [runOfLists(generate(SEED).investigation, SOFTWARE)])
rmSync(folder, { recursive: true, force: true })
for (const [name, content] of files) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}
console.log(`${files.size} files in ${folder}`)
