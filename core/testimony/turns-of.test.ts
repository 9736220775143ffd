import { expect, test } from 'vitest'
import { sliceCodePoints } from './code-points.ts'
import { turnsOf } from './turns-of.ts'

const content = 'Held remotely.\nI: When?\nW3: At night 🕊.\nI remember: a light.\n\nI: And then?'

test('a turn runs from its label to the next, without the line end before that', () => {
  const turns = turnsOf(content, ['I', 'W3'])
  expect(turns.map(({ speaker, start, end }) => [speaker, sliceCodePoints(content, start, end)])).toEqual([
    ['I', 'I: When?'],
    ['W3', 'W3: At night 🕊.\nI remember: a light.'],
    ['I', 'I: And then?'],
  ])
})

test('a colon makes no speaker: only those who are named speak', () => {
  expect(turnsOf(content, ['W4'])).toEqual([])
  expect(turnsOf('ش٣: نعم', ['ش٣'])).toEqual([{ speaker: 'ش٣', start: 0, end: 7 }])
})
