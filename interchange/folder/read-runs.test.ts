import { expect, test } from 'vitest'
import { derivedId, digestOf } from '@corroborate/base'
import { resultText, type KeptRun } from '@corroborate/estimate'
import { smallListRequest, smallStudy } from '../../core/estimate/lists/testing/small-study.ts'
import { SOUND_FOLDER } from '../broken/sound-folder.ts'
import { readInvestigation } from './read-investigation.ts'
import { writeInvestigation } from './write-investigation.ts'

const result = { kind: 'lists', study: smallStudy() } as const

function sound() {
  const read = readInvestigation(SOUND_FOLDER)
  if (!read.ok) throw new Error('the sound folder is sound')
  return read.investigation
}

function run(): KeptRun {
  const [estimate] = sound().estimates
  if (estimate === undefined) throw new Error('the sound folder asks how many')
  return {
    ...{ id: derivedId('run', 'bridge', '1'), estimate: estimate.id, version: 1 },
    ...{ request: smallListRequest({ id: estimate.id }), inputs: 'a'.repeat(64), seed: 'small' },
    ...{ software: 'Corroborate (test)', repeats: null, askedBy: 'A. Statistician' },
    ...{ askedAt: '2026-01-05T12:00:00.000Z', endedAt: '2026-01-05T12:01:00.000Z' },
    ...{ result, sha256: digestOf(resultText(result)) },
  }
}

const written = () => writeInvestigation({ ...sound(), runs: [run()] })
const runFileIn = (files: ReadonlyMap<string, string>) =>
  [...files].find(([name]) => name.startsWith('runs/')) ?? ['', '']

test('runs are written, read and written again as the same bytes', () => {
  const files = written()
  const read = readInvestigation(files)
  expect(read).toMatchObject({ ok: true, investigation: { runs: [run()] } })
  if (read.ok) expect([...writeInvestigation(read.investigation)]).toEqual([...files])
})

test.each([
  ['a result that somebody changed', '"min":480', '"min":481', 'the digest of its result'],
  ['a result that is none', '"verdict":{"', '"verdicts":{"', 'what a run answered'],
  [
    'a question that is none',
    '"overlap":{"kind":"table"',
    '"overlap":{"kind":"guess"',
    'a question as it was asked',
  ],
  ['text that is no JSON', '{"runs":', '{runs:', 'JSON'],
  ['an unknown field', '"version":1', '"version":1,"stray":1', 'one of'],
])('%s is refused in words', (_, from, to, expected) => {
  const files = new Map(written())
  const [name, content] = runFileIn(files)
  expect(content).toContain(from)
  files.set(name, content.replace(from, to))
  const read = readInvestigation(files)
  expect(read.ok ? [] : read.mistakes.map((one) => [one.file, one.expected])).toEqual([
    [name, expect.stringContaining(expected)],
  ])
})

test('runs of an estimate that is not asked are refused', () => {
  const [, content] = runFileIn(written())
  const read = readInvestigation(new Map([...SOUND_FOLDER, ['runs/nowhere.json', content]]))
  expect(read.ok ? [] : read.mistakes.map(({ sentence }) => sentence)).toEqual([
    'runs/nowhere.json: expected an estimate of that code in estimates.yaml, found none.',
  ])
})
