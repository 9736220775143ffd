import { fc, test } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { expect } from 'vitest'
import { weightOf } from '../model/binary-logarithm.ts'
import type { LinkageSettings } from '../settings.ts'
import { tableBuilder } from '../table/build-table.ts'
import { MOST_BY_NAMES } from './bound-names.ts'
import { defaultSettings } from './default-settings.ts'
import { linkRecords } from './link-records.ts'

/** Invented people, all of them. */
const FIELDS: LinkageSettings['fields'] = [
  { field: 'given', kind: 'given-name' },
  { field: 'family', kind: 'family-name' },
  { field: 'age', kind: 'age' },
]
const SETTINGS = { ...defaultSettings('arabic-names', FIELDS, 'a seed'), keepFrom: 1e-6 }
const LINE = weightOf(MOST_BY_NAMES)

const cell = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 8 })
const row = fc.tuple(
  cell('salma', 'selma', 'omar', 'amro', 'karim', 'karima', 'nadia'),
  cell('haddad', 'hadad', 'khoury', 'khuri', 'nasser'),
  cell('20', '21', '24', '40', '61'),
)
const rows = fc.array(row, { minLength: 6, maxLength: 40 })

function link(some: readonly (readonly (string | null)[])[]) {
  const builder = tableBuilder(FIELDS)
  builder.startList({ code: 'A', clean: false })
  builder.append(some)
  return valueOf(linkRecords(builder.table(), SETTINGS, { judgements: [] }))
}

test.prop([rows], { numRuns: 30 })(
  'where only names were compared, no pair is held surer than the bound',
  (some) => {
    const { pairs, unlinkables } = link(some.map(([given, family]) => [given, family, null]))
    for (const weight of pairs.weight) expect(weight).toBeLessThanOrEqual(LINE)
    // Nor is a record against itself.
    expect(unlinkables.points.find(({ bits }) => bits > LINE)?.share ?? 1).toBe(1)
  },
)

test.prop([rows], { numRuns: 30 })('an age may only add to the bound what it weighs itself', (some) => {
  const { pairs, model } = link(some)
  const levels = model.comparisons.find(({ name }) => name === 'age')?.levels ?? []
  const most = Math.max(0, ...levels.map(({ weight }) => weight))
  for (const weight of pairs.weight) expect(weight).toBeLessThanOrEqual(LINE + most)
})

test('names alone, where they are rare enough, bring a pair to the line and are joined', () => {
  const others = Array.from({ length: 60 }, (_, n) => [`omar${n % 20}`, `haddad${n}`, null])
  const { pairs, clusterOf } = link([['salma', 'khoury', null], ['salma', 'khoury', null], ...others])
  const at = pairs.left.findIndex((left, n) => left === 0 && pairs.right[n] === 1)
  expect(pairs.weight[at]).toBe(LINE)
  expect(clusterOf[1]).toBe(0)
})
