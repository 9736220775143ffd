import { expect, test } from 'vitest'
import { digestOf, valueOf } from '@corroborate/base'
import {
  inputsDigest,
  listEstimateOf,
  listStudyInput,
  resultText,
  type KeptRun,
  type Verdict,
} from '@corroborate/estimate'
import { smallListRequest, smallStudy } from '../estimate/lists/testing/small-study.ts'
import { assess } from './assess.ts'
import { readFigure } from './read-figure.ts'
import { registersOf } from './registers.ts'
import type { Figure } from './report.ts'
import { ASK, investigation } from './testing/investigation.ts'

const request = smallListRequest()
const asked = (runs: readonly KeptRun[]) => ({ ...investigation(), estimates: [request], runs })
const answerOf = (runs: readonly KeptRun[]) => assess(asked(runs), ASK).estimates.get(request.id)

function run(more: Partial<KeptRun> = {}): KeptRun {
  const result = { kind: 'lists', study: smallStudy() } as const
  const input = valueOf(listStudyInput(request, { lists: [], linkages: [] }, 'any'))
  return {
    ...{ id: 'r' as never, estimate: request.id, version: 1, request, inputs: inputsDigest(input) },
    ...{ seed: request.seed, software: 'any', repeats: null, askedBy: 'A', askedAt: 'then', endedAt: 'then' },
    ...{ result, sha256: digestOf(resultText(result)) },
    ...more,
  }
}

test('an estimate from lists is the latest run of the same counts, and refused where there is none', () => {
  expect(answerOf([])).toMatchObject({ ok: false, reason: 'not-run-yet' })
  expect(answerOf([run()])).toMatchObject({ ok: true, value: { interval: { min: 480, max: 760 } } })
  expect(answerOf([run({ version: 3, inputs: 'of others' })])).toMatchObject({
    ...{ ok: false, reason: 'inputs-changed' },
    detail: 'Its inputs have changed since version 3 was run.',
  })
  expect(answerOf([run({ sha256: 'another' })])).toMatchObject({ ok: false, reason: 'result-damaged' })
})

test('of a least number a report shows the lower end, and nothing that could be read as an upper one', () => {
  const reasons = [{ code: 'lists-disagree', args: {} }] as const
  const verdict: Verdict = { kind: 'at-least', least: 480, interval: { min: 480, max: 760 }, reasons }
  const estimates = new Map([[request.id, listEstimateOf(request, smallStudy(verdict))]])
  const numbers = { registers: registersOf(asked([])), estimates, counts: {} as never }
  const figure = (show: 'published' | 'interval' | 'min' | 'max'): Figure => ({
    ...{ kind: 'estimate', estimate: request.id, show },
  })
  expect(readFigure(figure('min'), numbers)).toMatchObject({
    ok: true,
    value: { value: { min: 480, max: 480 }, least: true },
  })
  for (const show of ['published', 'interval', 'max'] as const)
    expect(readFigure(figure(show), numbers)).toMatchObject({ ok: false, reason: 'lower-end-only' })
  const other: Figure = {
    kind: 'alternative',
    estimate: request.id,
    alternative: 'independence',
    show: 'interval',
  }
  expect(readFigure(other, numbers)).toMatchObject({ ok: false, reason: 'lower-end-only' })
})
