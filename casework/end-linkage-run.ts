import { refuse, type Json, type LinkageRunId, type ListId } from '@corroborate/base'
import type { HeldValues, ScoredPairs } from '@corroborate/linkage'
import {
  endLinkageRunning,
  insertMembers,
  insertPairs,
  insertValues,
  listHeads,
  type Db,
  type RecordAt,
} from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { instant } from './time.ts'

/** What a linkage came to, as it comes out of its thread. */
export type LinkageOutcome =
  | {
      readonly kind: 'done'
      readonly summary: Json
      readonly dataSha256: string
      readonly sha256: string
      /** The rows of its lists stand one after the other, as many of each. */
      readonly lists: readonly { readonly id: ListId; readonly rows: number }[]
      readonly pairs: ScoredPairs
      /** For every row the least row of its cluster. */
      readonly clusterOf: Int32Array
      /** How often it holds values: its pairs are explained by that. */
      readonly held: readonly HeldValues[]
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly detail: string }

export interface EndLinkageRun extends InInvestigation {
  readonly run: LinkageRunId
  /** The process that ran it. */
  readonly runner: string
  readonly end: LinkageOutcome
}

const AT_ONCE = 20_000

/**
 * Keeps what a linkage came to: its pairs, its clusters and its entry in the ledger, all or none. Done by the process that ran it, in the name of who asked
 * for it; refused when the run was cancelled meanwhile, or given to another process.
 */
export const endLinkageRun = act(
  'linkage-run.ended',
  ['statistician'],
  async (desk, { investigation, run, runner, end }: EndLinkageRun) => {
    const { db } = desk.store
    const at = instant(desk.clock())
    const ended = await endLinkageRunning(db, { investigation, run }, { runner, at, end })
    if (!ended) return refuse('not-running', 'it is not being run by this process')
    if (end.kind === 'failed') return done<LinkageRunId>(run, { subject: run, content: { run, ...end } })
    await keepResult(db, { investigation, run }, end)
    const { kind, summary, dataSha256, sha256 } = end
    return done<LinkageRunId>(run, { subject: run, content: { run, kind, summary, dataSha256, sha256 } })
  },
)

async function keepResult(
  db: Db,
  of: InInvestigation & { readonly run: LinkageRunId },
  { lists, pairs, clusterOf, held }: Extract<LinkageOutcome, { kind: 'done' }>,
): Promise<void> {
  for (const column of held) await insertValues(db, of, column)
  const at = recordAt(lists)
  for (let from = 0; from < pairs.left.length; from += AT_ONCE) {
    const part = Array.from(pairs.left.subarray(from, from + AT_ONCE), (left, i) => ({
      ordinal: from + i + 1,
      left: at(left),
      right: at(pairs.right[from + i] ?? 0),
      pattern: pairs.pattern[from + i] ?? 0,
      weight: pairs.weight[from + i] ?? 0,
    }))
    await insertPairs(db, of, part)
  }
  const codes = new Map((await listHeads(db, of.investigation)).map(({ id, code }) => [id, code]))
  const sizes = new Int32Array(clusterOf.length)
  for (const least of clusterOf) sizes[least] = (sizes[least] ?? 0) + 1
  let members: (RecordAt & { readonly cluster: string })[] = []
  for (const [row, least] of clusterOf.entries()) {
    if ((sizes[least] ?? 0) < 2) continue
    const first = at(least)
    members.push({ ...at(row), cluster: `${codes.get(first.list) ?? ''}#${first.row}` })
    if (members.length < AT_ONCE) continue
    await insertMembers(db, of, members)
    members = []
  }
  await insertMembers(db, of, members)
}

/** A row of the table as a row of its list. */
function recordAt(
  lists: readonly { readonly id: ListId; readonly rows: number }[],
): (row: number) => RecordAt {
  let before = 0
  const ends = lists.map(({ id, rows }) => ({ id, from: before, to: (before += rows) }))
  return (row) => {
    const list = ends.find(({ to }) => row < to)
    if (list === undefined) throw new Error(`row ${row} stands on no list`)
    return { list: list.id, row: row - list.from + 1 }
  }
}
