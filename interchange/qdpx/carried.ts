import { canonicalJson, derivedId, jsonOf, parseId, type Id } from '@corroborate/base'
import { BASES, type Claim } from '@corroborate/claims'
import { z } from 'zod'
import { textShape } from '../folder/record-shapes.ts'

/** How our exports name the program that wrote them. */
export const ORIGIN = 'Corroborate'

/** The name of the note that holds what REFI-QDA has no place for. */
export const CARRIER = 'Corroborate: what this format does not carry'

/** The note of a claim, whole. */
export const CLAIM_NOTE = 'Corroborate: claim'

export const MERGED_INTO = 'merged into'

/** GUIDs of what has no id of its own with us; the same at each export. What has one goes by it: our ids are GUIDs. */
export const guidOf = {
  coding: (passage: string, code: string, coder: string): string =>
    derivedId('qda-coding', passage, code, coder),
  memo: (owner: string): string => derivedId('qda-memo', owner),
  claimNote: (claim: string): string => derivedId('qda-claim', claim),
  carrier: (investigation: string): string => derivedId('qda-carrier', investigation),
  link: (name: string, from: string, to: string): string => derivedId('qda-link', name, from, to),
  variable: (name: string): string => derivedId('qda-variable', name),
}

function idShape<Kind extends string>() {
  return z.string().transform((text, context): Id<Kind> => {
    const id = parseId<Kind>(text)
    if (id !== null) return id
    context.addIssue({ code: 'custom', message: 'an id' })
    return z.NEVER
  })
}

const words = z.union([
  z.strictObject({ en: z.string(), ar: z.string().exactOptional() }),
  z.strictObject({ en: z.string().exactOptional(), ar: z.string() }),
])
const textOrNull = z.string().nullable()
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

const claimShape = z.strictObject({
  id: idShape<'claim'>(),
  code: z.string(),
  source: idShape<'source'>(),
  passages: z.tuple([idShape<'passage'>()], idShape<'passage'>()),
  mode: z.enum(['incident', 'pattern', 'state', 'attribution', 'negative']),
  topic: z.string(),
  proposition: words,
  roles: z.array(
    z.strictObject({
      part: z.enum(['perpetrator', 'victim', 'commander', 'witness', 'facility', 'instrument', 'recipient']),
      who: words,
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

const carriedShape = z.strictObject({
  version: z.literal(1),
  locale: z.enum(['en', 'ar']),
  codes: z.array(z.strictObject({ id: idShape<'code'>(), code: z.string(), name: words, key: textOrNull })),
  passages: z.array(z.strictObject({ id: idShape<'passage'>(), code: z.string() })),
  texts: z.array(
    z.strictObject({
      id: idShape<'text'>(),
      code: z.string(),
      source: idShape<'source'>(),
      title: words,
      language: z.string(),
      kind: z.enum(['transcript', 'summary', 'translation']),
      translationOf: idShape<'text'>().nullable(),
      version: z.int(),
      sha256: z.string(),
      turns: textShape.shape.turns.unwrap(),
    }),
  ),
  /** Codings whose code was merged since, under the code that was given; and by what name the coder went then, where another came first. */
  codings: z.array(z.strictObject({ guid: z.string(), code: idShape<'code'>().nullable(), by: textOrNull })),
})

export type Carried = z.infer<typeof carriedShape>

/** JSON that XML can hold: what XML has no way to write is escaped once more. */
export function carriedJson(value: unknown): string {
  return canonicalJson(jsonOf(value)).replaceAll(
    /[\u{FFFE}\u{FFFF}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16)}`,
  )
}

/** Null where the note is not what we wrote. */
export function carriedFrom(note: string): Carried | null {
  return parsed(carriedShape, note)
}

export function claimFrom(note: string): Claim | null {
  return parsed(claimShape, note)
}

function parsed<Value>(shape: z.ZodType<Value>, json: string): Value | null {
  try {
    const read = shape.safeParse(JSON.parse(json))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
