import { ok, refuse, valueOf, type Range } from '@corroborate/base'
import { describe, expect, test } from 'vitest'
import type { Answered, PopulationAnswer } from '../answer.ts'
import { groupsThatMeet } from '../graphs/usable-overlap.ts'
import { overlapOf, type Overlap } from '../overlap.ts'
import { verdictOf, type VerdictEvidence } from './verdict-of.ts'

const LISTS = ['A', 'B', 'C']
const table = (counts: readonly number[], lists = LISTS): Overlap =>
  valueOf(
    overlapOf(
      lists,
      counts.map((count, at) => ({ mask: at + 1, count })),
    ),
  )
const SOUND = table([60, 50, 20, 40, 15, 12, 6])

function says(point: number, interval: Range, caution?: string): Answered<PopulationAnswer> {
  const cautions = caution === undefined ? [] : [{ code: caution, args: {} }]
  return ok({ method: 'decomposable-graphs', point, interval, level: 0.95, cautions })
}

function evidence(more: Partial<VerdictEvidence> = {}): VerdictEvidence {
  const overlap = more.overlap ?? SOUND
  return {
    overlap,
    graphs: says(500, { min: 400, max: 650 }),
    latentClass: says(480, { min: 380, max: 600 }),
    lowerBound: says(450, { min: 410, max: 520 }),
    chances: { kind: 'look-equal', deviations: 0.2 },
    without: [{ list: 'A', answer: says(450, { min: 300, max: 900 }) }],
    groups: groupsThatMeet(overlap),
    ...more,
  }
}

const codes = (verdict: ReturnType<typeof verdictOf>) => verdict.reasons.map(({ code }) => code)

describe('an interval is given', () => {
  test('as the hull of both models, with the middle of their points, when nothing speaks against it', () => {
    expect(verdictOf(evidence())).toMatchObject({
      kind: 'interval',
      interval: { min: 380, max: 650 },
      point: 490,
      level: 0.95,
    })
  })
})

describe('only a least number is given, and the reason with it,', () => {
  test.each<[string, Partial<VerdictEvidence>, string]>([
    ['when chances are unequal', { chances: { kind: 'unequal', deviations: 4 } }, 'unequal-chances'],
    ['when they cannot be tested', { chances: { kind: 'not-testable' } }, 'chances-not-testable'],
    ['when one model has no answer', { latentClass: refuse('chains-disagree', '') }, 'classes-do-not-answer'],
    ['when the models disagree', { latentClass: says(900, { min: 700, max: 1200 }) }, 'methods-disagree'],
    [
      'when one model knows much less than the other',
      { latentClass: says(520, { min: 200, max: 1200 }) },
      'methods-differ-in-width',
    ],
    ['when six people are on two lists', { overlap: table([60, 50, 3, 40, 3, 0, 0]) }, 'few-on-two-lists'],
    [
      'when one list decides',
      { without: [{ list: 'B', answer: says(900, { min: 700, max: 1200 }) }] },
      'one-list-decides',
    ],
    [
      'when a posterior has several tops',
      { graphs: says(500, { min: 400, max: 650 }, 'several-modes') },
      'several-modes',
    ],
    [
      'when a list meets no other',
      { overlap: table([60, 50, 20, 40, 0, 0, 0]), groups: [3, 4] },
      'lists-meet-no-other',
    ],
  ])('%s', (_, more, code) => {
    const verdict = verdictOf(evidence(more))
    expect(verdict.kind).toBe('at-least')
    expect(codes(verdict)).toContain(code)
  })

  test('the lowest that any of them allows, and never below those who are known', () => {
    const chances = { kind: 'unequal', deviations: 4 } as const
    expect(verdictOf(evidence({ chances }))).toMatchObject({ least: 380 })
    expect(verdictOf(evidence({ chances, lowerBound: says(300, { min: 250, max: 400 }) }))).toMatchObject({
      least: 250,
    })
    expect(verdictOf(evidence({ chances, lowerBound: says(90, { min: 80, max: 100 }) }))).toMatchObject({
      least: SOUND.observed,
    })
  })
})

describe('nothing is said, and why,', () => {
  test.each<[string, Overlap, string]>([
    ['of two lists', table([60, 50, 20], ['A', 'B']), 'two-lists-only'],
    ['of three lists that share nobody', table([60, 50, 0, 40, 0, 0, 0]), 'nobody-on-two-lists'],
    [
      'of lists in two groups',
      valueOf(
        overlapOf(
          ['A', 'B', 'C', 'D'],
          [1, 2, 3, 4, 8, 12].map((mask) => ({ mask, count: 20 })),
        ),
      ),
      'lists-in-groups',
    ],
  ])('%s', (_, overlap, code) => {
    const verdict = verdictOf(evidence({ overlap }))
    expect(verdict.kind).toBe('cannot-say')
    expect(codes(verdict)).toContain(code)
  })

  test('when neither model has an answer', () => {
    const nothing = refuse('did-not-converge', '')
    const verdict = verdictOf(evidence({ graphs: nothing, latentClass: nothing }))
    expect(verdict).toMatchObject({ kind: 'cannot-say', reasons: [{ code: 'no-method-answers' }] })
  })
})
