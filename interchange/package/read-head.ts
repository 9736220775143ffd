import type { Json } from '@corroborate/base'
import { fieldsOf } from '@corroborate/ledger'
import type { Investigation } from '@corroborate/report'
import { investigationShape } from '../folder/record-shapes.ts'

/** What an investigation is, out of the line of a ledger that opened it: by the shape that a folder's has. Null where it is none. */
export function readHead(
  content: Json,
): Pick<Investigation, 'code' | 'title' | 'notice' | 'nature' | 'thresholds'> | null {
  const { code, title, notice, nature, thresholds } = fieldsOf(content) ?? {}
  const read = investigationShape.safeParse({ code, title, notice, nature, thresholds })
  return read.success ? read.data : null
}
