import { z } from 'zod'
import { isListName } from '@corroborate/estimate'
import { amount, chosenCode, id, MANY, text, words } from './act-shapes.ts'
import { assumptions, patternParts } from './pattern-request-shape.ts'

const rounding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('down-to'), unit: z.int().min(1).max(1_000_000_000) }),
])
const question = { question: words, unit: words, rounding, assumptions }

const patternsAsked = z.strictObject({ ...question, ...patternParts })

const cell = z.strictObject({ mask: z.int().min(1).max(4_095), count: amount })

const listName = z.string().refine(isListName, {
  error: 'the name of a list: letters, digits and spaces, 80 at most',
})

export const overlapWanted = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    lists: z.array(listName).max(50),
    source: words,
    strata: z.array(z.strictObject({ name: text, cells: z.array(cell).max(4_095) })).max(MANY),
  }),
  z.strictObject({
    kind: z.literal('linked'),
    linkage: id<'linkage'>(),
    lists: z.array(id<'list'>()).max(50),
    strata: z
      .array(
        z.strictObject({
          name: text,
          columns: z.array(z.strictObject({ list: id<'list'>(), column: text })).max(50),
        }),
      )
      .max(20),
  }),
])

const seed = text.max(200)

const listsAsked = z.strictObject({ ...question, overlap: overlapWanted, seed })

/** A question "how many", of claims or of lists; told apart by what it has. */
export const estimateWanted = z.union([patternsAsked, listsAsked], {
  error: 'a question of claims (periods, alternatives, checks) or of lists (overlap, seed)',
})

export const estimateToAsk = z.strictObject({ code: chosenCode, asked: estimateWanted })
export const estimateToRevise = z.strictObject({ asked: estimateWanted })

/** What is only looked at: an overlap, and the seed that a preview would draw from. */
export const overlapToShow = z.strictObject({ overlap: overlapWanted, seed })
