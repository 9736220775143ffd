import { judgementGraph, wouldContradict, type RecordName } from '@corroborate/linkage'
import { judgements, listHeads, type JudgementSaid, type RecordAt } from '@corroborate/store'
import type { Desk, InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'
import { instant } from './time.ts'

/** Who may judge. */
export const JUDGES = ['researcher', 'reviewer', 'statistician'] as const

/** What of it goes against what people said before: it is kept all the same, and somebody has to look again. */
export interface Judged {
  readonly warnings: readonly HeldDifferent[]
}

/** Two records that somebody held to be two people, and that what is said now makes one. */
export interface HeldDifferent {
  readonly kind: 'held-different'
  readonly left: RecordName
  readonly right: RecordName
  readonly by: readonly string[]
}

/** Words said now, by who sits at the desk. */
export async function saidNow(
  desk: Desk,
  said: readonly Omit<JudgementSaid, 'by' | 'at'>[],
): Promise<readonly JudgementSaid[]> {
  const [by, at] = [await signature(desk), instant(desk.clock())]
  return said.map((one) => ({ ...one, by, at }))
}

/** The codes of the lists by their ids. */
export async function codesOf({ store }: Desk, investigation: InInvestigation['investigation']) {
  return new Map((await listHeads(store.db, investigation)).map(({ id, code }) => [id, code]))
}

/** A record by the code of its list. */
export function nameIn(codes: Awaited<ReturnType<typeof codesOf>>, { list, row }: RecordAt) {
  return { list: codes.get(list) ?? '', row }
}

/** Whoever says "same" of records that, through others, somebody held different is told so. */
export async function warningsOf(
  desk: Desk,
  { investigation }: InInvestigation,
  said: readonly JudgementSaid[],
): Promise<readonly HeldDifferent[]> {
  const codes = await codesOf(desk, investigation)
  const graph = judgementGraph(await judgements(desk.store.db, investigation))
  return said.flatMap(({ left, right, verdict }) => {
    if (verdict !== 'same') return []
    return wouldContradict(graph, { left: nameIn(codes, left), right: nameIn(codes, right) }).map(
      (earlier): HeldDifferent => ({
        ...{ kind: 'held-different', left: earlier.left, right: earlier.right },
        by: [...new Set(earlier.words.map((word) => word.by))],
      }),
    )
  })
}
