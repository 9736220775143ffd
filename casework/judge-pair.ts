import { refuse, type LinkageRunId } from '@corroborate/base'
import { judgementGraph, recordKey, wouldContradict, type Verdict } from '@corroborate/linkage'
import {
  insertJudgements,
  judgements,
  listHeads,
  membersOfCluster,
  recordsExist,
  type JudgementSaid,
  type RecordAt,
} from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'
import { instant } from './time.ts'

const JUDGES = ['researcher', 'reviewer', 'statistician'] as const

export interface JudgePair extends InInvestigation {
  readonly left: RecordAt
  readonly right: RecordAt
  readonly verdict: Verdict
  readonly why: string | null
  /** The run that showed the pair; null when somebody looked it up. */
  readonly run: LinkageRunId | null
}

/** What was said, and what of it goes against what people said before: it is kept all the same, and somebody has to look again. */
export interface Judged {
  readonly warnings: readonly string[]
}

/** Says of two records whether they are one person. Nothing is struck out: another word of the same person takes the place of the first. */
export const judgePair = act('pair.judged', JUDGES, async (desk, input: JudgePair) => {
  const { investigation, left, right, verdict, why, run } = input
  if (left.list === right.list && left.row === right.row)
    return refuse('same-record', 'a record is not judged against itself')
  if (!(await recordsExist(desk.store.db, investigation, [left, right]))) return NOT_FOUND
  const said = await saidNow(desk, [{ left, right, verdict, why, run }])
  const warnings = await warningsOf(desk, input, said)
  await insertJudgements(desk.store.db, investigation, said)
  return done<Judged>({ warnings }, { subject: run ?? left.list, content: { said, warnings } })
})

export interface JudgeCluster extends InInvestigation {
  readonly run: LinkageRunId
  readonly cluster: string
  /** Groups of its records: one person each. Records of different groups are different people. */
  readonly people: readonly (readonly RecordAt[])[]
  readonly why: string | null
}

/** Says of a whole cluster who is who in it: every record once, in the group of one person. */
export const judgeCluster = act('cluster.judged', JUDGES, async (desk, input: JudgeCluster) => {
  const { investigation, run, cluster, people, why } = input
  const members = await membersOfCluster(desk.store.db, { investigation, run }, cluster)
  if (members.length === 0) return NOT_FOUND
  const named = people.flat()
  const [asked, there] = [named.map(keyOf).sort(), members.map(keyOf).sort()]
  if (asked.length !== there.length || asked.some((key, i) => key !== there[i]))
    return refuse(
      'records-differ',
      `each of the ${members.length} records of the cluster belongs to one group, found ${named.length}`,
    )
  const pairs = named.flatMap((left, i) =>
    named.slice(i + 1).map((right) => {
      const together = people.some((group) => group.includes(left) && group.includes(right))
      return { left, right, verdict: together ? ('same' as const) : ('different' as const), why, run }
    }),
  )
  const said = await saidNow(desk, pairs)
  const warnings = await warningsOf(desk, input, said)
  await insertJudgements(desk.store.db, investigation, said)
  return done<Judged>({ warnings }, { subject: run, content: { cluster, said, warnings } })
})

export interface TakeBackJudgement extends InInvestigation {
  readonly left: RecordAt
  readonly right: RecordAt
}

/** Takes one's own word on a pair back. What was said stays to be read. */
export const takeBackJudgement = act(
  'judgement.taken-back',
  JUDGES,
  async (desk, { investigation, left, right }: TakeBackJudgement) => {
    const { db } = desk.store
    const by = await signature(desk)
    const codes = await codesOf(desk, investigation)
    const pair = { left: nameIn(codes, left), right: nameIn(codes, right) }
    const wanted = [recordKey(pair.left), recordKey(pair.right)].sort().join(' ')
    const last = (await judgements(db, investigation)).findLast(
      (one) => one.by === by && [recordKey(one.left), recordKey(one.right)].sort().join(' ') === wanted,
    )
    if (last === undefined) return NOT_FOUND
    if (last.verdict === 'taken-back') return refuse('nothing-to-take-back', 'it was taken back before')
    const said = await saidNow(desk, [{ left, right, verdict: 'taken-back', why: null, run: null }])
    await insertJudgements(db, investigation, said)
    return done<null>(null, { subject: left.list, content: { said } })
  },
)

function keyOf({ list, row }: RecordAt): string {
  return `${list}#${row}`
}

async function saidNow(
  desk: Desk,
  said: readonly Omit<JudgementSaid, 'by' | 'at'>[],
): Promise<readonly JudgementSaid[]> {
  const [by, at] = [await signature(desk), instant(desk.clock())]
  return said.map((one) => ({ ...one, by, at }))
}

async function codesOf({ store }: Desk, investigation: InInvestigation['investigation']) {
  return new Map((await listHeads(store.db, investigation)).map(({ id, code }) => [id, code]))
}

function nameIn(codes: Awaited<ReturnType<typeof codesOf>>, { list, row }: RecordAt) {
  return { list: codes.get(list) ?? '', row }
}

/** Whoever says "same" of records that, through others, somebody held different is told so. */
async function warningsOf(
  desk: Desk,
  { investigation }: InInvestigation,
  said: readonly JudgementSaid[],
): Promise<readonly string[]> {
  const codes = await codesOf(desk, investigation)
  const graph = judgementGraph(await judgements(desk.store.db, investigation))
  return said.flatMap(({ left, right, verdict }) => {
    if (verdict !== 'same') return []
    return wouldContradict(graph, { left: nameIn(codes, left), right: nameIn(codes, right) }).map(
      (earlier) => {
        const by = [...new Set(earlier.words.map((word) => word.by))].join(', ')
        const pair = [earlier.left, earlier.right].map(({ list, row }) => `${list} row ${row}`).join(' and ')
        return `${pair} were held to be two people by ${by}; this makes them one.`
      },
    )
  })
}
