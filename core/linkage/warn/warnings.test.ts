import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { weightOf } from '../model/binary-logarithm.ts'
import { linkRecords, type LinkageResult } from '../run/link-records.ts'
import type { Judgement } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'
import { tableBuilder } from '../table/build-table.ts'
import { WARNING_KINDS, type LinkageWarning } from './linkage-warning.ts'
import { unlinkablesOf } from './unlinkables.ts'
import { warningInWords } from './warning-in-words.ts'
import type { WarnedRun } from './warned-run.ts'
import { warningsOfRun } from './warnings-of-run.ts'

/** Invented people, all of them. */
const SETTINGS: LinkageSettings = {
  fields: [
    { field: 'given', kind: 'given-name' },
    { field: 'family', kind: 'family-name' },
    { field: 'born', kind: 'day' },
    { field: 'country', kind: 'place' },
    { field: 'note', kind: 'text' },
  ],
  comparisons: [
    { name: 'given', fields: ['given'], by: 'name', frequency: true },
    { name: 'family', fields: ['family'], by: 'name', frequency: true },
    { name: 'born', fields: ['born'], by: 'day', frequency: false },
    { name: 'note', fields: ['note'], by: 'text', frequency: false },
  ],
  blocking: [],
  everyPairUpTo: 1e6,
  joinFrom: 0.9,
  keepFrom: 0.001,
  mostPairs: 1e6,
  seed: 'a seed',
}

const ROWS = [
  ['سلمى', 'حداد', '1971-06-24', 'Lebanon', null],
  ['سلمى', 'حداد', '1971-06-24', 'Lebanon', null],
  ['عمر', 'خوري', '1980-01-31', 'Lebanon', null],
  ['عمر', 'خوري', '1980-01-31', null, null],
  ['كريم', 'ناصر', '1962-11-03', 'Lebanon', null],
  [null, 'صعب', null, 'Lebanon', null],
  [null, null, null, 'Lebanon', null],
  ['هاني', 'رحال', '1947-12-01', 'Lebanon', null],
] as const

function runOf(rows: readonly (readonly (string | null)[])[], judgements: readonly Judgement[] = []) {
  const builder = tableBuilder(SETTINGS.fields)
  builder.startList({ code: 'A', clean: false })
  builder.append(rows)
  const table = builder.table()
  const result = valueOf(linkRecords(table, SETTINGS, { judgements }))
  return { ...result, table, judgements }
}

const judged = (verdict: Judgement['verdict'], a: number, b: number): Judgement => ({
  left: { list: 'A', row: a },
  right: { list: 'A', row: b },
  verdict,
  by: 'reviewer',
  at: '2026-01-01T00:00:00Z',
  why: null,
})

const kindsOf = ({ warnings }: Pick<LinkageResult, 'warnings'>) => warnings.counts.map(({ kind }) => kind)

test('a column without a word and one with a single word are told', () => {
  const { warnings } = runOf(ROWS)
  expect(warnings.listed).toContainEqual({ kind: 'all-null-column', field: 'note' })
  expect(warnings.listed).toContainEqual({ kind: 'one-value-column', field: 'country', rows: 7 })
  expect(warnings.listed).toContainEqual({ kind: 'comparison-mostly-silent', comparison: 'note', silent: 1 })
  expect(warnings.listed).toContainEqual({ kind: 'level-never-seen', comparison: 'note', level: 'same' })
})

test('a list that a PDF reader left with lam and alef reversed is named', () => {
  expect(kindsOf(runOf(ROWS))).not.toContain('reversed-lam-alef')
  const { warnings } = runOf([...ROWS, ['أحمد', 'االسطل', '1990-01-01', 'Lebanon', null]])
  expect(warnings.listed.find(({ kind }) => kind === 'reversed-lam-alef')).toMatchObject({
    ...{ list: 'A', field: 'family', repaired: 1 },
  })
})

test('people’s "different" against a chain of "same" is told, and nothing where words agree', () => {
  const chain = [judged('same', 1, 2), judged('same', 2, 5), judged('different', 1, 5)]
  expect(runOf(ROWS, chain).warnings.listed).toContainEqual({
    kind: 'different-inside-cluster',
    left: { list: 'A', row: 1 },
    right: { list: 'A', row: 5 },
  })
  expect(kindsOf(runOf(ROWS, [judged('different', 1, 2)]))).not.toContain('different-inside-cluster')
})

