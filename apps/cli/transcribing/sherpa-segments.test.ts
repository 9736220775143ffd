import { expect, test } from 'vitest'
import { segmentsOfResult } from './sherpa-segments.ts'

const stretch = { from: 100, to: 120 }

test('a stretch is parted at pauses, at words, where each token has its time', () => {
  const tokens = [' THEY', ' CA', 'ME', ' AT', ' NIGHT']
  const timestamps = [0.5, 0.9, 2.9, 3, 8]
  const ys_log_probs = [-0.1, -0.2, -0.3, -0.4, -2]
  expect(
    segmentsOfResult({ text: ' THEY CAME AT NIGHT', tokens, timestamps, ys_log_probs }, stretch),
  ).toEqual([
    { start: 100.5, end: 104, text: 'THEY CAME AT', avg_logprob: -0.25 },
    { start: 108, end: 109, text: 'NIGHT', avg_logprob: -2 },
  ])
})

test.each([
  ['no times', { tokens: [' NO'], timestamps: [] }],
  ['tokens that are halves of letters', { tokens: ['N', '�'], timestamps: [0, 4] }],
  ['no tokens', {}],
])('with %s it is one segment', (_, result) => {
  expect(segmentsOfResult({ text: 'NO', ...result }, stretch)).toEqual([
    { start: 100, end: 120, text: 'NO', avg_logprob: null },
  ])
})

test('where nothing is heard there is no segment', () => {
  expect(segmentsOfResult({ text: ' ' }, stretch)).toEqual([])
})
