import { z } from 'zod'
import { code, range, text, when, words } from '../folder/common-shape.ts'
import { reading, studyShape } from '../folder/estimate-shape.ts'
import { rate, rounding, weekdays } from '../folder/record-shapes.ts'

const weight = z.number().positive().optional()

/** How often, as one source says it: a rate, the days of the week, or both. */
const rateSaid = { is: rate.optional(), weekdays: weekdays.min(1).optional(), source: text, weight }
const sizeSaid = { is: range, source: text, weight }

const FREQUENCY = 'a rate, or weekdays'

function saysHowOften(
  said: { readonly is?: unknown; readonly weekdays?: unknown },
  context: z.core.$RefinementCtx,
): void {
  if (said.is === undefined && said.weekdays === undefined)
    context.addIssue({ code: 'custom', path: ['is'], message: FREQUENCY })
}

/** A question asked of patterns in a file of its own. `others` are further sources that give the same quantity. */
export const patternFileShape = z.strictObject({
  question: words,
  unit: words,
  periods: z
    .array(
      z.strictObject({
        code,
        window: z.strictObject({ is: when, source: text }),
        rate: z
          .strictObject({
            ...rateSaid,
            others: z.array(z.strictObject(rateSaid).superRefine(saysHowOften)).min(1).max(50).optional(),
          })
          .superRefine(saysHowOften),
        size: z.strictObject({
          ...sizeSaid,
          others: z.array(z.strictObject(sizeSaid)).min(1).max(50).optional(),
        }),
        reading,
      }),
    )
    .min(1)
    .max(1_000),
  rounding,
  assumptions: z.array(z.strictObject({ code, words })).min(1),
  alternatives: z.array(z.strictObject({ code, words, reading })).optional(),
  ...studyShape,
})

export type RawPatternFile = z.infer<typeof patternFileShape>
