import { isDay } from '@corroborate/base'
import { z } from 'zod'

/** Codes name things in files, in file names and in the directives of a report. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/

const text = z.string().trim().min(1).max(20_000)

export const code = z.string().regex(CODE, {
  error: 'a code: letters a to z, digits, dots, hyphens and underscores, 80 at most, a letter or digit first',
})

/** A text in one language at least. */
export const words = z
  .strictObject({ en: text.optional(), ar: text.optional() })
  .transform((found, context) => {
    if (found.en !== undefined)
      return found.ar === undefined ? { en: found.en } : { en: found.en, ar: found.ar }
    if (found.ar !== undefined) return { ar: found.ar }
    context.addIssue({ code: 'custom', message: 'a text in one language at least (en or ar)' })
    return z.NEVER
  })

const A_DAY = 'a day such as 2013-05-02'
export const day = z.string({ error: A_DAY }).refine(isDay, { error: A_DAY })

/** A plain year is a number to YAML. */
const edtf = z.union([z.string(), z.int().transform(String)], {
  error: 'a time in EDTF, such as 2011-09/2015-12',
})

/** `2011-09/2011-12`, or with the speaker's words: `{ edtf: 2012-08, said: "after the feast" }`. Read by `whenFrom`, later. */
export const when = z.preprocess(
  (found) => (typeof found === 'string' || typeof found === 'number' ? { edtf: found } : found),
  z.strictObject({ edtf, said: text.nullish() }),
)
export type RawWhen = z.infer<typeof when>

const MOST = 1_000_000_000_000
const amount = z.number().min(0).max(MOST)

interface Bounds {
  readonly min: number
  readonly max: number
}

/** For `.superRefine`: a range starts at its smaller end, and the fault is put on the larger. */
export function upright(found: Bounds, context: z.core.$RefinementCtx): void {
  if (found.min > found.max)
    context.addIssue({
      code: 'custom',
      path: ['max'],
      message: `a number of at least ${found.min}, which is min`,
    })
}

export const range = z.strictObject({ min: amount, max: amount }).superRefine(upright)

export const quantity = z
  .strictObject({
    min: amount,
    max: amount,
    best: amount.nullish(),
    said: text,
    unit: text,
    how: z.enum(['counted', 'estimated', 'told']),
    per: z.enum(['occasion', 'all']),
  })
  .superRefine(upright)
  .superRefine(({ min, max, best }, context) => {
    if (typeof best === 'number' && (best < min || best > max))
      context.addIssue({ code: 'custom', path: ['best'], message: `a number from ${min} to ${max}` })
  })

/** BCP 47, as far as the platform knows it. */
export const language = z
  .string()
  .refine(isLanguage, { error: 'a language by its BCP 47 tag, such as en or ar-SY' })

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0]?.toLowerCase() === tag.toLowerCase()
  } catch {
    return false
  }
}

export { text }
