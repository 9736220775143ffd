import { z } from 'zod'
import { FOUND_KINDS } from '@corroborate/search'
import { id, isStorable, text } from './act-shapes.ts'

const label = z.string().max(200).refine(isStorable, { error: 'a label' }).nullable()

const narrowing = z.strictObject({
  kind: z.enum(FOUND_KINDS).nullable(),
  text: id<'text'>().nullable(),
  code: id<'code'>().nullable(),
  speaker: label,
  language: label,
})

/** What is typed is read by the search itself, which says what is wrong with it. */
const typed = z.string()

export const searchToAsk = z.strictObject({ words: typed, narrowing, from: z.int().min(0).max(1_000_000) })

export const searchToSave = z.strictObject({
  name: text.max(200),
  asked: z.strictObject({
    words: typed.refine(isStorable, { error: 'text without zero characters' }),
    narrowing,
  }),
})
