import { z } from 'zod'
import { LOCALES } from '@corroborate/base'
import { actMappingShape, broughtWorkShape } from '@corroborate/interchange'
import { PURPOSES, RECIPIENTS } from '@corroborate/testimony'
import { claimToState, id, isStorable, text, when, words } from './act-shapes.ts'
import { language } from './text-shapes.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const short = z.string().min(1).max(300).refine(isStorable)

/** Work that was read out of a file in the browser. */
export const workToTakeIn = z.strictObject({
  from: z.strictObject({ file: short, sha256: digest, form: short }),
  work: broughtWorkShape.refine(keeps, {
    error: 'text without zero characters and without halves of characters',
  }),
})

/** Whether the store keeps every word of it as it is. */
function keeps(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(keeps)
}

/** For what and to whom work would go out. */
export const useAsked = z.strictObject({ purpose: z.enum(PURPOSES), recipient: z.enum(RECIPIENTS) })

export const workToGiveOut = z.strictObject({
  ...useAsked.shape,
  ...{ form: z.enum(['qdpx', 'qdc', 'jsonld', 'csv']), locale: z.enum(LOCALES) },
})

/** The most rows that one table of acts brings. */
const MOST_ROWS = 20_000

export const actsToTakeIn = z.strictObject({
  ...{ name: text.max(80), source: id<'source'>(), language, mapping: actMappingShape },
  rows: z
    .array(
      z.strictObject({
        ...{ row: text.max(200), sha256: digest, topic: text, proposition: words, words: text },
        roles: z.array(claimToState.shape.roles.element).max(200),
        when: when.nullable(),
      }),
    )
    .max(MOST_ROWS),
})
