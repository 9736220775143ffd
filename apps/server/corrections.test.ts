import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import type { Passage } from '@corroborate/testimony'
import { addText, stateClaim, type TextCorrected } from '@corroborate/casework'
import type { ClaimView, TextView } from './api.ts'
import { plainClaim, type House } from '../../casework/testing/house.ts'
import { receivedExhibit } from '../../casework/testing/small-exhibit.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { seated } from './testing/seated.ts'

eachEngine((_engine, open) => {
  const opened = open()

  /** What a machine wrote down of three sentences. */
  async function ofMachine({ desk, investigation, witness: source }: House) {
    const words = ['They came on Monday.', 'They took ten men.', 'Nobody came back.']
    const pieces = words.map((one, i) => ({
      ...{ words: one, paragraph: false, from: i * 1000, to: i * 1000 + 900, doubt: null },
    }))
    return valueOf(
      await addText(desk, {
        ...{ investigation, source, code: null, title: { en: 'A recording' }, language: 'en' },
        ...{ kind: 'transcript', translationOf: null, spoken: [{ speaker: null, pieces }] },
        readFrom: { file: 'x.json', sha256: 'a'.repeat(64), form: 'openai-whisper', machine: 'Whisper' },
      }),
    )
  }

  test('a correction is a new version: passages move with their words, and the others wait for a person', async () => {
    const { house, opener: first, second } = await seated(await opened)
    const text = await ofMachine(house)
    await first.post(`/texts/${text}/heard`, { start: 0, end: 57 })
    const mark = async (start: number, end: number) =>
      (await first.post<Passage>('/passages', { code: null, text, start, end })).value.id
    const [ten, nobody] = [await mark(21, 39), await mark(40, 57)]
    const said = { investigation: house.investigation, source: house.witness, passages: [ten] as const }
    const claim = valueOf(await stateClaim(house.desk, { ...plainClaim, ...said }))
    const corrections = [{ start: 31, end: 34, words: 'twenty' }]
    const corrected = await first.post<TextCorrected>(`/texts/${text}/corrections`, { corrections })
    expect(corrected).toMatchObject({ status: 200, value: { version: 2, waiting: [ten] } })
    const now = corrected.value.text
    const view = await first.get<TextView>(`/texts/${now}`)
    expect(view.text.content).toBe('They came on Monday. They took twenty men. Nobody came back.')
    expect(view.passages.map(({ passage }) => [passage.id, passage.start])).toEqual([[nobody, 43]])
    expect(view.waiting.map(({ passage, claims }) => [passage.id, claims.length])).toEqual([[ten, 1]])
    expect(view.versions).toEqual([
      ...[
        { id: text, version: 1 },
        { id: now, version: 2 },
      ],
    ])
    expect(view.unheard).toEqual([{ start: 31, end: 37 }])
    expect(view.text.turns[0]?.pieces?.map(({ from, start }) => [from, start])).toEqual([
      ...[
        [0, 0],
        [1000, 21],
        [2000, 43],
      ],
    ])
    expect(await first.post(`/texts/${text}/corrections`, { corrections })).toMatchObject({
      ...{ status: 422, reason: 'superseded' },
    })
    expect(await first.post('/passages', { code: null, text, start: 0, end: 4 })).toMatchObject({
      reason: 'superseded',
    })

    const placed = await second.post(`/passages/${ten}/placement`, { text: now, start: 21, end: 42 })
    expect(placed).toMatchObject({ status: 200, value: { exact: 'They took twenty men.' } })
    expect((await first.get<TextView>(`/texts/${now}`)).waiting).toEqual([])
    const resting = await first.get<ClaimView>(`/claims/${claim}`)
    expect(resting.claim.status).toBe('work-needed')
    expect(resting.reviews).toMatchObject([{ by: 'C. Reader', verdict: 'work-needed' }])
  })

  test('what coders keep from each other stays so in the next version', async () => {
    const { house, opener: first, second } = await seated(await opened)
    const { value: code } = await first.post('/codes', {
      ...{ name: { en: 'Hunger' }, within: null, key: null, memo: null },
    })
    await second.post(`/texts/${house.text}/codings`, { start: 62, end: 82, code, memo: null })
    const { value } = await first.post<TextCorrected>(`/texts/${house.text}/corrections`, {
      corrections: [{ start: 77, end: 81, words: 'month' }],
    })
    expect(await first.get<TextView>(`/texts/${value.text}`)).toMatchObject({ waiting: [] })
    const theirs = await second.get<TextView>(`/texts/${value.text}`)
    expect(theirs.waiting.map(({ passage }) => passage.exact)).toEqual(['It was so each week.'])
  })

  test('a recording is tied to every version of a text', async () => {
    const { house, opener: first } = await seated(await opened)
    const { file, exhibit } = await receivedExhibit(house.desk, house.investigation)
    const tie = () => first.post(`/texts/${house.text}/recording`, { file })
    expect(await tie()).toMatchObject({ status: 200 })
    expect(await tie()).toMatchObject({ status: 422, reason: 'its-recording' })
    const { value } = await first.post<TextCorrected>(`/texts/${house.text}/corrections`, {
      corrections: [{ start: 25, end: 31, words: 'Ten' }],
    })
    expect((await first.get<TextView>(`/texts/${value.text}`)).recording).toEqual({
      ...{ file, exhibit, name: 'IMG_0001.jpg', bytes: 3 },
    })
  })
})
