import type { ClaimId, Range } from '@corroborate/base'
import { occasionsAt, rateSaid } from '../simulation/drawn-occasions.ts'
import type { PeriodRead } from '../read-period.ts'

/**
 * What one claim says of one part: a rate or a size that was given as a range. It is one quantity in every period that reads
 * it, and is moved in all of them at once.
 */
export interface Input {
  readonly claim: ClaimId
  readonly code: string
  readonly part: 'rate' | 'size'
  /** The range in the claim's own terms: people on each occasion; times a day, week or month; days between. */
  readonly range: Range
  readonly unit: 'people' | 'times-a-day' | 'times-a-week' | 'times-a-month' | 'days-between'
  /** Where "others at the middle" puts it; the share of a mixture, and the centre of every other range. */
  readonly middle: number
  readonly periods: readonly string[]
}

/** The number of people when each input stands somewhere in its range. */
export interface InputModel {
  readonly inputs: readonly Input[]
  /** @param places for each input, from 0 (the end that gives the fewest people) to 1 (the most) */
  readonly peopleAt: (places: readonly number[]) => number
  /** The value in the claim's own terms that a place stands for. */
  readonly valueAt: (input: Input, place: number) => number
  /** The place of the middle of each input. */
  readonly middles: readonly number[]
}

/** Assumes that all periods can be reckoned (`reckonRead` says so). People are not made whole. */
export function inputModelOf(read: readonly PeriodRead[]): InputModel {
  const inputs = inputsOf(read)
  const terms = read.map((period) => ({
    period,
    rate: inputs.findIndex((input) => input.part === 'rate' && input.periods.includes(period.code)),
    size: inputs.findIndex((input) => input.part === 'size' && input.periods.includes(period.code)),
  }))
  const middles = inputs.map((input) => placeOf(input, input.middle))
  return {
    inputs,
    middles,
    valueAt,
    peopleAt: (places) =>
      terms.reduce((sum, { period, rate, size }) => {
        const often = occasionsAt(period, at(inputs[rate], places[rate], rateSaid(period)), 'as-reckoned')
        return sum + often * at(inputs[size], places[size], period.size)
      }, 0),
  }
}

function at(input: Input | undefined, place: number | undefined, fixed: Range): number {
  return input === undefined || place === undefined ? fixed.min : valueAt(input, place)
}

/** Longer intervals give fewer people. */
function valueAt({ range, unit }: Input, place: number): number {
  const share = unit === 'days-between' ? 1 - place : place
  return share === 1 ? range.max : range.min + share * (range.max - range.min)
}

function placeOf({ range, unit }: Input, value: number): number {
  const share = (value - range.min) / (range.max - range.min)
  return unit === 'days-between' ? 1 - share : share
}

function inputsOf(read: readonly PeriodRead[]): readonly Input[] {
  const inputs = new Map<string, Input>()
  for (const period of read)
    for (const input of [rateInput(period), sizeInput(period)]) {
      const key = `${input.part} ${input.claim} ${input.range.min} ${input.range.max} ${input.middle}`
      const known = inputs.get(key)
      if (input.range.min < input.range.max)
        inputs.set(key, { ...input, periods: [...(known?.periods ?? []), period.code] })
    }
  return [...inputs.values()]
}

function rateInput(period: PeriodRead): Input {
  const range = rateSaid(period)
  const { reading, rate } = period
  const upper = reading.rate === 'mixture' ? reading.share : 0.5
  return {
    ...{ claim: period.claims.rate.id, code: period.claims.rate.code, part: 'rate', range },
    unit: rate.kind === 'every' ? 'days-between' : `times-a-${rate.per}`,
    middle: range.min + upper * (range.max - range.min),
    periods: [period.code],
  }
}

function sizeInput({ code, size, claims }: PeriodRead): Input {
  return {
    ...{ claim: claims.size.id, code: claims.size.code, part: 'size', range: size },
    unit: 'people',
    middle: (size.min + size.max) / 2,
    periods: [code],
  }
}
