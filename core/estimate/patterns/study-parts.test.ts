import { valueOf } from '@corroborate/base'
import { expect, test } from 'vitest'
import type { PatternRequest } from './pattern-request.ts'
import { studyParts } from './study-parts.ts'
import { studyPattern } from './study-pattern.ts'
import { ONE_ORIGIN, SAYDNAYA, saydnaya, UNIFORM } from './testing/saydnaya.ts'

const parts = (more: Partial<PatternRequest>) => valueOf(studyParts(saydnaya(more), SAYDNAYA))
const WHY = [{ code: 'why', words: { en: 'No reason to stop.' } }] as const

test('thresholds and projections say before the run what the study says after it', () => {
  const more: Partial<PatternRequest> = {
    thresholds: [{ side: 'under', people: 5_000 }],
    projections: [{ code: 'on', period: 'P3', until: '2017-02-07', assumptions: WHY }],
  }
  const { thresholds, projections, drawing } = parts(more)
  const context = { contradictions: [], origins: ONE_ORIGIN, software: 'test' }
  const study = valueOf(studyPattern(saydnaya(more), SAYDNAYA, context))
  expect(thresholds.map(valueOf)).toEqual(study.readings[0].breakEven)
  expect(projections.map(valueOf)).toEqual(study.projections)
  expect(drawing).toEqual([])
})

test('each part that cannot be stands by itself, in the order in which it was asked', () => {
  const { thresholds, projections } = parts({
    thresholds: [
      { side: 'over', people: 0 },
      { side: 'over', people: 13_000 },
    ],
    projections: [
      { code: 'past', period: 'P3', until: '2015-01-01', assumptions: WHY },
      { code: 'nobody', period: 'P9', until: '2017-02-07', assumptions: WHY },
    ],
  })
  expect(thresholds.map((one) => one.ok || one.reason)).toEqual(['threshold-unusable', true])
  expect(projections.map((one) => one.ok || one.reason)).toEqual(['projection-unusable', 'period-unknown'])
})

test('everything that stops a simulation is named by its place', () => {
  const { drawing } = parts({
    simulation: {
      ...UNIFORM,
      draws: 10,
      seed: 0.5,
      correlation: { withinPeriod: 2, betweenPeriods: Number.NaN },
      inPeriods: [
        {
          period: 'P3',
          rate: { along: 'rate', shape: { kind: 'triangular', mode: 9 } },
          size: { kind: 'pert', mode: 1_000 },
        },
      ],
    },
  })
  expect(drawing.map((fault) => [fault.at, 'ofPeriod' in fault ? fault.ofPeriod : null])).toEqual([
    ['draws', null],
    ['seed', null],
    ['within-period', null],
    ['between-periods', null],
    ['rate', 'P3'],
    ['size', 'P3'],
  ])
})
