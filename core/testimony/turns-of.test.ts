import { expect, test } from 'vitest'
import { sliceCodePoints } from './code-points.ts'
import { spokenFrom, turnsOf } from './turns-of.ts'

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

test('what was said begins past the label, and at once where there is none', () => {
  const said = turnsOf(content, ['I', 'W3']).map((turn) => {
    const words = sliceCodePoints(content, turn.start, turn.end)
    return sliceCodePoints(content, spokenFrom(words, turn), turn.end)
  })
  expect(said).toEqual(['When?', 'At night 🕊.\nI remember: a light.', 'And then?'])
  expect(spokenFrom('No label: none', { speaker: 'W3', start: 5 })).toBe(5)
  expect(spokenFrom('Held remotely.', { speaker: null, start: 0 })).toBe(0)
})