/** A run with other pairs and clusters than it had: rows by their numbers, each pair sure. */
function withClusters(
  run: ReturnType<typeof runOf>,
  clusterOf: readonly number[],
  sure: readonly (readonly [number, number])[],
): WarnedRun {
  const pairs = {
    left: Int32Array.from(sure, ([left]) => left),
    right: Int32Array.from(sure, ([, right]) => right),
    pattern: new Int32Array(sure.length),
    weight: new Float64Array(sure.length).fill(20),
  }
  return { ...run, pairs, clusterOf: Int32Array.from(clusterOf) }
}

test('one pair that holds two halves together, and a thin cluster, are told', () => {
  const halves = [
    [0, 1],
    [0, 2],
    [1, 2],
    [2, 3],
    [3, 4],
    [3, 5],
    [4, 5],
  ] as const
  const { listed } = warningsOfRun(withClusters(runOf(ROWS), [0, 0, 0, 0, 0, 0, 6, 7], halves))
  const cluster = { list: 'A', row: 1 }
  const [left, right] = [
    { list: 'A', row: 3 },
    { list: 'A', row: 4 },
  ]
  expect(listed.filter(({ kind }) => kind === 'bridge')).toEqual([{ kind: 'bridge', cluster, left, right }])
  expect(listed).toContainEqual({ kind: 'low-density', cluster, joined: 7, possible: 15 })
})

test('eight records of one list in a cluster are more than is expected of one person', () => {
  const every = ROWS.flatMap((_, a) => ROWS.flatMap((__, b) => (a < b ? [[a, b] as const] : [])))
  const run = withClusters(runOf(ROWS), [0, 0, 0, 0, 0, 0, 0, 0], every)
  expect(warningsOfRun(run).listed).toContainEqual({
    ...{ kind: 'cluster-larger-than-expected', records: 8, expected: 7 },
    cluster: { list: 'A', row: 1 },
  })
})

test('learning that did not come to rest is told', () => {
  const run = runOf(ROWS)
  const convergence = { kind: 'not-converged', rounds: 500, change: 0.2 } as const
  expect(warningsOfRun({ ...run, model: { ...run.model, convergence } }).listed[0]).toEqual(convergence)
})

test('the same run gives the same warnings', () => {
  expect(runOf(ROWS).warnings).toEqual(runOf(ROWS).warnings)
})

test('every kind has its sentence in both languages', () => {
  const [cluster, other] = [
    { list: 'A', row: 1 },
    { list: 'B', row: 2 },
  ]
  const all: readonly LinkageWarning[] = [
    { kind: 'different-inside-cluster', left: cluster, right: other },
    { kind: 'not-converged', rounds: 500, change: 0.1 },
    { kind: 'all-null-column', field: 'note' },
    { kind: 'one-value-column', field: 'note', rows: 12 },
    { kind: 'reversed-lam-alef', list: 'A', field: 'name', values: 200, repaired: 12 },
    { kind: 'comparison-mostly-silent', comparison: 'note', silent: 0.75 },
    { kind: 'level-never-seen', comparison: 'note', level: 'near' },
    { kind: 'cluster-larger-than-expected', cluster, records: 12, expected: 7 },
    { kind: 'low-density', cluster, joined: 3, possible: 10 },
    { kind: 'bridge', cluster, left: cluster, right: other },
  ]
  expect(all.map(({ kind }) => kind)).toEqual(WARNING_KINDS)
  for (const warning of all) {
    expect(warningInWords('en', warning)).toMatch(/^[A-Z\u2068].+\.$/)
    expect(warningInWords('ar', warning)).toMatch(/[ء-ي].+\.$/)
    expect(warningInWords('ar', warning)).not.toMatch(/undefined|\{/)
  }
  expect(warningInWords('en', all[5] ?? { kind: 'all-null-column', field: '' })).toContain('75 %')
})

test('the share of unlinkable records rises with the weight asked, from none to all', () => {
  const { unlinkables } = runOf(ROWS)
  const shares = unlinkables.points.map(({ share }) => share)
  expect(shares[0]).toBe(0)
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(unlinkables.line).toBe(weightOf(0.9))
  // Two rows hold next to nothing.
  expect(unlinkables.underLine).toBeGreaterThanOrEqual(2 / 8)
})

test('counts what lies strictly under each weight', () => {
  const { points, underLine } = unlinkablesOf(Float64Array.of(3, -1.5, 0, 3), 0.5)
  expect(points).toEqual([
    { bits: -2, share: 0 },
    { bits: -1, share: 0.25 },
    { bits: 0, share: 0.25 },
    { bits: 1, share: 0.5 },
    { bits: 2, share: 0.5 },
    { bits: 3, share: 0.5 },
    { bits: 4, share: 1 },
  ])
  expect(underLine).toBe(0.25)
  expect(unlinkablesOf(new Float64Array(0), 0.5).points).toEqual([])
})
