import { createHash } from 'node:crypto'
import { FOUND_OUT, givenFileOf, openList, proposeMapping } from '@corroborate/interchange'
import type { LinkageSettings } from '@corroborate/linkage'
import type { ReceiveListFile } from '../acts.ts'

/** Enough for lists of a name and an age. */
export const LINKAGE_SETTINGS: LinkageSettings = {
  fields: [
    { field: 'name', kind: 'full-name' },
    { field: 'age', kind: 'age' },
  ],
  comparisons: [
    { name: 'given', fields: ['name/given'], by: 'name', frequency: false },
    { name: 'family', fields: ['name/family'], by: 'name', frequency: false },
    { name: 'age', fields: ['age'], by: 'age', frequency: false },
  ],
  blocking: [{ keys: [{ field: 'age', by: 'value' }] }],
  ...{ everyPairUpTo: 100_000, joinFrom: 0.5, keepFrom: 0.01, mostPairs: 1_000_000, seed: 'test' },
}

/** A list from the text of a CSV, as whoever holds the file gives it to the act. */
export async function listOf(content: string): Promise<Omit<ReceiveListFile, 'investigation'>> {
  const bytes = new TextEncoder().encode(content)
  const opened = await openList(givenFileOf('invented.csv', bytes), FOUND_OUT)
  if (!opened.ok) throw new Error(opened.fault.sentence)
  const digest = createHash('sha256')
  return {
    ...{ code: null, title: { en: 'Invented' }, holder: 'A ministry', clean: false, list: opened.list },
    mapping: proposeMapping(opened.list.columns, []).mapping,
    file: {
      name: 'invented.csv',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    },
    digest: { add: (text) => digest.update(text), end: () => digest.digest('hex') },
  }
}
