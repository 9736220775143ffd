import { valueOf, type Locale } from '@corroborate/base'
import { listEstimateOf, study, type Estimate, type PatternRequest } from '@corroborate/estimate'
import { studyInputOf, type ResolvedBlock } from '@corroborate/report'
import { smallListRequest } from '../../core/estimate/lists/testing/small-study.ts'
import { fixture, type Fixture } from './fixture.ts'
import { inventedListStudy } from './invented-list-study.ts'

const SOFTWARE = 'corroborate 0.1.0'

/** The report of the fixture with a study of its estimate: few draws, really made. */
export function studiedFixture(locale: Locale): Fixture {
  const plain = fixture(locale)
  const [request] = plain.investigation.estimates
  if (request === undefined || !('periods' in request)) throw new Error('the fixture asks of claims')
  const asked: PatternRequest = { ...request, ...STUDIED }
  const investigation = { ...plain.investigation, estimates: [asked] }
  const input = valueOf(studyInputOf(investigation, asked, { today: '2017-02-07', software: SOFTWARE }))
  const made = valueOf(study(input, () => undefined))
  const answer = plain.assessment.estimates.get(request.id)
  if (answer?.ok !== true || answer.value.method === 'lists' || made.kind !== 'patterns')
    throw new Error('the fixture has an estimate of claims')
  return answering({ ...plain, investigation }, { ...answer.value, study: made.study })
}

const STUDIED: Pick<PatternRequest, 'simulation' | 'thresholds' | 'projections'> = {
  simulation: {
    ...{ draws: 2_000, seed: 7, occasions: 'as-reckoned' },
    correlation: { withinPeriod: 0.3, betweenPeriods: 0.3 },
    spreads: { rate: { along: 'rate', shape: { kind: 'uniform' } }, size: { kind: 'uniform' } },
    inPeriods: [],
  },
  thresholds: [{ side: 'over', people: 4_500 }],
  projections: [
    {
      ...{ code: 'on', period: 'P2', until: '2016-12-31' },
      assumptions: [{ code: 'nothing-changed', words: { en: 'Nothing changed.', ar: 'لم يتغير شيء.' } }],
    },
  ],
}

/** A report whose only question is asked of lists, with an invented study of them. */
export function listFixture(locale: Locale): Fixture {
  const plain = fixture(locale)
  const request = smallListRequest()
  const estimate = valueOf(listEstimateOf(request, inventedListStudy()))
  const investigation = { ...plain.investigation, estimates: [request] }
  const derivation: ResolvedBlock = {
    ...{ kind: 'computed', anchor: 'computed-1' },
    what: { kind: 'derivation', estimate: request.id },
  }
  const blocks: readonly ResolvedBlock[] = [
    { kind: 'heading', level: 2, text: 'On lists', anchor: 'h1' },
    derivation,
  ]
  return answering({ ...plain, investigation, resolved: { ...plain.resolved, blocks } }, estimate)
}

function answering(given: Fixture, estimate: Estimate): Fixture {
  const estimates = new Map([[estimate.id, { ok: true, value: estimate } as const]])
  return { ...given, assessment: { ...given.assessment, estimates } }
}
