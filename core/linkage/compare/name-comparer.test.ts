import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { partLevel } from '../names/compare-parts.ts'
import { tableBuilder } from '../table/build-table.ts'
import { jaroWinkler as ofStrings } from '../text/jaro-winkler.ts'
import { comparerOf } from './comparison-data.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { prepareComparisons } from './prepare-comparisons.ts'
import { OWN_ROOM, textPool } from './text-pool.ts'

const letters = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'م', 'ح'), maxLength })

test.prop([letters(64), letters(64)])('reckons names as strings are reckoned, to the bit', (a, b) => {
  const pool = textPool([a, b])
  const similarity = ofStrings(a, b)
  expect([jaroWinkler(pool, 0, 1), jaroWinkler(pool, 1, 0)]).toEqual([similarity, similarity])
})

/** Known and unknown, in two scripts and others, with articles and kunyas, one letter apart or more. */
const name = fc.oneof(
  fc.constantFrom('محمد', 'احمد', 'حسن', 'حسين', 'سمير', 'سميرة', 'الحداد', 'حداد', 'ابو علي', 'ام علي'),
  fc.constantFrom(
    'Mohammed',
    'Muhamad',
    'Ahmed',
    'Hassan',
    'Hussein',
    'Samira',
    'El-Haddad',
    'Abu Ali',
    'Сергей',
  ),
  fc.string({ unit: fc.constantFrom('ح', 'م', 'د', 'س', 'ي', 'ا', 'ل'), minLength: 1, maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('h', 'm', 'd', 's', 'a', 'i', 'l'), minLength: 1, maxLength: 8 }),
)

test.prop([fc.array(name, { minLength: 2, maxLength: 12 })])(
  'every pair of names has the level that the library of names gives it',
  (names) => {
    const fields = [{ field: 'given', kind: 'given-name' }] as const
    const builder = tableBuilder(fields)
    builder.startList({ code: 'A', clean: false })
    builder.append(names.map((text) => [text]))
    const table = builder.table()
    const column = table.columns.get('given')
    if (column?.kind !== 'values' || column.names === null) throw new Error('names')
    const asked = { name: 'given', fields: ['given'], by: 'name', frequency: false } as const
    const [prepared] = prepareComparisons(table, [asked], OWN_ROOM)
    if (!prepared) throw new Error('one comparison')
    const comparer = comparerOf(prepared.data)
    const pairs = names.flatMap((_, i) => names.slice(i + 1).map((_, n) => [i, i + 1 + n] as const))
    comparer.makeRoom(names.length)
    comparer.gather(Int32Array.from(names.keys()), 0, names.length, 0)
    const patterns = new Int32Array(pairs.length)
    const [left, right] = [0, 1].map((side) => Int32Array.from(pairs, (pair) => pair[side] ?? 0))
    if (!left || !right) throw new Error('two sides')
    comparer.compare({ count: pairs.length, left, right, patterns })
    for (const [k, [i, j]] of pairs.entries()) {
      const [a, b] = [column.ids[i] ?? -1, column.ids[j] ?? -1]
      expect(patterns[k]).toBe(a < 0 || b < 0 ? 0 : 1 + partLevel(column.names, a, b))
    }
  },
)
