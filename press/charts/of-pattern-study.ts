import { hullOf, printRange, type Locale, type Range } from '@corroborate/base'
import type { PatternStudy, ReadingStudied } from '@corroborate/estimate'
import { say } from '@corroborate/words'
import { printedPeople } from './printed.ts'
import type { ChartOf } from './rows-chart.ts'
import type { Simulations } from './simulations.ts'
import type { Sobol } from './sobol.ts'
import type { Tornado } from './tornado.ts'

interface Named extends ChartOf {
  readonly locale: Locale
}

type Input = ReadingStudied['tornado']['bars'][number]['input']

/** The ways in which sizes may hang together, the widest belief first: none of them is shown alone. */
export const DEPENDENCES = [
  'oneQuantileForAll',
  'oneSizePerPeriod',
  'correlatedSizes',
  'sizePerOccasion',
] as const

/**
 * The draws of one reading under every dependence, beside what arithmetic allows; null where nothing was drawn. Occasions made whole may lie
 * past what is reckoned: no draw lies outside the bounds that are shown.
 */
export function simulationsOf(
  { simulation, interval }: ReadingStudied,
  { code, title, locale, published }: Named & { readonly published: Range | null },
): Simulations | null {
  if (simulation === null) return null
  return {
    ...{ code, title, level: simulation.level, published },
    bounds: hullOf([interval, simulation.bounds]) ?? interval,
    assumptions: DEPENDENCES.map((dependence) => {
      const { median, low, high } = simulation[dependence]
      return {
        name: say(locale, `press.dependence.${dependence}`),
        median: median.value,
        interval: { min: low.value, max: high.value },
      }
    }),
  }
}

/** What moves the number of one reading most; null where every claim gives one value. */
export function tornadoOf({ tornado }: ReadingStudied, { code, title, locale }: Named): Tornado | null {
  if (tornado.bars.length === 0) return null
  return {
    ...{ code, title, base: tornado.middle },
    inputs: tornado.bars.map(({ input, moves }) => {
      // The longest interval gives the fewest people.
      const turned = input.unit === 'days-between'
      const [low, high] = [
        turned ? input.range.max : input.range.min,
        turned ? input.range.min : input.range.max,
      ]
      return {
        name: inputName(input, locale),
        low: { input: valueText(input, low, locale), result: moves.min },
        high: { input: valueText(input, high, locale), result: moves.max },
      }
    }),
  }
}

/** Where the spread of one reading comes from; null where nothing was drawn. The interval is two standard errors to each side. */
export function sobolOf({ sobol }: ReadingStudied, { code, title, locale }: Named): Sobol | null {
  if (sobol === null) return null
  const around = ({ value, error }: { readonly value: number; readonly error: number }) => ({
    index: value,
    interval: { min: value - 2 * error, max: value + 2 * error },
  })
  return {
    ...{ code, title },
    inputs: sobol.shares.map(({ part, code: claim, periods, first, total }) => ({
      name: inputName({ part, code: claim, periods }, locale),
      ...{ first: around(first), total: around(total) },
    })),
  }
}

/** The reading that the estimate was asked in, or null when the study is of none. */
export function readingAsked({ readings }: PatternStudy): ReadingStudied {
  return readings.find(({ alternative }) => alternative === null) ?? readings[0]
}

function inputName(
  { part, code, periods }: Pick<Input, 'part' | 'code' | 'periods'>,
  locale: Locale,
): string {
  return say(locale, `press.input.${part}`, {
    claim: code,
    periods: periods.join(say(locale, 'press.comma')),
  })
}

function valueText({ unit }: Input, value: number, locale: Locale): string {
  const number =
    unit === 'people' ? printedPeople(locale, value) : printRange(locale, { min: value, max: value })
  return say(locale, `press.input.unit.${unit}`, { number })
}
