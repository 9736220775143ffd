import type { CodeId, MemberId, PassageId, Words } from '@corroborate/base'

/** A name that passages are sorted under; `within` makes the tree. */
export interface Code {
  readonly id: CodeId
  readonly code: string
  readonly name: Words
  readonly within: CodeId | null
  /** The one key by which it is given to a passage: a digit, or a Latin letter wherever it lies on the keyboard. */
  readonly key: string | null
  readonly memo: string | null
  /** What was coded with it counts as coded with that one. */
  readonly mergedInto: CodeId | null
}

/** That somebody put a passage under a code. */
export interface Coding {
  readonly passage: PassageId
  readonly code: CodeId
  readonly coder: MemberId
  /** The coder's name. */
  readonly by: string
  readonly at: string
  readonly memo: string | null
}

/** Keys that the screen needs for itself: mark, claim, memo, undo. */
export const KEYS_TAKEN: readonly string[] = ['m', 'c', 'n', 'z']

/** Whether a code can be given by this key. */
export function isCodeKey(key: string): boolean {
  return /^[0-9a-z]$/.test(key) && !KEYS_TAKEN.includes(key)
}

/** The code that a code counts as now, through however many mergers. A code that is not known counts as itself. */
export function codeInForce(codes: ReadonlyMap<CodeId, Code>, id: CodeId): CodeId {
  const seen = new Set<CodeId>()
  let now = id
  for (;;) {
    const next = codes.get(now)?.mergedInto ?? null
    if (next === null || seen.has(next)) return now
    seen.add(now)
    now = next
  }
}

/** Whether a code would lie within itself if it were put within another. */
export function wouldCircle(
  codes: ReadonlyMap<CodeId, Code>,
  { code, within }: { readonly code: CodeId; readonly within: CodeId | null },
): boolean {
  const seen = new Set<CodeId>()
  for (let at = within; at !== null && !seen.has(at); at = codes.get(at)?.within ?? null) {
    if (at === code) return true
    seen.add(at)
  }
  return false
}

/** Codings under the codes that count now; two of one coder that have become the same are one, the earlier. */
export function codingsInForce(
  codes: ReadonlyMap<CodeId, Code>,
  codings: readonly Coding[],
): readonly Coding[] {
  const found = new Map<string, Coding>()
  for (const coding of codings) {
    const code = codeInForce(codes, coding.code)
    const name = `${coding.passage} ${code} ${coding.coder}`
    if (!found.has(name)) found.set(name, { ...coding, code })
  }
  return [...found.values()]
}
