import { z } from 'zod'
import { isDay } from '@corroborate/base'
import { FEWEST_DRAWS, MOST_DRAWS } from '@corroborate/estimate'
import { amount, code, id, MANY, words } from './act-shapes.ts'

/** A question "how many" asked of pattern claims: every part of `PatternRequest` but the id, the code and what all questions have. */

const share = z.number().min(0).max(1)
const weeks = z.enum(['calendar', 'four-per-month', 'named-days'])
const reading = z.discriminatedUnion('rate', [
  z.strictObject({ weeks, rate: z.enum(['ends', 'mean']) }),
  z.strictObject({ weeks, rate: z.literal('mixture'), share }),
])

const period = z.strictObject({
  code,
  window: id<'claim'>(),
  rate: id<'claim'>(),
  size: id<'claim'>(),
  reading,
})

export const assumption = z.strictObject({ code, words })
export const assumptions = z.tuple([assumption], assumption)

const shapes = [
  z.strictObject({ kind: z.literal('uniform') }),
  z.strictObject({ kind: z.literal('triangular'), mode: amount }),
  z.strictObject({ kind: z.literal('pert'), mode: amount }),
] as const

const weighted = z.strictObject({ claim: id<'claim'>(), weight: z.number().positive() })
const weightedClaims = z.array(weighted).max(MANY)

const spreads = {
  rate: z.strictObject({
    along: z.enum(['rate', 'interval']),
    shape: z.discriminatedUnion('kind', shapes),
  }),
  size: z.discriminatedUnion('kind', [
    ...shapes,
    z.strictObject({ kind: z.literal('claims'), claims: weightedClaims.min(1) }),
  ]),
}

const simulation = z.strictObject({
  draws: z.int().min(FEWEST_DRAWS).max(MOST_DRAWS),
  seed: z.int(),
  occasions: z.enum(['as-reckoned', 'nearest-whole']),
  correlation: z.strictObject({ withinPeriod: share, betweenPeriods: share }),
  spreads: z.strictObject(spreads),
  inPeriods: z.array(z.strictObject({ ...spreads, period: code })).max(MANY),
})

const witnesses = z.strictObject({
  period: code,
  part: z.enum(['rate', 'size']),
  claims: weightedClaims.min(2),
  pool: z.boolean(),
})

const projection = z.strictObject({
  code,
  period: code,
  until: z.string().refine(isDay, { error: 'a day such as 2013-05-02' }),
  assumptions,
})

const threshold = z.strictObject({ side: z.enum(['under', 'over']), people: z.number().positive() })

export const patternParts = {
  periods: z.tuple([period], period),
  alternatives: z.array(z.strictObject({ code, words, reading })).max(MANY),
  checks: z.array(z.strictObject({ claim: id<'claim'>(), bound: z.enum(['min', 'max']) })).max(MANY),
  simulation: simulation.exactOptional(),
  witnesses: z.array(witnesses).max(MANY).exactOptional(),
  projections: z.array(projection).max(MANY).exactOptional(),
  thresholds: z.array(threshold).max(MANY).exactOptional(),
}
