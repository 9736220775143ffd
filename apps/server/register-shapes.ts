import { z } from 'zod'
import { isDay, type Day } from '@corroborate/base'
import { CONCEALED, PURPOSES, RECIPIENTS } from '@corroborate/testimony'
import { chosenCode, id, MANY, text, when, words } from './act-shapes.ts'

const day = z.string().transform((found, context): Day => {
  if (isDay(found)) return found
  context.addIssue({ code: 'custom', message: 'a day as 2026-01-05' })
  return z.NEVER
})

/** A tag as browsers know it: `ar`, `en-GB`. */
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a tag of a language' })

const short = text.max(200)
const few = z.array(short).max(50)

export const personToRecord = z.strictObject({
  code: chosenCode,
  name: words,
  part: z.enum(['alleged-perpetrator', 'official', 'victim', 'missing', 'other']),
})

export const placeToRecord = z.strictObject({
  code: chosenCode,
  name: words,
  kind: z.enum(['country', 'region', 'settlement', 'facility', 'building', 'floor', 'room']),
  within: id<'place'>().nullable(),
  aliases: few,
})

export const unitToRecord = z.strictObject({ code: chosenCode, name: words, active: when.nullable() })

export const sourceToRecord = z.strictObject({
  code: chosenCode,
  kind: z.enum(['witness', 'document', 'media', 'physical']),
  role: z.enum([
    ...(['former-detainee', 'former-guard', 'former-official', 'judge', 'lawyer', 'doctor'] as const),
    ...(['relative', 'expert', 'report', 'press', 'government', 'recording', 'other'] as const),
  ]),
  title: words,
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  credibility: z.literal([1, 2, 3, 4, 5, 6]),
})

export const interviewToRecord = z.strictObject({
  code: chosenCode,
  witness: id<'source'>(),
  date: day,
  place: words,
  remote: z.boolean(),
  interviewer: short,
  interpreter: short.nullable(),
  languages: z.array(language).min(1).max(10),
  others: few,
  priorAccounts: few,
  distress: text.nullable(),
  referralOffered: z.boolean(),
  risk: z.strictObject({ before: text, after: text }).exactOptional(),
  plan: id<'plan'>().nullable(),
  promises: z.array(z.strictObject({ words: text, due: day })).max(50),
})

export const interviewToPlan = z.strictObject({
  witness: id<'source'>(),
  due: day.nullable(),
  questions: z
    .array(z.strictObject({ words: text, because: z.enum(['element', 'contradiction', 'own']) }))
    .max(MANY),
})

export const consentToRecord = z.strictObject({
  witness: id<'source'>(),
  allows: z
    .array(z.strictObject({ purpose: z.enum(PURPOSES), recipient: z.enum(RECIPIENTS) }))
    .max(PURPOSES.length * RECIPIENTS.length),
  conceal: z.array(z.enum(CONCEALED)).max(CONCEALED.length),
  explainedBy: short,
  language,
  givenAt: day,
})

export const consentToWithdraw = z.strictObject({ reason: text.or(z.literal('')) })
