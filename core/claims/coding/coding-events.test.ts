import { fc, test } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { expect } from 'vitest'
import { codeNow, codingsSeenBy, type CodingDeed, type CodingEvent, type CodingState } from './code-system.ts'
import { codingState, undoAndRedo, withEvent } from './coding-events.ts'
import { codeId, coded, codingId, eventId, events, made, TEXT, undone } from './testing/events.ts'

const after = (...deeds: readonly (readonly [by: string, deed: CodingDeed])[]) =>
  codingState(events(...deeds))
const nowOf = (state: CodingState, coding: string) => {
  const found = state.codings.get(codingId(coding))
  return found && codeNow(state, found.code)
}
const next = (past: readonly CodingEvent[], by: string, deed: CodingDeed, id = 'next') =>
  withEvent(past, { ...deed, id: eventId(id), by, at: '' })

test('a merge loses no coding, and its undo brings the code back', () => {
  const past = events(
    ['ana', made('beating')],
    ['ana', made('hitting')],
    ['ana', coded('c1', 'hitting', 0, 5)],
    ['ana', { kind: 'codes-merged', from: codeId('hitting'), into: codeId('beating') }],
  )
  expect(nowOf(valueOf(codingState(past)), 'c1')).toBe(codeId('beating'))
  expect(nowOf(valueOf(next(past, 'ana', undone('4'))), 'c1')).toBe(codeId('hitting'))
})

test('a split gives some codings to codes beneath, and leaves the rest', () => {
  const state = valueOf(
    after(
      ['ana', made('torture')],
      ['ana', coded('c1', 'torture', 0, 5)],
      ['ana', coded('c2', 'torture', 6, 9)],
      [
        'ana',
        {
          kind: 'code-split',
          code: codeId('torture'),
          into: [
            {
              id: codeId('shabeh'),
              name: { en: 'shabeh' },
              within: codeId('torture'),
              isHeading: false,
              memo: null,
            },
          ],
          codings: [{ coding: codingId('c1'), code: codeId('shabeh') }],
        },
      ],
    ),
  )
  expect([nowOf(state, 'c1'), nowOf(state, 'c2')]).toEqual([codeId('shabeh'), codeId('torture')])
})

test('coders see their own codings only, until the text is opened', () => {
  const past = events(['ana', made('a')], ['ana', coded('c1', 'a', 0, 5)], ['bo', coded('c2', 'a', 0, 5)])
  const seen = (state: CodingState) => codingsSeenBy(state, { coder: 'ana', text: TEXT }).map(({ id }) => id)
  expect(seen(valueOf(codingState(past)))).toEqual([codingId('c1')])
  const opened = valueOf(next(past, 'ana', { kind: 'opened', text: TEXT }))
  expect(seen(opened)).toEqual([codingId('c1'), codingId('c2')])
})

test('what is coded after the opening is not blind', () => {
  const state = valueOf(
    after(
      ['ana', made('a')],
      ['ana', coded('c1', 'a', 0, 5)],
      ['ana', { kind: 'opened', text: TEXT }],
      ['ana', coded('c2', 'a', 6, 9)],
    ),
  )
  expect([...state.codings.values()].map(({ isBlind }) => isBlind)).toEqual([true, false])
})

test.each<[string, readonly [string, CodingDeed][], string]>([
  ['a code that is not there', [['ana', coded('c1', 'a', 0, 5)]], 'no-such-code'],
  [
    'a heading',
    [
      ['ana', made('h', null, true)],
      ['ana', coded('c1', 'h', 0, 5)],
    ],
    'heading',
  ],
  [
    'no words',
    [
      ['ana', made('a')],
      ['ana', coded('c1', 'a', 5, 5)],
    ],
    'empty',
  ],
  [
    'a code below itself',
    [
      ['ana', made('a')],
      ['ana', made('b', 'a')],
      ['ana', { kind: 'code-moved', code: codeId('a'), within: codeId('b') }],
    ],
    'circle',
  ],
  [
    'a merge into one below',
    [
      ['ana', made('a')],
      ['ana', made('b', 'a')],
      ['ana', { kind: 'codes-merged', from: codeId('a'), into: codeId('b') }],
    ],
    'circle',
  ],
  [
    "another's coding",
    [
      ['ana', made('a')],
      ['ana', coded('c1', 'a', 0, 5)],
      ['bo', { kind: 'uncoded', coding: codingId('c1') }],
    ],
    'not-yours',
  ],
  [
    'the same code twice',
    [
      ['ana', made('a')],
      ['bo', made('a')],
    ],
    'exists',
  ],
])('%s is refused', (_, deeds, reason) => {
  expect(after(...deeds)).toMatchObject({ ok: false, reason })
})

test('an undo takes back only what is one’s own, stands, and bears nothing', () => {
  const past = events(
    ['ana', made('a')],
    ['bo', coded('c1', 'a', 0, 5)],
    ['bo', { kind: 'opened', text: TEXT }],
  )
  expect(next(past, 'bo', undone('1'))).toMatchObject({ reason: 'not-yours' })
  expect(next(past, 'ana', undone('1'))).toMatchObject({ reason: 'built-upon' })
  expect(next(past, 'bo', undone('3'))).toMatchObject({ reason: 'opened' })
  expect(next(past, 'bo', undone('9'))).toMatchObject({ reason: 'no-such-event' })
  const without = [...past, ...events(['bo', undone('2')]).map((event) => ({ ...event, id: eventId('4') }))]
  expect(next(without, 'bo', undone('2'))).toMatchObject({ reason: 'no-such-event' })
  expect(next(without, 'ana', undone('1')).ok).toBe(true)
})

const DEEDS: readonly CodingDeed[] = [
  ...['c1', 'c2', 'c3'].map((name, at) => coded(name, 'a', at, at + 5)),
  { kind: 'uncoded', coding: codingId('c1') },
  { kind: 'codes-merged', from: codeId('b'), into: codeId('a') },
  { kind: 'code-noted', code: codeId('a'), memo: 'note' },
]

test.prop([
  fc.array(fc.oneof(fc.constantFrom(...DEEDS), fc.constantFrom('undo' as const, 'redo' as const)), {
    maxLength: 20,
  }),
])('undoing everything leads back to where it began, and redoing all of it to where it was', (steps) => {
  const start = events(['lead', made('a')], ['lead', made('b')])
  let past = start
  const done = (deed: CodingDeed): boolean => {
    const event = { ...deed, id: eventId(`e${String(past.length)}`), by: 'ana', at: '' }
    const fits = withEvent(past, event).ok
    if (fits) past = [...past, event]
    return fits
  }
  const step = (which: 'undo' | 'redo') => {
    const target = undoAndRedo(past, 'ana')[which]
    return target !== null && done({ kind: 'undone', event: target.id })
  }
  for (const one of steps) {
    if (typeof one !== 'string') done(one)
    else step(one)
  }
  const stood = valueOf(codingState(past))
  let undos = 0
  while (step('undo')) undos++
  expect(valueOf(codingState(past))).toEqual(valueOf(codingState(start)))
  for (let redo = 0; redo < undos; redo++) step('redo')
  expect(new Map([...valueOf(codingState(past)).codings].sort())).toEqual(new Map([...stood.codings].sort()))
})
