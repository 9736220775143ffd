import { ok, refuse, type Outcome } from '@corroborate/base'
import { countPairs, groupRows, type PairsOfGroups, type RowGroups } from '../block/group-rows.ts'
import { keyColumn } from '../block/key-column.ts'
import { prepareComparisons, type PreparedComparison } from '../compare/prepare-comparisons.ts'
import { OWN_ROOM, type Room } from '../compare/text-pool.ts'
import { allPairs } from '../model/random-pairs.ts'
import type { RecordTable } from '../record-table.ts'
import type { BlockingRule, LinkageSettings } from '../settings.ts'

/** Why a linkage is not begun. */
export type NotLinked =
  'no-records' | 'no-pairs' | 'unknown-field' | 'wrong-kind-of-field' | 'too-many-levels' | 'too-many-pairs'

/** A linkage before its first pair is made: blocks, and what the comparisons read. */
export interface PreparedLinkage {
  readonly table: RecordTable
  readonly rules: readonly RowGroups[]
  readonly blocking: readonly BlockingCount[]
  readonly comparisons: readonly PreparedComparison[]
  readonly allPairs: number
}

/** What a blocking rule makes, counted before a pair is made; pairs that several rules make are counted under each. */
export interface BlockingCount extends PairsOfGroups {
  readonly rule: BlockingRule
}

/** A pattern is one 32-bit number. */
const MOST_PATTERNS = 2_147_483_647

export function prepareLinkage(
  table: RecordTable,
  settings: LinkageSettings,
  room: Room = OWN_ROOM,
): Outcome<PreparedLinkage, NotLinked> {
  if (table.rows === 0) return refuse('no-records', 'there are no records to link')
  const all = allPairs(table.lists)
  if (all === 0)
    return refuse(
      'no-pairs',
      'all records stand on one list on which nobody stands twice: no two can be one person',
    )
  const wrong = wrongField(table, settings)
  if (wrong) return wrong
  const rules = all <= settings.everyPairUpTo ? [{ keys: [] }] : settings.blocking
  const groups = rules.map((rule) =>
    groupRows(
      rule.keys.map((key) => keysOf(table, key)),
      table.rows,
      room,
    ),
  )
  const blocking = groups.map((group, n) => ({
    rule: rules[n] ?? { keys: [] },
    ...countPairs(group.groupOf, group.groups, table.lists),
  }))
  const expected = blocking.reduce((sum, { pairs }) => sum + pairs, 0)
  if (expected > settings.mostPairs) return tooMany(blocking, expected, settings.mostPairs)
  const comparisons = prepareComparisons(table, settings.comparisons, room)
  const patterns = comparisons.reduce((product, { levels }) => product * (levels.length + 1), 1)
  if (patterns > MOST_PATTERNS) {
    return refuse(
      'too-many-levels',
      `the levels of ${comparisons.length} comparisons make ${patterns} patterns; at most ${MOST_PATTERNS} can be told apart`,
    )
  }
  return ok({ table, rules: groups, blocking, comparisons, allPairs: all })
}

function keysOf(table: RecordTable, key: BlockingRule['keys'][number]): Int32Array {
  const column = table.columns.get(key.field)
  if (!column) throw new Error(`no column ${key.field}`)
  return keyColumn(column, key)
}

function tooMany(
  blocking: readonly BlockingCount[],
  expected: number,
  most: number,
): Outcome<never, NotLinked> {
  const worst = blocking.reduce((a, b) => (b.pairs > a.pairs ? b : a))
  const keys = worst.rule.keys.map(({ field, by }) => `${field} (${by})`).join(' and ')
  return refuse(
    'too-many-pairs',
    `the blocking rules make ${expected} pairs, more than the ${most} allowed; most come from ${keys === '' ? 'comparing every pair' : keys}: ${worst.pairs}, its largest block has ${worst.largestBlock} records`,
  )
}

const COLUMN_KINDS = {
  name: 'values',
  spelling: 'values',
  'patronymic-chain': 'values',
  text: 'values',
  place: 'values',
  category: 'values',
  identifier: 'values',
  day: 'days',
  age: 'whole-numbers',
  'whole-number': 'whole-numbers',
} as const

/** Every field that a comparison or a key reads must be a column of the right kind. */
function wrongField(table: RecordTable, settings: LinkageSettings): Outcome<never, NotLinked> | null {
  for (const { name, fields, by } of settings.comparisons) {
    for (const field of fields) {
      const column = table.columns.get(field)
      if (!column)
        return refuse(
          'unknown-field',
          `comparison ${name} reads the field ${field}, which the records do not have`,
        )
      if (column.kind !== COLUMN_KINDS[by])
        return refuse(
          'wrong-kind-of-field',
          `comparison ${name} expects ${COLUMN_KINDS[by]} in ${field} and finds ${column.kind}`,
        )
    }
  }
  for (const { field, by } of settings.blocking.flatMap((rule) => rule.keys)) {
    const column = table.columns.get(field)
    if (!column)
      return refuse(
        'unknown-field',
        `a blocking rule reads the field ${field}, which the records do not have`,
      )
    const ofDays = by === 'year' || by === 'month-and-day' || by === 'day'
    if (by !== 'value' && ofDays !== (column.kind === 'days'))
      return refuse(
        'wrong-kind-of-field',
        `a blocking rule reads ${by} of ${field}, which holds ${column.kind}`,
      )
  }
  return null
}
