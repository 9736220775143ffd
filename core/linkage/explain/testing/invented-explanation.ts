import { diceFrom, valueOf } from '@corroborate/base'
import { USUAL_NAMES } from '../../names/usual-names.ts'
import { linkRecords } from '../../run/link-records.ts'
import type { LinkageModel } from '../../scored.ts'
import type { LinkageSettings } from '../../settings.ts'
import { tableBuilder } from '../../table/build-table.ts'
import { pairExplainer, type ExplainedRun } from '../explain-pair.ts'
import type { PairExplanation } from '../pair-explanation.ts'

/** Invented people, all of them: every field and every kind of comparison. */
export const INVENTED_SETTINGS: LinkageSettings = {
  fields: [
    { field: 'name', kind: 'full-name' },
    { field: 'born', kind: 'day' },
    { field: 'age', kind: 'age' },
    { field: 'sex', kind: 'category' },
    { field: 'town', kind: 'place' },
    { field: 'card', kind: 'identifier' },
    { field: 'note', kind: 'text' },
    { field: 'children', kind: 'whole-number' },
  ],
  comparisons: [
    { name: 'given', fields: ['name/given'], by: 'name', frequency: true },
    {
      name: 'chain',
      fields: ['name/father', 'name/grandfather', 'name/family'],
      by: 'patronymic-chain',
      frequency: true,
    },
    { name: 'born', fields: ['born'], by: 'day', frequency: false },
    { name: 'age', fields: ['age'], by: 'age', frequency: false },
    { name: 'sex', fields: ['sex'], by: 'category', frequency: false },
    { name: 'town', fields: ['town'], by: 'place', frequency: true },
    { name: 'card', fields: ['card'], by: 'identifier', frequency: false },
    { name: 'note', fields: ['note'], by: 'text', frequency: false },
    { name: 'children', fields: ['children'], by: 'whole-number', frequency: false },
  ],
  blocking: [],
  everyPairUpTo: 1e6,
  joinFrom: 0.5,
  keepFrom: 1e-9,
  mostPairs: 1e6,
  seed: 'invented',
}

export type InventedRow = readonly (string | null)[]

/** The first two rows of the lists are one person, told in other words and with some things missing. */
const FIRST: InventedRow = [
  'سلمى أحمد علي حدّاد',
  '1971-06-24',
  '40',
  'F',
  'Beit Sahour',
  '12345678',
  null,
  '3',
]
const SECOND: InventedRow = [
  'سلمي احمد علي حداد',
  '1971-06-24',
  null,
  'f',
  'Beit-Sahour',
  '12345679',
  'teacher',
  '2',
]

const GIVEN = ['سلمى', 'عمر', 'هند', 'كريم', 'ليلى', 'سامي', 'رامي', 'نادية', 'وليد', 'ماهر']
const FAMILY = ['حداد', 'خوري', 'نصار', 'سعد', 'رحال', 'عيسى']

/** Forty invented people, thirty of whom stand on a second list too. */
function inventedLists(): readonly [readonly InventedRow[], readonly InventedRow[]] {
  const dice = diceFrom('invented people')
  const pick = (from: readonly string[]) => from[Math.floor(dice.next() * from.length)] ?? ''
  const people = Array.from({ length: 40 }, (): InventedRow => [
    `${pick(GIVEN)} ${pick(GIVEN)} ${pick(GIVEN)} ${pick(FAMILY)}`,
    `19${50 + Math.floor(dice.next() * 40)}-0${1 + Math.floor(dice.next() * 9)}-1${Math.floor(dice.next() * 9)}`,
    String(20 + Math.floor(dice.next() * 40)),
    pick(['f', 'm']),
    pick(['Homs', 'Hama', 'Beit Sahour', 'Yabroud']),
    String(10_000_000 + Math.floor(dice.next() * 89_999_999)),
    pick(['teacher', 'student', 'driver']),
    pick(['0', '1', '2', '3']),
  ])
  const again = people.slice(0, 30).map((row) => row.map((cell) => (dice.next() < 0.1 ? null : cell)))
  return [
    [FIRST, ...people],
    [SECOND, ...again],
  ]
}

export function inventedRun(): {
  readonly run: ExplainedRun
  readonly rows: readonly InventedRow[]
} {
  const [first, second] = inventedLists()
  const builder = tableBuilder(INVENTED_SETTINGS.fields)
  builder.startList({ code: 'A', clean: false })
  builder.append(first)
  builder.startList({ code: 'B', clean: false })
  builder.append(second)
  const table = builder.table()
  const { model } = valueOf(linkRecords(table, INVENTED_SETTINGS, { judgements: [] }))
  const run = { table, settings: INVENTED_SETTINGS, model, known: USUAL_NAMES, calibration: null }
  return { run, rows: [...first, ...second] }
}

/** The pair of the first row of each list. */
export function inventedExplanation(): {
  readonly explanation: PairExplanation
  readonly model: LinkageModel
} {
  const { run, rows } = inventedRun()
  const side = (row: number) => ({
    row,
    words: new Map(INVENTED_SETTINGS.fields.map(({ field }, n) => [field, rows[row]?.[n] ?? null])),
  })
  const explanation = pairExplainer(run)({ rows: [side(0), side(41)], scored: null })
  return { explanation, model: run.model }
}
