import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import {
  beginLinkage,
  endLinkage,
  linkRecords,
  SHARED_ROOM,
  tableBuilder,
  type LinkageResult,
  type LinkageSettings,
} from '@corroborate/linkage'
import { scoreInSoMany, scoreInThreads } from './score-in-threads.ts'

const SETTINGS: LinkageSettings = {
  fields: [
    { field: 'given', kind: 'given-name' },
    { field: 'place', kind: 'place' },
    { field: 'born', kind: 'day' },
  ],
  comparisons: [
    { name: 'given', fields: ['given'], by: 'name', frequency: true },
    { name: 'place', fields: ['place'], by: 'place', frequency: true },
    { name: 'born', fields: ['born'], by: 'day', frequency: false },
  ],
  blocking: [{ keys: [{ field: 'given', by: 'value' }] }, { keys: [{ field: 'place', by: 'value' }] }],
  everyPairUpTo: 0,
  joinFrom: 0.9,
  keepFrom: 0.5,
  mostPairs: 1e9,
  seed: 'threads',
}

/** Invented: 3,000 people, a third of them again on a second list, some a day younger there. Some 680,000 pairs. */
function invented() {
  const builder = tableBuilder(SETTINGS.fields, { room: SHARED_ROOM })
  const [givens = [], places = []] = ['kmrslt', 'bdfghnvwz'].map((letters) =>
    Array.from(letters).flatMap((a) => ['a', 'i', 'ou'].map((b) => `${a}${b}r${a}i${b}`)),
  )
  const row = (n: number, day: number) => [
    givens[(n * 13) % givens.length] ?? null,
    places[(n * 31 + Math.floor(n / 18)) % places.length] ?? null,
    `${1930 + (day % 61)}-0${1 + (day % 9)}-${10 + (day % 19)}`,
  ]
  builder.startList({ code: 'A', clean: false })
  builder.append(Array.from({ length: 3_000 }, (_, n) => row(n, n)))
  builder.startList({ code: 'B', clean: true })
  builder.append(Array.from({ length: 1_000 }, (_, n) => row(3 * n, 3 * n + (n % 7 === 0 ? 1 : 0))))
  return builder.table()
}

function bytesOf({ pairs, seen, clusterOf, model, unlinkables, warnings }: LinkageResult): string {
  const hash = createHash('sha256')
  const { left, right, pattern, weight } = pairs
  for (const column of [left, right, pattern, weight, seen.patterns, seen.counts, clusterOf])
    hash.update(column)
  return hash.update(JSON.stringify({ model, unlinkables, warnings })).digest('hex')
}

test('two threads, or three, give the bytes that one gives', async () => {
  const table = invented()
  const alone = valueOf(linkRecords(table, SETTINGS, { judgements: [] }))
  const begun = valueOf(beginLinkage(table, SETTINGS, SHARED_ROOM))
  expect(begun.task.parts.length).toBeGreaterThan(2)
  expect(alone.pairs.left.length).toBeGreaterThan(500)
  const all = begun.task.parts.reduce((sum, { pairs }) => sum + pairs, 0)
  for (const threads of [1, 2, 3]) {
    let told = 0
    const parts = await scoreInSoMany(threads, begun.task, (pairs) => (told += pairs))
    expect(parts).toHaveLength(threads)
    expect(told).toBe(all)
    expect(bytesOf(endLinkage(begun, parts, []))).toBe(bytesOf(alone))
  }
  expect(await scoreInThreads(begun.task, () => undefined)).toHaveLength(1)
})

test('what breaks in a part breaks the work', async () => {
  const { task } = valueOf(beginLinkage(invented(), SETTINGS, SHARED_ROOM))
  const parts = task.parts.map((part) => ({ ...part, rule: 99 }))
  await expect(scoreInSoMany(2, { ...task, parts }, () => undefined)).rejects.toThrow('no rule 99')
})
