import { expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { USUAL_NAMES } from '../names/usual-names.ts'
import { linkRecords } from '../run/link-records.ts'
import type { LinkageSettings } from '../settings.ts'
import { tableBuilder } from '../table/build-table.ts'
import { pairAlone } from './explain-alone.ts'
import { pairExplainer } from './explain-pair.ts'
import { heldValues, type HeldValue, type HeldValues } from './held-values.ts'
import { INVENTED_SETTINGS } from './testing/invented-explanation.ts'

const SETTINGS: LinkageSettings = {
  ...INVENTED_SETTINGS,
  fields: INVENTED_SETTINGS.fields.slice(0, 6),
  comparisons: INVENTED_SETTINGS.comparisons
    .slice(0, 7)
    .map((one) => (one.by === 'patronymic-chain' ? { ...one, fields: [...one.fields, 'name/joined'] } : one)),
}

type Row = readonly (string | null)[]

const cell = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 6 })
const row: fc.Arbitrary<Row> = fc.tuple(
  cell(
    ...['سلمى أحمد علي حداد', 'سلمي احمد علي حداد', 'salma ahmad ali al-haddad', 'salma ahmed aly haddad'],
    ...['omar khoury', 'عمر خوري', 'عمر الخوري', 'karim', 'صلاح ابو علي', 'صالح ابو علي'],
  ),
  cell('1971-06-24', '1971-06-25', '1971-06', '1980-02-31'),
  cell('30', '31', '44'),
  cell('f', 'm'),
  cell('Beit Sahour', 'beit-sahour', 'Homs', 'حمص'),
  cell('12345678', '12345679', '99887766'),
)

function heldIn(counted: readonly HeldValues[]) {
  const named = (column: string) => counted.find((one) => one.column === column)
  return {
    rowsOf: (column: string) => named(column)?.rows ?? 0,
    holding: ({ column, value }: { readonly column: string; readonly value: string }) => {
      const { values = [], counts } = named(column) ?? {}
      return counts?.[values.indexOf(value)] ?? 1
    },
  }
}

test.prop([fc.array(row, { minLength: 6, maxLength: 20 }), fc.boolean()], { numRuns: 15 })(
  'a pair by itself is explained as with the whole table of its run',
  (rows, reversed) => {
    const builder = tableBuilder(SETTINGS.fields, { reversed })
    builder.startList({ code: 'A', clean: false })
    builder.append(rows)
    const table = builder.table()
    const { model, pairs } = valueOf(linkRecords(table, SETTINGS, { judgements: [] }))
    const explain = pairExplainer({
      ...{ table, settings: SETTINGS, model, known: USUAL_NAMES, calibration: null },
    })
    const held = heldIn(heldValues(table, SETTINGS))
    const side = (at: number) => {
      const cells = rows[at] ?? []
      const words = new Map(SETTINGS.fields.map(({ field }, n) => [field, cells[n] ?? null]))
      return { row: at, name: { list: 'A', row: at + 1 }, cells, words }
    }
    for (const [n, left] of pairs.left.entries()) {
      const records = [side(left), side(pairs.right[n] ?? -1)] as const
      const scored = pairs.weight[n] ?? null
      const alone = pairAlone({ settings: SETTINGS, records, reversed })
      // Nothing is asked of the run but what was said beforehand.
      const holding = (one: HeldValue) => {
        expect(alone.asks).toContainEqual(one)
        return held.holding(one)
      }
      const run = { model, calibration: null, held: { ...held, holding } }
      expect(alone.explain(run, scored)).toEqual(explain({ rows: records, scored }))
    }
  },
)
