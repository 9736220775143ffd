import { z } from 'zod'
import { code, day, words } from './common-shape.ts'

/** One question "how many" as a person writes it: what it is reckoned from, and what is to be drawn and compared. */

const weeks = z.enum(['calendar', 'four-per-month', 'named-days'])

export const reading = z.discriminatedUnion('rate', [
  z.strictObject({ weeks, rate: z.literal('ends') }),
  z.strictObject({ weeks, rate: z.literal('mean') }),
  z.strictObject({ weeks, rate: z.literal('mixture'), share: z.number().min(0).max(1) }),
])

const weighted = z.strictObject({ claim: code, weight: z.number().positive() })

/** `uniform`, or the most likely value: `{ triangular: 30 }`, `{ pert: 30 }`. */
const shape = z.union(
  [z.literal('uniform'), z.strictObject({ triangular: z.number() }), z.strictObject({ pert: z.number() })],
  { error: 'uniform, or triangular or pert with the most likely value' },
)

const sizeSpread = z.union(
  [
    z.literal('uniform'),
    z.strictObject({ triangular: z.number() }),
    z.strictObject({ pert: z.number() }),
    z.strictObject({ claims: z.array(weighted).min(1) }),
  ],
  { error: 'uniform, triangular or pert with the most likely value, or claims with weights' },
)

const spreads = { rate: z.strictObject({ along: z.enum(['rate', 'interval']), shape }), size: sizeSpread }

const share = z.number().min(0).max(1)

const simulation = z.strictObject({
  draws: z.int().min(1_000).max(5_000_000),
  seed: z.int(),
  occasions: z.enum(['as-reckoned', 'nearest-whole']),
  correlation: z.strictObject({ 'within-period': share, 'between-periods': share }),
  spreads: z.strictObject(spreads),
  'in-periods': z.array(z.strictObject({ period: code, ...spreads })).optional(),
})

/** What is drawn, compared and projected around a pattern estimate; each part only if wanted. */
export const studyShape = {
  simulation: simulation.optional(),
  projections: z
    .array(
      z.strictObject({
        code,
        period: code,
        until: day,
        assumptions: z.array(z.strictObject({ code, words })).min(1),
      }),
    )
    .optional(),
  thresholds: z
    .array(z.strictObject({ side: z.enum(['under', 'over']), people: z.number().positive() }))
    .optional(),
}

export const estimateShape = z.strictObject({
  code,
  question: words,
  unit: words,
  periods: z
    .array(z.strictObject({ code, window: code, rate: code, size: code, reading }))
    .min(1)
    .max(1_000),
  /** `none`, or `{ down-to: 1000 }`. */
  rounding: z.union([z.literal('none'), z.strictObject({ 'down-to': z.int().min(1).max(1_000_000_000) })], {
    error: 'none, or down-to with a whole number',
  }),
  assumptions: z.array(z.strictObject({ code, words })).min(1),
  alternatives: z.array(z.strictObject({ code, words, reading })).optional(),
  checks: z.array(z.strictObject({ claim: code, bound: z.enum(['min', 'max']) })).optional(),
  ...studyShape,
  witnesses: z
    .array(
      z.strictObject({
        period: code,
        part: z.enum(['rate', 'size']),
        claims: z.array(weighted).min(2),
        pool: z.boolean(),
      }),
    )
    .optional(),
})
