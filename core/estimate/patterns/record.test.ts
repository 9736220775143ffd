import { existsSync, readFileSync } from 'node:fs'
import { valueOf, type Range } from '@corroborate/base'
import { expect, test } from 'vitest'
import { estimateFromPatterns } from './estimate-from-patterns.ts'
import {
  between,
  CALENDAR,
  claimSaying,
  claimsById,
  every,
  FOUR_WEEKS,
  FOUR_WEEKS_MEAN,
  idOf,
  period,
  requestOf,
  weekly,
} from './testing/pattern-claims.ts'

/**
 * The published method, as the public record gives it: the inputs and the results are both read from the record, so that
 * nothing here can agree with itself.
 */
const RECORD = new URL('../../../../shared/record/saydnaya-2017.json', import.meta.url)
const absent = !existsSync(RECORD)
if (absent) console.warn('skipped: the public record is not beside this project (../shared/record)')

interface RecordPeriod {
  readonly window: readonly [string, string]
  readonly days?: number
  readonly every?: { readonly minDays: number; readonly maxDays: number }
  readonly occasions: readonly [number, number]
  readonly size: readonly [number, number]
  readonly deaths: readonly [number, number]
}
interface RecordFile {
  readonly facts: readonly { readonly id: string; readonly size?: Range }[]
  readonly estimate: {
    readonly published: { readonly range: readonly [number, number] }
    readonly method: {
      readonly periods: readonly [RecordPeriod, RecordPeriod, RecordPeriod]
      readonly sum: {
        readonly computed: readonly [number, number]
        readonly remembered: readonly [number, number]
      }
    }
    readonly alternatives: { readonly literal: { readonly total: readonly [number, number] } }
  }
}

function fromTheRecord() {
  const record = JSON.parse(readFileSync(RECORD, 'utf8')) as RecordFile
  const [first, second, third] = record.estimate.method.periods
  const spoken = record.facts.find((fact) => fact.id === 'F18')?.size
  const printed = record.facts.find((fact) => fact.id === 'F03')?.size
  if (!spoken || !printed || !first.every) throw new Error('the record is not as it was')
  const days = (window: readonly [string, string]): [string, string] => [
    `${window[0]}-01`,
    `${window[1]}-${window[1].endsWith('-11') ? '30' : '31'}`,
  ]
  const [saidMin, saidMax] = record.estimate.method.sum.remembered
  const claims = claimsById(
    claimSaying('M1', {
      window: days(first.window),
      rate: every(first.every.minDays, first.every.maxDays),
      size: rangeFrom(first.size),
    }),
    claimSaying('M2', { window: days(second.window), rate: weekly(1, 1) }),
    claimSaying('M3', { window: days(third.window), rate: weekly(1, 2) }),
    claimSaying('F03', { size: printed }),
    claimSaying('F18', { size: spoken }),
    claimSaying('sum', { quantity: { min: saidMin, max: saidMax } }),
  )
  const request = requestOf(
    [
      period('P1', ['M1', 'M1', 'M1'], FOUR_WEEKS),
      period('P2', ['M2', 'M2', 'F03'], FOUR_WEEKS),
      period('P3', ['M3', 'M3', 'F03'], FOUR_WEEKS_MEAN),
    ],
    {
      rounding: { kind: 'down-to', unit: 1000 },
      alternatives: [{ code: 'literal', words: { en: 'The calendar, taken literally.' }, reading: CALENDAR }],
      checks: [
        { claim: idOf('sum'), bound: 'min' },
        { claim: idOf('sum'), bound: 'max' },
      ],
    },
  )
  const context = { contradictions: [between('F03', 'F18', 'size')], software: 'test' }
  return { record, estimate: valueOf(estimateFromPatterns(request, claims, context)) }
}

const rangeFrom = ([min, max]: readonly [number, number]): Range => ({ min, max })

test.skipIf(absent)('gives the occasions and sub-totals of every period of the record', () => {
  const { record, estimate } = fromTheRecord()
  expect(estimate.periods.map(({ occasions, total }) => [occasions, total])).toEqual(
    record.estimate.method.periods.map((known) => [rangeFrom(known.occasions), rangeFrom(known.deaths)]),
  )
})

test.skipIf(absent)('gives the sum of the record before rounding, and the range as it was published', () => {
  const { record, estimate } = fromTheRecord()
  expect(estimate.interval).toEqual(rangeFrom(record.estimate.method.sum.computed))
  expect(estimate.published.range).toEqual(rangeFrom(record.estimate.published.range))
})

test.skipIf(absent)('gives the literal reading of the record, in whole people', () => {
  const { record, estimate } = fromTheRecord()
  const literal = estimate.alternatives.find((alternative) => alternative.code === 'literal')
  expect(literal?.interval).toEqual(rangeFrom(record.estimate.alternatives.literal.total))
})

test.skipIf(absent)(
  'explains the remembered minimum by the one entry that gives it, and finds the maximum right',
  () => {
    const { record, estimate } = fromTheRecord()
    expect(estimate.slips).toEqual([
      {
        claim: idOf('sum'),
        bound: 'min',
        said: record.estimate.method.sum.remembered[0],
        computed: record.estimate.method.sum.computed[0],
        explanation: { step: 'P3.subtotal', right: 4440, entered: 4400 },
        changesPublished: false,
      },
    ])
  },
)

test.skipIf(absent)(
  'reads the spoken group size in place of the printed one, in both periods that read it',
  () => {
    const { estimate } = fromTheRecord()
    const spoken = estimate.alternatives.find((alternative) => alternative.code === 'F18-for-F03')
    expect(spoken).toMatchObject({
      interval: { min: 5376, max: 240 + 44 * 60 + 222 * 60 },
      published: { min: 5000, max: 16000 },
      claims: [idOf('F18')],
    })
    expect(spoken?.words.en).toContain('20 to 60 on each occasion instead of 20 to 50')
  },
)

test.skipIf(absent)('shows every line of the way', () => {
  const { estimate } = fromTheRecord()
  expect(estimate.derivation.map((step) => `${step.name}: ${step.formula}`)).toEqual([
    'P1.window: 2011-09-01 to 2011-12-31, in days',
    'P1.occasions: floor(122 days ÷ 15) to floor(122 days ÷ 10)',
    'P1.size: 7 to 20 on each occasion',
    'P1.subtotal: 8 × 7 to 12 × 20',
    'P2.window: 2012-01-01 to 2012-11-30, in days',
    'P2.occasions: 11 months × 4 weeks × 1 a week',
    'P2.size: 20 to 50 on each occasion',
    'P2.subtotal: 44 × 20 to 44 × 50',
    'P3.window: 2012-12-01 to 2015-12-31, in days',
    'P3.occasions: 37 months × 4 weeks × 1.5 a week (the mean of 1 and 2)',
    'P3.size: 20 to 50 on each occasion',
    'P3.subtotal: 222 × 20 to 222 × 50',
    'total: 56 + 880 + 4,440 to 240 + 2,200 + 11,100',
    'published: 5,376 to 13,540, down to 1,000',
  ])
})
