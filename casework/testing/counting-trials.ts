import { digestOf, valueOf } from '@corroborate/base'
import { resultText } from '@corroborate/estimate'
import { claimRun } from '@corroborate/store'
import { smallListRequest, smallStudy } from '../../core/estimate/lists/testing/small-study.ts'
import * as acts from '../acts.ts'
import type { House } from './house.ts'
import { at, operator, type Trials } from './trial.ts'

const estimate = (house: House) => ({ code: null, asked: question(house) })
const question = (house: House) => ({
  ...{ question: { en: 'How many?' }, unit: { en: 'people' }, rounding: { kind: 'none' } },
  periods: [
    {
      ...{ code: 'P1', window: house.pattern, rate: house.pattern, size: house.pattern },
      reading: { weeks: 'calendar', rate: 'ends' },
    },
  ],
  ...{ assumptions: [{ code: 'A1', words: { en: 'One.' } }], alternatives: [], checks: [] },
})

/** A question of three invented lists that somebody else counted. */
const ofLists = () => {
  const { id, code, ...asked } = smallListRequest()
  return { id, code, asked }
}

const FAILED = { kind: 'failed', reason: 'too-few-lists', detail: 'Lists are missing.' } as const

async function askedOfLists({ desk, investigation }: House) {
  const asked = await acts.askEstimate(desk, { investigation, code: null, asked: ofLists().asked })
  return { investigation, estimate: valueOf(asked) }
}

async function waitingRun(house: House) {
  const run = valueOf(await acts.askRun(house.desk, await askedOfLists(house)))
  return { investigation: house.investigation, run }
}

/** A run that this test runs as a process would: whichever waited longest, until it is ours. */
async function claimed(house: House) {
  const { run } = await waitingRun(house)
  const runner = 'a process'
  for (;;) {
    const found = await claimRun(house.store, { runner, at: '2026-01-05T12:00:00.000Z' })
    if (found?.run.id === run) return { investigation: house.investigation, run, runner }
    if (found === null) throw new Error('the run waited and was not claimed')
  }
}

/** How questions “how many” and their runs are tried. */
export const COUNTING_TRIALS: Trials = {
  'estimate.asked': {
    valid: at((h) => estimate(h)),
    refused: async (h) => {
      valueOf(
        await acts.askEstimate(h.desk, {
          ...estimate(h),
          investigation: h.investigation,
          code: 'E1',
        } as never),
      )
      return { ...estimate(h), investigation: h.investigation, code: 'E1' }
    },
    reason: 'code-taken',
  },
  'estimate.revised': {
    valid: async (h) => ({ ...(await askedOfLists(h)), asked: ofLists().asked }),
    refused: async (h) => ({
      ...(await askedOfLists(h)),
      asked: {
        ...ofLists().asked,
        overlap: { kind: 'table', lists: ['A'], source: { en: 'x' }, strata: [] },
      },
    }),
    reason: 'too-few-lists',
  },
  'run.asked': {
    valid: (h) => askedOfLists(h),
    refused: async (h) => {
      const asked = await askedOfLists(h)
      valueOf(await acts.askRun(h.desk, asked))
      return asked
    },
    reason: 'running-already',
  },
  'run.cancelled': {
    valid: (h) => waitingRun(h),
    refused: async (h) => {
      const waiting = await waitingRun(h)
      valueOf(await acts.cancelRun(h.desk, waiting))
      return waiting
    },
    reason: 'ended-before',
  },
  'run.ended': {
    valid: async (h) => ({ ...(await claimed(h)), end: FAILED }),
    refused: async (h) => ({ ...(await claimed(h)), runner: 'another', end: FAILED }),
    reason: 'not-running',
  },
  'run.given-up': {
    by: operator,
    valid: (h) => claimed(h),
    refused: async (h) => ({ ...(await claimed(h)), runner: 'another' }),
    reason: 'not-running',
  },
  'run.repeated': {
    valid: async (h) => {
      const running = await claimed(h)
      const result = resultText({ kind: 'lists', study: smallStudy() })
      const end = { kind: 'done', result, sha256: digestOf(result) } as const
      valueOf(await acts.endRun(h.desk, { ...running, end }))
      return running
    },
    refused: (h) => waitingRun(h),
    reason: 'not-done',
  },
}
