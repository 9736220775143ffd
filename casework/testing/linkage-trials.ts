import { valueOf, type ListId } from '@corroborate/base'
import type { ListMapping } from '@corroborate/interchange'
import { membersOfRun } from '@corroborate/store'
import * as acts from '../acts.ts'
import type { House } from './house.ts'
import {
  claimedLinkage,
  filedList,
  linkageOfLists,
  linkedOutcome,
  linkedRun,
  listFile,
  waitingLinkage,
} from './linked-runs.ts'
import { at, operator, type Trials } from './trial.ts'

const linkageOf = (investigation: House['investigation'], list: ListId, row: number) => ({
  ...{ investigation, code: null, title: { en: 'By hand' }, madeBy: { en: 'A. Researcher, by name.' } },
  links: [{ list, row, person: 'p1', draw: null }],
})

async function receivedList({ desk, investigation }: House): Promise<ListId> {
  const list = { code: null, title: { en: 'L' }, holder: 'A', columns: ['a'], rows: [['1']] }
  return valueOf(await acts.receiveList(desk, { investigation, ...list }))
}

const BY_NAME: ListMapping = {
  columns: [
    { column: 'name', into: { field: 'name', kind: 'full-name' } },
    { column: 'age', into: { field: 'age', kind: 'age' } },
  ],
  dateOrder: 'day-first',
}
const ACCEPTED = {
  code: null,
  title: { en: 'By the machine' },
  madeBy: { en: 'A rule; A. Researcher answers for it.' },
}

async function judged(house: House, left: number, right: number) {
  const { list } = await filedList(house)
  const pair = { left: { list, row: left }, right: { list, row: right } }
  return { investigation: house.investigation, ...pair, verdict: 'same', why: null, run: null } as const
}

async function clusterOf(of: Awaited<ReturnType<typeof linkedRun>>, { store }: House, records: number) {
  const [member] = await membersOfRun(store.db, of)
  if (member === undefined) throw new Error('the linkage has no cluster')
  const { list, cluster } = member
  const rows = Array.from({ length: records }, (_, i) => ({ list, row: i + 1 }))
  return { ...of, cluster, people: [rows], why: null }
}

const FAILED = { kind: 'failed', reason: 'too-few-lists', detail: 'Lists are missing.' } as const

/** How lists, linkages and judgements are tried. */
export const LINKAGE_TRIALS: Trials = {
  'list.received': {
    valid: at(() => ({ code: null, title: { en: 'L' }, holder: 'A', columns: ['a'], rows: [['1']] })),
    refused: at(() => ({ code: null, title: { en: 'L' }, holder: 'A', columns: ['a'], rows: [['1'], []] })),
    reason: 'crooked-row',
  },
  'linkage.received': {
    valid: async (h) => linkageOf(h.investigation, await receivedList(h), 1),
    refused: async (h) => linkageOf(h.investigation, await receivedList(h), 2),
    reason: 'row-unknown',
  },
  'list-file.received': {
    valid: async (h) => listFile(h, 'name,age\nA,1\n'),
    refused: async (h) => listFile(h, 'name,age\nA,1\nB,"2\n'),
    reason: 'quote-open',
  },
  'list.mapped': {
    valid: async (h) => ({
      investigation: h.investigation,
      ...(await filedList(h)),
      mapping: BY_NAME,
      clean: true,
    }),
    refused: async (h) => ({
      ...{ investigation: h.investigation, ...(await filedList(h)), clean: true },
      mapping: { ...BY_NAME, columns: BY_NAME.columns.slice(0, 1) },
    }),
    reason: 'column-missing',
  },
  'linkage-run.asked': {
    valid: async (h) => linkageOfLists(h),
    refused: async (h) => {
      const asked = await linkageOfLists(h)
      valueOf(await acts.askLinkageRun(h.desk, asked))
      return asked
    },
    reason: 'running-already',
  },
  'linkage-run.cancelled': {
    valid: (h) => waitingLinkage(h),
    refused: async (h) => {
      const waiting = await waitingLinkage(h)
      valueOf(await acts.cancelLinkageRun(h.desk, waiting))
      return waiting
    },
    reason: 'ended-before',
  },
  'linkage-run.ended': {
    valid: async (h) => ({ ...(await claimedLinkage(h)), end: await linkedOutcome(h) }),
    refused: async (h) => ({ ...(await claimedLinkage(h)), runner: 'another', end: FAILED }),
    reason: 'not-running',
  },
  'linkage-run.given-up': {
    by: operator,
    valid: (h) => claimedLinkage(h),
    refused: async (h) => ({ ...(await claimedLinkage(h)), runner: 'another' }),
    reason: 'not-running',
  },
  'linkage-run.repeated': {
    valid: (h) => linkedRun(h),
    refused: (h) => waitingLinkage(h),
    reason: 'not-done',
  },
  'linkage-run.grown': {
    valid: async (h) => ({ ...(await linkedRun(h)), lists: [(await filedList(h)).list], model: 'kept' }),
    refused: async (h) => ({ ...(await linkedRun(h)), lists: [], model: 'kept' }),
    reason: 'lists-crooked',
  },
  'linkage-run.accepted': {
    valid: async (h) => ({ ...(await linkedRun(h)), ...ACCEPTED }),
    refused: async (h) => ({ ...(await waitingLinkage(h)), ...ACCEPTED }),
    reason: 'not-done',
  },
  'pair.judged': {
    valid: async (h) => judged(h, 1, 2),
    refused: async (h) => judged(h, 1, 1),
    reason: 'same-record',
  },
  'cluster.judged': {
    valid: async (h) => clusterOf(await linkedRun(h), h, 2),
    refused: async (h) => clusterOf(await linkedRun(h), h, 1),
    reason: 'records-differ',
  },
  'judgement.taken-back': {
    valid: async (h) => {
      const pair = await judged(h, 1, 2)
      valueOf(await acts.judgePair(h.desk, pair))
      return pair
    },
    refused: async (h) => {
      const pair = await judged(h, 1, 2)
      valueOf(await acts.judgePair(h.desk, pair))
      valueOf(await acts.takeBackJudgement(h.desk, pair))
      return pair
    },
    reason: 'nothing-to-take-back',
  },
}
