import { assess } from '@corroborate/report'
import { expect, test } from 'vitest'
import { exampleFiles } from '../../examples/example-files.ts'
import { readInvestigation } from '../folder/read-investigation.ts'
import { LAWLESS_FOLDERS } from './lawless-folders.ts'

const SOUND = exampleFiles('saydnaya')

function breachesIn(files: ReadonlyMap<string, string>) {
  const read = readInvestigation(files)
  if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
  return assess(read.investigation, { today: '2026-11-23', software: 'test' }).breaches
}

test('the example from the public record breaks no law', () => {
  expect(breachesIn(SOUND)).toEqual([])
})

test.each(LAWLESS_FOLDERS)('$name can be read, and breaks the law: $law', ({ file, from, to, law, says }) => {
  const content = SOUND.get(file) ?? ''
  expect(content.split(from)).toHaveLength(2)
  const breaches = breachesIn(new Map([...SOUND, [file, content.replace(from, () => to)]]))
  const line = content.slice(0, content.indexOf(from)).split('\n').length
  const found = breaches.filter((breach) => breach.law === law)
  expect(found.map(({ subject, detail }) => `${subject}: ${detail}`).join('\n')).toContain(says)
  if (file.startsWith('report.')) expect(found.map(({ at }) => at)).toContainEqual({ file, line })
})
