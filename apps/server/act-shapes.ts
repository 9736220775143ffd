import { z } from 'zod'
import { parseId, whenFrom, type Id, type When } from '@corroborate/base'
import { BASES } from '@corroborate/claims'
import { CONSISTENCIES, STANDARDS_OF_PROOF } from '@corroborate/findings'

/** The longest word of a person: a reason, a proposition. */
export const text = z.string().trim().min(1, { error: 'some words' }).max(20_000).refine(isStorable, {
  error: 'text without zero characters and without halves of characters',
})

/** Whether both engines keep it as it is. */
export function isStorable(words: string): boolean {
  return words.isWellFormed() && !words.includes('\0')
}

/** An id of a kind, as far as it can be one. */
export function id<Kind extends string>() {
  return z.string().transform((found, context): Id<Kind> => {
    const parsed = parseId<Kind>(found)
    if (parsed !== null) return parsed
    context.addIssue({ code: 'custom', message: 'an id' })
    return z.NEVER
  })
}

/** A text in one language at least. */
export const words = z.union(
  [
    z.strictObject({ en: text, ar: text.exactOptional() }),
    z.strictObject({ en: text.exactOptional(), ar: text }),
  ],
  { error: 'a text in one language at least: { en, ar }' },
)

/** EDTF with the speaker's words; its bounds are computed here and never sent. */
export const when = z
  .strictObject({ edtf: z.string().max(200), said: text.nullable() })
  .transform(({ edtf, said }, context): When => {
    const read = whenFrom(edtf, said)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: read.detail, path: ['edtf'] })
    return z.NEVER
  })

const MOST = 1_000_000_000_000
export const amount = z.number().min(0).max(MOST)
const range = z.strictObject({ min: amount, max: amount })
const quantity = z.strictObject({
  min: amount,
  max: amount,
  best: amount.nullable(),
  said: text,
  unit: text,
  how: z.enum(['counted', 'estimated', 'told']),
  per: z.enum(['occasion', 'all']),
})

const rate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('times-per'), times: range, per: z.enum(['day', 'week', 'month']) }),
  z.strictObject({ kind: z.literal('every'), days: range }),
])

const pattern = z.strictObject({
  rate: rate.nullable(),
  weekdays: z.array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])).max(7),
  weekdayConfidence: z.enum(['always', 'usually', 'sometimes']).nullable(),
  partOfDay: text.nullable(),
  window: when.nullable(),
  size: range.nullable(),
  exceptions: text.nullable(),
  observed: z.enum(['each', 'most', 'a-few', 'told']),
  said: text,
})

const role = z.strictObject({
  part: z.enum(['perpetrator', 'victim', 'commander', 'witness', 'facility', 'instrument', 'recipient']),
  who: words,
  register: z.string().max(80).nullable(),
})

const basis = z.strictObject({
  kind: z.enum(BASES),
  chain: z.array(id<'source'>()).max(20),
  vantage: text.nullable(),
})

/** The most of one kind that is worth asking in one question. */
export const MANY = 1_000

/** The name of a part within a question. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, { error: 'a code' })

/** The code that somebody chose; null for the next that is free. */
export const chosenCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, {
    error: 'a code: letters, digits, dots and hyphens, 80 at most',
  })
  .nullable()

export const passageToMark = z.strictObject({
  code: chosenCode,
  text: id<'text'>(),
  start: z.int(),
  end: z.int(),
})

export const claimToState = z.strictObject({
  code: chosenCode,
  source: id<'source'>(),
  passages: z.tuple([id<'passage'>()], id<'passage'>()),
  mode: z.enum(['incident', 'pattern', 'state', 'attribution', 'negative']),
  topic: text,
  proposition: words,
  roles: z.array(role).max(50),
  when: when.nullable(),
  place: id<'place'>().nullable(),
  quantity: quantity.nullable(),
  pattern: pattern.nullable(),
  basis,
  certainty: z.enum(['certain', 'thinks', 'guesses', 'reports-without-view']),
  polarity: z.enum(['affirmed', 'denied', 'does-not-know']),
})

const findingKind = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['incident', 'pattern', 'state', 'quantity']) }),
  z.strictObject({ kind: z.literal('attribution'), to: id<'source'>(), beneath: words }),
])

export const findingToReach = z.strictObject({
  code: chosenCode,
  kind: findingKind,
  proposition: words,
  claimsFor: z.array(id<'claim'>()).max(10_000),
  claimsAgainst: z.array(id<'claim'>()).max(10_000),
  elements: z.array(text).max(200),
})

/** A finding that is only thought of. */
export const standingToShow = findingToReach.pick({ kind: true, claimsFor: true, claimsAgainst: true })

export const standard = z.enum(STANDARDS_OF_PROOF)

export const findingToSign = z.strictObject({ standardOfProof: standard, reasons: words })

const rated = z.strictObject({ rating: z.enum(CONSISTENCIES).nullable(), reason: text.max(2_000).nullable() })

export const explanationsToWeigh = z.strictObject({
  others: z.array(words).max(12),
  rows: z.array(z.strictObject({ claim: id<'claim'>(), cells: z.array(rated).max(13) })).max(MANY),
})

export const contraryToDismiss = z.strictObject({ claim: id<'claim'>(), reason: text })

export const contradictionToResolve = z.strictObject({
  claims: z.tuple([id<'claim'>(), id<'claim'>()]),
  prefers: id<'claim'>().nullable(),
  reason: text,
})

export const originsToLink = z.strictObject({
  from: id<'source'>(),
  to: id<'source'>(),
  kind: z.enum(['told-by', 'derived-from', 'same-recording', 'same-household', 'joint-interview']),
  decision: z.enum(['dependent', 'independent', 'undecided']),
  reason: text.nullable(),
})

/** A body has its limit in bytes; larger linkages come by the folder. */
const MOST_LINKS = 200_000

export const linkageToReceive = z.strictObject({
  code: chosenCode,
  title: words,
  madeBy: words,
  links: z
    .array(
      z.strictObject({
        list: id<'list'>(),
        row: z.int().min(1),
        person: text.max(200),
        draw: z.int().min(1).nullable(),
      }),
    )
    .max(MOST_LINKS),
})

/** For what needs nothing said beside its address. */
export const nothing = z.strictObject({})
