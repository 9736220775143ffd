import { diceFrom, valueOf } from '@corroborate/base'
import { linkRecords, pairExplainer, tableBuilder, type LinkageSettings } from '@corroborate/linkage'
import { USUAL_NAMES } from '@corroborate/linkage/names'

/** Invented people, all of them. */
const SETTINGS: LinkageSettings = {
  fields: [
    { field: 'name', kind: 'full-name' },
    { field: 'born', kind: 'day' },
    { field: 'sex', kind: 'category' },
    { field: 'town', kind: 'place' },
    { field: 'card', kind: 'identifier' },
  ],
  comparisons: [
    { name: 'given name', fields: ['name/given'], by: 'name', frequency: true },
    {
      name: 'father to family',
      fields: ['name/father', 'name/grandfather', 'name/family'],
      by: 'patronymic-chain',
      frequency: true,
    },
    { name: 'born', fields: ['born'], by: 'day', frequency: false },
    { name: 'sex', fields: ['sex'], by: 'category', frequency: false },
    { name: 'town', fields: ['town'], by: 'place', frequency: true },
    { name: 'card', fields: ['card'], by: 'identifier', frequency: false },
  ],
  blocking: [
    { keys: [{ field: 'name/given', by: 'value' }] },
    {
      keys: [
        { field: 'born', by: 'year' },
        { field: 'town', by: 'value' },
      ],
    },
  ],
  everyPairUpTo: 0,
  joinFrom: 0.5,
  keepFrom: 1e-9,
  mostPairs: 1e6,
  seed: 'invented',
}

const GIVEN = ['سلمى', 'عمر', 'هند', 'كريم', 'ليلى', 'سامي', 'رامي', 'نادية', 'وليد', 'ماهر']
const FAMILY = ['حداد', 'خوري', 'نصار', 'سعد', 'رحال', 'عيسى']

type Row = readonly (string | null)[]

/** A hundred and twenty invented people, ninety of whom stand on a second list too, told in part in other words. */
function inventedRows(): readonly [readonly Row[], readonly Row[]] {
  const dice = diceFrom('invented people')
  const pick = (from: readonly string[]) => from[Math.floor(dice.next() * from.length)] ?? ''
  const digit = () => Math.floor(dice.next() * 9)
  const people = Array.from({ length: 120 }, (): Row => [
    `${pick(GIVEN)} ${pick(GIVEN)} ${pick(GIVEN)} ${pick(FAMILY)}`,
    `19${50 + 4 * digit()}-0${1 + (digit() % 9)}-1${digit()}`,
    pick(['f', 'm']),
    pick(['حمص', 'حماة', 'يبرود', 'بيت ساحور']),
    String(10_000_000 + Math.floor(dice.next() * 89_999_999)),
  ])
  const again = people.slice(0, 90).map((row) => row.map((cell) => (dice.next() < 0.25 ? null : cell)))
  return [
    [['سلمى أحمد علي حدّاد', '1971-06-24', 'f', 'بيت ساحور', '12345678'], ...people],
    [['سلمي احمد علي حداد', '1971-06-24', 'f', 'بيت ساحور', null], ...again],
  ]
}

/** A run over the invented lists, and the explanation of the first rows of both. */
export function inventedLinkage() {
  const [first, second] = inventedRows()
  const builder = tableBuilder(SETTINGS.fields)
  builder.startList({ code: 'A', clean: false })
  builder.append(first)
  builder.startList({ code: 'B', clean: false })
  builder.append(second)
  const table = builder.table()
  const result = valueOf(linkRecords(table, SETTINGS, { judgements: [] }))
  const rows = [...first, ...second]
  const side = (row: number) => ({
    row,
    words: new Map(SETTINGS.fields.map(({ field }, n) => [field, rows[row]?.[n] ?? null])),
  })
  const run = { table, settings: SETTINGS, model: result.model, known: USUAL_NAMES, calibration: null }
  const explanation = pairExplainer(run)({ rows: [side(0), side(first.length)], scored: null })
  return { result, explanation }
}
