import type { Quantity, When } from '@corroborate/base'
import type { Basis } from '../basis.ts'
import type { Claim } from '../claim.ts'
import type { Pattern, Rate } from '../pattern.ts'

/**
 * What the machine read in the words of a passage: never a record (law 11). A person takes it into a form, changes it or
 * leaves it. `exact` are the words that it was read from, at code points of the text that was read, the end excluded.
 */
export type Proposal = Reading & { readonly start: number; readonly end: number; readonly exact: string }

export type Reading =
  | QuantityReading
  | ReadingOf<'rate', Rate>
  | ReadingOf<'weekdays', Pick<Pattern, 'weekdays' | 'weekdayConfidence'>>
  | ReadingOf<'part-of-day', PartOfDay>
  /** A time or a stretch of it; null where its year was not said. */
  | ReadingOf<'time', When | null>
  | ReadingOf<'window', When | null>
  | ReadingOf<'role', RoleTerm>
  | ReadingOf<'basis', Basis>
  | ReadingOf<'polarity', Exclude<Claim['polarity'], 'affirmed'>>
  | ReadingOf<'certainty', Claim['certainty']>

interface ReadingOf<Kind extends string, Value> {
  readonly kind: Kind
  readonly value: Value
  /** What the same words may mean as well, where they are ambiguous. */
  readonly alternatives: readonly Value[]
}

/**
 * How many. The value is null where the words hold no number ("dozens") or only one bound ("more than ten"): the bound
 * that was said is told, and a person decides what the other may be. `approximate`: "about 30" was said, without a width.
 */
export interface QuantityReading extends ReadingOf<'quantity', Quantity | null> {
  readonly unit: CountedUnit
  readonly atLeast: number | null
  readonly atMost: number | null
  readonly approximate: boolean
}

export type CountedUnit = 'people' | 'bodies' | 'vehicles' | 'times'

export type PartOfDay =
  'before-dawn' | 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'midnight'

/** Words for what somebody is. Which part they had in what is claimed, a person says. */
export type RoleTerm =
  | 'guard'
  | 'soldier'
  | 'officer'
  | 'interrogator'
  | 'director'
  | 'judge'
  | 'prosecutor'
  | 'lawyer'
  | 'doctor'
  | 'nurse'
  | 'detainee'
  | 'relative'
  | 'driver'
  | 'witness'
  | 'official'
  | 'police'
