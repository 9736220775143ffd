import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { ComparisonSetting, FieldKind } from '../settings.ts'
import { tableBuilder } from '../table/build-table.ts'
import { comparerOf } from './comparison-data.ts'
import { prepareComparisons } from './prepare-comparisons.ts'
import { OWN_ROOM } from './text-pool.ts'

type Cells = readonly (string | null)[]

/** The level at which two records meet by what the run compares with, in both directions; null says nothing. */
function levels({
  kind,
  by = kind,
  a,
  b,
}: { readonly kind: FieldKind; readonly by?: FieldKind } & Record<'a' | 'b', Cells>): readonly (
  string | null
)[] {
  const fields = a.map((_, n) => `field ${n}`)
  const builder = tableBuilder(fields.map((field) => ({ field, kind })))
  builder.startList({ code: 'A', clean: false })
  builder.append([a, b])
  const setting = { name: 'asked', fields, by, frequency: false } as ComparisonSetting
  const [comparison] = prepareComparisons(builder.table(), [setting], OWN_ROOM)
  if (!comparison) throw new Error('one comparison was asked for')
  const comparer = comparerOf(comparison.data)
  comparer.makeRoom(2)
  comparer.gather(Int32Array.of(0, 1), 0, 2, 0)
  const patterns = new Int32Array(2)
  comparer.compare({ count: 2, left: Int32Array.of(0, 1), right: Int32Array.of(1, 0), patterns })
  return Array.from(patterns, (digit) => (digit === 0 ? null : (comparison.levels[digit - 1] ?? '')))
}

test.each([
  ['2013-05-02', '2013-05-02', 'same'],
  ['2013-05-02', '2013-05-22', 'one-slip'],
  ['2013-05-02', '2013-02-05', 'one-slip'],
  ['1973-05-12', '1937-05-12', 'one-slip'],
  ['2013-05-12', '2014-05-12', 'one-slip'],
  ['2013-02-31', '2013-02-21', 'one-slip'],
  ['2013-02-31', '2013-11-20', 'else'],
  ['2013-05-30', '2013-06-12', 'within-a-month'],
  ['2013-05-30', '2013-11-12', 'within-a-year'],
  ['2013-05-30', '1988-11-12', 'else'],
  // Of any precision: by the bounds of EDTF.
  ['2013', '2013-05-02', 'compatible'],
  ['2013-05', '2013', 'compatible'],
  ['2012-11/2013-02', '2013', 'compatible'],
  ['2013-05', '2013-06-20', 'within-a-month'],
  ['2013', '2014-12-24', 'within-a-year'],
  ['2013', '2016', 'else'],
  ['in spring', '2013', null],
])('days %s and %s: %s', (a, b, level) => {
  expect(levels({ kind: 'day', a: [a], b: [b] })).toEqual([level, level])
})

test.each([
  ['34', '34', 'same'],
  // One person, counted on two days of a year.
  ['34', '35', 'within-1'],
  ['34', '32', 'within-2'],
  ['34', '39', 'within-5'],
  ['34', '44', 'else'],
  ['-1', '34', null],
  ['999', '34', null],
])('ages %s and %s: %s', (a, b, level) => {
  expect(levels({ kind: 'age', a: [a], b: [b] })).toEqual([level, level])
})

test.each([
  ['Beit Lahia', 'beit-lahia', 'same'],
  ['Beit Lahia', 'Beit Lahya', 'near'],
  ['Aleppo', 'Homs', 'else'],
  ['Aleppo', null, null],
])('places told by one column, %s and %s: %s', (a, b, level) => {
  expect(levels({ kind: 'place', a: [a], b: [b] })).toEqual([level, level])
})

test.each<[Cells, Cells, string | null]>([
  [['Beit Lahia', 'North', 'Gaza'], ['beit lahia', 'north', 'GAZA'], 'same'],
  [['Beit Lahia', null, 'Gaza'], ['Beit Lahia', 'North', 'Gaza'], 'same'],
  [['Beit Lahia', 'North', 'Gaza'], ['Beit Lahya', 'North', 'Gaza'], 'near'],
  [['حمص', null, null], ['Homs', null, null], 'near'],
  [['Beit Lahia', 'North', 'Gaza'], [null, 'North', 'Gaza'], 'one-inside-the-other'],
  [['Beit Lahia', 'North', 'Gaza'], [null, null, 'Gaza'], 'one-inside-the-other'],
  [['Beit Lahia', 'North', 'Gaza'], ['Jabalia', 'North', 'Gaza'], 'same-parent'],
  [['Beit Lahia', 'North', 'Gaza'], ['Rafah', 'South', 'Gaza'], 'same-parent'],
  // Both lie in Gaza; whether one lies in the other is not said.
  [['Beit Lahia', null, 'Gaza'], [null, 'South', 'Gaza'], 'same-parent'],
  // One name, two places.
  [['Zahra', null, 'Gaza'], ['Zahra', null, 'Homs'], 'else'],
  [['Beit Lahia', null, null], [null, null, 'Gaza'], null],
  [[null, null, null], [null, null, 'Gaza'], null],
])('places that lie one in the other, %j and %j: %s', (a, b, level) => {
  expect(levels({ kind: 'place', a, b })).toEqual([level, level])
})

const place = fc.option(fc.constantFrom('gaza', 'rafah', 'rafa', 'jabalia', 'homs', 'حمص'))
const places = fc.tuple(place, place, place)

test.prop([places, places])('places compare the same both ways, and one with itself is the same', (a, b) => {
  const [there, back] = levels({ kind: 'place', a, b })
  expect(back).toBe(there)
  const itself = a.every((step) => step === null) ? null : 'same'
  expect(levels({ kind: 'place', a, b: a })).toEqual([itself, itself])
})
