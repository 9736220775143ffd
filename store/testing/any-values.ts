import fc from 'fast-check'
import type { Quantity, When, Words } from '@corroborate/base'
import type { Pattern } from '@corroborate/claims'

/** Any text that a store keeps: it refuses a zero character, and half of a letter (a lone surrogate), which the units here never are. */
export const anyText: fc.Arbitrary<string> = fc
  .string({ unit: fc.oneof(fc.constantFrom('"', '\\', "'", '\n', 'ً', '𝄞', '\u202e', '⟦'), anyCharacter()) })
  .filter((text) => !text.includes('\0'))

function anyCharacter() {
  return fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
}

export const anyWords: fc.Arbitrary<Words> = fc.oneof(
  fc.record({ en: anyText }),
  fc.record({ ar: anyText }),
  fc.record({ en: anyText, ar: anyText }),
)
export const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
export const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
export const texts = fc.array(anyText, { maxLength: 3 })
export const anyWhen: fc.Arbitrary<When> = fc.record({
  edtf: anyText,
  said: orNull(anyText),
  earliest: orNull(day),
  latest: orNull(day),
})
const anyRange = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.double({ min: 0, max: 9, noNaN: true }))
  .map(([min, more]) => ({ min, max: min + more }))
export const anyQuantity: fc.Arbitrary<Quantity> = fc
  .record({
    range: anyRange,
    best: orNull(fc.nat()),
    said: anyText,
    unit: anyText,
    how: fc.constantFrom('counted', 'estimated', 'told'),
    per: fc.constantFrom('occasion', 'all'),
  })
  .map(({ range, ...rest }) => ({ ...range, ...rest }))
export const anyPattern: fc.Arbitrary<Pattern> = fc.record({
  rate: orNull(
    fc.oneof(
      fc.record({
        kind: fc.constant('times-per'),
        times: anyRange,
        per: fc.constantFrom('day', 'week', 'month'),
      }),
      fc.record({ kind: fc.constant('every'), days: anyRange }),
    ),
  ),
  weekdays: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
  weekdayConfidence: orNull(fc.constantFrom('always', 'usually', 'sometimes')),
  partOfDay: orNull(anyText),
  window: orNull(anyWhen),
  size: orNull(anyRange),
  exceptions: orNull(anyText),
  observed: fc.constantFrom('each', 'most', 'a-few', 'told'),
  said: anyText,
})
