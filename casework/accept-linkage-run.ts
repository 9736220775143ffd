import { refuse, type LinkageId, type LinkageRunId, type Words } from '@corroborate/base'
import { linkageRunById, listHeads, listSizes, membersOfRun } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import type { ChosenCode } from './name-record.ts'
import { linkageTakenIn } from './receive-linkage.ts'

export interface AcceptLinkageRun extends InInvestigation {
  readonly run: LinkageRunId
  readonly code: ChosenCode
  readonly title: Words
  /** Who answers for it, and what was reviewed: an estimate prints it. */
  readonly madeBy: Words
}

/**
 * Makes the clusters of a run a linkage that estimates can rest on. Until then they are candidates: a rule is not a judgement, and somebody answers for it
 * by name. Every row of its lists is named, also those that stand alone, so that an estimate does not take them for rows that nobody looked at.
 */
export const acceptLinkageRun = act(
  'linkage-run.accepted',
  ['statistician'],
  async (desk, { investigation, run, code, title, madeBy }: AcceptLinkageRun) => {
    const { db } = desk.store
    const found = await linkageRunById(db, investigation, run)
    if (found === null) return NOT_FOUND
    if (found.state.kind !== 'done') return refuse('not-done', 'it has no clusters to accept')
    const heads = await listHeads(db, investigation)
    const sizes = await listSizes(db, investigation)
    const clusters = new Map(
      (await membersOfRun(db, { investigation, run })).map(({ list, row, cluster }) => [
        `${list}#${row}`,
        cluster,
      ]),
    )
    const links = found.lists.flatMap((list) => {
      const name = heads.find(({ id }) => id === list)?.code ?? ''
      const rows = sizes.find(({ id }) => id === list)?.rows ?? 0
      return Array.from({ length: rows }, (_, i) => ({
        list,
        row: i + 1,
        person: clusters.get(`${list}#${i + 1}`) ?? `${name}#${i + 1}`,
        draw: null,
      }))
    })
    const linkage = await linkageTakenIn(desk, { investigation, code, title, madeBy, links })
    if (!linkage.ok) return linkage
    const { sha256 } = found.state
    return done<LinkageId>(linkage.value.id, {
      subject: run,
      content: { run, sha256, linkage: linkage.value },
    })
  },
)
