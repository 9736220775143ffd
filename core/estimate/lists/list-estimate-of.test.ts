import { expect, test } from 'vitest'
import { listEstimateOf } from './list-estimate-of.ts'
import { smallListRequest, smallStudy } from './testing/small-study.ts'

test('a verdict with an interval is the answer, with every method and every list left out beside it', () => {
  const answer = listEstimateOf(smallListRequest(), smallStudy())
  expect(answer).toMatchObject({
    ok: true,
    value: {
      ...{
        method: 'lists',
        bound: 'interval',
        point: 600,
        level: 0.95,
        observed: 340,
        claims: [],
        seed: 'small',
      },
      ...{ interval: { min: 480, max: 760 }, published: { range: { min: 480, max: 760 } } },
    },
  })
  if (!answer.ok) throw new Error(answer.detail)
  expect(answer.value.alternatives.map(({ code }) => code)).toEqual([
    'independence',
    'independence-without-A',
    'independence-without-B',
    'independence-without-C',
  ])
  expect(answer.value.alternatives[1]?.words.en).toBe('Independent lists, without list A.')
  expect(answer.value.assumptions.map(({ code }) => code)).toEqual(['one-town', 'lists.closed'])
})

test('a least number has no point and no level, and no narrow upper end', () => {
  const reasons = [{ code: 'lists-disagree', args: {} }] as const
  const answer = listEstimateOf(
    smallListRequest(),
    smallStudy({ kind: 'at-least', least: 480, interval: null, reasons }),
  )
  expect(answer).toMatchObject({
    ok: true,
    value: { bound: 'at-least', point: null, level: null, interval: { min: 480, max: 700 } },
  })
})

test('“cannot say” is refused with the reasons of the verdict', () => {
  const reasons = [{ code: 'nobody-on-two-lists', args: { people: 80 } }] as const
  expect(listEstimateOf(smallListRequest(), smallStudy({ kind: 'cannot-say', reasons }))).toEqual({
    ok: false,
    reason: 'cannot-say',
    detail: 'Nobody of 80 people is on two lists: nothing tells how many are on none.',
  })
})

test.each([
  [0.5, 'rounding-unusable'],
  [1000, 'rounding-leaves-nothing'],
])('rounding down to %s is refused: %s', (unit, reason) => {
  const request = smallListRequest({ rounding: { kind: 'down-to', unit } })
  expect(listEstimateOf(request, smallStudy())).toMatchObject({ ok: false, reason })
})
