import { parseId, type Id } from '@corroborate/base'
import { BASES, type Claim, type Place } from '@corroborate/claims'
import type { Source } from '@corroborate/testimony'
import { z } from 'zod'
import { placeShape, sourceShape } from '../folder/record-shapes.ts'

/** Records as they travel whole, with ids where a folder has codes. */

export function idShape<Kind extends string>() {
  return z.string().transform((text, context): Id<Kind> => {
    const id = parseId<Kind>(text)
    if (id !== null) return id
    context.addIssue({ code: 'custom', message: 'an id' })
    return z.NEVER
  })
}

export const wordsShape = z.union([
  z.strictObject({ en: z.string(), ar: z.string().exactOptional() }),
  z.strictObject({ en: z.string().exactOptional(), ar: z.string() }),
])
export const textOrNull = z.string().nullable()
const numbers = z.strictObject({ min: z.number(), max: z.number() })
const when = z.strictObject({ edtf: z.string(), said: textOrNull, earliest: textOrNull, latest: textOrNull })

const pattern = z.strictObject({
  rate: z
    .union([
      z.strictObject({
        kind: z.literal('times-per'),
        times: numbers,
        per: z.enum(['day', 'week', 'month']),
      }),
      z.strictObject({ kind: z.literal('every'), days: numbers }),
    ])
    .nullable(),
  weekdays: z.array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])),
  weekdayConfidence: z.enum(['always', 'usually', 'sometimes']).nullable(),
  partOfDay: textOrNull,
  window: when.nullable(),
  size: numbers.nullable(),
  exceptions: textOrNull,
  observed: z.enum(['each', 'most', 'a-few', 'told']),
  said: z.string(),
})

export const claimShape = z.strictObject({
  id: idShape<'claim'>(),
  code: z.string(),
  source: idShape<'source'>(),
  passages: z.tuple([idShape<'passage'>()], idShape<'passage'>()),
  mode: z.enum(['incident', 'pattern', 'state', 'attribution', 'negative']),
  topic: z.string(),
  proposition: wordsShape,
  roles: z.array(
    z.strictObject({
      part: z.enum(['perpetrator', 'victim', 'commander', 'witness', 'facility', 'instrument', 'recipient']),
      who: wordsShape,
      register: textOrNull,
    }),
  ),
  when: when.nullable(),
  place: idShape<'place'>().nullable(),
  quantity: z
    .strictObject({
      ...{
        min: z.number(),
        max: z.number(),
        best: z.number().nullable(),
        said: z.string(),
        unit: z.string(),
      },
      how: z.enum(['counted', 'estimated', 'told']),
      per: z.enum(['occasion', 'all']),
    })
    .nullable(),
  pattern: pattern.nullable(),
  basis: z.strictObject({
    kind: z.enum(BASES),
    chain: z.array(idShape<'source'>()),
    vantage: textOrNull,
  }),
  certainty: z.enum(['certain', 'thinks', 'guesses', 'reports-without-view']),
  polarity: z.enum(['affirmed', 'denied', 'does-not-know']),
  coder: z.string(),
  secondCoder: textOrNull,
  status: z.enum(['accepted', 'conflict', 'work-needed']),
}) satisfies z.ZodType<Claim>

export const sourceRecordShape = z.strictObject({
  ...sourceShape.shape,
  ...{ id: idShape<'source'>(), code: z.string(), title: wordsShape },
}) satisfies z.ZodType<Source>

export const placeRecordShape = z.strictObject({
  ...{ id: idShape<'place'>(), code: z.string(), name: wordsShape, kind: placeShape.shape.kind },
  ...{ within: idShape<'place'>().nullable(), aliases: z.array(z.string()) },
}) satisfies z.ZodType<Place>
