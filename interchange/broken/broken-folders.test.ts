import { expect, test } from 'vitest'
import { readInvestigation } from '../folder/read-investigation.ts'
import { BROKEN_FOLDERS } from './broken-folders.ts'
import { SOUND_FOLDER } from './sound-folder.ts'

test('the folder that all others are made from is sound', () => {
  expect(readInvestigation(SOUND_FOLDER)).toMatchObject({ ok: true })
})

test('there are thirty broken folders at least', () => {
  expect(new Set(BROKEN_FOLDERS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(30)
})

test.each(BROKEN_FOLDERS)(
  'a folder with $name is refused by file, line and field',
  ({ files, at, sentence }) => {
    const read = readInvestigation(files)
    if (read.ok) throw new Error('was read')
    expect(read.mistakes.map((mistake) => mistake.sentence)).toEqual([sentence])
    expect(read.mistakes).toEqual([expect.objectContaining(at)])
  },
)
