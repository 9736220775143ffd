import type { InvestigationId, LinkageRunId, ListId } from '@corroborate/base'
import {
  agreementOfReviewers,
  decidedPairs,
  judgementGraph,
  pairKey,
  probabilityOf,
  type Judgement,
} from '@corroborate/linkage'
import {
  clusterCount,
  clustersOfRun,
  judgements,
  linkageRunById,
  listHeads,
  memberById,
  pairsAt,
  rowsOfList,
  type Db,
} from '@corroborate/store'
import type { ClustersView, ListRowsView, PairSeenView, ReviewStateView } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'

interface OfRun {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
}

const CLUSTERS = 20
const ROWS = 50

/** Which clusters did a run make? A page of them, those first that most need to be looked at. */
export function readClusters(
  reader: Reader,
  { after, ...of }: OfRun & { readonly after: number },
): Promise<ClustersView | null> {
  return readingIn(reader, of.investigation, async (db) => {
    if ((await linkageRunById(db, of.investigation, of.run)) === null) return null
    const total = await clusterCount(db, of)
    const clusters = await clustersOfRun(db, of, { after, most: CLUSTERS })
    const next = after + clusters.length
    return {
      clusters: clusters.map(({ cluster, records, lists }) => ({ name: cluster, records, lists })),
      total,
      next: next < total ? next : null,
    }
  })
}

/** Who judged pairs of the lists of this run, how far do two of them agree, and which words cannot all be true? */
export function readReviewState(reader: Reader, of: OfRun): Promise<ReviewStateView | null> {
  return readingIn(reader, of.investigation, async (db) => {
    const said = await judgementsOfRun(db, of)
    if (said === null) return null
    const counts = new Map<string, number>()
    for (const { words } of decidedPairs(said))
      for (const { by } of words) counts.set(by, (counts.get(by) ?? 0) + 1)
    const reviewers = [...counts].map(([name, judged]) => ({ name, judged }))
    const both = reviewers.flatMap(({ name }, i) =>
      reviewers.slice(i + 1).map((other): readonly [string, string] => [name, other.name]),
    )
    return {
      reviewers,
      agreements: both.flatMap((two) => {
        const agreement = agreementOfReviewers(said, two)
        return agreement.ok ? [agreement.value] : []
      }),
      contradictions: judgementGraph(said).contradictions,
    }
  })
}

/**
 * What do the machine and others say of a pair? Only for whoever has judged it already, or asks to see it before (`shown`), and then without the words
 * of others: who knows them repeats them.
 */
export function readPairSeen(
  reader: Reader,
  { pair, shown, ...of }: OfRun & { readonly pair: number; readonly shown: boolean },
): Promise<PairSeenView | null> {
  return readingIn(reader, of.investigation, async (db) => {
    const [found] = await pairsAt(db, of, [pair])
    const said = await judgementsOfRun(db, of)
    const { member } = reader
    const own = member === null || member === 'operator' ? null : await memberById(db, member)
    if (found === undefined || said === null || own === null) return null
    const codes = new Map((await listHeads(db, of.investigation)).map(({ id, code }) => [id, code]))
    const name = ({ list, row }: { readonly list: ListId; readonly row: number }) => ({
      list: codes.get(list) ?? '',
      row,
    })
    const key = pairKey({ left: name(found.left), right: name(found.right) })
    const words = decidedPairs(said).find((one) => pairKey(one) === key)?.words ?? []
    const judged = words.some(({ by }) => by === own.name)
    if (!judged && !shown) return null
    const { pattern, weight } = found
    return {
      ...{ pair, pattern, weight, probability: probabilityOf(weight) },
      words: judged ? words.filter(({ by }) => by !== own.name) : [],
    }
  })
}

/** All words on the lists of a run; null when there is no such run. */
async function judgementsOfRun(db: Db, { investigation, run }: OfRun): Promise<readonly Judgement[] | null> {
  const found = await linkageRunById(db, investigation, run)
  if (found === null) return null
  const heads = await listHeads(db, investigation)
  const codes = new Set(heads.filter(({ id }) => found.lists.includes(id)).map(({ code }) => code))
  return (await judgements(db, investigation)).filter(
    ({ left, right }) => codes.has(left.list) && codes.has(right.list),
  )
}

/** A page of the rows of a list, as they came. */
export function readListRows(
  reader: Reader,
  {
    investigation,
    list,
    after,
  }: { readonly investigation: InvestigationId; readonly list: ListId; readonly after: number },
): Promise<ListRowsView | null> {
  return readingIn(reader, investigation, async (db) => {
    const known = (await listHeads(db, investigation)).some(({ id }) => id === list)
    if (!known) return null
    const rows = await rowsOfList(db, { investigation, list }, { after, most: ROWS })
    return { rows, next: rows.length < ROWS ? null : after + rows.length }
  })
}
