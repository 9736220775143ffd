import { derivedId } from '@corroborate/base'
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { alignVersions } from './align-versions.ts'
import { indexText } from './code-points.ts'
import {
  citable,
  doubtfulIn,
  listenedAfter,
  playFor,
  unheardIn,
  type MachineTranscript,
} from './machine-transcript.ts'
import { textOf } from './testing/texts.ts'

const CONTENT = 'they took ten men. thank you. thank you. in the yard'
const text = textOf(CONTENT)
const segment = (start: number, end: number, from: number, confidence = 0.9, noSpeech = 0.1) => ({
  ...{ start, end, from, to: from + 1000, confidence, noSpeech },
})
const machine: MachineTranscript = {
  text: text.id,
  engine: 'engine 1',
  segments: [
    segment(0, 18, 0),
    segment(19, 29, 1000, 0.9, 0.8),
    segment(30, 40, 2000),
    segment(41, 52, 3000, 0.2),
  ],
}
const passage = {
  ...{ id: derivedId('passage', 'P1'), code: 'P1', text: text.id, sha256: text.sha256, start: 5, end: 17 },
  ...{ exact: CONTENT.slice(5, 17), prefix: '', suffix: '' },
} as const
const listening = (start: number, end: number) => ({ text: text.id, by: 'ana', at: '2030-01-01', start, end })

test('a passage that a machine wrote down is citable once people have listened to all of it', () => {
  expect(citable(passage, null, []).ok).toBe(true)
  expect(citable(passage, machine, [])).toMatchObject({ reason: 'not-listened' })
  expect(citable(passage, machine, [listening(0, 9), listening(12, 20)])).toMatchObject({
    detail: expect.stringContaining('9 to 12') as string,
  })
  expect(citable(passage, machine, [listening(12, 20), listening(0, 12)]).ok).toBe(true)
  expect(citable(passage, machine, [{ ...listening(0, 52), text: textOf('x', 2).id }]).ok).toBe(false)
})

test('what to play is every segment that the passage touches', () => {
  expect(playFor(machine, { start: 5, end: 20 })).toEqual({ from: 0, to: 2000 })
  expect(playFor(machine, { start: 52, end: 60 })).toBeNull()
})

test('silence, doubt and repetition are to be listened to first', () => {
  const found = doubtfulIn(machine, indexText(CONTENT), { confidence: 0.5, noSpeech: 0.6 })
  expect(found.map(({ segment: { start }, doubts }) => [start, doubts])).toEqual([
    [19, ['no-speech', 'repeated']],
    [30, ['repeated']],
    [41, ['low-confidence']],
  ])
})

test('after a correction, what was changed must be listened to again', () => {
  const corrected = textOf(CONTENT.replace('ten', 'two'), 2)
  const carried = listenedAfter([listening(0, 52)], alignVersions(CONTENT, corrected.content), corrected.id)
  expect(unheardIn({ start: 0, end: 52 }, carried)).toEqual([{ start: 10, end: 13 }])
  expect(carried.every((one) => one.text === corrected.id)).toBe(true)
})

const stretches = fc
  .record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 20 }) })
  .map(({ start, length }) => ({ start, end: start + length }))

test.prop([stretches, fc.array(stretches, { maxLength: 6 })])(
  'each place is heard or unheard',
  (asked, heard) => {
    const unheard = unheardIn(asked, heard)
    for (let at = asked.start; at < asked.end; at++) {
      const within = (one: { readonly start: number; readonly end: number }) =>
        one.start <= at && at < one.end
      expect(unheard.some(within)).toBe(!heard.some(within))
    }
  },
)
