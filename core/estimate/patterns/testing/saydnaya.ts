import type { Reading, PatternRequest } from '../pattern-request.ts'
import type { SimulationRequest } from '../simulation/simulation-request.ts'
import {
  CALENDAR,
  claimSaying,
  claimsById,
  every,
  idOf,
  period,
  requestOf,
  weekly,
} from './pattern-claims.ts'

/** The claims of the public record's method: three windows, three rates, and one printed and one spoken size. */
export const SAYDNAYA = claimsById(
  claimSaying('M1', {
    window: ['2011-09-01', '2011-12-31'],
    rate: every(10, 15),
    size: { min: 7, max: 20 },
  }),
  claimSaying('M2', { window: ['2012-01-01', '2012-11-30'], rate: weekly(1, 1) }),
  claimSaying('M3', { window: ['2012-12-01', '2015-12-31'], rate: weekly(1, 2) }),
  claimSaying('F03', { size: { min: 20, max: 50 } }),
  claimSaying('F18', { size: { min: 20, max: 60 } }),
)

/** Uniform ranges on the interval between occasions and on the size: what the record's draws were made of. */
export const UNIFORM: SimulationRequest = {
  draws: 200_000,
  seed: 20170207,
  occasions: 'nearest-whole',
  correlation: { withinPeriod: 0.3, betweenPeriods: 0.3 },
  spreads: {
    rate: { along: 'interval', shape: { kind: 'uniform' } },
    size: { kind: 'uniform' },
  },
  inPeriods: [],
}

export function saydnaya(more: Partial<PatternRequest> = {}, reading: Reading = CALENDAR): PatternRequest {
  return {
    ...requestOf([
      period('P1', ['M1', 'M1', 'M1'], reading),
      period('P2', ['M2', 'M2', 'F03'], reading),
      period('P3', ['M3', 'M3', 'F03'], reading),
    ]),
    ...more,
  }
}

/** The record's own origins: everything goes back to one report. Invented ones are given where a test needs several. */
export const ONE_ORIGIN = new Map(['M1', 'M2', 'M3', 'F03', 'F18'].map((code) => [idOf(code), ['S7']]))
