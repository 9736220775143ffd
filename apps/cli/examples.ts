import { join } from 'node:path'
import { importInvestigation, type Desk } from '@corroborate/casework'
import { wordsIn } from '@corroborate/base'
import { readInvestigation } from '@corroborate/interchange'
import { allInvestigations } from '@corroborate/store'
import { readFolder } from './folder.ts'

/** Folders below `examples`, each named as the code of its investigation. */
const EXAMPLES = ['saydnaya', 'training']

/** Takes in the example investigations that the store does not have yet, and tells each as soon as it is there. */
export async function takeInExamples(
  desk: Desk,
  folder: string,
  tell: (line: string) => void,
): Promise<void> {
  const known = (await allInvestigations(desk.store.db)).map(({ code }) => code)
  for (const example of EXAMPLES.filter((code) => !known.includes(code))) {
    const files = await readFolder(join(folder, example))
    if (!files.ok) throw new Error(files.detail)
    const read = readInvestigation(files.value)
    if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
    const done = await importInvestigation(desk, { whole: read.investigation })
    if (!done.ok) throw new Error(done.detail)
    tell(`Taken in: ${wordsIn('en', read.investigation.title)}`)
  }
}
