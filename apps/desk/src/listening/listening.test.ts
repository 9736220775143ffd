import { expect, test } from 'vitest'
import { layTurns } from '@corroborate/testimony'
import { correctionsOf, typedTurns } from './corrections-of.ts'
import { peaksOf } from './peaks.ts'
import { playerKeyOf } from './player-keys.ts'
import { clockTime, spanOf, timeMark, turnHeardAt } from './time-in-recording.ts'

const piece = (words: string, from: number) => ({
  ...{ words, paragraph: false, from, to: from + 900, doubt: null },
})
const { content, turns } = layTurns([
  { speaker: 'I', pieces: [piece('And then?', 500)] },
  { speaker: 'W1', pieces: [piece('They came.', 2000), piece('They left.', 3000)] },
])

test('a waveform shows the loudest of each stretch, measured by the loudest of all', () => {
  expect(peaksOf(Float32Array.of(0, 0.25, -0.5, 0.125, 0, 0), 3)).toEqual([0.5, 1, 0])
  expect(peaksOf(new Float32Array(8), 2)).toEqual([0, 0])
})

test('chosen words are played with all of the pieces that they touch, and a time leads back to its turn', () => {
  const left = content.indexOf('left')
  expect(spanOf(turns, { start: left, end: left + 4 })).toEqual({ from: 3000, to: 3900 })
  expect(spanOf(turns, { start: 0, end: content.length })).toEqual({ from: 500, to: 3900 })
  expect(spanOf([], { start: 0, end: 4 })).toBeNull()
  expect([0, 600, 2500, 9000].map((time) => turnHeardAt(turns, time))).toEqual([null, 0, 14, 14])
})

test('a turn is played to its end, however short its last piece is', () => {
  const laid = layTurns([{ speaker: 'Witness', pieces: [piece('They came.', 0), piece('No.', 2000)] }])
  expect(typedTurns(laid).map(({ span }) => span)).toEqual([{ from: 0, to: 2900 }])
})

test('times are written as transcripts write them', () => {
  expect([clockTime(62_900), timeMark(62_900), timeMark(36_000_000)]).toEqual([
    ...['0:01:02', '[00:01:02]', '[10:00:00]'],
  ])
})

test.each([
  ['Escape', {}, 'play'],
  ['F1', {}, 'back'],
  ['F4', {}, 'faster'],
  ['j', { ctrlKey: true }, 'mark'],
  ['j', {}, null],
  ['F1', { altKey: true }, null],
] as const)('%s asks for %s: %s', (key, held, asked) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  expect(playerKeyOf({ ...none, key, ...held })).toBe(asked)
})

test('a turn that was typed anew becomes corrections of the words that differ, and no more', () => {
  const typed = new Map([[14, 'They came late. They left.']])
  const came = content.indexOf('came')
  expect(correctionsOf({ content, turns }, typed)).toEqual([
    { start: came + 4, end: came + 4, words: ' late' },
  ])
  expect(correctionsOf({ content, turns }, new Map([[14, 'They came. They left.']]))).toEqual([])
})
