import { z } from 'zod'
import { textShape } from '../folder/record-shapes.ts'
import {
  claimShape,
  idShape,
  placeRecordShape,
  sourceRecordShape,
  textOrNull,
  wordsShape,
} from '../qdpx/records-carried.ts'
import type { BroughtWork } from './brought-work.ts'

const chosen = textOrNull
const position = z.int().min(0)

/** What a project brings, as it is sent to be taken in. Its shape alone: whether words stand where they are said to, the act sees. */
export const broughtWorkShape = z.strictObject({
  sources: z.array(sourceRecordShape.extend({ code: chosen })),
  places: z.array(placeRecordShape),
  texts: z.array(
    z.strictObject({
      ...{ id: idShape<'text'>(), code: chosen, source: idShape<'source'>(), title: wordsShape },
      ...{ language: z.string().min(1).max(40), kind: z.enum(['transcript', 'summary', 'translation']) },
      ...{ translationOf: idShape<'text'>().nullable(), version: z.int().min(1), content: z.string().min(1) },
      ...{ turns: textShape.shape.turns.unwrap(), machine: textOrNull },
    }),
  ),
  passages: z.array(
    z.strictObject({
      ...{ id: idShape<'passage'>(), code: chosen, text: idShape<'text'>() },
      ...{ start: position, end: position, exact: z.string() },
    }),
  ),
  codes: z.array(
    z.strictObject({
      ...{ id: idShape<'code'>(), code: chosen, name: wordsShape, within: idShape<'code'>().nullable() },
      ...{ key: textOrNull, memo: textOrNull, mergedInto: idShape<'code'>().nullable() },
    }),
  ),
  codings: z.array(
    z.strictObject({
      ...{ passage: idShape<'passage'>(), code: idShape<'code'>(), coder: idShape<'member'>() },
      ...{ by: z.string(), at: z.string().max(40), memo: textOrNull },
    }),
  ),
  claims: z.array(claimShape),
}) satisfies z.ZodType<BroughtWork>
