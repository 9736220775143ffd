import { z } from 'zod'
import { COMPARISON_KINDS, FIELD_KINDS, KEY_KINDS, RECORDS_KINDS } from '@corroborate/linkage'
import { chosenCode, id, text, words } from './act-shapes.ts'

const field = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'a name in small letters' })
const kind = z.enum(FIELD_KINDS)
const column = z.string().min(1).max(200)
const share = z.number().min(0).max(1)

/** How lists are linked, as it comes in a request or a file. */
export const linkageSettingsShape = z.strictObject({
  fields: z.array(z.strictObject({ field, kind })).min(1).max(100),
  comparisons: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        fields: z.array(column).min(1).max(5),
        by: z.enum(COMPARISON_KINDS),
        frequency: z.boolean(),
      }),
    )
    .min(1)
    .max(30),
  blocking: z
    .array(
      z.strictObject({
        keys: z
          .array(
            z.strictObject({
              field: column,
              by: z.enum(KEY_KINDS),
            }),
          )
          .max(6),
      }),
    )
    .max(50),
  everyPairUpTo: z.int().min(0).max(100_000_000),
  joinFrom: share,
  keepFrom: share,
  mostPairs: z.int().min(1).max(100_000_000_000),
  seed: text.max(200),
})

const mapping = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        column: z.string().min(1).max(500),
        into: z.strictObject({ field, kind }).nullable(),
      }),
    )
    .max(1_000),
  dateOrder: z.enum(['day-first', 'month-first']),
})

export const listToMap = z.strictObject({ mapping, clean: z.boolean() })

/** What is said beside the file that is taken in. */
export const listToTakeIn = z.strictObject({
  ...{ code: chosenCode, title: words, holder: text.max(500), mapping, clean: z.boolean() },
  sheet: z.string().max(500).nullable(),
})

const record = z.strictObject({ list: id<'list'>(), row: z.int().min(1) })
const why = text.nullable()

export const linkageToAsk = z.strictObject({
  lists: z.array(id<'list'>()).min(1).max(100),
  settings: linkageSettingsShape,
  records: z.enum(RECORDS_KINDS),
})
export const linkageToGrow = z.strictObject({
  lists: z.array(id<'list'>()).min(1).max(100),
  model: z.enum(['kept', 'refitted']),
})
export const pairToJudge = z.strictObject({
  ...{ left: record, right: record, verdict: z.enum(['same', 'different', 'unsure']), why },
  run: id<'linkage-run'>().nullable(),
})
export const clusterToJudge = z.strictObject({
  ...{ cluster: z.string().min(1).max(300), why },
  people: z.array(z.array(record).min(1).max(500)).min(1).max(500),
})
export const judgementToTakeBack = z.strictObject({ left: record, right: record })
export const linkageToAccept = z.strictObject({ code: chosenCode, title: words, madeBy: words })
