import type { CodeId } from '@corroborate/base'
import type { CodesView } from '@corroborate/server/api'

type CodeCard = CodesView['codes'][number]

/** A code where it stands in its tree. */
export interface Branch {
  readonly code: CodeCard
  /** 0 at the top. */
  readonly depth: number
}

/** The codes as a list, each beneath the one that it lies within. One whose parent is not there stands at the top. */
export function branchesOf(codes: readonly CodeCard[]): readonly Branch[] {
  const known = new Set(codes.map(({ id }) => id))
  const within = Map.groupBy(codes, (code) =>
    code.within !== null && known.has(code.within) ? code.within : null,
  )
  const beneath = (parent: CodeId | null, depth: number): readonly Branch[] =>
    (within.get(parent) ?? []).flatMap((code) => [{ code, depth }, ...beneath(code.id, depth + 1)])
  return beneath(null, 0)
}
