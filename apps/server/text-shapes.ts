import { z } from 'zod'
import { TEXT_LIMITS } from '@corroborate/interchange'
import { chosenCode, id, isStorable, words } from './act-shapes.ts'
import { sealedRecord } from './sealing-shapes.ts'

const milliseconds = z.int().min(0).nullable()
const said = z
  .string()
  .max(TEXT_LIMITS.characters)
  .refine(isStorable, { error: 'text without zero characters and without halves of characters' })
const short = said.max(300)

const piece = z.strictObject({
  ...{ words: said, paragraph: z.boolean(), from: milliseconds, to: milliseconds },
  doubt: z
    .strictObject({
      kind: z.enum(['low-confidence', 'no-speech', 'repeats']),
      share: z.number().min(0).max(1).nullable(),
    })
    .nullable(),
})

const spokenTurn = z.strictObject({
  speaker: said.max(TEXT_LIMITS.speakerCharacters).nullable(),
  pieces: z.array(piece).max(TEXT_LIMITS.pieces),
})

export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { error: 'a language, such as en or ar' })

const corrected = z.strictObject({ start: z.int().min(0), end: z.int().min(0), words: said })

/** Words in the place of others, in a text that is there. */
export const textToCorrect = z.strictObject({
  corrections: z.array(corrected).min(1).max(TEXT_LIMITS.turns),
})

export const translationToMake = z.strictObject({ language, turns: z.array(said).max(TEXT_LIMITS.turns) })

export const translationToAnswerFor = z.strictObject({ to: z.enum(['revised', 'certified']) })

export const recordingToTie = z.strictObject({ file: id<'exhibit-file'>() })

/** A text that was read out of a file in the browser, and confirmed there; with what was replaced in it, sealed. */
export const textToAdd = z.strictObject({
  ...{ code: chosenCode, source: id<'source'>(), title: words },
  language,
  kind: z.enum(['transcript', 'summary']),
  spoken: z.array(spokenTurn).max(TEXT_LIMITS.turns),
  readFrom: z.strictObject({
    ...{ file: short, sha256: z.string().regex(/^[0-9a-f]{64}$/), form: short, machine: short.nullable() },
  }),
  sealed: sealedRecord.nullable().default(null),
})
