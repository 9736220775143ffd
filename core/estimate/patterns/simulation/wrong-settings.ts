import { refuse } from '@corroborate/base'
import type { PeriodRead } from '../read-period.ts'
import type { EstimateRefusal, Refused } from '../refusal.ts'
import { FEWEST_DRAWS, MOST_DRAWS, type SimulationRequest } from './simulation-request.ts'

/** Draws × periods: what a worker does in about a minute. */
const MOST_WORK = 200_000_000

/** A setting of a simulation, by the place where it is asked for. */
export type Setting = 'draws' | 'seed' | 'within-period' | 'between-periods' | 'in-periods'

export interface WrongSetting {
  readonly at: Setting
  readonly refusal: Refused
}

/** Every setting that cannot be used, whatever the ranges are that are drawn from; empty when all can. */
export function wrongSettings(
  { draws, seed, correlation, inPeriods }: SimulationRequest,
  read: readonly PeriodRead[],
): readonly WrongSetting[] {
  const codes = inPeriods.map(({ period }) => period)
  const unknown = codes.find((code) => !read.some((period) => period.code === code))
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  return [
    ...(Number.isInteger(draws) && draws >= FEWEST_DRAWS && draws <= MOST_DRAWS
      ? []
      : wrong(
          'draws',
          'draws-unusable',
          `A simulation has a whole number of draws from ${FEWEST_DRAWS} to ${MOST_DRAWS}, found ${String(draws)}.`,
        )),
    ...(draws * read.length > MOST_WORK
      ? wrong(
          'draws',
          'draws-unusable',
          `${draws} draws of ${read.length} periods are more than ${MOST_WORK} together.`,
        )
      : []),
    ...(Number.isSafeInteger(seed)
      ? []
      : wrong('seed', 'seed-unusable', `A seed is a whole number, found ${String(seed)}.`)),
    ...wrongCorrelation('within-period', correlation.withinPeriod),
    ...wrongCorrelation('between-periods', correlation.betweenPeriods),
    ...(unknown === undefined
      ? []
      : wrong(
          'in-periods',
          'period-unknown',
          `The simulation has spreads for period ${unknown}, and there is none.`,
        )),
    ...(twice === undefined
      ? []
      : wrong('in-periods', 'period-twice', `The simulation has spreads for period ${twice} twice.`)),
  ]
}

function wrongCorrelation(at: 'within-period' | 'between-periods', value: number): readonly WrongSetting[] {
  return value >= 0 && value <= 1
    ? []
    : wrong(at, 'correlation-unusable', `A correlation is from 0 to 1 here, found ${String(value)}.`)
}

function wrong(at: Setting, reason: EstimateRefusal, sentence: string): readonly WrongSetting[] {
  return [{ at, refusal: refuse(reason, sentence) }]
}
