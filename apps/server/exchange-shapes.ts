import { z } from 'zod'
import { broughtWorkShape } from '@corroborate/interchange'
import { isStorable } from './act-shapes.ts'

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
