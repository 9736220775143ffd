import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { textById } from '@corroborate/store'
import type { SpokenTurn } from '@corroborate/testimony'
import { eachEngine } from '../store/testing/engines.ts'
import { addText, hearWords, markPassage, stateClaim, type AddText } from './acts.ts'
import { buildHouse, plainClaim, type House } from './testing/house.ts'

const spoken: readonly SpokenTurn[] = [
  { speaker: 'I', pieces: [{ words: 'When?', paragraph: true, from: 0, to: 900, doubt: null }] },
  {
    speaker: 'W1',
    pieces: [
      { words: 'ليلاً', paragraph: true, from: 900, to: 2000, doubt: { kind: 'low-confidence', share: 0.3 } },
    ],
  },
]

const ofFile = ({ investigation, witness: source }: House, machine: string | null): AddText => ({
  ...{ investigation, source, code: null, title: { en: 'x' }, language: 'ar', kind: 'transcript' },
  ...{ translationOf: null, spoken },
  readFrom: { file: 'w1.json', sha256: 'a'.repeat(64), form: 'openai-whisper', machine },
})

eachEngine((_engine, open) => {
  const house = open().then((store) => buildHouse(store))

  test('a text of a file keeps its turns with times, direction and doubts, and where it was read', async () => {
    const { desk, investigation, ...rest } = await house
    const id = valueOf(await addText(desk, ofFile({ desk, investigation, ...rest }, 'Whisper')))
    const text = await textById(desk.store.db, investigation, id)
    expect(text).toMatchObject({
      content: 'I: When?\n\nW1: ليلاً',
      readFrom: { file: 'w1.json', machine: 'Whisper' },
      turns: [
        { speaker: 'I', direction: 'ltr', pieces: [{ start: 3, end: 8, from: 0, to: 900 }] },
        { speaker: 'W1', direction: 'rtl', pieces: [{ doubt: { kind: 'low-confidence', share: 0.3 } }] },
      ],
    })
  })

  test('the same words of the same source are not taken in twice', async () => {
    const here = await house
    expect(await addText(here.desk, ofFile(here, null))).toMatchObject({ ok: false, reason: 'already-here' })
  })

  test('nothing is claimed on the words of a machine (law 11)', async () => {
    const here = await house
    const { desk, investigation, witness } = here
    const words = spoken.map((turn) => ({ ...turn, speaker: null }))
    const text = valueOf(await addText(desk, { ...ofFile(here, 'Whisper'), spoken: words }))
    const passage = valueOf(await markPassage(desk, { investigation, text, code: null, start: 0, end: 5 }))
    const claim = await stateClaim(desk, {
      ...{ ...plainClaim, investigation, code: null },
      ...{ source: witness, passages: [passage.id] },
    })
    expect(claim).toMatchObject({ ok: false, reason: 'machine-unheard' })
  })

  test('what somebody has listened to can be cited, all of it and no more', async () => {
    const here = await house
    const { desk, investigation, witness } = here
    const text = valueOf(await addText(desk, { ...ofFile(here, 'Whisper'), spoken: spoken.slice(0, 1) }))
    const mark = async (start: number, end: number) =>
      valueOf(await markPassage(desk, { investigation, text, code: null, start, end })).id
    const [first, more] = [await mark(3, 7), await mark(3, 8)]
    const stated = (passage: typeof first) =>
      stateClaim(desk, { ...plainClaim, investigation, source: witness, passages: [passage] })
    valueOf(await hearWords(desk, { investigation, text, start: 3, end: 7 }))
    expect(await stated(more)).toMatchObject({ reason: 'machine-unheard' })
    expect((await stated(first)).ok).toBe(true)
    valueOf(await hearWords(desk, { investigation, text, start: 3, end: 8 }))
    expect((await stated(more)).ok).toBe(true)
    expect(await hearWords(desk, { investigation, text, start: 4, end: 8 })).toMatchObject({
      reason: 'heard-before',
    })
    expect(await hearWords(desk, { investigation, text, start: 4, end: 99 })).toMatchObject({
      reason: 'outside',
    })
  })
})
