import { ok, refuse, type Outcome } from '@corroborate/base'
import { codePointLength, indexText } from '../code-points.ts'

/** A stretch that was confirmed, and what shall stand for it. Positions count code points of the original, the end excluded. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly token: string
}

/** Where a token stands in the working text, and what stood there: sealed with the original, never beside the working text. */
export interface Aligned {
  /** In code points of the working text. */
  readonly start: number
  readonly end: number
  readonly original: string
}

/** A text without names, and the way back to it. */
export interface ProtectedText {
  /** What is frozen, stored and coded: all offsets count in it. */
  readonly working: string
  readonly alignment: readonly Aligned[]
}

export type ProtectFault = 'out-of-range' | 'overlapping' | 'not-a-token' | 'token-in-text'

const TOKEN = /^⟦[A-Z][0-9]{1,6}⟧$/u

/**
 * Puts tokens where names were. Refuses what could not be undone or would be misread: `out-of-range`, `overlapping`, `not-a-token` (tokens are
 * `⟦W3⟧`: a letter and a number), `token-in-text` (the original holds such brackets already).
 */
export function protectText(
  original: string,
  replacements: readonly Replacement[],
): Outcome<ProtectedText, ProtectFault> {
  if (/[⟦⟧]/u.test(original))
    return refuse(
      'token-in-text',
      'the text holds the brackets ⟦ or ⟧ already: a token could not be told from its words',
    )
  const index = indexText(original)
  const alignment: Aligned[] = []
  let [working, done, length] = ['', 0, 0]
  for (const { start, end, token } of [...replacements].sort((a, b) => a.start - b.start)) {
    if (!(
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      0 <= start &&
      start < end &&
      end <= index.length
    ))
      return refuse(
        'out-of-range',
        `there is no stretch from ${start} to ${end} in a text of ${index.length}`,
      )
    if (start < done) return refuse('overlapping', `two replacements share the place ${start}`)
    if (!TOKEN.test(token)) return refuse('not-a-token', `“${token}” is not a token like ⟦W3⟧`)
    working += index.slice(done, start) + token
    length += start - done
    const width = codePointLength(token)
    alignment.push({ start: length, end: length + width, original: index.slice(start, end) })
    length += width
    done = end
  }
  return ok({ working: working + index.slice(done, index.length), alignment })
}

/** The original again. `does-not-fit`: the alignment is of another working text. */
export function restoreText({ working, alignment }: ProtectedText): Outcome<string, 'does-not-fit'> {
  const index = indexText(working)
  let [original, done] = ['', 0]
  for (const { start, end, original: words } of alignment) {
    if (start < done || !TOKEN.test(index.slice(start, end)))
      return refuse(
        'does-not-fit',
        `no token stands from ${start} to ${end}: the alignment is of another text`,
      )
    original += index.slice(done, start) + words
    done = end
  }
  return ok(original + index.slice(done, index.length))
}
