import { valueOf, type ListId } from '@corroborate/base'
import { claimLinkageRun, linkageRuns } from '@corroborate/store'
import {
  askLinkageRun,
  endLinkageRun,
  receiveListFile,
  type LinkageOutcome,
  type ReceiveListFile,
} from '../acts.ts'
import type { House } from './house.ts'
import { LINKAGE_SETTINGS, listOf } from './small-lists.ts'

/** Invented. */
export async function listFile({ investigation }: House, content: string): Promise<ReceiveListFile> {
  return { investigation, ...(await listOf(content)) }
}

/** A list of three rows, taken in. */
export async function filedList(house: House): Promise<{ readonly list: ListId }> {
  const content = `name,age\nSamir A B C,20\nSamir A B C,20\nNadia D E F,${Math.random()}\n`
  const { list } = valueOf(await receiveListFile(house.desk, await listFile(house, content)))
  return { list }
}

export async function linkageOfLists(house: House) {
  const { list } = await filedList(house)
  return {
    investigation: house.investigation,
    lists: [list],
    settings: LINKAGE_SETTINGS,
    records: 'arabic-names' as const,
  }
}

export async function waitingLinkage(house: House) {
  const run = valueOf(await askLinkageRun(house.desk, await linkageOfLists(house)))
  return { investigation: house.investigation, run }
}

/** A linkage that this test runs as a process would: whichever waited longest, until it is ours. */
export async function claimedLinkage(house: House) {
  const { run } = await waitingLinkage(house)
  const runner = 'a process'
  for (;;) {
    const found = await claimLinkageRun(house.store, { runner, at: '2026-01-05T12:00:00.000Z' })
    if (found?.run.id === run) return { investigation: house.investigation, run, runner }
    if (found === null) throw new Error('the linkage waited and was not claimed')
  }
}

/** What a linkage of the last list would come to that holds its first two rows to be one person. */
export async function linkedOutcome({ store, investigation }: House): Promise<LinkageOutcome> {
  const [run] = await linkageRuns(store.db, investigation)
  const [id] = run?.lists ?? []
  if (id === undefined) throw new Error('no linkage was asked for')
  return {
    ...{ kind: 'done', summary: {}, dataSha256: 'd', sha256: 'r', lists: [{ id, rows: 3 }] },
    pairs: {
      ...{ left: Int32Array.of(0), right: Int32Array.of(1), pattern: Int32Array.of(4) },
      weight: Float64Array.of(9.5),
    },
    ...{ clusterOf: Int32Array.of(0, 0, 2), held: [] },
  }
}

/** A linkage that was done. */
export async function linkedRun(house: House) {
  const claimed = await claimedLinkage(house)
  valueOf(await endLinkageRun(house.desk, { ...claimed, end: await linkedOutcome(house) }))
  return { investigation: claimed.investigation, run: claimed.run }
}
