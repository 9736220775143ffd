import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { alignVersions } from './align-versions.ts'
import { carryPassages } from './carry-passages.ts'
import { indexText, sliceCodePoints } from './code-points.ts'
import { correctedText, type Correction } from './corrected-text.ts'
import { layTurns } from './lay-turns.ts'
import { makePassage } from './make-passage.ts'
import type { Text } from './text.ts'
import { verifyPassage } from './verify-passage.ts'
import { contents, NAME, textOf } from './testing/texts.ts'

const piece = (words: string, from: number) => ({
  ...{ words, paragraph: false, from, to: from + 1000, doubt: null },
})
const LAID = layTurns([
  { speaker: 'I', pieces: [piece('What did you here?', 0)] },
  {
    speaker: 'W1',
    pieces: [piece('Twenty men', 1000), piece('were let out', 2000), piece('at night.', 3000)],
  },
])

function correction(of: string, words: string): Correction {
  const start = indexText(LAID.content).codePointAt(LAID.content.indexOf(of))
  return { start, end: start + of.length, words }
}

function spoken(of: ReturnType<typeof correctedText>) {
  const { content, turns } = valueOf(of)
  return turns.map(({ start, end, pieces }) => [
    sliceCodePoints(content, start, end),
    ...(pieces ?? []).map((one) => `${one.from}: ${sliceCodePoints(content, one.start, one.end)}`),
  ])
}

test('words are put in the place of others, and turns and times stay with what was kept', () => {
  const corrected = correctedText(LAID, [correction('here', 'hear'), correction('let', 'all led')])
  expect(spoken(corrected)).toEqual([
    ['I: What did you hear?', '0: What did you hear?'],
    [
      'W1: Twenty men were all led out at night.',
      ...['1000: Twenty men', '2000: were all led out', '3000: at night.'],
    ],
  ])
})

test('a whole turn that was typed anew keeps the times of the words that stayed, and new words go with those beside them', () => {
  const corrected = correctedText(LAID, [
    correction('Twenty men were let out at night.', 'Twenty men I think were led out late at night.'),
  ])
  expect(spoken(corrected)[1]).toEqual([
    'W1: Twenty men I think were led out late at night.',
    ...['1000: Twenty men', '2000: I think were led out late', '3000: at night.'],
  ])
})

test.each([
  ['outside', [{ start: 0, end: 900, words: 'x' }]],
  ['outside', [correction('let out', 'x'), correction('out', 'y')]],
  ['across-turns', [correction('here?\n\nW1: Twenty', 'x')]],
  ['across-turns', [correction('W1', 'W2')]],
  ['across-turns', [{ ...correction('W1', 'x'), end: correction('W1', '').start }]],
  ['nothing-changed', [correction('let', 'let')]],
  ['not-plain', [correction('n did', '\u0301')]],
] as const)('is refused: %s', (reason, corrections) => {
  const plain = { content: 'an did', turns: [] }
  const of = reason === 'not-plain' ? plain : LAID
  const asked = reason === 'not-plain' ? [{ start: 1, end: 2, words: '\u0301' }] : corrections
  expect(correctedText(of, asked)).toMatchObject({ ok: false, reason })
})

/** A text, and corrections of it that stand apart. */
const correctedTexts = contents
  .chain((content) => {
    const { length } = indexText(content)
    const cuts = fc.array(fc.nat({ max: length }), { minLength: 2, maxLength: 6 })
    return fc.record({ content: fc.constant(content), cuts, words: fc.array(contents, { minLength: 3 }) })
  })
  .map(({ content, cuts, words }) => {
    const edges = cuts.toSorted((a, b) => a - b)
    const corrections = words.flatMap((one, at) => {
      const [start, end] = [edges[2 * at], edges[2 * at + 1]]
      return start === undefined || end === undefined ? [] : [{ start, end, words: one }]
    })
    return { content, corrections }
  })

prop.prop([correctedTexts, fc.nat(), fc.nat()])(
  'what no correction touches is carried over with its exact words, and its alignment is that of both versions',
  ({ content, corrections }, from, to) => {
    const corrected = correctedText({ content, turns: [] }, corrections)
    fc.pre(corrected.ok)
    const { content: after, alignment } = valueOf(corrected)
    for (const { before, after: now, same } of alignment)
      if (same)
        expect(sliceCodePoints(after, now.start, now.end)).toBe(
          sliceCodePoints(content, before.start, before.end),
        )
    expect(alignment.at(-1)?.after.end).toBe(alignVersions(content, after).at(-1)?.after.end)
    const [old, next] = [textOf(content), textOf(after, 2)]
    const length = indexText(content).length
    const at = [from % (length + 1), to % (length + 1)].toSorted((a, b) => a - b)
    const passage = makePassage(old, { start: at[0] ?? 0, end: at[1] ?? 0 }, NAME)
    fc.pre(passage.ok)
    const { moved, waiting } = carryPassages([valueOf(passage)], { before: old, after: next, corrections })
    expect(moved.length + waiting.length).toBe(1)
    for (const one of moved) {
      expect(verifyPassage(next, one).ok).toBe(true)
      expect(one.exact).toBe(valueOf(passage).exact)
    }
    if (!corrections.some((one) => one.start < (at[1] ?? 0) && one.end > (at[0] ?? 0)))
      expect(waiting).toEqual([])
  },
)

test('words that stand many times move to where they stood, and words that were corrected wait', () => {
  const content = 'Yes. Yes. Yes. No.'
  const corrections = [{ start: 0, end: 4, words: 'Well.' }]
  const before = textOf(content)
  const after: Text = textOf(valueOf(correctedText(before, corrections)).content, 2)
  const passage = (start: number) => valueOf(makePassage(before, { start, end: start + 3 }, NAME))
  const carried = carryPassages([passage(0), passage(5), passage(10)], { before, after, corrections })
  expect(carried.moved.map(({ start }) => start)).toEqual([6, 11])
  expect(carried.waiting.map(({ reason }) => reason)).toEqual(['ambiguous'])
})
