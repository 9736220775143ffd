import { expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import type { Judgement } from '../scored.ts'
import { decidedPairs, recordKey } from './decided-pairs.ts'
import { judgementGraph, wouldContradict } from './judgement-graph.ts'

let second = 0
function said(
  left: string,
  right: string,
  verdict: Judgement['verdict'],
  by = 'a reviewer',
  at = second++,
): Judgement {
  const name = (text: string) => ({ list: text.slice(0, 1), row: Number(text.slice(1)) })
  const instant = new Date(Date.UTC(2030, 0, 1) + at * 1000).toISOString()
  return { left: name(left), right: name(right), verdict, by, at: instant, why: null }
}

const decisions = (judgements: readonly Judgement[]) =>
  decidedPairs(judgements).map(
    ({ left, right, decision }) => `${recordKey(left)} ${recordKey(right)} ${decision}`,
  )

test('the last word of a person counts, whichever record was named first', () => {
  expect(decisions([said('A1', 'B1', 'same'), said('B1', 'A1', 'different')])).toEqual(['A#1 B#1 different'])
})

test('a word taken back is none', () => {
  expect(decisions([said('A1', 'B1', 'same'), said('A1', 'B1', 'taken-back')])).toEqual([])
})

test('two people who disagree have decided nothing, and one who is unsure gives way', () => {
  expect(decisions([said('A1', 'B1', 'same', 'one'), said('A1', 'B1', 'different', 'other')])).toEqual([
    'A#1 B#1 disputed',
  ])
  expect(decisions([said('A1', 'B1', 'same', 'one'), said('A1', 'B1', 'unsure', 'other')])).toEqual([
    'A#1 B#1 same',
  ])
})

test('"same" joins through others, and a "different" inside a group is shown with the chain that goes against it', () => {
  const graph = judgementGraph([
    said('A1', 'B1', 'same'),
    said('B1', 'C1', 'same'),
    said('C1', 'D4', 'same'),
    said('A1', 'C1', 'different'),
    said('A2', 'B2', 'same'),
  ])
  expect(graph.groups.map((group) => group.map(recordKey))).toEqual([
    ['A#1', 'B#1', 'C#1', 'D#4'],
    ['A#2', 'B#2'],
  ])
  expect(graph.contradictions.map(({ chain }) => chain.map(recordKey))).toEqual([['A#1', 'B#1', 'C#1']])
})

test('a new "same" is told which earlier "different" it goes against', () => {
  const graph = judgementGraph([
    said('A1', 'B1', 'same'),
    said('C1', 'D1', 'same'),
    said('B1', 'C1', 'different'),
  ])
  const against = wouldContradict(graph, { left: { list: 'D', row: 1 }, right: { list: 'A', row: 1 } })
  expect(against.map(({ left, right }) => [recordKey(left), recordKey(right)])).toEqual([['B#1', 'C#1']])
  expect(wouldContradict(graph, { left: { list: 'D', row: 1 }, right: { list: 'E', row: 1 } })).toEqual([])
})

const words = fc.array(
  fc.record({
    a: fc.integer({ min: 1, max: 6 }),
    b: fc.integer({ min: 7, max: 12 }),
    verdict: fc.constantFrom('same' as const, 'different' as const, 'unsure' as const, 'taken-back' as const),
    by: fc.constantFrom('one', 'other'),
  }),
  { maxLength: 30 },
)

test.prop([words, fc.integer()])('the order in which words arrive changes nothing', (list, turn) => {
  const judgements = list.map(({ a, b, verdict, by }, at) => said(`L${a}`, `M${b}`, verdict, by, at))
  const cut = judgements.length === 0 ? 0 : Math.abs(turn) % judgements.length
  const moved = [...judgements.slice(cut), ...judgements.slice(0, cut)]
  expect(judgementGraph(moved).groups).toEqual(judgementGraph(judgements).groups)
  expect(decisions(moved)).toEqual(decisions(judgements))
})
