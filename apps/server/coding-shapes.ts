import { z } from 'zod'
import { MANY, id, text, words } from './act-shapes.ts'

const stretch = { start: z.int(), end: z.int() }
const said = { name: words, key: z.string().max(1).nullable(), memo: text.nullable() }

export const passageToUnmark = z.strictObject(stretch)

export const passageToPlace = z.strictObject({ ...stretch, text: id<'text'>() })

export const wordsToHear = z.strictObject(stretch)

export const passageToCode = z.strictObject({ ...stretch, code: id<'code'>(), memo: text.nullable() })

export const codingToUndo = z.strictObject({ ...stretch, code: id<'code'>() })

export const codeToMake = z.strictObject({ ...said, within: id<'code'>().nullable() })

export const codeToMerge = z.strictObject({ into: id<'code'>() })

export const codeToSplit = z.strictObject({
  ...said,
  codings: z.array(z.strictObject({ passage: id<'passage'>(), coder: id<'member'>() })).max(10 * MANY),
})

export const claimToReview = z.strictObject({
  verdict: z.enum(['accepted', 'conflict', 'work-needed']),
  words: text.nullable(),
})
