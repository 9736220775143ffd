import { refuse, type LinkageRunId } from '@corroborate/base'
import { insertJudgements, membersOfCluster, type RecordAt } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { JUDGES, saidNow, warningsOf, type Judged } from './judgements-said.ts'

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

function keyOf({ list, row }: RecordAt): string {
  return `${list}#${row}`
}
