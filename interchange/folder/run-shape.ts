import { isJsonNested, parseId } from '@corroborate/base'
import type { EstimateRequest, StudyResult } from '@corroborate/estimate'
import { z } from 'zod'
import { day, text, words } from './common-shape.ts'

const id = z.string().refine((found) => parseId(found) !== null, { error: 'an id' })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in 64 hexadecimal digits' })
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/, { error: 'a moment in UTC' })
  .refine((found) => day.safeParse(found.slice(0, 10)).success, { error: 'a moment in UTC' })

/** A run as the folder holds it; what is in its question and its result is looked at apart. */
export const runShape = z.strictObject({
  id,
  version: z.int().min(1).max(1_000_000),
  request: z.unknown(),
  inputs: sha256,
  seed: text,
  software: text,
  repeats: id.nullable(),
  askedBy: text,
  askedAt: moment,
  endedAt: moment,
  sha256,
  result: z.unknown(),
})

export const runsShape = z.strictObject({ runs: z.array(runShape).min(1).max(1_000) })

const range = z.looseObject({ min: z.number(), max: z.number() })
const caution = z.looseObject({
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
})
const assumption = z.looseObject({ code: z.string(), words })
const answer = z.discriminatedUnion('ok', [
  z.looseObject({
    ok: z.literal(true),
    value: z.looseObject({
      point: z.number().nullable(),
      interval: range,
      level: z.number(),
      cautions: z.array(caution),
    }),
  }),
  z.looseObject({ ok: z.literal(false), reason: z.string(), detail: z.string() }),
])
const answered = z.looseObject({ method: z.string(), answer })
const verdict = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('interval'),
    interval: range,
    point: z.number(),
    reasons: z.array(caution),
  }),
  z.looseObject({
    kind: z.literal('at-least'),
    least: z.number(),
    interval: range.nullable(),
    reasons: z.array(caution),
  }),
  z.looseObject({ kind: z.literal('cannot-say'), reasons: z.array(caution).min(1) }),
])
const listStudy = z.looseObject({
  overlap: z.looseObject({
    lists: z.array(z.string()),
    cells: z.array(z.looseObject({ mask: z.int(), count: z.int() })),
    observed: z.int(),
  }),
  methods: z.array(answered.extend({ pictures: z.looseObject({}) })),
  without: z.array(z.looseObject({ list: z.string(), methods: z.array(answered) })),
  verdict,
  assumptions: z.array(assumption).min(1),
  seed: z.string(),
  digest: z.string(),
  software: z.string(),
})
const patternStudy = z.looseObject({
  estimate: id,
  readings: z.array(z.looseObject({ alternative: z.string().nullable(), words, interval: range })).min(1),
  withoutOrigins: z.array(z.looseObject({})),
  witnesses: z.array(z.looseObject({})),
  projections: z.array(z.looseObject({})),
  assumptions: z.array(assumption).min(1),
  digest: z.string(),
  estimateDigest: z.string(),
  software: z.string(),
})
const result = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('lists'), study: listStudy }),
  z.looseObject({ kind: z.literal('patterns'), study: patternStudy }),
])

/** Deeper than anything that a study holds. */
const DEEPEST = 32

/** Whether this is what a run answered, as far as it is printed; pictures and draws are not looked into. */
export function isStudyResult(value: unknown): value is StudyResult {
  return isJsonNested(value, DEEPEST) && result.safeParse(value).success
}

const question = {
  id,
  code: z.string(),
  question: words,
  unit: words,
  assumptions: z.array(assumption).min(1),
}
const request = z.union([
  z.looseObject({ ...question, periods: z.array(z.looseObject({ code: z.string() })).min(1) }),
  z.looseObject({
    ...question,
    overlap: z.looseObject({ kind: z.enum(['table', 'linked']) }),
    seed: z.string(),
  }),
])

/** Whether this is a question as it was asked. */
export function isEstimateRequest(value: unknown): value is EstimateRequest {
  return isJsonNested(value, DEEPEST) && request.safeParse(value).success
}
